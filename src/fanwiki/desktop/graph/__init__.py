"""The neighbourhood of a page as a picture whose nodes are buttons."""
