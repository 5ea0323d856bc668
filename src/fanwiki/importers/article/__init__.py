"""An article about films: its text into a source page, what it says into drafts with evidence.

It reads plain text, saved web pages and JSON lines of articles. Nothing is invented: a value is there because a rule
matched a sentence, and that sentence goes with it. When in doubt it stays out: a pair of names in a sentence that
only guesses becomes a claim and no cast record.

The way through: `reading` (bytes to an `Article` of blocks), `findings` (sentences, films, cast, credits, people,
claims), `drafts` (pages).
"""
