"""The import wizard: choose, look, say what becomes what, settle conflicts, run, read the report; a page for each."""
