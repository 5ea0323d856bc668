"""What the window's actions do, by what they work on: reading, pages, wiki files, the window itself."""
