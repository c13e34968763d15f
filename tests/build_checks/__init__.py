"""Is what we install and ship what we say it is?"""
