"""Which films an article speaks of, and which of them it is about."""

from __future__ import annotations

import pytest

from fanwiki.importers.article.films import Films, find_films
from fanwiki.importers.article.plain import read_plain
from fanwiki.importers.article.sentences import sentences
from fanwiki.importers.article.titles import number_of


def films(text: str, not_films: tuple[str, ...] = ()) -> Films:
    article = read_plain(text)
    return find_films(article.title, list(sentences(article.blocks)), not_films=not_films)


def main(text: str, not_films: tuple[str, ...] = ()) -> str:
    found = films(text, not_films).main
    return found.title if found else ""


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("We Can Be Heroes 2", ("We Can Be Heroes", 2, "")),
        ("Gladiator II", ("Gladiator", 2, "")),
        ("Dune: Part Two", ("Dune", 2, "Part ")),
        ("Guardians of the Galaxy Vol. 3", ("Guardians of the Galaxy", 3, "Vol. ")),
        ("Mission 4: Fallout", ("Mission", 4, "")),
        ("Blade Runner 2049", None),
        ("Malcolm X", ("Malcolm", 10, "")),
        ("300", None),
        ("Apollo 1", None),
    ],
)
def test_numbers_in_titles(title: str, expected: tuple[str, int, str] | None) -> None:
    assert number_of(title) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "‘Red Harbour 2’: all we know\n\nThe film may arrive. The sequel ‘Red Harbour 2’ could be good.",
            "Red Harbour 2",
        ),
        ("Is Red Harbour 2 Coming?\n\nRed Harbour 2 is a film. The movie will be fun.", "Red Harbour 2"),
        ("News\n\nHeat\n\nThe movie “Heat” was a film. “Heat” is a good movie. Watch “Heat” in cinemas.", "Heat"),
        ("The Quiet Sea is here\n\nThe Quiet Sea is a 2024 drama film. It has a cast.", "The Quiet Sea"),
        ("What now?\n\nWe saw the film The Quiet Sea. The Quiet Sea is a movie. The Quiet Sea ends.", "The Quiet Sea"),
        ("Harbour Lights returns\n\nThe series Harbour Lights has a season 2. Each episode of the show is a film.", ""),
        ("Our garden\n\nIt looks like a film set. It may grow.", ""),
        ("The Xen Box X review\n\nThe Xen Box X is a console. The Xen Box X plays games. One may buy it.", ""),
    ],
)
def test_what_an_article_is_about(text: str, expected: str) -> None:
    assert main(text) == expected


def test_people_are_no_films() -> None:
    text = "Ann Lee film news\n\nThe Ann Lee film is a movie. The film Ann Lee made was a movie. Ann Lee is back."
    assert main(text, ("Ann Lee",)) == ""


def test_the_longest_title_is_meant() -> None:
    found = films("‘Red Harbour 2’\n\nThe film Red Harbour 2 follows the film Red Harbour. Red Harbour 2 is a sequel.")
    assert [title for _start, _end, title in found.named_in("Red Harbour 2 and Red Harbour, Red Harbour 2.")] == [
        "Red Harbour 2",
        "Red Harbour",
        "Red Harbour 2",
    ]


def test_a_season_of_a_film_is_its_sequel() -> None:
    found = films("‘Red Harbour 2’\n\nThe film Red Harbour 2 follows the film Red Harbour. Red Harbour 2 is a sequel.")
    assert found.named_in("Red Harbour season 2 may come")[0][2] == "Red Harbour 2"


def test_a_third_part_does_not_follow_the_first() -> None:
    found = films(
        "‘Red Harbour 3’\n\nThe film Red Harbour 3 is a sequel. The film Red Harbour was good. Red Harbour 3!"
    )
    assert found.main is not None
    assert found.main.previous == ""


def test_a_title_in_another_language_is_not_cut_short() -> None:
    assert main("Cine\n\nLa película, the film Abre los ojos, is a movie. The film Abre los ojos is a movie.") == ""


def test_a_headline_about_the_sequel_of_a_film_is_about_the_sequel() -> None:
    text = (
        "Shadow Harbor: everything we know about the sequel\n\n"
        "Shadow Harbor 2 is an upcoming thriller film directed by Leo Park."
        " It is the sequel to Shadow Harbor (2019). The film is expected in summer 2027.\n"
    )
    assert main(text) == "Shadow Harbor 2"
    assert main(text.replace(": everything we know about the sequel", ": everything we know")) == "Shadow Harbor"
