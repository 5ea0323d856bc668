"""What a script or a terminal gets of one page."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from fanwiki.domain.viewer import CURATOR, NEWCOMER, Viewer
from fanwiki.services import editing, importing, showing
from fanwiki.services.wikis import create_wiki
from fanwiki.store.wiki_file import WikiFile


@pytest.fixture(scope="module")
def wiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WikiFile]:
    with importing.create_sample(tmp_path_factory.mktemp("sample") / "sample.fanwiki") as made:
        yield made


def test_text_names_the_fields_and_says_nothing_twice(wiki: WikiFile) -> None:
    text = showing.as_text(wiki, "We Can Be Heroes", CURATOR)
    assert text.startswith("We Can Be Heroes\n\nAlso known as: We Can Be Heroes (2020); WCBH\n")
    assert "\nDirector: Robert Rodriguez\n" in text
    assert "\nGenre: superhero; family; adventure\n" in text
    assert "\nReleased: 2020-12-25 (streaming)\n" in text
    assert "Missy Moreno (YaYa Gosselin)" in text
    assert text.count("Troublemaker Studios") == 1
    assert "\n\nStory\n\n" in text


def test_text_has_a_word_where_something_is_hidden(tmp_path: Path) -> None:
    body = (
        "He is ||gone||{[[Oh, God!]]}.\n\n> [!spoiler] Oh Well\n> He came back.\n\n"
        "| a |\n|---|\n| \\|\\|cell\\|\\|{Oh Well} |\n\nWith [[Secret Man]], ||somehow||.\n"
    )
    with create_wiki(tmp_path / "w.fanwiki") as wiki:
        for film in ("Oh, God!", "Oh Well"):
            editing.save_markdown(wiki, film, "---\nkind: film\n---\n")
        editing.save_markdown(wiki, "Secret Man", '---\nspoils: "[[Oh Well]]"\n---\n')
        editing.save_markdown(wiki, "Ann", body)
        text = showing.as_text(wiki, "Ann", NEWCOMER)
        seen = showing.as_text(wiki, "Ann", Viewer.who_has_seen(["Oh, God!", "Oh Well"]))
    assert "He is [spoiler for Oh, God!].\n" in text
    assert text.count("[spoiler for Oh Well]") == 3
    assert "With [spoiler for Oh Well], [spoiler]." in text
    for secret in ("gone", "came back", "cell", "Secret Man", "somehow"):
        assert secret not in text
        assert secret in seen
    assert "[spoiler" not in seen


def test_html_holds_its_pictures(wiki: WikiFile) -> None:
    html = showing.as_html(wiki, "Ojo", CURATOR)
    (picture,) = re.findall(r'<img src="data:image/svg\+xml;base64,([^"]+)"', html)
    assert base64.b64decode(picture).lstrip().startswith(b"<")
    assert 'class="missing"' not in html.split('class="text"')[0]
