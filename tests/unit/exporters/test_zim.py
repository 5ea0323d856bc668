"""A ZIM file passes the check of Kiwix, its search finds titles and texts, and it is whole or absent."""

from __future__ import annotations

import contextlib
import shutil
import socket
import struct
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.suggestion import SuggestionSearcher

from bundle_making import DRAWING, MadeBundle, entry
from fanwiki.domain.page import PageId
from fanwiki.errors import FanwikiError
from fanwiki.exporters.html import Look
from fanwiki.exporters.zim import export_zim
from fanwiki.exporters.zim.identity import give_identity
from fanwiki.jobs import Cancelled, Progress
from fanwiki.markup.views import Html, PageView

PAGES = [
    entry(1, "Home", "article"),
    entry(2, "Blue Comet", "film", image="a.svg", tags=("space",)),
    entry(3, "Ann Lee", aliases=("Captain Ann",)),
]
BODIES = {
    PageId(2): lambda hrefs: PageView(
        "Blue Comet",
        "film",
        body=Html(
            f'<p>The crew finds a lighthouse. <a href="{hrefs.page(PageId(3))}">Ann</a> '
            f'<img src="{hrefs.attachment("a.svg")}" alt="A"></p>'
        ),
    )
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    dest = tmp_path_factory.mktemp("zim") / "wiki.zim"
    made = MadeBundle(
        PAGES, BODIES, files={"a.svg": DRAWING}, home=PageId(1), title="A wiki of a very long and winding name"
    )
    export_zim(made, dest, look=Look(licence=("CC BY-SA",)))
    return dest


def test_the_check_of_kiwix_finds_nothing(archive: Path) -> None:
    if shutil.which("zimcheck") is None:
        pytest.skip("there is no zimcheck: apt-get install zim-tools")
    outcome = subprocess.run(["zimcheck", "-A", str(archive)], capture_output=True, text=True, check=False)
    assert "[ERROR]" not in outcome.stdout
    assert "[WARNING]" not in outcome.stdout
    assert outcome.returncode == 0, outcome.stdout


def test_it_opens_with_the_home_page_and_says_what_it_is(archive: Path) -> None:
    opened = Archive(archive)
    assert opened.check()
    assert opened.main_entry.get_item().path == "index.html"
    told = {
        key: bytes(opened.get_metadata(key)).decode() for key in opened.metadata_keys if not key.startswith("Illus")
    }
    assert told["Title"] == "A wiki of a very long and win…"
    assert told["Language"] == "eng"
    assert told["License"] == "CC BY-SA"
    assert {"Creator", "Publisher", "Description", "Name", "Date"} <= set(told)
    picture = bytes(opened.get_illustration_item(48).content)
    assert struct.unpack(">II", picture[16:24]) == (48, 48)


def test_titles_other_names_and_texts_are_found(archive: Path) -> None:
    opened = Archive(archive)
    assert opened.has_fulltext_index
    assert opened.has_title_index
    found = Searcher(opened).search(Query().set_query("lighthouse"))
    assert list(found.getResults(0, 5)) == ["p/blue-comet-2.html"]
    suggested = SuggestionSearcher(opened)
    assert list(suggested.suggest("blue").getResults(0, 5)) == ["p/blue-comet-2.html"]
    assert "p/captain-ann-3.html" in list(suggested.suggest("captain").getResults(0, 5))
    alias = opened.get_entry_by_path("p/captain-ann-3.html")
    assert alias.is_redirect
    assert alias.get_redirect_entry().path == "p/ann-lee-3.html"


def test_the_same_wiki_gives_the_same_bytes_and_another_does_not(archive: Path, tmp_path: Path) -> None:
    named = "A wiki of a very long and winding name"
    made = MadeBundle(PAGES, BODIES, files={"a.svg": DRAWING}, home=PageId(1), title=named)
    export_zim(made, tmp_path / "again.zim", look=Look(licence=("CC BY-SA",)))
    assert (tmp_path / "again.zim").read_bytes() == archive.read_bytes()
    export_zim(made, tmp_path / "other.zim", look=Look(licence=("CC BY",)))
    assert Archive(tmp_path / "other.zim").uuid != Archive(archive).uuid


def test_a_file_that_ends_too_soon_gets_no_identity(archive: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.zim"
    cut.write_bytes(archive.read_bytes()[:70])
    with pytest.raises(FanwikiError, match="not written to its end"):
        give_identity(cut)


@pytest.fixture(scope="module")
def served(archive: Path) -> Iterator[str]:
    """Serve the file with Kiwix's own server, and return its address."""
    program = shutil.which("kiwix-serve")
    if program is None:
        pytest.skip("there is no kiwix-serve: apt-get install kiwix-tools")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [program, "--address=127.0.0.1", f"--port={port}", str(archive)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        address = f"http://127.0.0.1:{port}"
        try:
            for _ in range(100):
                with contextlib.suppress(OSError):
                    _answer(address)
                    break
                time.sleep(0.05)
            yield address
        finally:
            server.terminate()


def _answer(address: str) -> str:
    with urllib.request.urlopen(address, timeout=5) as answer:
        return str(answer.read().decode())


def test_kiwix_serves_pages_and_both_searches(served: str) -> None:
    assert "lighthouse" in _answer(f"{served}/wiki/p/blue-comet-2.html")
    assert "p/blue-comet-2.html" in _answer(f"{served}/search?content=wiki&pattern=lighthouse")
    assert "p/blue-comet-2.html" not in _answer(f"{served}/search?content=wiki&pattern=submarine")
    assert "Captain Ann" in _answer(f"{served}/suggest?content=wiki&term=capt")


def test_pages_bring_neither_scripts_nor_a_search_of_their_own(archive: Path) -> None:
    opened = Archive(archive)
    page = bytes(opened.get_entry_by_path("p/blue-comet-2.html").get_item().content).decode()
    assert "<script" not in page
    assert "Content-Security-Policy" not in page
    assert "JavaScript" not in page
    assert not opened.has_entry_by_path("search.html")


def test_only_an_earlier_one_is_replaced_and_a_stop_leaves_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    dest = tmp_path / "wiki.zim"
    dest.write_bytes(b"ZIM\x04 somebody's")
    with pytest.raises(FanwikiError, match="something else"):
        export_zim(MadeBundle(PAGES), dest, look=Look())
    dest.unlink()
    export_zim(MadeBundle(PAGES), dest, look=Look())
    before = dest.read_bytes()
    progress = Progress()
    progress.cancel.request()
    with pytest.raises(Cancelled):
        export_zim(MadeBundle(PAGES), dest, look=Look(), progress=progress)
    assert dest.read_bytes() == before
    export_zim(MadeBundle(PAGES[:1]), dest, look=Look())
    assert dest.read_bytes() != before
    assert [path.name for path in tmp_path.iterdir()] == ["wiki.zim"]
    assert capfd.readouterr().out == ""


def test_without_the_library_the_way_to_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "libzim", None)
    with pytest.raises(FanwikiError, match=r"fanwiki\[zim\]"):
        export_zim(MadeBundle(PAGES), tmp_path / "wiki.zim", look=Look())
