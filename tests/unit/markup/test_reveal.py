"""Single spoilers: what is revealed is that one, and nothing else that it holds."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from fanwiki.domain.gate import Gate
from fanwiki.domain.kind import Field, FieldType, Kind
from fanwiki.domain.page import PageSource, Value
from fanwiki.domain.title import identity
from fanwiki.markup.pipeline import BodyPipeline
from fanwiki.markup.redact import redact
from fanwiki.markup.resolve import LinkTarget, resolve
from fanwiki.markup.reveal import HiddenItem, hidden_items, numbered, reveal

KIND = Kind("article", "Article", "Articles")
BODY = """## Plot

> [!spoiler] Alien
> The cat lives. ||The android lies.|| And ||Ripley wakes||{Aliens}.
> > [!spoiler] Aliens
> > The queen dies. [[Newt]] knows.

## Secret of ||the ship||{Alien}

One ||secret||{Alien} and [[Newt]].

| a | b |
| --- | --- |
| x | \\|\\|cell\\|\\|{Alien} |
"""


def sees(gate: Gate) -> bool:
    return gate.is_open


def gate_of(title: str) -> Gate:
    return Gate.of("Aliens") if identity(title) == identity("Newt") else Gate()


def items(body: str) -> tuple[HiddenItem, ...]:
    return hidden_items(PageSource("Ship", body=body), KIND, sees=sees, gate_of=gate_of)


def shown(body: str, *numbers: int) -> str:
    keys = {items(body)[number].key for number in numbers}
    source = reveal(PageSource("Ship", body=body), KIND, keys)
    return redact(source, KIND, sees=sees, gate_of=gate_of).body


def test_items_are_told_by_film_and_heading_and_not_by_what_they_hold() -> None:
    found = items(BODY)
    assert [(item.is_block, item.films, item.heading) for item in found] == [
        (True, "Alien", "Plot"),
        (False, "Alien", ""),  # in a heading that may not be seen whole, so that it is not told
        (False, "Alien", ""),
        (False, "Aliens", ""),  # a name
        (False, "Alien", ""),
    ]


def test_a_revealed_block_keeps_other_films_secrets() -> None:
    text = shown(BODY, 0)
    assert "The cat lives. The android lies." in text
    assert "Ripley" not in text
    assert "queen" not in text
    assert "Newt" not in text
    assert "secret||" not in text.replace("||…||", "")


def test_a_revealed_phrase_shows_itself_only() -> None:
    text = shown(BODY, 2)
    assert "One secret and ||…||" in text
    assert "cat" not in text
    assert "the ship" not in text
    assert "cell" not in text
    assert "| x | cell |" in shown(BODY, 4)


def test_nothing_revealed_changes_nothing() -> None:
    source = PageSource("Ship", body=BODY)
    assert reveal(source, KIND, ()) is source
    assert reveal(source, KIND, {"nothing"}) is source


def test_what_its_author_changes_is_hidden_again() -> None:
    key = items("||one||{Alien}")[0].key
    changed = reveal(PageSource("Ship", body="||one more||{Alien}"), KIND, {key})
    assert "more" not in redact(changed, KIND, sees=sees, gate_of=gate_of).body


def html(body: str, offers: bool = True) -> str:
    source = PageSource("Ship", body=body)
    places = numbered(source, KIND, sees=sees, gate_of=gate_of).places
    visible = redact(source, KIND, sees=sees, gate_of=gate_of, numbers=places)
    return resolve(BodyPipeline().html(visible.body), Offering(offers))


class Offering:
    """Leads everywhere and offers to show what masks hide, or not."""

    def __init__(self, offers: bool) -> None:
        self._offers = offers

    def link(self, target: str, heading: str, block: str) -> LinkTarget:
        return LinkTarget(f"page:{target}", target)

    def image(self, name: str) -> str | None:
        return None

    def embed(self, target: str, heading: str, block: str) -> str | None:
        return f'<p>{target} <a href="film:%23item-1">x</a></p>'

    def query(self, text: str) -> str:
        return ""

    def film(self, name: str) -> LinkTarget:
        return LinkTarget(f"film:{name}", f"“{name}”") if self._offers or name[0] != "#" else LinkTarget(None, "")

    def tag(self, name: str) -> LinkTarget:
        return LinkTarget(None, name)


def test_a_hidden_name_shows_itself_and_leads_nowhere() -> None:
    text = shown(BODY, 3)
    assert "One ||…||{Alien} and Newt." in text
    assert text.count("Newt") == 1
    for secret in ("cat", "the ship", "cell", "queen", "secret", "[[Newt"):
        assert secret not in text


def test_a_name_is_shown_wherever_the_page_writes_it_so() -> None:
    body = "[[Newt]] runs. [[newt|Newt]] hides, [[Newt|she]] falls. ![[Newt]] [[Newt#Home]]"
    found = items(body)
    assert [item.films for item in found] == ["Aliens"] * 4
    text = shown(body, 0)
    assert text.startswith("Newt runs. ||…||{Aliens} hides, she falls.")
    assert text.count("Newt") == 1
    assert shown(body, 0, 1, 2, 3).count("Newt") == 4


def test_a_name_within_a_spoiler_is_offered_once_that_is_shown() -> None:
    body = "It ||eats [[Newt]] whole||{Alien}."
    outer, *others = items(body)
    assert others == []
    source = PageSource("Ship", body=body)
    found = hidden_items(source, KIND, sees=sees, gate_of=gate_of, shown=[outer.key])
    assert [item.films for item in found] == ["Alien, Aliens", "Aliens"]
    keys = {item.key for item in found}
    assert shown_with(body, {found[0].key}) == "It eats ||…||{Aliens} whole."
    assert shown_with(body, keys) == "It eats Newt whole."
    assert shown_with(body, {found[1].key}) == "It ||…||{Alien}.", "the name alone shows nothing of the spoiler"
    after = hidden_items(reveal(source, KIND, {found[1].key}), KIND, sees=sees, gate_of=gate_of)
    assert [item.key for item in after] == [outer.key], "a spoiler stays the same one when a name in it is shown"


def shown_with(body: str, keys: Collection[str]) -> str:
    source = reveal(PageSource("Ship", body=body), KIND, keys)
    return redact(source, KIND, sees=sees, gate_of=gate_of).body


def test_what_a_shown_block_holds_is_offered_after_all_others() -> None:
    block, *others = items(BODY)
    found = hidden_items(PageSource("Ship", body=BODY), KIND, sees=sees, gate_of=gate_of, shown=[block.key])
    assert found[: 1 + len(others)] == (block, *others)
    inner = found[1 + len(others) :]
    assert [(item.is_block, item.films) for item in inner] == [(False, "Aliens"), (True, "Aliens")]
    assert "Ripley wakes" in shown_with(BODY, {block.key, inner[0].key})
    assert "queen" not in shown_with(BODY, {block.key, inner[0].key})
    assert "queen" in shown_with(BODY, {block.key, inner[1].key})


@pytest.mark.parametrize(
    "title", ["`", "$", "%%", "<!--", "a `b", "\\", "~~~", "<code>", "&#124;&#124;", "*", "==", "^x"]
)
def test_a_title_with_signs_of_its_own_shows_no_spoiler_with_it(title: str) -> None:
    def of_strange(target: str) -> Gate:
        return Gate.of("Aliens") if identity(target) == identity(title) else Gate()

    body = f"[[{title}]] x ||the secret||{{Alien}} {title} y ``z`` $ %% -->\n\n> [!spoiler] Alien\n> the secret\n"
    source = PageSource("Ship", body=body)
    keys = {item.key for item in hidden_items(source, KIND, sees=sees, gate_of=of_strange) if item.films == "Aliens"}
    before = redact(source, KIND, sees=sees, gate_of=of_strange).body
    after = redact(reveal(source, KIND, keys), KIND, sees=sees, gate_of=of_strange).body
    assert after.count("secret") <= before.count("secret")


def test_each_mask_offers_what_it_hides() -> None:
    shown = html(BODY)
    assert [shown.count(f"film:#item-{number}") for number in range(1, 7)] == [1, 1, 1, 1, 1, 0]
    assert shown.count('class="withheld"') == 5


def test_nobody_is_offered_anything_where_nobody_can_choose() -> None:
    assert "item" not in html(BODY, offers=False)
    assert html(BODY, offers=False).count('class="withheld"') == 5


def test_an_offer_says_what_it_does_whoever_wrote_it() -> None:
    assert "Harmless" not in html('<a href="film:%23item-1">Harmless</a>')
    assert "item" not in html("![[Other]]"), "another page's author offers nothing of this page"


def test_what_a_folded_title_hides_is_offered_below_it() -> None:
    shown = html("> [!tip]- Fold ||it||{Alien}\n> x")
    summary, _, below = shown.partition("</summary>")
    assert "<a " not in summary, "no link within a button"
    assert below.count("film:#item-1") == 1
    assert below.index("#item-1") < below.index("x</p>")
    assert "item" not in html("> [!tip]- Fold ||it||{Alien}\n> x", offers=False)
    assert 'class="withheld"' not in html("> [!tip]- Fold ||it||{Alien}\n> x", offers=False).partition("</summary>")[2]


def test_films_with_commas_in_their_titles_keep_their_masks() -> None:
    def nobody(_gate: Gate) -> bool:
        return _gate.is_open

    for body in ("> [!spoiler] [[Me, Myself]], [[Alien]]\n> x", "It ||is||{[[Me, Myself]], [[Alien]]}."):
        source = PageSource("Ship", body=body)
        places = numbered(source, KIND, sees=nobody).places
        shown = resolve(BodyPipeline().html(redact(source, KIND, sees=nobody, numbers=places).body), Offering(True))
        assert ">“alien”</a>" in shown.casefold()
        assert ">“me, myself”</a>" in shown.casefold()
        assert ">“#item-1”</a>" in shown


FIELDS: dict[str, Value] = {
    "aliases": ["Ally", {"value": "Friend of [[Newt]]", "gate": "[[Alien]]"}],
    "crew": [
        {"who": "[[Newt]]", "role": {"value": "guard", "gate": "[[Alien]]"}},
        {"who": "[[Ripley]]", "role": "chief"},
    ],
    "notes": ["Met [[Newt]] and ||died||{Alien}", "Plain"],
    "story": "Long, with [[Newt]] in it.",
}
WITH_STORY = Kind("article", "Article", "Articles", fields=(Field("story", "Story", FieldType.LONG_TEXT),))


def fields_shown(*keys: str) -> dict[str, Value]:
    source = reveal(PageSource("Ship", fields=FIELDS), WITH_STORY, keys)
    return dict(redact(source, WITH_STORY, sees=sees, gate_of=gate_of).fields)


def test_a_value_that_names_a_hidden_page_is_one_item() -> None:
    source = PageSource("Ship", fields=FIELDS)
    found = hidden_items(source, WITH_STORY, sees=sees, gate_of=gate_of)
    # The gated alias, a row and the role in it, a note and the spoiler in it, a name in the story.
    assert [item.films for item in found] == ["Alien", "Aliens", "Alien", "Aliens", "Alien", "Aliens"]
    assert all(item.is_field for item in found)
    alias, row, role, note, spoiler, name = (item.key for item in found)
    assert fields_shown(role, spoiler) == fields_shown(), "they show only with what they stand in"
    assert "Newt" not in str(fields_shown())
    assert fields_shown(row)["crew"] == [{"who": "Newt"}, {"who": "[[Ripley]]", "role": "chief"}]  # no link, no role
    assert "Newt" not in str({**fields_shown(row), "crew": None})
    assert fields_shown(note)["notes"] == ["Plain"], "the spoiler in it is an item of its own"
    assert "Newt" not in str(fields_shown(alias)), "the name in the alias is still hidden"
    assert fields_shown(name)["story"] == "Long, with Newt in it."
    assert str(fields_shown(name)).count("Newt") == 1


def test_what_is_hidden_in_a_shown_value_is_offered_with_it() -> None:
    source = PageSource("Ship", fields=FIELDS)
    told = fields_shown(*(item.key for item in hidden_items(source, WITH_STORY, sees=sees, gate_of=gate_of)))
    assert told["crew"][0] == {"who": "Newt", "role": "guard"}  # type: ignore[index]
    assert told["notes"] == ["Met Newt and died", "Plain"]
    assert "Newt" not in str(told["aliases"])


def test_what_a_shown_value_holds_is_offered_then() -> None:
    source = PageSource("Ship", fields=FIELDS)
    first = hidden_items(source, WITH_STORY, sees=sees, gate_of=gate_of)
    found = hidden_items(source, WITH_STORY, sees=sees, gate_of=gate_of, shown=[first[0].key])
    assert found[:-1] == first
    assert found[-1].films == "Aliens"
    assert fields_shown(first[0].key, found[-1].key)["aliases"] == ["Ally", "Friend of Newt"]
