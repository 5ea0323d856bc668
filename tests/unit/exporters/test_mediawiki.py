"""A dump has the structure that MediaWiki's importer asks for, and its wikitext says what the page said."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import mwparserfromhell
import pytest
from lxml import etree

from fanwiki.domain.kind import Kind, Kinds, read_kind
from fanwiki.domain.page import PageSource
from fanwiki.errors import FanwikiError
from fanwiki.exporters.mediawiki import WikitextPage, WikitextSource, is_dump, write_dump
from fanwiki.exporters.mediawiki.titles import Titles, possible_title
from fanwiki.exporters.mediawiki.wikitext import Wikitext
from fanwiki.markup.render import Renderer

PLACE = "{http://www.mediawiki.org/xml/export-0.11/}"
# The order of elements and their types in export-0.11, as far as a dump of pages uses them.
STRUCTURE = """<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:d="http://www.mediawiki.org/xml/export-0.11/"
  targetNamespace="http://www.mediawiki.org/xml/export-0.11/" elementFormDefault="qualified">
<import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>
<element name="mediawiki"><complexType><sequence>
  <element name="siteinfo"><complexType><sequence>
    <element name="sitename" type="string"/><element name="generator" type="string"/>
    <element name="case"><simpleType><restriction base="NMTOKEN"><enumeration value="first-letter"/></restriction></simpleType></element>
    <element name="namespaces"><complexType><sequence>
      <element name="namespace" maxOccurs="unbounded"><complexType><simpleContent><extension base="string">
        <attribute name="key" type="integer"/><attribute name="case" type="NMTOKEN"/></extension></simpleContent></complexType></element>
    </sequence></complexType></element>
    <element name="namespacealiases" type="string"/>
  </sequence></complexType></element>
  <element name="page" minOccurs="0" maxOccurs="unbounded"><complexType><sequence>
    <element name="title" type="string"/><element name="ns" type="nonNegativeInteger"/>
    <element name="id" type="positiveInteger"/>
    <element name="redirect" minOccurs="0"><complexType><attribute name="title" type="string" use="required"/></complexType></element>
    <element name="revision"><complexType><sequence>
      <element name="id" type="positiveInteger"/><element name="timestamp" type="dateTime"/>
      <element name="contributor"><complexType><sequence><element name="username" type="string"/>
        <element name="id" type="nonNegativeInteger"/></sequence></complexType></element>
      <element name="comment" type="string" minOccurs="0"/>
      <element name="model" type="string"/><element name="format" type="string"/>
      <element name="text"><complexType><simpleContent><extension base="string">
        <attribute name="bytes" type="nonNegativeInteger"/><attribute ref="xml:space"/></extension></simpleContent></complexType></element>
      <element name="sha1" type="string"/>
    </sequence></complexType></element>
  </sequence></complexType></element>
</sequence><attribute name="version" type="string" use="required"/><attribute ref="xml:lang" use="required"/></complexType>
  <unique name="pages"><selector xpath="d:page"/><field xpath="d:id"/></unique>
  <unique name="revisions"><selector xpath="d:page/d:revision"/><field xpath="d:id"/></unique>
</element></schema>"""  # noqa: E501
XML = """<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<attribute name="lang" type="language"/>
<attribute name="space"><simpleType><restriction base="NCName"><enumeration value="preserve"/></restriction></simpleType></attribute>
</schema>"""  # noqa: E501

FILM = read_kind(
    """name = "film"\nlabel = "Film"\nplural = "Films"
[[fields]]
name = "director"\nlabel = "Director"\ntype = "link"\nmany = true\ngroup = "Made by"
[[fields]]
name = "note"\nlabel = "A < B"
[[fields]]
name = "cast"\nlabel = "Cast"\ntype = "record"\nmany = true
  [[fields.fields]]
  name = "character"\nlabel = "Character"\ntype = "link"
  [[fields.fields]]
  name = "performer"\nlabel = "Performer"\ntype = "link"
  [[fields.fields]]
  name = "billing"\nlabel = "Billing"
"""
)


def source_of(*pages: PageSource, aliases: tuple[tuple[str, str], ...] = ()) -> WikitextSource:
    with Renderer() as renderer:
        made = [WikitextPage(page, renderer.body(page.body).html, time="2024-05-06T07:08:09.123Z") for page in pages]
    kinds = Kinds([FILM, Kind("article", "Article", "Articles")])
    files = [("pic.png", lambda: b"\x89PNG bytes")]
    return WikitextSource("A & B", "2024-05-06", [page.title for page in pages], aliases, made, kinds, files)


def dump_of(folder: Path, *pages: PageSource, aliases: tuple[tuple[str, str], ...] = ()) -> etree._Element:
    write_dump(source_of(*pages, aliases=aliases), folder / "out.xml")
    return etree.parse(folder / "out.xml").getroot()


def texts(root: etree._Element) -> dict[str, str]:
    return {
        page.findtext(f"{PLACE}title") or "": page.findtext(f"{PLACE}revision/{PLACE}text") or ""
        for page in root.iter(f"{PLACE}page")
    }


def body(markdown: str, *, files: tuple[str, ...] = ("pic.png", "doc.pdf")) -> str:
    with Renderer() as renderer:
        html = renderer.body(markdown).html
    return Wikitext(Titles(()), is_file=files.__contains__, listed=lambda _: ["One", "Two"]).body(html)


def test_the_dump_has_the_structure_that_the_importer_asks_for(tmp_path: Path) -> None:
    (tmp_path / "structure.xsd").write_text(STRUCTURE, "utf-8")
    (tmp_path / "xml.xsd").write_text(XML, "utf-8")
    schema = etree.XMLSchema(etree.parse(tmp_path / "structure.xsd"))
    hostile = PageSource("A]] & <b>|\x01", body="</text></page> & \x0c \ud800 ]]> <nowiki>")
    root = dump_of(tmp_path, hostile, PageSource("Film", "film", {"director": "[[X]]"}), aliases=(("Other", "Film"),))
    schema.assertValid(root)


def test_a_name_leads_on_and_a_taken_one_does_not(tmp_path: Path) -> None:
    root = dump_of(
        tmp_path, PageSource("One"), PageSource("Two"), aliases=(("uno", "One"), ("Uno", "Two"), ("two", "One"))
    )
    found = texts(root)
    assert found["uno"] == "#REDIRECT [[One]]"
    assert [page.get("title") for page in root.iter(f"{PLACE}redirect")] == ["One"]
    assert "Uno" not in found
    assert "two" not in found


def test_fields_are_a_template_call_with_a_portable_infobox(tmp_path: Path) -> None:
    fields = {
        "director": ["[[Ann Lee]]", "[[Bob|B. | C.]]"],
        "note": "a | b = c {{d}} <i>e</i>",
        "tags": ["heroes", "a/b"],
        "aliases": ["Else"],
        "spoils": "[[Other Film]]",
        "cast": [{"character": "[[X]]", "performer": "[[Y]]"}, {"character": "[[Z|z || z]]"}],
    }
    found = texts(dump_of(tmp_path, PageSource("The Film", "film", fields, "Text.")))
    code = mwparserfromhell.parse(found["The Film"])
    (call,) = code.filter_templates()
    assert {str(param.name).strip(): str(param.value).strip() for param in call.params} == {
        "director": "[[Ann Lee]]<br />[[Bob|B. &#124; C.]]",
        "note": "a &#124; b = c &#123;{d&#125;} ''e''",
        "spoils": "[[Other Film]]",
    }
    (table,) = code.filter_tags(matches=lambda node: node.tag == "table")
    cells = [str(cell.contents).strip() for cell in table.contents.filter_tags(matches=lambda node: node.tag == "td")]
    assert cells == ["[[X]]", "[[Y]]", "[[Z|z &#124;&#124; z]]", ""]
    assert found["The Film"].endswith("[[Category:heroes]]\n[[Category:a/b]]")
    box = etree.fromstring(found["Template:Film"].split("<includeonly>")[1].split("[[")[0].replace("{{PAGENAME}}", ""))
    assert [data.get("source") for data in box.iter("data")] == ["note", "director"]
    assert box.findtext("group/header") == "Made by"
    assert box.findtext("data/label") == "A < B"
    assert "[[Category:Films]]</includeonly>" in found["Template:Film"]


@pytest.mark.parametrize(
    ("markdown", "wikitext"),
    [
        ("# Big\n\n## Less", "== Big ==\n\n=== Less ==="),
        ("**b** *i* ~~d~~ ==m==", "'''b''' ''i'' <del>d</del> <mark>m</mark>"),
        ("[[Page]] [[Page#Part One|there]] [[#Here]]", "[[Page]] [[Page#Part One|there]] [[#Here|Here]]"),
        ("[w](https://x.org/a?b=1&c=2)", "[https://x.org/a?b=1&c=2 w]"),
        ("![[pic.png|Me, drawn|120]]", "[[File:pic.png|120px|Me, drawn]]"),
        ("[[doc.pdf]]", "[[Media:doc.pdf|doc.pdf]]"),
        ("![[Other page]]", "{{:Other page}}"),
        ("![[Other#Part]]", "[[Other#Part]]"),
        ("- a\n  - b\n- c\n\n1. x\n2. y", "* a\n** b\n* c\n\n# x\n# y"),
        ("- [x] done\n- [ ] due", "* ☑ done\n* ☐ due"),
        ("a[^1] b[^1]\n\n[^1]: Said *so*.",
         'a<ref name="note 1">Said \'\'so\'\'.</ref> b<ref name="note 1" />\n\n<references />'),
        ("```py\nx = [[1]] & {{2}}\n```", '<syntaxhighlight lang="py">\nx = [[1]] & {{2}}\n</syntaxhighlight>'),
        ("    <b> & {{x}}", "<pre>\n&lt;b> &amp; {{x}}\n</pre>"),
        ("`[[a]]` $x^2$", "<code><nowiki>[[a]]</nowiki></code> <math>x^2</math>"),
        ("> q", "<blockquote>\nq\n</blockquote>"),
        ("> [!note] T\n> x", '<div class="callout note">\n\'\'\'T\'\'\'\n\nx\n</div>'),
        ("```query\nkind:film\n```", "* [[One]]\n* [[Two]]"),
        ("#tag", "[[:Category:tag|#tag]]"),
        ("a\n\n---\n\nb", "a\n\n----\n\nb"),
        ("| a | b |\n|---|:-:|\n| -x | y |",
         '{| class="wikitable"\n|-\n! a\n! style="text-align:center" | b\n|-\n'
         '| &#45;x\n| style="text-align:center" | y\n|}'),
    ],
)  # fmt: skip
def test_markdown_becomes_wikitext(markdown: str, wikitext: str) -> None:
    assert body(markdown) == wikitext


@pytest.mark.parametrize(
    "text",
    [
        "{{template}} {{{parameter}}} and {| table |} and [[link]] and ''quotes''",
        "\\* star\n\n\\# number\n\n: colon\n\n; semicolon\n\n= equals =\n\n | bar\n\n ! mark\n\n\\----",
        "~~~~ __NOTOC__ RFC 123 ISBN 0123456789 -{x}- &lt;ref&gt; &amp;nbsp; <nowiki> [//a.b c] [ftp://a.b c]",
        "a < b and b > c, & so on; 5 &#124; 6",
    ],
)
def test_text_that_looks_like_wikitext_stays_text(text: str) -> None:
    markdown = "\n\n".join(_plain(line) for line in text.split("\n\n"))
    with Renderer() as renderer:
        from lxml import html

        shown = html.fromstring(f"<div>{renderer.body(markdown).html}</div>").text_content()
    code = mwparserfromhell.parse(body(markdown))
    assert not code.filter_templates()
    assert not code.filter_wikilinks()
    assert not code.filter_external_links(matches=lambda link: link.brackets)
    assert not code.filter_arguments()
    assert [tag.tag for tag in code.filter_tags()] == []
    assert str(code.strip_code()).split() == shown.split()


def _plain(text: str) -> str:
    """Escape what Markdown itself would read."""
    return "".join(f"\\{char}" if char in "[]{}<>|*#_~`&" else char for char in text)


@pytest.mark.parametrize(
    ("title", "possible"),
    [
        ("Plain", "Plain"),
        ("A_b  c", "A b c"),
        ("C#: [x] {y} <z> | w", "C＃: ［x］ ｛y｝ ＜z＞ ｜ w"),
        ("Template:X", "Template꞉X"),
        ("file talk : x", "file talk ꞉ x"),
        ("Alien: Covenant", "Alien: Covenant"),
        (":x", "꞉x"),
        ("100%25", "100％25"),
        ("a ~~~~ b", "a b"),
        ("..", "․․"),
        ("\x01", "Untitled"),
    ],
)
def test_titles_are_ones_that_mediawiki_takes(title: str, possible: str) -> None:
    assert possible_title(title) == possible


def test_titles_that_fall_together_are_told_apart_and_links_follow(tmp_path: Path) -> None:
    found = texts(dump_of(tmp_path, PageSource("A|b"), PageSource("A｜b"), PageSource("Links", body="[[A｜b]]")))
    assert "A｜b (2)" in found
    assert "[[A｜b (2)|A｜b]]" in found["Links"]
    assert len(possible_title("é" * 300).encode()) <= 255


def test_an_archive_holds_the_files_and_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        write_dump(source_of(PageSource("P", body="![[pic.png]]")), tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.namelist() == ["pages.xml", "images/pic.png"]
        assert archive.read("images/pic.png") == b"\x89PNG bytes"


def test_only_an_earlier_dump_is_replaced(tmp_path: Path) -> None:
    dest = tmp_path / "out.xml"
    dest.write_text("<mediawiki>somebody else's</mediawiki>")
    with pytest.raises(FanwikiError, match="something else"):
        write_dump(source_of(PageSource("P")), dest)
    assert dest.read_text() == "<mediawiki>somebody else's</mediawiki>"
    dest.unlink()
    write_dump(source_of(PageSource("P")), dest)
    write_dump(source_of(PageSource("Q")), dest)
    assert b"<title>Q" in dest.read_bytes()
    assert not is_dump(io.BytesIO(b"PK\x03\x04 no archive"))


def test_what_is_written_is_looked_at_first(tmp_path: Path) -> None:
    seen: list[str] = []
    write_dump(source_of(PageSource("P")), tmp_path / "out.zip", inspect=lambda path, data: seen.append(path))
    assert seen == ["P.xml", "images/pic.png"]
