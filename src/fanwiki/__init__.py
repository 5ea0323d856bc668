"""fanwiki: an offline wiki for film fans, in one file."""

__version__ = "0.1.0"
