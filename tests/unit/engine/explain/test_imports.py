"""What explanation methods import: nothing heavy before it is asked for."""

import subprocess
import sys

import pytest

from engine.explain.imports import PACKAGES, load_for
from engine.explain.registry import METHODS

HEAVY = ("lime", "shap", "sklearn", "scipy", "pandas", "skimage", "numba", "matplotlib")


def run(program):
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_listing_the_methods_imports_no_explanation_package():
    program = (
        "import sys; import engine.pipeline, engine.explain.registry; "
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    assert run(program) == "[]"


@pytest.mark.parametrize(
    ("table", "use"),
    [
        ("SOBOL", "from scipy.stats import qmc"),
        ("XRAI", "from skimage.segmentation import felzenszwalb"),
        ("LIME", "import lime.lime_base, sklearn.linear_model, sklearn.metrics"),
    ],
)
def test_the_pieces_are_what_the_method_then_uses(table, use):
    """After them the method's own import brings hardly a module more."""
    program = (
        "import sys; from engine.explain import imports; "
        f"steps = list(imports.load(imports.{table}, 'it')); before = set(sys.modules); {use}; "
        f"print(len(steps) == len(imports.{table}), len(set(sys.modules) - before))"
    )
    is_stepwise, new = run(program).split()

    assert is_stepwise == "True"
    assert int(new) <= 40  # of hundreds


def test_methods_that_need_packages_are_known_by_their_ids():
    assert set(PACKAGES) < {method.id for method in METHODS}


def test_a_method_without_packages_has_nothing_to_load():
    assert [step.fraction for step in load_for("grad-cam")] == [1.0]
