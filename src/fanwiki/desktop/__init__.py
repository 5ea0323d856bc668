"""The window: the only place with Qt. It asks services for everything and keeps no wiki of its own."""
