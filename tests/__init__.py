"""The tests of WhyRay; `conftest.py` explains how they are run."""
