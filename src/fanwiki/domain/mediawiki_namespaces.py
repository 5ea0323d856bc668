"""The namespaces that every MediaWiki has: their numbers and English names, as dumps are read and written with them."""

from __future__ import annotations

MAIN, FILE, MEDIAWIKI, TEMPLATE, CATEGORY, MODULE = 0, 6, 8, 10, 14, 828

CANONICAL = {
    -2: "Media",
    -1: "Special",
    0: "",
    1: "Talk",
    2: "User",
    3: "User talk",
    4: "Project",
    5: "Project talk",
    6: "File",
    7: "File talk",
    8: "MediaWiki",
    9: "MediaWiki talk",
    10: "Template",
    11: "Template talk",
    12: "Help",
    13: "Help talk",
    14: "Category",
    15: "Category talk",
    828: "Module",
    829: "Module talk",
}
"""What every MediaWiki calls them, whatever its language; those of modules come with the extension Scribunto."""
