"""The bundle as an archive and as one file: whole or absent, the same bytes, and nothing of somebody's is replaced."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from bundle_making import DRAWING, MadeBundle, entry
from fanwiki.domain.page import PageId
from fanwiki.errors import FanwikiError
from fanwiki.exporters.html import Hrefs, PageText, TextPart, export_bundle, export_single, export_zip
from fanwiki.jobs import Cancelled, Progress
from fanwiki.markup.views import Html, PageView


def picture(hrefs: Hrefs) -> str:
    return f'<img src="{hrefs.attachment("a.svg")}" alt="">'


WIKI = MadeBundle(
    [entry(1, "Ann", aliases=("Annie",), tags=("hero",), image="a.svg"), entry(2, "Film </script>", "film")],
    {
        PageId(1): lambda hrefs: PageView(
            "Ann", body=Html('<h2 id="s-x">X</h2><a href="#s-x">x</a> id="s-x"' + picture(hrefs))
        )
    },
    files={"a.svg": DRAWING},
    texts={PageId(1): PageText((TextPart("", "A </script><!-- text"),))},
)
EXPORTS: dict[str, Callable[..., object]] = {"zip": export_zip, "single": export_single}


def test_the_archive_holds_what_the_folder_does(tmp_path: Path) -> None:
    export_bundle(WIKI, tmp_path / "wiki")
    export_zip(WIKI, tmp_path / "wiki.zip")
    folder = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes()
        for path in (tmp_path / "wiki").rglob("*")
        if path.is_file()
    }
    with zipfile.ZipFile(tmp_path / "wiki.zip") as archive:
        assert archive.testzip() is None
        packed = {name: archive.read(name) for name in archive.namelist()}
    assert packed == folder
    listed = json.loads(packed["wiki/bundle.json"])["files"]
    assert all(sha256(packed[f"wiki/{path}"]).hexdigest() == digest for path, digest in listed.items())


@pytest.mark.parametrize("form", EXPORTS)
def test_the_same_wiki_gives_the_same_bytes(form: str, tmp_path: Path) -> None:
    EXPORTS[form](WIKI, tmp_path / "one" / "w")
    EXPORTS[form](WIKI, tmp_path / "two" / "w")
    assert (tmp_path / "one" / "w").read_bytes() == (tmp_path / "two" / "w").read_bytes()


@pytest.mark.parametrize("form", EXPORTS)
def test_an_earlier_export_is_replaced_and_nothing_else_is(form: str, tmp_path: Path) -> None:
    dest = tmp_path / "w"
    EXPORTS[form](MadeBundle([entry(1, "Old")]), dest)
    EXPORTS[form](WIKI, dest)
    dest.write_text("my own <!DOCTYPE html>")
    with pytest.raises(FanwikiError, match="something else"):
        EXPORTS[form](WIKI, dest)
    assert dest.read_text() == "my own <!DOCTYPE html>"
    with pytest.raises(FanwikiError, match="is a folder"):
        EXPORTS[form](WIKI, tmp_path)


@pytest.mark.parametrize("form", EXPORTS)
def test_stopping_leaves_the_earlier_export(form: str, tmp_path: Path) -> None:
    dest = tmp_path / "w"
    EXPORTS[form](WIKI, dest)
    before = dest.read_bytes()

    def stop(path: str, data: bytes) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        EXPORTS[form](WIKI, dest, inspect=stop, progress=Progress())
    assert dest.read_bytes() == before
    assert list(tmp_path.iterdir()) == [dest]


def test_ids_in_one_file_are_each_pages_own_and_text_stays_text(tmp_path: Path) -> None:
    export_single(WIKI, tmp_path / "w.html")
    text = (tmp_path / "w.html").read_text("utf-8")
    assert '<h2 id="p1-s-x">X</h2><a href="#p1-s-x">x</a> id="s-x"' in text
    assert text.count("</script>") == 3
    assert "<!-- text" not in text
    assert "data:image/svg+xml;base64," in text
