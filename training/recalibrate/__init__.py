"""Recalibration: a bundle's probabilities and operating points fitted anew to a site's own cases.

The network stays as it is, bit by bit, and with it explanations, parity and self-test. What changes
is the curve from the network's probability to the one that is shown, and the operating points. What
the new ones are worth is measured on cases that were held out of the fit (five folds by patient).
"""
