"""The administrator in the window: the gate, its dialogs, the sign that a session is open."""
