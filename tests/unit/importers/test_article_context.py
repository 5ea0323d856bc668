"""Which film a sentence means when it does not name it, or names another one beside it."""

from __future__ import annotations

import pytest

from fanwiki.importers.article.context import FilmContext
from fanwiki.importers.article.films import find_films
from fanwiki.importers.article.plain import read_plain
from fanwiki.importers.article.sentences import sentences

OPENING = (
    "‘Red Harbour 2’\n\nThe film Red Harbour 2 follows the film Red Harbour. The sequel Red Harbour 2 is a film.\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "film"),
    [
        ("Red Harbour 2 may come.", "Red Harbour 2"),
        ("Red Harbour was good.", "Red Harbour"),
        ("The sequel to Red Harbour was announced.", "Red Harbour 2"),
        ("The ‘Red Harbour’ sequel was greenlit.", "Red Harbour 2"),
        ("The sequel is funnier than Red Harbour.", "Red Harbour 2"),
        ("Unlike Red Harbour, it is short.", "Red Harbour 2"),
        ("The first film was long.", "Red Harbour"),
        ("In contrast to the first film, Red Harbour 2 is short.", "Red Harbour 2"),
        ("It is longer than the first film.", "Red Harbour 2"),
        ("The predecessor made money.", "Red Harbour"),
        ("Red Harbour season 2 is coming.", "Red Harbour 2"),
        ("Nobody knows.", "Red Harbour 2"),
    ],
)
def test_the_film_that_a_sentence_means(sentence: str, film: str) -> None:
    article = read_plain(f"{OPENING}{sentence}\n")
    lines = list(sentences(article.blocks))
    context = FilmContext(find_films(article.title, lines, not_films=()))
    assert context.follow(article.blocks, lines)[-1] == film


def test_a_pronoun_means_the_film_last_spoken_of_until_the_next_heading() -> None:
    article = read_plain(f"{OPENING}Red Harbour was good. It was loved.\n\nA New Heading\n\nIt may come.\n")
    lines = list(sentences(article.blocks))
    context = FilmContext(find_films(article.title, lines, not_films=()))
    assert context.follow(article.blocks, lines)[-3:] == ["Red Harbour", "Red Harbour", "Red Harbour 2"]


def test_a_heading_names_the_film_of_its_section() -> None:
    article = read_plain(f"{OPENING}About Red Harbour\n\nIt was loved.\n")
    lines = list(sentences(article.blocks))
    context = FilmContext(find_films(article.title, lines, not_films=()))
    assert context.follow(article.blocks, lines)[-1] == "Red Harbour"
    assert context.sections[-1] == "Red Harbour"
