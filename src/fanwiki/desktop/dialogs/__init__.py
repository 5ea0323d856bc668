"""The dialogs: each asks one thing and hands the answer back."""
