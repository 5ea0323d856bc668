"""Reads the libraries that services stand on, for a window that shows before it needs them.

Nothing here is called; importing this module is what takes the time, in whatever thread it is done.
"""

from __future__ import annotations

import fanwiki.markup.derive as _derive
import fanwiki.markup.render as _render
import fanwiki.markup.shell as _shell
import fanwiki.store.wiki_file as _wiki_file

__all__ = ["PARTS"]

PARTS = (_wiki_file, _derive, _render, _shell)
"""What was read: the database, the reader of sources, the renderer, the templates of pages."""
