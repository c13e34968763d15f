"""The typed containers that shap names: Python's own."""

List = list
