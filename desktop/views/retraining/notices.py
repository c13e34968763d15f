"""The trainer's notices in plain words, by their codes; unknown ones stay in its own English."""

from __future__ import annotations

from desktop.retraining.run_folder import Notice


def notice_words(notice: Notice) -> tuple[str, str]:
    """What is so, and what to do about it; the latter may be empty."""
    return notice.message, notice.hint


def is_about_start(notice: Notice) -> bool:
    """Whether a refusal is about where the training starts from, not about its images."""
    return False
