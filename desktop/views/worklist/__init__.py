"""The worklist: every study that the library knows, in a window beside the main one.

`filter_bar` asks, `desktop.jobs.library` answers with ids, `model` fetches rows where they are
looked at, `words` says what stands in them, `worklist_window` puts it together.
"""
