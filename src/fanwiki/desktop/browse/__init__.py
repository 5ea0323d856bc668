"""The browse pane: tabs of pages in one web view."""
