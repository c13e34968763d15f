"""Work off the GUI thread: the runner, the tasks it runs, and the desk that hands them out and files the answers."""
