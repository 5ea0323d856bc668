"""Single spoilers: what is revealed is that one, and nothing else that it holds."""

from __future__ import annotations

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
    assert "| x | cell |" in shown(BODY, 3)


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


def test_each_mask_offers_what_it_hides_and_a_masked_title_nothing() -> None:
    shown = html(BODY)
    assert shown.count("film:#item-1") == 1
    assert shown.count("film:#item-2") == 1
    assert shown.count("film:#item-3") == 1
    assert shown.count("film:#item-4") == 1
    assert "film:#item-5" not in shown
    assert shown.count('class="withheld"') == 5, "the mention of Newt is masked, and is no item"


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
    # The gated alias, a row and the role in it, a note and the spoiler in it.
    assert [item.films for item in found] == ["Alien", "Aliens", "Alien", "Aliens", "Alien"]
    assert all(item.is_field for item in found)
    alias, row, role, note, spoiler = (item.key for item in found)
    assert fields_shown(role, spoiler) == fields_shown(), "they show only with what they stand in"
    assert "Newt" not in str(fields_shown())
    assert fields_shown(row)["crew"] == [{"who": "Newt"}, {"who": "[[Ripley]]", "role": "chief"}]  # no link, no role
    assert "Newt" not in str({**fields_shown(row), "crew": None})
    assert fields_shown(note)["notes"] == ["Plain"], "the spoiler in it is an item of its own"
    assert "Newt" not in str(fields_shown(alias)), "the name in the alias is still hidden"


def test_what_is_hidden_in_a_shown_value_is_offered_with_it() -> None:
    source = PageSource("Ship", fields=FIELDS)
    told = fields_shown(*(item.key for item in hidden_items(source, WITH_STORY, sees=sees, gate_of=gate_of)))
    assert told["crew"][0] == {"who": "Newt", "role": "guard"}  # type: ignore[index]
    assert told["notes"] == ["Met Newt and died", "Plain"]
    assert "Newt" not in str(told["story"])
