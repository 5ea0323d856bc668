"""One module or package per format: pages in, bytes out."""
