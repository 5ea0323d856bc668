"""What a script or a terminal gets of one page."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

import pytest

from fanwiki.domain.viewer import CURATOR
from fanwiki.services import importing, showing
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


def test_html_holds_its_pictures(wiki: WikiFile) -> None:
    html = showing.as_html(wiki, "Ojo", CURATOR)
    (picture,) = re.findall(r'<img src="data:image/svg\+xml;base64,([^"]+)"', html)
    assert base64.b64decode(picture).lstrip().startswith(b"<")
    assert 'class="missing"' not in html.split('class="text"')[0]
