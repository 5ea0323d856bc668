"""What readers type to find a film again, against a wiki of 23,000 real films and performers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from corpus_files import corpus
from fanwiki.domain.query import FieldNames, parse
from fanwiki.domain.viewer import CURATOR
from fanwiki.store.wiki_file import WikiFile
from film_wiki import make_film_wiki

pytestmark = [pytest.mark.corpus, pytest.mark.heavy]

FIRST = {
    "terminator": "The Terminator",
    "matrix": "The Matrix",
    "the matrix": "The Matrix",
    "fight club": "Fight Club",
    "alien 3": "Alien 3",
    "die hard 2": "Die Hard 2",
    "rambo 3": "Rambo III",
    "rocky 4": "Rocky IV",
    "star trek 4": "Star Trek IV: The Voyage Home",
    "ghostbusters 2": "Ghostbusters II",
    "x men": "X-Men",
    "xmen": "X-Men",
    "spykids": "Spy Kids",
    "batman returns": "Batman Returns",
    "keanu reeves": "Keanu Reeves",
    "clooney kind:person": "George Clooney",
    '"sin city"': "Sin City",
    "tom hanks castaway": "Cast Away",
    'actor:"Tom Hanks" year:1994': "Forrest Gump",
    "wizard school": "Harry Potter and the Sorcerer's Stone",
    "dinosaur park": "Jurassic Park",
    "president plane hijacked": "Air Force One",
    "serial killer seven sins": "Seven",
    "chess prodigy": "Searching for Bobby Fischer",
    "amnesia tattoos": "Memento",
    "baseball ghost cornfield": "Field of Dreams",
    "time machine delorean": "Back to the Future Part II",
}
AMONG_FIVE = {
    "lord of the rings": "The Lord of the Rings: The Fellowship of the Ring",
    "sequel to aliens": "Alien 3",
    "robert rodriguez spy": "Spy Kids",
    "spy family": "Spy Kids",
    "tom hanks island": "Cast Away",
    "superhero family": "The Incredibles",
    "rat chef": "Ratatouille",
    "rat cook paris": "Ratatouille",
    "dreams killer kids freddy": "A Nightmare on Elm Street",
    "virtual reality hacker": "The Matrix",
    "boy wizard first year": "Harry Potter and the Sorcerer's Stone",
    "genre:western eastwood": "Unforgiven",
    "submarine": "U-571",
    "se7en": "Seven",
    "star wars 1": "Star Wars: Episode I – The Phantom Menace",
    "pirates caribbean": "Pirates of the Caribbean: The Curse of the Black Pearl",
}


@pytest.fixture(scope="module")
def wiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WikiFile]:
    with make_film_wiki(tmp_path_factory.mktemp("films") / "films.fanwiki", corpus("films")) as made:
        yield made


def found(wiki: WikiFile, text: str, limit: int) -> list[str]:
    with wiki.reading(CURATOR) as reader:
        query = parse(text, FieldNames(reader.kinds().values()))
        return [hit.page.title for hit in reader.search.run(query, limit=limit).hits]


def test_what_is_looked_for_comes_first(wiki: WikiFile) -> None:
    wrong = {text: found(wiki, text, 1) for text, title in FIRST.items() if found(wiki, text, 1) != [title]}
    assert wrong == {}


def test_what_is_half_remembered_is_among_the_first_five(wiki: WikiFile) -> None:
    wrong = {text: found(wiki, text, 5) for text, title in AMONG_FIVE.items() if title not in found(wiki, text, 5)}
    assert wrong == {}


def test_words_that_say_nothing_do_not_hide_what_is_looked_for(wiki: WikiFile) -> None:
    assert "Harry Potter and the Sorcerer's Stone" in found(wiki, "the boy wizard in his first year", 5)
