"""Installers: freeze a part, prove what is in it, pack it for the system that this runs on.

`build/make.py installer` is the way in. Work lies in ``.work/installer``, results in ``dist``.
"""
