"""XML dumps of MediaWiki and Fandom wikis, read twice.

The first pass (`survey`) learns what the second must know: namespaces, titles, redirects, templates, what infoboxes
hold, and what is said on talk pages. It writes that into a folder of temporary files (`text_map`), so that memory does
not grow with the dump. The second pass (`reading`) sends every page to a pool of processes (`pool`), where its wikitext
becomes Markdown (`wikitext`) and its infobox fields (`filling`).
"""
