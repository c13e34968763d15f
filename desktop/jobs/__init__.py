"""Work off the GUI thread: the runner, its tasks, and the desk that files the answers."""
