"""Do other packages compute what they must? What is missing is not always told.

SciPy's Sobol sequence, without its file of direction numbers, goes on with zeros; shap asks for
packages that are stood in for; signatures need a library of their own.
"""

import warnings

import numpy as np
from cryptography.exceptions import InvalidSignature

from engine.errors import SelfTestFailed

# The sequence in two dimensions (Sobol 1967; Joe and Kuo 2008), in Gray code order.
_FIRST = ((0.0, 0.0), (0.5, 0.5), (0.75, 0.25), (0.25, 0.75))


# RFC 8032, section 7.1, TEST 2: secret key, message, signature.
_SECRET = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
_SIGNED = (
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
)


def check() -> str:
    """Draws from a Sobol sequence, explains a sum with shap, signs, and loads what draws charts.

    Raises:
        SelfTestFailed: something else comes out.
    """
    import pyqtgraph  # noqa: F401 - its parts of Qt are asked for when it is loaded

    _draw()
    _explain()
    _sign()
    return "Sobol numbers, Shapley values and signatures of other packages are right"


def _draw() -> None:
    from scipy.stats import qmc

    drawn = qmc.Sobol(2, scramble=False).random(4)
    _demand(np.array_equal(drawn, np.asarray(_FIRST)), "SciPy's Sobol sequence is wrong here")


def _explain() -> None:
    """Shapley values of a weighted sum are its terms (Lundberg and Lee 2017, corollary 1)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what shap draws with, where that is installed
        from shap.explainers import KernelExplainer

    weights = np.array([1.0, -2.0, 0.5])
    values = KernelExplainer(lambda rows: rows @ weights, np.zeros((1, 3))).shap_values(
        np.ones((1, 3)), silent=True
    )
    _demand(np.allclose(values, weights, atol=1e-8), "shap gives other values")


def _sign() -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(_SECRET))
    signature = key.sign(bytes.fromhex("72"))
    _demand(signature.hex() == _SIGNED, "signatures are others")
    try:
        key.public_key().verify(signature, bytes.fromhex("73"))
    except InvalidSignature:
        return
    raise SelfTestFailed("a signature of another text is accepted", hint=_AGAIN)


def _demand(is_so: bool, problem: str) -> None:
    if not is_so:
        raise SelfTestFailed(problem, hint=_AGAIN)


_AGAIN = "Install WhyRay again."
