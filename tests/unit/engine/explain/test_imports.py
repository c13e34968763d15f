"""What explanation methods import: nothing heavy before it is asked for."""

import subprocess
import sys

HEAVY = ("lime", "shap", "sklearn", "scipy", "pandas", "skimage", "numba", "matplotlib")


def test_listing_the_methods_imports_no_explanation_package():
    program = (
        "import sys; import engine.pipeline, engine.explain.registry; "
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
