"""A TiddlyWiki: one HTML file with its store of tiddlers, a JSON export, or a folder of ``.tid`` files.

Two passes: the first reads the titles and types of all tiddlers, so that links lead where they led; the second yields
the tiddlers as pages and files. A store is walked tiddler by tiddler and never held whole.

* `tiddlers`: what a tiddler is, and the forms of small files: ``.tid``, ``.meta``, ``.multids``.
* `stores`: the stores within HTML and JSON.
* `names`: which titles and file names tiddlers get.
* `blocks`, `inline`: WikiText to Markdown. What Markdown has no word for stays as it is written, as code.
* `reading`: all of it together.
"""
