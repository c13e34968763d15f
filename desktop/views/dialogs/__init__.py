"""The dialogs: questions and sheets over the window."""
