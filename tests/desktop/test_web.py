"""The web engine behind pages: it shows them, and nothing of a page runs or leaves the machine."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from waiting import wait_until

from fanwiki.desktop.browse.address import Address, page_address
from fanwiki.desktop.browse.page_view import PageView, WebEngine
from fanwiki.desktop.browse.web import POLICY, Reply, Served
from fanwiki.desktop.main_window import MainWindow
from fanwiki.services import editing, page_lists

TIMEOUT = 30_000


class Site:
    """Serves made-up documents and remembers what was asked for."""

    def __init__(self) -> None:
        self.documents: dict[str, str] = {}
        self.asked: list[str] = []

    def serve(self, url: str, reply: Reply) -> None:
        self.asked.append(url)
        text = self.documents.get(url.split("#")[0])
        reply(None if text is None else Served(text.encode()))

    def add(self, title: str, body: str, head: str = "") -> Address:
        address = page_address(title)
        self.documents[address.url] = (
            f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
        )
        return address


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def view(qtbot: QtBot, site: Site) -> Iterator[PageView]:
    engine = WebEngine(site.serve)
    view = PageView(engine, "pageView")
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    yield view
    engine.shut_down()


def show(qtbot: QtBot, view: PageView, address: Address, *, scroll: int = 0) -> None:
    with qtbot.waitSignal(view.loaded, timeout=TIMEOUT):
        view.show_address(address, scroll=scroll)


def ask(qtbot: QtBot, view: PageView, script: str) -> object:
    """Run our own script beside the page and return what it says."""
    answers: list[object] = []
    view.run(f"JSON.stringify({script})", answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=TIMEOUT)
    return json.loads(str(answers[0]))


@pytest.fixture
def counting_server() -> Iterator[tuple[int, list[str]]]:
    """A server on this machine that counts what reaches it."""
    requests: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (its name in the library)
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_address[1], requests
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_engine_comes_in_only_with_the_first_page(qtbot: QtBot, site: Site) -> None:
    engine = WebEngine(site.serve)
    view = PageView(engine, "pageView")
    qtbot.addWidget(view)
    view.show()
    view.set_zoom(1.2)
    view.reload()
    assert not view.is_made
    assert view.scroll_offset == 0
    engine.shut_down()


def test_no_script_of_a_page_runs(qtbot: QtBot, view: PageView, site: Site) -> None:
    body = """<script>document.title = 'ran'</script><img src=x onerror="document.title='ran'">
    <svg onload="document.title='ran'"></svg><a id=a href="javascript:document.title='ran'">x</a>"""
    show(qtbot, view, site.add("Page", body))
    view.run("document.getElementById('a').click()")
    qtbot.wait(200)
    assert ask(qtbot, view, "document.title") == "Page"


def test_no_request_leaves_the_machine(
    qtbot: QtBot, view: PageView, site: Site, counting_server: tuple[int, list[str]]
) -> None:
    port, requests = counting_server
    there = f"http://127.0.0.1:{port}"
    body = f"""<img src="{there}/img"><img srcset="{there}/srcset 2x">
    <video poster="{there}/poster" src="{there}/video"></video><audio src="{there}/audio"></audio>
    <iframe src="{there}/frame"></iframe>
    <object data="{there}/object"></object>
    <embed src="{there}/embed"><svg><image href="{there}/svg"/></svg>
    <input type=image src="{there}/input">
    <style>@import url({there}/import); p {{ background: url({there}/background) }}</style><p>x</p>
    <form action="{there}/form"><button id=b>go</button></form>"""
    head = f"""<link rel=stylesheet href="{there}/css"><link rel=preload as=image href="{there}/preload">
    <link rel=prefetch href="{there}/prefetch"><link rel=dns-prefetch href="{there}/dns">
    <link rel=icon href="{there}/icon">
    <meta http-equiv=refresh content="0;url={there}/refresh"><base href="{there}/base/">"""
    show(qtbot, view, site.add("Page", body, head))
    view.run("document.getElementById('b').click()")
    view.run(f"new Image().src = '{there}/ours'")
    qtbot.wait(500)
    assert requests == []
    assert ask(qtbot, view, "document.title") == "Page"


def test_no_file_of_the_machine_is_read(qtbot: QtBot, view: PageView, site: Site) -> None:
    show(
        qtbot,
        view,
        site.add(
            "Page",
            '<img id=i src="file:///usr/share/pixmaps/debian-logo.png"><iframe src="file:///etc/passwd"></iframe>',
        ),
    )
    assert ask(qtbot, view, "document.getElementById('i').naturalWidth") == 0


def test_the_policy_stands_in_the_header(qtbot: QtBot, view: PageView, site: Site) -> None:
    show(qtbot, view, site.add("Page", "<p id=p style='color: red'>x</p>"))
    # Inline styles are refused by the policy, and by nothing else.
    assert ask(qtbot, view, "getComputedStyle(document.getElementById('p')).color") == "rgb(0, 0, 0)"
    assert "script-src 'none'" in POLICY


def test_a_followed_link_is_told_and_loads_nothing(qtbot: QtBot, view: PageView, site: Site) -> None:
    target = page_address("Über & Ümläut?", "s-plot")
    show(qtbot, view, site.add("Page", f'<a id=a href="{target.url}">x</a><a id=o href="https://example.org/x">y</a>'))
    with qtbot.waitSignal(view.link_followed, timeout=TIMEOUT) as followed:
        view.run("document.getElementById('a').click()")
    assert followed.args == [target, False]
    with qtbot.waitSignal(view.outside_link_followed, timeout=TIMEOUT) as outside:
        view.run("document.getElementById('o').click()")
    assert outside.args == ["https://example.org/x"]
    assert site.asked == [page_address("Page").url]


@pytest.mark.parametrize(
    ("button", "modifier", "in_new_tab"),
    [
        (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, False),
        (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, True),
        (Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, True),
    ],
)
def test_control_and_the_middle_button_ask_for_a_new_tab(
    qtbot: QtBot,
    view: PageView,
    site: Site,
    button: Qt.MouseButton,
    modifier: Qt.KeyboardModifier,
    in_new_tab: bool,
) -> None:
    target = page_address("Other")
    show(qtbot, view, site.add("Page", f'<p><a href="{target.url}">{"x" * 30}</a>'))
    qtbot.wait(200)  # the engine takes clicks only after its first frame, and tells nobody
    inner = view.focusProxy().focusProxy()
    with qtbot.waitSignal(view.link_followed, timeout=TIMEOUT) as followed:
        QTest.mouseClick(inner, button, modifier, QPoint(40, 26))
    assert followed.args == [target, in_new_tab]


def test_enter_follows_the_link_that_has_the_keyboard(qtbot: QtBot, view: PageView, site: Site) -> None:
    # Loading a page while the engine still asks whether to follow a link ends the whole program.
    other = site.add("Other", "<p>there")
    show(qtbot, view, site.add("Page", f'<p><a href="{other.url}">{"x" * 30}</a>'))
    view.link_followed.connect(lambda address, _in_new_tab: view.show_address(address))
    qtbot.wait(200)
    view.focus_page()
    inner = view.focusProxy().focusProxy()
    QTest.keyClick(inner, Qt.Key.Key_Tab)
    assert ask(qtbot, view, "document.activeElement.href") == other.url
    with qtbot.waitSignal(view.loaded, timeout=TIMEOUT, check_params_cb=bool):
        QTest.keyClick(inner, Qt.Key.Key_Return)
    assert ask(qtbot, view, "document.title") == "Other"


def test_tab_goes_through_the_links_of_a_page_and_out_of_it(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window(live=True)
    with qtbot.waitSignal(window.browse.page_loaded, timeout=TIMEOUT):
        window.reading_commands.open_title("Ada Lund")
    window.activateWindow()
    window.browse.view.focus_page()
    inside = 0
    while inside < 60 and window.browse.view.isAncestorOf(window.focusWidget()):
        inside += 1
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        qtbot.wait(15)  # the engine answers from a process of its own
    assert 1 < inside < 60
    assert window.focusWidget().isVisible()


def test_a_page_opens_where_it_was_left(qtbot: QtBot, view: PageView, site: Site) -> None:
    address = site.add("Long", "<p>line</p>" * 400)
    show(qtbot, view, address, scroll=700)
    qtbot.waitUntil(lambda: view.scroll_offset == 700, timeout=TIMEOUT)
    view.set_zoom(1.5)
    qtbot.waitUntil(lambda: abs(view.scroll_offset - 700) < 60, timeout=TIMEOUT)
    with qtbot.waitSignal(view.loaded, timeout=TIMEOUT):
        view.reload()
    qtbot.waitUntil(lambda: abs(view.scroll_offset - 700) < 60, timeout=TIMEOUT)


def test_finding_counts_the_places(qtbot: QtBot, view: PageView, site: Site) -> None:
    show(qtbot, view, site.add("Page", "<p>Cat cat dog</p>"))
    with qtbot.waitSignal(view.found, timeout=TIMEOUT) as found:
        view.find_text("cat", False, False)
    assert found.args == [1, 2]
    with qtbot.waitSignal(view.found, timeout=TIMEOUT) as found:
        view.find_text("cat", False, True)
    assert found.args[1] == 1


def test_nothing_stays_selected_when_finding_ends(qtbot: QtBot, view: PageView, site: Site) -> None:
    show(qtbot, view, site.add("Page", "<p>Cat cat dog</p>"))
    with qtbot.waitSignal(view.found, timeout=TIMEOUT):
        view.find_text("cat", False, False)
    view.find_text("", False, False)
    qtbot.wait(300)  # what would be selected comes from Chromium a little later
    assert not view.page.hasSelection()


def test_a_page_is_written_as_pdf(qtbot: QtBot, view: PageView, site: Site, tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "page.pdf"
    show(qtbot, view, site.add("Page", "<h1>Hello</h1>"))
    with qtbot.waitSignal(view.printed, timeout=TIMEOUT) as printed:
        view.print_to_pdf(str(path))
    assert printed.args == [str(path), True]
    assert path.read_bytes().startswith(b"%PDF")


def test_a_big_page_is_shown(qtbot: QtBot, view: PageView, site: Site) -> None:
    # setHtml shows nothing above two megabytes; the scheme does.
    show(qtbot, view, site.add("Big", f"<p>{'word ' * 20_000}</p>" * 30))
    assert ask(qtbot, view, "document.querySelectorAll('p').length") == 30


def test_the_window_shows_real_pages_and_their_contents(open_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = open_window(live=True)
    qtbot.waitUntil(lambda: window.browse.view.is_made, timeout=TIMEOUT)
    with qtbot.waitSignal(window.pages.arrived, timeout=TIMEOUT):
        window.reading_commands.open_title("Night Train")
    with qtbot.waitSignal(window.browse.page_loaded, timeout=TIMEOUT):
        pass
    text = str(ask(qtbot, window.browse.view, "document.body.innerText"))
    assert "one passenger too many" in text
    assert "zanzibar" not in text
    assert "Cleo Marsh" in text
    outline = window.side_bar._outline
    assert [outline.item(row).text().strip() for row in range(outline.count())][:2] == ["Plot", "Reception"]
    assert window.side_bar._backlinks.count() > 0
    assert ask(qtbot, window.browse.view, "getComputedStyle(document.body).fontFamily") != "Times"


def test_what_is_found_opens_at_its_section(open_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = open_window(live=True)
    session = window.require_session()
    filler = "\n\n".join(f"Paragraph {number}." for number in range(60))
    text = f"## Plot\n\n{filler}\n\n## Plot\n\nA quokka.\n\n{filler}\n"
    session.tell(editing.save_markdown(session.wiki, "Long Train", text).change)
    QTest.keyClicks(window.search.box, "quokka")
    qtbot.waitUntil(lambda: bool(window.search.found))
    with qtbot.waitSignal(window.pages.arrived, timeout=TIMEOUT):
        QTest.keyClick(window.search.box, Qt.Key.Key_Return)
    view = window.browse.view
    qtbot.waitUntil(lambda: view.scroll_offset > 1000, timeout=TIMEOUT)
    top = ask(qtbot, view, "document.querySelectorAll('h2')[1].getBoundingClientRect().top")
    assert isinstance(top, int | float)
    assert abs(top) < 60


def test_the_shield_changes_the_open_page(open_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = open_window(live=True)
    window.reading_commands.open_title("Widow")

    def says(word: str) -> bool:
        return word in str(ask(qtbot, window.browse.view, "document.body ? document.body.innerText : ''"))

    qtbot.waitUntil(lambda: says("travels alone"), timeout=TIMEOUT)
    assert not says("zanzibar")
    window.require_session().set_shield(seen=["Night Train"], sees_all=False, speculation=True)
    qtbot.waitUntil(lambda: says("zanzibar"), timeout=TIMEOUT)


def test_the_preview_follows_the_text_and_keeps_its_place(open_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = open_window(live=True)
    window.reading_commands.open_title("Widow")
    window.actions_of_window["edit"].trigger()
    window.edit.editor.appendPlainText("\n\n".join(f"Paragraph {n}." for n in range(200)))
    with qtbot.waitSignal(window.edit.preview.refreshed, timeout=TIMEOUT):
        window.edit.head.preview.setChecked(True)
    preview = window.edit.preview.view
    view_text = "document.body.innerText"
    assert "Paragraph 199." in str(ask(qtbot, preview, view_text))
    preview.run("window.scrollTo(0, 900)")
    qtbot.waitUntil(lambda: preview.scroll_offset == 900, timeout=TIMEOUT)
    with qtbot.waitSignal(window.edit.preview.refreshed, timeout=TIMEOUT):
        window.edit.editor.appendPlainText("\n\nThe end of it all.")
    assert "The end of it all." in str(ask(qtbot, preview, view_text))
    assert preview.scroll_offset == 900


def test_the_profile_keeps_nothing(qtbot: QtBot, view: PageView, site: Site) -> None:
    show(qtbot, view, site.add("Page", "x"))
    assert view.page.profile().isOffTheRecord()
    assert view.page.url() == QUrl(page_address("Page").url)


def test_a_page_is_printed_through_the_systems_dialog(
    open_window: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(live=True)
    with qtbot.waitSignal(window.browse.page_loaded, timeout=TIMEOUT):
        window.reading_commands.open_title("Night Train")
    made = tmp_path / "page.pdf"

    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFileName(str(made))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    with qtbot.waitSignal(window.browse.view.printed_on, timeout=TIMEOUT) as told:
        window.actions_of_window["print"].trigger()
    assert told.args == [True]
    assert made.read_bytes().startswith(b"%PDF")
    assert window.statusBar().currentMessage() == "The page was sent to the printer."


def test_a_long_list_is_gone_through_by_its_links_and_back(
    qtbot: QtBot, open_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_lists, "PART", 3)
    window = open_window(live=True)
    view = window.browse.view
    with qtbot.waitSignal(view.loaded, timeout=TIMEOUT):
        window.reading_commands.go_all()

    def wait_for(place: str) -> None:
        wait_until(lambda: ask(qtbot, view, "document.querySelector('.parts span')?.innerText ?? ''") == place)

    wait_for("1 to 3 of 7")
    assert ask(qtbot, view, "document.querySelector('a.next').tabIndex") == 0
    view.run("document.querySelector('a.next').click()")
    wait_for("4 to 6 of 7")
    assert window.browse.address == Address("all", query="part=2")
    assert window.breadcrumbs.texts == ["heroes", "All pages"]
    assert window.browse.tabs.tabText(0) == "All pages"
    window.browse.back()
    wait_for("1 to 3 of 7")
    window.side_bar.place_wanted.emit("l-c")
    wait_until(lambda: window.breadcrumbs.texts == ["heroes", "All pages", "C"])
