"""The administrator of one workstation: password, lock-out, session and the key that signs."""
