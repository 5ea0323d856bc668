"""TiddlyWikis: WikiText as Markdown, the forms that tiddlers come in, and files made to do harm."""

from __future__ import annotations

import base64
import json
import zipfile
from collections.abc import Mapping
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanwiki.errors import SourceError
from fanwiki.importers.draft import AttachmentDraft, PageDraft
from fanwiki.importers.formats import detect
from fanwiki.importers.mapping import TemplateMapping
from fanwiki.importers.report import ImportReport
from fanwiki.importers.run import ImportRun
from fanwiki.importers.tiddlywiki import stores
from fanwiki.importers.tiddlywiki.blocks import to_markdown
from fanwiki.importers.tiddlywiki.inline import Page
from fanwiki.importers.tiddlywiki.names import Names
from fanwiki.importers.tiddlywiki.reading import read
from fanwiki.importers.tiddlywiki.tiddlers import Tiddler, of_multids, of_tid, read_list, read_time
from watchdog import must_end

PNG = b"\x89PNG\r\n\x1a\n"
KNOWN = {"Ann": "Ann", "Bob [x]": "Bob (x)", "CamelCase": "CamelCase"}


def markdown(text: str) -> str:
    names = Names(ImportReport(), dict(KNOWN), {"a.png": "a.png"})
    return to_markdown(text, Page(names, names.report, "Own"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("''b'' //i// __u__ ^^s^^ ,,t,, ~~x~~ @@h@@", "**b** *i* <u>u</u> <sup>s</sup> <sub>t</sub> ~~x~~ ==h=="),
        ("''b //both// ''after", "**b *both*** after"),
        ("an ''open one", "an ''open one"),
        ("`c*d` and ``a`b``", "`c*d` and ``a`b``"),
        ("[[Ann]] [[she|Ann]] [[he|Bob [x] ]]", "[[Ann]] [[Ann|she]] [[Bob (x)|he]]"),
        ("[[site|https://a.example/x y]]", "[site](<https://a.example/x%20y>)"),
        ("https://a.example/_x_ ~https://b.example", r"<https://a.example/_x_> https://b.example"),
        ("CamelCase ~CamelCase OtherCase", "[[CamelCase]] CamelCase OtherCase"),
        ("{{Ann}} {{a.png}} {{Ann!!field}} {{Gone}}", "![[Ann]] ![[a.png]] `{{Ann!!field}}` `{{Gone}}`"),
        ('<<list "[[x]]>>">> {{{ [tag[x]] }}}', '`<<list "[[x]]>>">>` `{{{ [tag[x]] }}}`'),
        ('<$link to="Ann">her</$link> <$button>x</$button>', "[[Ann|her]] `<$button>x</$button>`"),
        ('<a href="https://a.example">x</a> <kbd>k</kbd> <div>d</div>', "[x](<https://a.example>) <kbd>k</kbd> d"),
        ("[img[a.png]] [img width=32 [tip|a.png]]", "![[a.png]] ![[a.png|tip|32]]"),
        ("a -- b --- c ---- d", "a – b — c ---- d"),
        ("a <!-- hidden --> b", "a %% hidden %% b"),
        ("1 * 2 || 3 # _x_ [y] <z", r"1 \* 2 \|\| 3 \# \_x\_ \[y\] \<z"),
        ("! One\n!! ''Two''", "# One\n\n## **Two**"),
        ("* a\n** b\n*# c\n# d", "- a\n    - b\n    1. c\n1. d"),
        ("** deep at once", "- deep at once"),
        ("; term\n: meaning", "- **term**\n    - meaning"),
        ("> a\n>> b", "> a\n> > b"),
        ("<<<\nquoted\n\n* x\n<<< Who", "> quoted\n>\n> - x\n>\n> — Who"),
        ("```js\n''x''\n```", "```js\n''x''\n```"),
        ("```` no fence", "\\`\\`\\`\\` no fence"),
        ("|!A|!B|\n|a [[x|Ann]]|b||c|", "| A | B |  |  |\n| --- | --- | --- | --- |\n| a [[Ann\\|x]] | b |  | c |"),
        ("|a|b|h\n|1|<|\n|cap|c", "**cap**\n\n| a | b |\n| --- | --- |\n| 1 |  |"),
        ("---", "---"),
        ('"""\none\ntwo\n"""', "one<br>\ntwo"),
        ("@@.note\ninner ''b''\n@@", "inner **b**"),
        ("- no list\n1. nor this", "\\- no list\n1\\. nor this"),
        ("<h2 class=x>Head ''b''</h2>", "## Head **b**"),
        ("<$list filter=x>\n\ninner\n\n</$list>", "```\n<$list filter=x>\n\ninner\n\n</$list>\n```"),
        ("<<call\nover lines\n>>", "```\n<<call\nover lines\n>>\n```"),
        ("$$$.js\nx = 1\n$$$", "```js\nx = 1\n```"),
    ],
)
def test_wikitext_becomes_markdown(text: str, expected: str) -> None:
    assert markdown(text).rstrip("\n") == expected


def test_definitions_at_the_start_stay_at_the_end_folded_and_counted() -> None:
    names = Names(ImportReport())
    text = "\\define one() x\n\\procedure two()\nbody\n\\end\n\nText."
    made = to_markdown(text, Page(names, names.report))
    assert made.startswith("Text.\n\n> [!abstract]- Definitions")
    assert "> \\procedure two()\n> body\n> \\end" in made
    assert names.report.unknown_templates == {"\\define": 1, "\\procedure": 1}


@given(text=st.text(alphabet="ab |*#!'/_[]{}<>$\n`@-~\\:;^,\"", max_size=60))
def test_any_text_is_converted_and_loses_no_word(text: str) -> None:
    made = markdown(text)
    assert made.count("a") >= text.count("a") - text.count(".a") - text.count("<a") - text.count("a:")


N = 50_000


@pytest.mark.parametrize(
    "text",
    [
        *("{{" * N, "[[" * N, '<<a "' * N, '<$a "' * N, "''//" * N, "[img[" * N, "<!--" * N, "<<<\n" * N),
        *("*" * N + " x", "<$a>\n\n" * N, "|[[" * N + "|", "<<a\n" * N, "@@.a " * N, "\\define a()\n" * N),
        *("<h1>" * N, "`" * N, "word " * N),
    ],
    ids=lambda text: text[:6],
)
def test_no_text_takes_long(text: str) -> None:
    with must_end():
        markdown(text)


def test_lists_and_times_are_read_as_tiddlywiki_writes_them() -> None:
    assert read_list("one [[two words]] [[a]b]] one") == ["one", "two words", "a]b"]
    assert read_time("20131205160041557") == "2013-12-05T16:00:41Z"
    assert read_time("2013") == read_time("20139905") == read_time("") == ""


def test_small_files_are_read() -> None:
    tid = of_tid("title: A\ntags: x\n\nText\n\nmore", name="file")
    assert (tid.title, tid.text) == ("A", "Text\n\nmore")
    assert of_tid("no fields here", name="file") == Tiddler({"title": "file"}, "no fields here")
    made = list(of_multids("title: pre/\ntags: t\n\none: 1\ntwo: 2\n"))
    assert [(tiddler.title, tiddler.text, tiddler.fields["tags"]) for tiddler in made] == [
        ("pre/one", "1", "t"),
        ("pre/two", "2", "t"),
    ]


def drafts(path: Path, run: ImportRun | None = None) -> tuple[dict[str, PageDraft], dict[str, bytes], ImportRun]:
    run = run or ImportRun()
    found = list(read(path, run))
    pages = {draft.source.title: draft for draft in found if isinstance(draft, PageDraft)}
    return pages, {draft.name: draft.data for draft in found if isinstance(draft, AttachmentDraft)}, run


TIDDLERS: list[Mapping[str, str]] = [
    {"title": "$:/SiteTitle", "text": "My\nSite"},
    {"title": "$:/core", "plugin-type": "plugin", "type": "application/json", "text": "{}"},
    {
        "title": "Ann",
        "text": "''Hero'' <b>&amp;</b>",
        "tags": "hero [[two words]]",
        "created": "20200102030405000",
        "modified": "20210102030405000",
        "creator": "Jo",
        "modifier": "Max",
        "colour": "red",
    },
    {"title": "a", "text": "low"},
    {"title": "A", "text": "high"},
    {"title": "pic", "type": "image/png", "text": base64.b64encode(PNG).decode()},
    {"title": "md", "type": "text/x-markdown", "text": "# Head\n[she](#Ann)"},
    {"title": "data", "type": "application/json", "text": '{"x": 1}'},
]


def html_with(store: str) -> str:
    return f'<!doctype html><html><head><meta name="generator" content="TiddlyWiki"></head><body>{store}</body></html>'


def new_store() -> str:
    text = json.dumps(TIDDLERS).replace("<", "\\u003C")
    return html_with(f'<script class="tiddlywiki-tiddler-store" type="application/json">{text}</script>')


def old_store(pre: bool) -> str:
    def division(tiddler: Mapping[str, str]) -> str:
        fields = " ".join(f'{name}="{escape(value)}"' for name, value in tiddler.items() if name != "text")
        text = escape(tiddler["text"])
        return f"<div {fields}>\n{f'<pre>{text}</pre>' if pre else text}\n</div>"

    return html_with(f'<div id="storeArea" style="display:none;">{"".join(map(division, TIDDLERS))}</div>')


FORMS = {
    "new store": ("w.html", new_store()),
    "old store": ("w.html", old_store(pre=True)),
    "classic": ("w.htm", old_store(pre=False)),
    "export": ("w.json", json.dumps(TIDDLERS)),
}


@pytest.mark.parametrize("form", FORMS)
def test_each_form_gives_the_same_pages(tmp_path: Path, form: str) -> None:
    name, text = FORMS[form]
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert detect(path) == "tiddlywiki"
    pages, files, run = drafts(path)
    assert set(pages) == {"Ann", "a", "A (2)", "md", "data"}
    ann = pages["Ann"]
    assert ann.source.fields == {
        "tags": ["hero", "two words"],
        "created": "2020-01-02",
        "creator": "Jo",
        "colour": "red",
    }
    assert ann.source.body.strip() == "**Hero** <b>&amp;</b>"
    assert (ann.author, ann.time) == ("Max", "2021-01-02T03:04:05Z")
    assert ann.origin is not None
    assert (ann.origin.wiki, ann.origin.contributors) == ("My Site", ("Jo", "Max"))
    assert pages["md"].source.body == "# Head\n[[Ann|she]]"
    assert pages["data"].source.body == '```json\n{"x": 1}\n```\n'
    assert files == {"pic.png": PNG}
    assert run.report.skipped == {"system tiddlers": 2}
    assert [problem.code for problem in run.report.problems] == ["shared-title"]


def test_a_folder_of_tid_files_with_pictures_is_read_also_as_a_zip(tmp_path: Path) -> None:
    folder = tmp_path / "wiki"
    (folder / "tiddlers").mkdir(parents=True)
    (folder / "tiddlywiki.info").write_text("{}", "utf-8")
    (folder / "tiddlers/Ann.tid").write_text("title: Ann\n\n[img[my pic]] [[gone]]", "utf-8")
    (folder / "tiddlers/p.bin").write_bytes(PNG)
    (folder / "tiddlers/p.bin.meta").write_text("title: my pic\ntype: image/png\n", "utf-8")
    (folder / "tiddlers/other.exe").write_bytes(b"MZ")
    (folder / "tiddlers/latin.tid").write_bytes("title: Zo\xeb\n\nx".encode("latin-1"))
    with zipfile.ZipFile(tmp_path / "wiki.zip", "w") as archive:
        for file in folder.rglob("*.*"):
            archive.write(file, file.relative_to(tmp_path))
    for path in (folder, tmp_path / "wiki.zip"):
        assert detect(path) == "tiddlywiki"
        pages, files, run = drafts(path)
        assert pages["Ann"].source.body == "![[my pic.png]] [[gone]]\n"
        assert files == {"my pic.png": PNG}
        assert set(pages) == {"Ann", "Zoë"}
        assert run.report.unresolved == {"gone": 1}
        assert {problem.code for problem in run.report.problems} == {"file-skipped", "encoding"}


def test_a_tag_can_be_mapped_to_a_kind_with_its_fields(tmp_path: Path) -> None:
    path = tmp_path / "w.json"
    path.write_text(
        json.dumps([{"title": "Dune", "text": "x", "tags": "Movie", "Director": "Ann", "note": "n"}]), "utf-8"
    )
    run = ImportRun(mappings={"movie": TemplateMapping("film", {"director": "director", "note": ""})})
    pages, _, _ = drafts(path, run)
    assert (pages["Dune"].source.kind, pages["Dune"].source.fields) == ("film", {"tags": ["Movie"], "director": "Ann"})
    assert run.offered["movie"] == TemplateMapping("film", {"director": "director", "note": ""})


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("''My'' <<version>> wiki", "My wiki"),
        ("Tiddly @@font-size:small; v1@@", "Tiddly"),
        ("@@color:red;All@@", "All"),
    ],
)
def test_the_name_of_the_wiki_is_plain_text(tmp_path: Path, title: str, shown: str) -> None:
    path = tmp_path / "w.json"
    path.write_text(json.dumps([{"title": "$:/SiteTitle", "text": title}, {"title": "A", "text": "x"}]), "utf-8")
    pages, _, _ = drafts(path)
    assert pages["A"].origin is not None
    assert pages["A"].origin.wiki == shown


def test_fields_that_hold_a_time_become_days(tmp_path: Path) -> None:
    path = tmp_path / "w.json"
    tiddler = {"title": "A", "text": "x", "due": "20150417163022270", "odd": "20159999999999999", "number": "42"}
    path.write_text(json.dumps([tiddler]), "utf-8")
    fields = drafts(path)[0]["A"].source.fields
    assert fields == {"due": "2015-04-17", "odd": "20159999999999999", "number": "42"}


def test_a_picture_beside_the_file_is_taken_and_nothing_from_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/p.png").write_bytes(PNG)
    (tmp_path / "secret.png").write_bytes(PNG + b"secret")
    pictures = [
        {"title": f"{n}.png", "type": "image/png", "text": "", "_canonical_uri": uri}
        for n, uri in enumerate(
            ("p.png", "../secret.png", str(tmp_path / "secret.png"), "https://a.example/x.png", "\0")
        )
    ]
    path = tmp_path / "in/w.json"
    path.write_text(json.dumps([{"title": "A", "text": "x"}, *pictures]), "utf-8")
    _, files, run = drafts(path)
    assert files == {"0.png": PNG}
    assert set(run.report.files_missing) == {"1.png", "2.png", "3.png", "4.png"}


def test_a_store_that_breaks_off_gives_what_stands_before(tmp_path: Path) -> None:
    path = tmp_path / "w.html"
    whole = new_store()
    path.write_text(whole[: whole.index('"colour"')], "utf-8")
    with pytest.raises(SourceError, match="holds no tiddler"):
        drafts(path)
    path.write_text(whole[: whole.index('"title": "md"') + 4], "utf-8")
    pages, _, run = drafts(path)
    assert set(pages) == {"Ann", "a", "A (2)"}
    assert "broken-store" in {problem.code for problem in run.report.problems}


@pytest.mark.parametrize(
    ("store", "told"),
    [
        ('<pre id="encryptedStoreArea" type="text/plain">{"iv":"x"}</pre>', "encrypted"),
        ("<p>nothing</p>", "no store"),
        ('<script class="tiddlywiki-tiddler-store" type="application/json">[]</script>', "no tiddler"),
        ('<script class="tiddlywiki-tiddler-store" type="application/json">[{"title": 3}, 7]</script>', "no tiddler"),
        ('<div id="storeArea"></div>', "no tiddler"),
        ('<script class="tiddlywiki-tiddler-store" type="application/json">' + "[" * 200_000, "no tiddler"),
        ('<script class="tiddlywiki-tiddler-store" type="application/json">[{' + '"a":{' * 100_000, "no tiddler"),
        ('<script class="tiddlywiki-tiddler-store" type="application/json">["' + "\\" * 300_000, "no tiddler"),
        ('<div id="storeArea">' + '<div title="' * 100_000, "no tiddler"),
        ('<div id="storeArea">' + "<div a=" * 100_000, "no tiddler"),
    ],
    ids=lambda value: value[:70],
)
def test_a_file_that_cannot_be_read_is_told_in_words_and_soon(tmp_path: Path, store: str, told: str) -> None:
    path = tmp_path / "w.html"
    path.write_text(html_with(store), "utf-8")
    with must_end(), pytest.raises(SourceError, match=told):
        drafts(path)


def test_a_large_store_costs_no_more_memory_than_its_largest_tiddler(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores, "_WINDOW", 64 * 1024)
    let_go: list[int] = []
    monkeypatch.setattr(stores, "_forget", lambda _data, place: let_go.append(place) or place)
    path = tmp_path / "w.html"
    tiddlers = [{"title": f"T{number}", "text": "word " * 2000} for number in range(100)]
    store = f'<script class="tiddlywiki-tiddler-store" type="application/json">{json.dumps(tiddlers)}</script>'
    path.write_text(html_with(store), "utf-8")
    pages, _, _ = drafts(path)
    assert len(pages) == 100
    size = path.stat().st_size
    assert max(after - before for before, after in zip([0, *let_go], let_go, strict=False)) < 4 * 64 * 1024 < size


def test_a_tiddler_too_deep_for_json_is_left_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "w.json"
    deep = '{"title": "deep", "text": ' + "[" * 100_000 + "]" * 100_000 + "}"
    path.write_text(f'[{{"title": "A", "text": "x"}}, {deep}]', "utf-8")
    pages, _, run = drafts(path)
    assert set(pages) == {"A"}
    assert [problem.code for problem in run.report.problems] == ["broken-tiddler"]


def test_attachment_names_are_made_safe(tmp_path: Path) -> None:
    names = ["../../x.png", "CON.png", "n" * 300 + ".png", "a/b\\c.png", "x.png"]
    path = tmp_path / "w.json"
    data = base64.b64encode(PNG).decode()
    path.write_text(json.dumps([{"title": name, "type": "image/png", "text": data} for name in names]), "utf-8")
    _, files, _ = drafts(path)
    assert len(files) == 5
    assert {"x.png", "_CON.png", "c.png", "x (2).png"} < set(files)
    assert all(len(name.encode()) <= 255 for name in files)
