"""The search pane, the quick switcher and the command palette."""
