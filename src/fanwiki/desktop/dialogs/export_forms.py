"""The formats that a wiki can be handed on in, and the colours of web pages, as the export dialog offers them."""

from __future__ import annotations

from dataclasses import dataclass

from fanwiki.desktop.words import QT_TRANSLATE_NOOP

_N = QT_TRANSLATE_NOOP
CONTEXT = "ExportDialog"


@dataclass(frozen=True, slots=True)
class Form:
    """A format as the dialog offers it.

    Args:
        name: What the exporting service calls it.
        label: What it is, in English.
        note: What it is good for, in English.
        ending: What its name ends with; empty for a folder.
        has_look: Whether a theme makes a difference.
        can_choose: Whether its readers can tick their films themselves.
        speaks: Whether the program says something in it, in a language.
    """

    name: str
    label: str
    note: str
    ending: str = ""
    has_look: bool = False
    can_choose: bool = False
    speaks: bool = True


FORMS = (
    Form(
        "html",
        _N(CONTEXT, "Web pages, in a folder"),
        _N(CONTEXT, "Opens in any browser by double click, with search, without a network."),
        has_look=True,
        can_choose=True,
    ),
    Form(
        "zip",
        _N(CONTEXT, "Web pages, as one archive"),
        _N(CONTEXT, "The web pages in one ZIP file, to send to somebody."),
        ".zip",
        has_look=True,
        can_choose=True,
    ),
    Form(
        "single",
        _N(CONTEXT, "One web page"),
        _N(CONTEXT, "Everything in one file; good for small wikis."),
        ".html",
        has_look=True,
        can_choose=True,
    ),
    Form("epub", _N(CONTEXT, "A book (EPUB)"), _N(CONTEXT, "For reading devices and apps."), ".epub"),
    Form("pdf", _N(CONTEXT, "PDF"), _N(CONTEXT, "To print: contents, page numbers, links."), ".pdf"),
    Form(
        "markdown",
        _N(CONTEXT, "Markdown, in a folder"),
        _N(CONTEXT, "For Obsidian and other editors; fanwiki imports it back as it was."),
        speaks=False,
    ),
    Form(
        "mediawiki",
        _N(CONTEXT, "MediaWiki dump"),
        _N(CONTEXT, "For a MediaWiki or Fandom wiki. Name it .zip to have the pictures beside it."),
        ".xml",
        speaks=False,
    ),
    Form(
        "zim",
        _N(CONTEXT, "ZIM for Kiwix"),
        _N(CONTEXT, "For the Kiwix reader; needs the extra fanwiki[zim]."),
        ".zim",
        True,
    ),
)

THEMES = (
    ("system", _N(CONTEXT, "As the reader's system is")),
    ("light", _N(CONTEXT, "Light")),
    ("dark", _N(CONTEXT, "Dark")),
    ("contrast", _N(CONTEXT, "High contrast")),
)
