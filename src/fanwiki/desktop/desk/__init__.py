"""The speculation desk: every claim, what speaks for it, and how it ends."""
