"""Links of a vault lead to the pages that their notes become, and read as they read there."""

from __future__ import annotations

from pathlib import Path

import pytest
from vault_making import PNG, make_folder, read_vault

TWINS = {"Hero.md": "top", "Films/Hero.md": "in films", "People/Ann.md": "---\naliases: [Annie]\n---\nAnn"}


def body_of(tmp_path: Path, text: str, *, note: str = "Note.md") -> str:
    """The body that a note with this text gets among twins."""
    vault = make_folder(tmp_path, {**TWINS, note: text, "People/pics/a b.png": PNG, "img.png": PNG})
    return read_vault(vault).pages[Path(note).stem].body


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("[[Hero]]", "[[Hero]]"),
        ("[[Films/Hero]]", "[[Hero (Films)|Hero]]"),
        ("[[Films/Hero|shown]]", "[[Hero (Films)|shown]]"),
        ("[[Films/Hero#Part]]", "[[Hero (Films)#Part|Hero]]"),
        ("[[films/hero.md#^b1|x]]", "[[Hero (Films)#^b1|x]]"),
        ("![[Films/Hero]]", "![[Hero (Films)]]"),
        ("[[./Hero]]", "[[Hero]]"),
        ("[[People/Ann]]", "[[Ann]]"),
        ("[[ann]]", "[[ann]]"),
        ("[[Annie]]", "[[Annie]]"),
        ("[[Nobody]]", "[[Nobody]]"),
        ("[[#Here]]", "[[#Here]]"),
        ("[shown](Films/Hero.md)", "[shown](Hero%20%28Films%29.md)"),
        ("[shown](People/Ann.md#Part)", "[shown](Ann.md#Part)"),
        ("![[People/pics/a b.png|100]]", "![[a b.png|100]]"),
        ("![alt](People/pics/a%20b.png)", "![alt](a%20b.png)"),
        ("![[img.png]]", "![[img.png]]"),
        ("`[[Films/Hero]]`", "`[[Films/Hero]]`"),
        ("%% [[Films/Hero]] %%", "%% [[Films/Hero]] %%"),
    ],
)
def test_every_form_of_link(tmp_path: Path, written: str, wanted: str) -> None:
    assert body_of(tmp_path, f"See {written} now.") == f"See {wanted} now."


def test_a_link_in_a_table_keeps_its_bar_escaped(tmp_path: Path) -> None:
    table = "| a | b |\n| --- | --- |\n| [[Films/Hero\\|x]] | [[Films/Hero]] |\n"
    assert body_of(tmp_path, table).endswith("| [[Hero (Films)\\|x]] | [[Hero (Films)\\|Hero]] |\n")


def test_the_note_in_the_same_folder_is_nearest(tmp_path: Path) -> None:
    assert body_of(tmp_path, "[[Hero]]", note="Films/Note.md") == "[[Hero (Films)|Hero]]"
    assert body_of(tmp_path, "[[../Hero]]", note="Films/Note.md") == "[[Hero]]"


def test_links_in_front_matter_are_led_too(tmp_path: Path) -> None:
    text = '---\nboss: "[[Films/Hero]]"\nteam: ["[[People/Ann|A]]", plain]\nimage: People/pics/a b.png\n---\n'
    vault = make_folder(tmp_path, {**TWINS, "Note.md": text, "People/pics/a b.png": PNG})
    found = read_vault(vault)
    assert found.pages["Note"].fields == {
        "boss": "[[Hero (Films)]]",
        "team": ["[[Ann|A]]", "plain"],
        "image": "a b.png",
    }


def test_links_are_counted_and_what_leads_nowhere_is_named(tmp_path: Path) -> None:
    text = "[[Hero]] [[Nobody]] ![[gone.png]] ![[Nothing]] [[Nobody|x]] `[[code]]` [[#Here]]"
    report = read_vault(make_folder(tmp_path, {**TWINS, "Note.md": text})).report
    assert (report.links, report.embeds) == (4, 2)
    assert report.as_json()["unresolved_links"] == 3
    assert report.as_json()["unresolved"] == {"Nobody": 2, "Nothing": 1}
    assert report.as_json()["files_missing"] == ["gone.png"]


def test_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    vault = {
        "a/pic.png": PNG,
        "b/PIC.png": PNG + b"2",
        "a/N.md": "![[pic.png]]",
        "b/M.md": "![[PIC.png]] ![[a/pic.png]]",
    }
    found = read_vault(make_folder(tmp_path, vault))
    assert set(found.files) == {"pic.png", "PIC (b).png"}
    assert found.pages["N"].body == "![[pic.png]]"
    assert found.pages["M"].body == "![[PIC (b).png]] ![[pic.png]]"


def test_a_name_that_no_title_can_be_is_led_to_the_title_it_becomes(tmp_path: Path) -> None:
    found = read_vault(make_folder(tmp_path, {"C {x}.md": "here", "Note.md": "[[C {x}]]"}))
    assert found.pages["Note"].body == "[[C (x)|C {x}]]"
