"""Who plays whom: the forms that articles write it in, and those that only look like it."""

from __future__ import annotations

import pytest

from fanwiki.importers.article.cast import castings
from fanwiki.importers.article.plain import read_plain
from fanwiki.importers.article.sentences import sentences


def pairs(text: str) -> list[tuple[str, str]]:
    article = read_plain(f"A headline\n\n{text}\n")
    found = castings(article.blocks, list(sentences(article.blocks)))
    return [(entry.performer, entry.character or entry.named) for entry in found]


@pytest.mark.parametrize(
    ("line", "performer", "character"),
    [
        ("Andy Walken as Wheels", "Andy Walken", "Wheels"),
        ("YaYa Gosselin as Missy Moreno as well", "YaYa Gosselin", "Missy Moreno"),
        ("Isaiah Russell-Bailey as Rewind, who turns back time", "Isaiah Russell-Bailey", "Rewind"),
        ("Jean-Claude Van Damme as JCVD", "Jean-Claude Van Damme", "JCVD"),
        ("Seán O’Brien as Mr. O’Neill", "Seán O'Brien", "Mr. O'Neill"),
        ("Úrsula Corberó as “Tokyo”", "Úrsula Corberó", "Tokyo"),
        ("Park Hae-soo as Berlin (voice)", "Park Hae-soo", "Berlin"),
        ("Guillermo del Toro as the Narrator", "Guillermo del Toro", "Narrator"),
        ("Zendaya as MJ", "Zendaya", "MJ"),
        ("Dwayne “The Rock” Johnson as Luke Hobbs", "Dwayne Johnson", "Luke Hobbs"),
        ("Robert Downey Jr. as Victor von Doom", "Robert Downey Jr.", "Victor von Doom"),
        ("Tom Holland as Peter Parker / Spider-Man", "Tom Holland", "Peter Parker"),
        ("Kim Yun-jin as Seon Woo-jin: the head of the task force", "Kim Yun-jin", "Seon Woo-jin"),
        ("Tom Hanks as himself", "Tom Hanks", "Himself"),
        ("Lotus Blossom as A Capella", "Lotus Blossom", "A Capella"),
        ("Mr. Big, played by Ángel Díaz", "Ángel Díaz", "Mr. Big"),
        ("Wheels (played by Andy Walken)", "Andy Walken", "Wheels"),
        ("Andy Walken plays Wheels", "Andy Walken", "Wheels"),
        ("Andy Walken will return as Wheels", "Andy Walken", "Wheels"),
    ],
)
def test_an_item_of_a_cast_list_is_read(line: str, performer: str, character: str) -> None:
    assert pairs(f"Cast\n\n- {line}\n- Ann Lee as Bob Ross") == [(performer, character), ("Ann Lee", "Bob Ross")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Andy Walken, who plays Wheels, is back.", [("Andy Walken", "Wheels")]),
        ("Nathan Blair portrays Wild Card in the film.", [("Nathan Blair", "Wild Card")]),
        ("Daniel Craig is reprising his role as Detective Benoit Blanc.", [("Daniel Craig", "Detective Benoit Blanc")]),
        ("Harry Styles will play famed runner Steve Prefontaine.", [("Harry Styles", "Steve Prefontaine")]),
        ("Inspector Urvashi Das, played by Ritu Arya, follows them.", [("Ritu Arya", "Inspector Urvashi Das")]),
        (
            "It stars Priyanka Chopra Jonas as Ms. Granada and Pedro Pascal as Marcus Moreno.",
            [("Priyanka Chopra Jonas", "Ms. Granada"), ("Pedro Pascal", "Marcus Moreno")],
        ),
        (
            "Ann Lee, Bo Moss and Cy Dee will play Batgirl, Black Canary and Huntress, respectively.",
            [("Ann Lee", "Batgirl"), ("Bo Moss", "Black Canary"), ("Cy Dee", "Huntress")],
        ),
        (
            "Keanu Reeves and Carrie-Anne Moss, who played the far-future rebels Neo and Trinity, return.",
            [("Keanu Reeves", "Neo"), ("Carrie-Anne Moss", "Trinity")],
        ),
        (
            "Martin Freeman has confirmed that he will be returning for Black Panther II as CIA agent Everett Ross.",
            [("Martin Freeman", "Everett Ross")],
        ),
        ("Sam Worthington is back. He plays the role of Jake Sully.", [("Sam Worthington", "Jake Sully")]),
        ("Actress Helena Bonham Carter stars as Eudoria.", [("Helena Bonham Carter", "Eudoria")]),
        ("Ana de Armas voices the Narrator.", [("Ana de Armas", "Narrator")]),
    ],
)
def test_a_sentence_is_read(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Marcus Moreno, known as Maverick, is a hero.",
        "The film serves as Batman as much as anything.",
        "Robert Rodriguez returns as director.",
        "Robert Rodriguez as Executive Producer and Ann Lee as Writer.",
        "Finn Wittrock plays the grandfather of John.",
        "Pedro Pascal as well as Ann Lee is missed.",
        "It was released by Netflix as December came.",
        "The kids grow up as soon as Rewind can.",
        "The story begins as Wheels meets Noodles.",
        "She came to fame as Oberyn.",
        "Everybody regards Pedro Pascal as Maverick.",
    ],
)
def test_what_only_looks_like_a_part_is_left(sentence: str) -> None:
    assert [pair for pair in pairs(sentence) if pair[0] != "Ann Lee"] == []


@pytest.mark.parametrize("mark", [" – ", " — ", " - ", ": ", " … "])
def test_performers_stand_left_of_a_dash_unless_the_right_side_looks_more_like_people(mark: str) -> None:
    assert pairs(f"Cast\n\n- Andy Walken{mark}Wheels\n- YaYa Gosselin{mark}Missy Moreno") == [
        ("Andy Walken", "Wheels"),
        ("YaYa Gosselin", "Missy Moreno"),
    ]
    assert pairs(f"Characters\n\n- Wheels{mark}Andy Walken\n- The Boss{mark}Lyon Daniels") == [
        ("Andy Walken", "Wheels"),
        ("Lyon Daniels", "The Boss"),
    ]


def test_a_list_of_other_things_is_no_cast() -> None:
    assert pairs("What to bring\n\n- Salt – Two Spoons\n- Milk – One Cup\n- Honey – to taste") == []
    assert pairs("Where to go\n\n- Paris – France\n- flat stones – any beach\n- more") == []


def test_a_table_names_its_columns() -> None:
    table = "Role\tActor\nWheels\tAndy Walken\nA Capella\tLotus Blossom"
    assert pairs(table) == [("Andy Walken", "Wheels"), ("Lotus Blossom", "A Capella")]
    assert pairs("Name | Played by\nWheels | Andy Walken") == [("Andy Walken", "Wheels")]
    assert pairs("City | Country\nNew York | United States") == []


def test_kind_of_role_and_other_name_are_kept() -> None:
    article = read_plain(
        "A headline\n\nCast\n\n- Ann Lee as Carol Danvers aka Captain Marvel\n- Bo Moss as Bot (voice)\n"
    )
    first, second = castings(article.blocks, list(sentences(article.blocks)))
    assert (first.character, first.alias) == ("Carol Danvers", "Captain Marvel")
    assert (second.character, second.role) == ("Bot", "voice")


def test_one_pair_is_told_once() -> None:
    assert pairs("Andy Walken plays Wheels. Andy Walken stars as Wheels.") == [("Andy Walken", "Wheels")]
