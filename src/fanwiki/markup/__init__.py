"""Page source to document to HTML; no SQL, no Qt, no user files."""
