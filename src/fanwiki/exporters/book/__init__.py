"""Pages as a book: chapters kind by kind, with cover and contents, as EPUB or PDF."""
