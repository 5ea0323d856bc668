"""Emphasis, links, files, notes: what stands within a line of wikitext."""

from __future__ import annotations

import pytest
from wikitext_making import body, converted

LINES = {
    "italic": ("''a'' b", "*a* b"),
    "bold": ("'''a''' b", "**a** b"),
    "both": ("'''''a'''''", "**_a_**"),
    "bold ends first": ("'''''a''' b''", "_**a** b_"),
    "italic ends first": ("'''''a'' b'''", "**_a_ b**"),
    "italic in bold": ("'''a ''b'' c'''", "**a _b_ c**"),
    "the end of a line ends both": ("''a\nb", "*a*\nb"),
    "four apostrophes": ("''''a'''", "'**a**"),
    "an apostrophe before italic": ("l'''amour'' b", "l'*amour* b"),
    "crossing": ("''a'''b''c'''", "<i>a<b>b</b></i>**c**"),
    "within a word": ("a'''b'''c", "a<b>b</b>c"),
    "a link": ("[[Juni]]", "[[Juni]]"),
    "a link in small letters": ("[[juni]]", "[[juni]]"),
    "a label": ("[[Juni|the ''boy'']]", "[[Juni|the *boy*]]"),
    "a label with signs": ("[[Juni|a [b] *c*]]", r"[a \[b\] \*c\*](Juni)"),
    "letters after a link": ("[[hero]]es", "[[Hero|heroes]]"),
    "the pipe trick": ("[[Help:Contents (old)|]]", "[[Help:Contents (old)|Contents]]"),
    "a section": ("[[Juni#Early_life|x]] [[#Plot|y]]", "[[Juni#Early life|x]] [[#Plot|y]]"),
    "a subpage": ("[[/Cast]] [[/Cast/]]", "[[Spy Kids/Cast|/Cast]] [[Spy Kids/Cast|/Cast/]]"),
    "another wiki": ("[[wikt:spy|spy]]", "[spy](https://en.wiktionary.org/wiki/spy)"),
    "another Fandom wiki": ("[[w:c:marvel:Thor|Thor]]", "[Thor](https://marvel.fandom.com/wiki/Thor)"),
    "another language": ("a [[:de:Spion]] [[de:Spion]]", "a [Spion](https://de.wikipedia.org/wiki/Spion)"),
    "an address": ("see http://a.b/c_d.", "see <http://a.b/c_d>."),
    "an address with a label": ("[http://a.b ''c'' d]", "[*c* d](http://a.b)"),
    "addresses without labels": ("[http://a.b] [//c.d]", r"[\[1\]](http://a.b) [\[2\]](https://c.d)"),
    "no address": ("[irc://a.b c] [[http://d.e f]]", r"c (irc://a.b) \[[f](http://d.e)]"),
    "a picture in text": ("x [[File:A.png|20px|''alt'']] y", "x ![[A.png|alt|20]] y"),
    "a file that is there": ("[[File:Here.png|20x30px]]", "![[here.png|20x30]]"),
    "no category is shown": ("a [[Category:Films|key]]", "a"),
    "a link to a category": ("[[:Category:Films]]", "[[Category:Films]]"),
    "inline HTML": ("H<sub>2</sub>O <u>u</u> <font color=red>f</font>", "H<sub>2</sub>O <u>u</u> f"),
    "what no reader sees": ('<span style="display:none">001</span>a<!-- b -->', "a"),
    "unknown tags are text": ("<hask>a</hask>", r"\<hask>a\</hask>"),
    "code": ("<code>a|b</code> <tt>c</tt>", "<code>a&#124;b</code> `c`"),
    "a formula": ("<math>x^2</math>", "$x^2$"),
    "character references": ("&lt;b&gt; &eacute; &amp;amp;", r"\<b> é \&amp;"),
    "a line break": ("a<br/>b", "a<br>\nb"),
    "nothing is wikitext": ("<nowiki>''a'' [[b]] {{c}} &amp;</nowiki>", r"''a'' \[\[b]] {{c}} &"),
    "signs of Markdown": ("*a*"[1:] + " _b_ #c ~~d~~ ==e== ||f|| [g](h)", None),
    "a signature stays": ("~~~~", r"\~\~\~\~"),
}


@pytest.mark.parametrize("name", LINES)
def test_line(name: str) -> None:
    text, wanted = LINES[name]
    if wanted is None:
        wanted = r"a\* \_b\_ \#c \~\~d\~\~ \=\=e\=\= &#124;&#124;f&#124;&#124; \[g](h)"
    assert body(text) == wanted


def test_a_framed_picture_stands_beside_the_text_with_its_caption() -> None:
    assert body("[[File:A.png|thumb|left|200px|A ''[[Juni|boy]]'']]Text") == (
        '<figure class="left">![[A.png|200]]<figcaption>A <em>[[Juni|boy]]</em></figcaption></figure>\n\nText'
    )


def test_files_and_categories_are_told() -> None:
    found = converted("[[File:A b.png]] [[Image:A_b.png]] [[Media:c.ogg|x]] [[category:X_y]] [[Category:X y|z]]")
    assert found.files == ("A b.png", "c.ogg")
    assert found.categories == ("X y",)


def test_notes_are_written_once_and_their_heading_comes_last() -> None:
    text = 'a<ref name="x y">One</ref> b<ref name="x y"/> c<ref group=n>Two</ref>\n== Notes ==\n<references/>\n'
    found = body(text + "== End ==\nd")
    assert found == "a[^x-y] b[^x-y] c[^n-2]\n\n## End\n\nd\n\n## Notes\n\n[^x-y]: One\n[^n-2]: Two"


def test_notes_may_be_written_where_they_are_listed() -> None:
    assert body("a<ref name=x/>\n{{reflist|refs=<ref name=x>One</ref>}}") == "a[^x]\n\n[^x]: One"


def test_switches_and_titles() -> None:
    found = converted("__NOTOC__a{{DISPLAYTITLE:''Spy'' Kids}} {{PAGENAME}}", title="Talk:Spy/x")
    assert found.body == "a Spy/x"
    assert found.display_title == "Spy Kids"
