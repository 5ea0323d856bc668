"""Spelling: the shipped dictionary, the user's own words, the wiki's names."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fanwiki.desktop.edit.spelling import SpellChecker, available, read_dictionary
from fanwiki.desktop.runner import JobRunner
from fanwiki.errors import FanwikiError


@pytest.fixture
def spelling(qtbot: QtBot, runner: JobRunner, tmp_path: Path) -> SpellChecker:
    checker = SpellChecker(runner, tmp_path / "words.txt")
    assert not checker.is_wrong("speling")
    with qtbot.waitSignal(checker.changed, timeout=30_000):
        checker.load()
    return checker


def test_words_are_told_apart(spelling: SpellChecker) -> None:
    words = ["hero", "heroes", "don't", "don’t", "NASA", "a", "speling", "recieve", "Lavagirl"]
    assert [word for word in words if spelling.is_wrong(word)] == ["speling", "recieve", "Lavagirl"]


def test_names_of_the_wiki_are_right(spelling: SpellChecker) -> None:
    spelling.set_names(["Sharkboy and Lavagirl"])
    assert not spelling.is_wrong("Lavagirl")
    assert not spelling.is_wrong("Lavagirl’s")
    assert spelling.is_wrong("Lavaboy")


def test_added_words_are_remembered(spelling: SpellChecker, runner: JobRunner, tmp_path: Path) -> None:
    spelling.add("Heroics")
    assert not spelling.is_wrong("heroics")
    assert not SpellChecker(runner, tmp_path / "words.txt").is_wrong("Heroics")
    assert (tmp_path / "words.txt").read_text() == "heroics\n"


def test_better_words_are_suggested(spelling: SpellChecker) -> None:
    assert "receive" in spelling.suggestions("recieve")


def test_a_language_without_a_dictionary_is_refused_in_words() -> None:
    assert "en_US" in available()
    with pytest.raises(FanwikiError, match="xx_XX"):
        read_dictionary("xx_XX")
