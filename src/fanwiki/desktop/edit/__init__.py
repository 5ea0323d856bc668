"""The edit pane: a draft's source, its form, its preview."""
