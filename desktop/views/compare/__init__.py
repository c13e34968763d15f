"""The windows in which explanations, and models, stand side by side."""
