"""What a person types to start the training side: in an installed copy ``whyray COMMAND`` does."""

import sys

PROGRAM = "whyray" if getattr(sys, "frozen", False) else "python -m training"
