"""MediaWiki's wikitext to our Markdown.

The way of a text, the same as in MediaWiki itself:

1. `outline` finds comments, templates, arguments and tags that hold other languages, in one pass.
2. `expanding` replaces templates by wikitext, and what is no wikitext by marks (`stash`).
3. `blocks` and `inline` read the wikitext that is left into a tree (`tree`), line by line.
4. `markdown` and `html` write the tree.

`convert` is the door; `site` says what the wiki must tell about itself.
"""
