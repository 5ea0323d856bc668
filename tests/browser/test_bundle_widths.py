"""No page of a copy is wider than the screen: every template, hard texts, a phone and a tablet, large letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from fanwiki.domain.viewer import CURATOR
from fanwiki.services import editing, exporting, importing

pytestmark = pytest.mark.browser

WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 2
LONG = f"""
{WORD} https://example.org/{WORD}

| {" | ".join("ABCDEFGHIJ")} |
|{"---|" * 10}
| {" | ".join(["somethinglong"] * 10)} |

```
{WORD} {WORD}
```

> [!note] {WORD}
> {WORD}

![[{WORD}.png|900]]

Text ||{WORD}||{{We Can Be Heroes}} and #{WORD}
"""
WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return "";
  const all = [...document.body.querySelectorAll("*")];
  const wide = all.filter((node) => node.getBoundingClientRect().right > width + 1);
  return wide.slice(0, 3).map((node) => `${node.tagName}.${node.className}`).join(", ") || "something";
}"""

# How the files of each template and of each kind of page begin.
TEMPLATES = (
    *("index.html", "all.html", "about.html", "timeline.html", "claims.html", "pictures.html", "404.html"),
    *("search.html", "k/character", "k/film", "k/speculation", "t/", "i/", "p/we-can-be-heroes-2-", "p/ojo-"),
    *(
        "p/robert-rodriguez-",
        "p/taylor-lautner-plays",
        "p/credits-of-the-films",
        "p/gallery",
        "p/powers-of",
        "p/donau",
        "p/page-",
    ),
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample with two pages that are hard to lay out, and a title that fills a line."""
    folder = tmp_path_factory.mktemp("wide")
    with importing.create_sample(folder / "Sample.fanwiki") as wiki:
        editing.save_markdown(wiki, f"{WORD} and more", f"---\nkind: character\naliases: [{WORD}]\n---\n{LONG}")
        editing.save_markdown(wiki, "كتاب الأبطال", f"---\nkind: film\nstatus: released\n---\nكتاب [[Ojo]]\n{LONG}")
        look = exporting.look_of(title=f"The wiki of {WORD}", lang="de")
        exporting.export(wiki, folder / "copy", viewer=CURATOR, look=look)
    return folder / "copy"


def some_of(copy: Path) -> list[Path]:
    names = {path.relative_to(copy).as_posix(): path for path in sorted(copy.rglob("*.html"))}
    found = [next((path for name, path in names.items() if name.startswith(start)), None) for start in TEMPLATES]
    assert None not in found, dict(zip(TEMPLATES, found, strict=True))
    return [path for path in found if path is not None]


def test_no_page_is_wider_than_the_screen(chromium: Browser, copy: Path) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    found = []
    for path in some_of(copy):
        page.goto(path.as_uri())
        for width, letters in ((390, 16), (390, 26), (820, 16)):
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate("(size) => { document.documentElement.style.fontSize = `${size}px`; }", letters)
            wide = page.evaluate(WIDE)
            if wide:
                found.append(f"{path.name} at {width} with letters of {letters}: {wide}")
    context.close()
    assert not found, found
