"""Passes word between the panes and what the commands do; the panes know nothing of each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fanwiki.desktop.edit.edit_pane import EditPane
    from fanwiki.desktop.main_window import MainWindow


def connect_pages(window: MainWindow) -> None:
    """Let what is clicked in pages and beside them lead somewhere."""
    browse, reading = window.browse, window.reading_commands
    browse.link_followed.connect(lambda address, tab: reading.open_address(address, in_new_tab=tab))
    browse.outside_link_followed.connect(reading.open_outside)
    browse.link_hovered.connect(window.link_hints.come_to)
    browse.menu_wanted.connect(reading.show_page_menu)
    browse.view.printed.connect(reading.say_printed)
    browse.view.printed_on.connect(reading.say_printed_on)
    window.breadcrumbs.wanted.connect(reading.open_address)
    window.side_bar.page_wanted.connect(reading.open_title)
    window.side_bar.all_wanted.connect(reading.open_all_linking)


def connect_search(window: MainWindow) -> None:
    """Let what is found be opened, and searches be remembered."""
    search, reading = window.search, window.reading_commands
    search.opened.connect(lambda title, anchor, tab: reading.open_title(title, anchor, in_new_tab=tab))
    search.searched.connect(window.search_commands.remember)
    search.save_wanted.connect(window.search_commands.save)
    search.forget_wanted.connect(window.search_commands.forget)
    search.shield_wanted.connect(reading.edit_shield)
    search.help_wanted.connect(window.window_commands.show_search_help)
    search.new_page_wanted.connect(window.page_commands.write_missing)


def connect_welcome(window: MainWindow) -> None:
    """Let who has no wiki open yet open one."""
    welcome = window.welcome
    welcome.open_wanted.connect(window.wiki_commands.open_wiki)
    welcome.new_wanted.connect(window.wiki_commands.new_wiki)
    welcome.sample_wanted.connect(window.wiki_commands.open_sample)
    welcome.path_wanted.connect(lambda path: window.open_path(Path(path)))


def connect_editor(window: MainWindow, edit: EditPane) -> None:
    """Let what is edited be saved, and its links lead somewhere."""
    reading, pages = window.reading_commands, window.page_commands
    edit.saved.connect(pages.was_saved)
    edit.conflicted.connect(pages.show_conflict)
    edit.stop_wanted.connect(pages.stop_editing)
    edit.link_followed.connect(lambda address, tab: reading.open_address(address, in_new_tab=tab))
    edit.page_wanted.connect(reading.open_title)
    edit.editor.link_hovered.connect(window.link_hints.come_to_title)
