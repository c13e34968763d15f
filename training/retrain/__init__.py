"""Retraining at a site: one plan in, one candidate out, measured on a test set that stays locked.

plan.json -> `order` -> `configuration` -> `division` (with `site_test`) -> `training.run` -> bundle
"""
