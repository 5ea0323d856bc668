"""The table of actions, menu by menu."""
