"""Links, backlinks, wanted pages, orphans, and where titles lead."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_making import document, film, linking, save, save_in, source_for

from fanwiki.domain.document import Link, Name
from fanwiki.domain.gate import Gate
from fanwiki.domain.title import identity, lookup_key
from fanwiki.domain.viewer import CURATOR, NEWCOMER, Viewer
from fanwiki.store.naming import candidates, choose, chosen
from fanwiki.store.rows import WantedRow
from fanwiki.store.wiki_file import WikiFile

PNG = b"\x89PNG\r\n\x1a\n"


def test_links_are_told_forwards_and_backwards(wiki: WikiFile) -> None:
    link = Link("b", heading="H", block="x1", label="shown", embed=True, field="about")
    save(wiki, document("A", links=(link, Link("Nowhere"))))
    b = save(wiki, document("B"))
    with wiki.reading(NEWCOMER) as reader:
        a = reader.pages.find("A")
        assert a is not None
        (back,) = reader.links.to(b)
        assert (back.source, back.page, back.target) == (a, b, "b")
        assert (back.heading, back.block, back.label, back.embed, back.field) == ("H", "x1", "shown", True, "about")
        assert [(row.target, row.page) for row in reader.links.of(a)] == [("b", b), ("Nowhere", None)]
        assert reader.links.count() == 2
        assert reader.links.counts_to([a, b]) == {b.id: 1}


@pytest.mark.parametrize("few", [0, 4000], ids=["walked", "sorted"])
@pytest.mark.parametrize("viewer", [CURATOR, NEWCOMER, Viewer.who_has_seen(["Twist"])], ids=["all", "none", "twist"])
def test_the_first_linking_pages_and_their_number_are_those_of_the_whole_list(
    wiki: WikiFile, viewer: Viewer, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fanwiki.store.linking.FEW", few)
    twist = Gate.of("Twist")
    with wiki.writing() as writer:
        save_in(writer, film("Twist"))
        hub = save_in(writer, document("Hub", names=(Name("Centre", is_title=False),), links=(Link("Hub"),)))
        save_in(writer, linking("Open", "Hub", "Centre", "hub"))
        save_in(writer, linking("Ajar", "Open", names=(Name("Zoo", is_title=False),)))
        save_in(writer, document("Both", links=(Link("Hub", gate=twist), Link("Centre"))))
        save_in(writer, document("Shut", links=(Link("Hub", gate=twist), Link("Centre", gate=twist))))
        save_in(writer, document("Hidden", gate=twist, links=(Link("Hub", gate=twist),)))
        save_in(writer, document("Half hidden", gate=twist, links=(Link("Hub"),)))
        gone = save_in(writer, linking("Gone", "Hub"))
        writer.pages.move_to_trash(gone.id)
    with wiki.reading(viewer) as reader:
        whole = reader.links.sources_to(hub)
        assert "Open" in [page.title for page in whole]
        assert reader.links.count_sources_to(hub) == len(whole)
        assert reader.links.first_sources_to(hub, 50) == whole
        assert reader.links.ids_linking_to(hub) == [page.id for page in whole]
        assert reader.links.much_linked(len(whole) - 1).get(hub.id) == len(whole)
        assert hub.id not in reader.links.much_linked(len(whole))
        assert reader.links.first_sources_to(hub, 2) == whole[:2]


@pytest.mark.parametrize(
    "written", ["Darth Vader", "darth Vader", "Anakin Skywalker", "ANAKIN SKYWALKER", "Anakin_Skywalker"]
)
def test_links_lead_by_title_alias_and_folded(wiki: WikiFile, written: str) -> None:
    save(wiki, linking("A", written))
    page = save(wiki, document("Anakin Skywalker", names=(Name("Darth Vader", is_title=False),)))
    with wiki.reading(NEWCOMER) as reader:
        assert [row.source.title for row in reader.links.to(page)] == ["A"]
        assert reader.pages.leads_to(written).page == page


def test_a_new_page_takes_over_the_links_to_its_title_from_an_alias(wiki: WikiFile) -> None:
    save(wiki, linking("A", "Vader"))
    alias = save(wiki, document("Anakin", names=(Name("Vader", is_title=False),)))
    title = save(wiki, document("Vader"))
    with wiki.reading(NEWCOMER) as reader:
        assert reader.links.to(alias) == []
        assert len(reader.links.to(title)) == 1
    with wiki.writing() as writer:
        writer.pages.move_to_trash(title.id)
    with wiki.reading(NEWCOMER) as reader:
        assert len(reader.links.to(alias)) == 1


def test_a_folded_link_leads_nowhere_once_two_pages_could_be_meant(wiki: WikiFile) -> None:
    save(wiki, linking("A", "ABACUS"))
    first = save(wiki, document("Abacus"))
    with wiki.reading(NEWCOMER) as reader:
        assert len(reader.links.to(first)) == 1
    save(wiki, document("AbacuS"))
    with wiki.reading(NEWCOMER) as reader:
        assert reader.links.to(first) == []
        assert [row.title for row in reader.links.wanted()] == ["ABACUS"]


def test_wanted_pages_come_most_wanted_first(wiki: WikiFile) -> None:
    save(wiki, linking("A", "Much", "Much", "Little"))
    save(wiki, linking("B", "Much", "A"))
    with wiki.reading(NEWCOMER) as reader:
        assert reader.links.wanted() == [WantedRow("Much", 3, 2), WantedRow("Little", 1, 1)]
        assert reader.links.wanted(1) == [WantedRow("Much", 3, 2)]


def test_files_are_not_wanted_pages(wiki: WikiFile) -> None:
    save(wiki, document("A", links=(Link("there.png", embed=True), Link("gone.png", embed=True))))
    with wiki.writing() as writer:
        writer.attachments.add("there.png", PNG)
    with wiki.reading(NEWCOMER) as reader:
        assert reader.links.wanted() == []
        assert [row.title for row in reader.links.missing_files()] == ["gone.png"]


def test_links_within_a_page_are_neither_backlinks_nor_wanted(wiki: WikiFile) -> None:
    page = save(wiki, document("A", links=(Link("", heading="H"),)))
    with wiki.reading(NEWCOMER) as reader:
        assert reader.links.to(page) == []
        assert reader.links.wanted() == []
        assert [row.title for row in reader.links.orphans()] == ["A"]


def test_orphans_are_pages_that_no_other_links_to(wiki: WikiFile) -> None:
    save(wiki, linking("A", "B"))
    save(wiki, linking("B", "B"))
    with wiki.reading(NEWCOMER) as reader:
        assert [row.title for row in reader.links.orphans()] == ["A"]


def test_gated_links_and_links_from_gated_pages_are_hidden(wiki: WikiFile) -> None:
    gate = Gate.of("Twist")
    save(wiki, film("Twist"))
    save(wiki, document("Open", links=(Link("Target", gate=gate), Link("Wanted", gate=gate))))
    save(wiki, document("Hidden", gate=gate, links=(Link("Target", gate=gate),)))
    target = save(wiki, document("Target"))
    with wiki.reading(NEWCOMER) as reader:
        assert reader.links.to(target) == []
        assert reader.links.wanted() == []
        assert [row.title for row in reader.links.orphans()] == ["Open", "Target", "Twist"]
        assert reader.links.count() == 0
    with wiki.reading(Viewer.who_has_seen(["Twist"])) as reader:
        assert [row.source.title for row in reader.links.to(target)] == ["Hidden", "Open"]
        assert [row.title for row in reader.links.wanted()] == ["Wanted"]


def test_a_link_to_a_page_that_was_hidden_later_is_hidden_at_once(wiki: WikiFile) -> None:
    """Until the page with the link is derived again its row is open; the target's gate is asked all the same."""
    gate = Gate.of("Twist")
    a = save(wiki, linking("A", "Secret"))
    save(wiki, document("Secret", gate=gate))
    with wiki.reading(NEWCOMER) as reader:
        assert reader.links.of(a) == []
        assert reader.links.wanted() == []


def test_a_lead_to_a_hidden_page_is_masked_and_names_its_gate(wiki: WikiFile) -> None:
    gate = Gate.of("Twist")
    save(wiki, document("Secret", gate=gate))
    save(wiki, document("Ann", names=(Name("The Heir", is_title=False, gate=gate),)))
    with wiki.reading(NEWCOMER) as reader:
        for title in ("Secret", "secret", "SECRET", "The Heir", "the heir"):
            lead = reader.pages.leads_to(title)
            assert (lead.page, lead.masked, lead.gate) == (None, True, gate), title
            assert reader.gate_of(title) == gate
            assert reader.pages.find(title) is None
        assert not reader.pages.leads_to("Nothing").masked
        assert reader.gate_of("Ann").is_open


def test_the_writer_knows_gates_of_names_it_just_saved(wiki: WikiFile) -> None:
    gate = Gate.of("Twist")
    with wiki.writing() as writer:
        assert writer.gate_of("Secret").is_open
        page = save_in(writer, document("Secret", gate=gate))
        assert writer.gate_of("secret") == gate
        made = document("Secret")
        writer.pages.save(made, source_for(made), base=page.head)
        assert writer.gate_of("secret").is_open


def test_pages_to_derive_again_are_found_by_key_and_by_title(wiki: WikiFile) -> None:
    by_key = save(wiki, linking("A", "vader"))
    by_title = save(wiki, linking("B", "Vader"))
    with wiki.writing() as writer:
        assert writer.links.sources_of([lookup_key("VADER")]) == {by_key.id, by_title.id}
        assert writer.links.naming("Vader") == {by_key.id, by_title.id}
        assert writer.links.naming("VADER") == set()


def test_pages_that_name_a_film_in_a_gate_are_found(wiki: WikiFile) -> None:
    page = save(wiki, document("A", links=(Link("B", gate=Gate.of("Twist", "Other")),)))
    save(wiki, linking("C", "Twist"))
    with wiki.writing() as writer:
        assert writer.pages.gated_by("twist") == {page.id}
        assert writer.pages.gated_by("Unknown") == set()


titles = st.sampled_from(["Abc", "abc", "ABC", "aBC", "Äbc", "X", "x", "Y y", "y_Y"])


@settings(max_examples=60, deadline=None)
@given(
    pages=st.lists(st.tuples(titles, st.lists(titles, max_size=2)), max_size=5), written=st.lists(titles, max_size=6)
)
def test_stored_leads_agree_with_the_rule(
    tmp_path_factory: pytest.TempPathFactory, pages: list[tuple[str, list[str]]], written: list[str]
) -> None:
    """The rule stands in Python, and in SQL for many pages and for links; whatever comes in any order, they agree."""
    path = tmp_path_factory.mktemp("leads") / "w.fanwiki"
    with WikiFile.create(path) as wiki, wiki.writing() as writer:
        save_in(writer, linking("Source", *written))
        taken: set[str] = set()
        for title, aliases in pages:
            if identity(title) not in taken:
                taken.add(identity(title))
                names = tuple(Name(alias, is_title=False) for alias in aliases)
                save_in(writer, document(title.replace("_", " "), names=names))
        source = writer.pages.by_title("Source")
        assert source is not None
        for row in writer.links.of(source):
            connection = writer.snapshot.connection
            meant = choose(row.target, candidates(connection, [row.target]))
            assert (row.page.id if row.page else None) == (meant.page if meant else None)
            assert chosen(connection, [row.target]).get(row.target) == meant


def test_everybody_is_an_orphan_in_an_unlinked_wiki(wiki: WikiFile) -> None:
    save(wiki, document("A"))
    with wiki.reading(CURATOR) as reader:
        assert [row.title for row in reader.links.orphans()] == ["A"]
