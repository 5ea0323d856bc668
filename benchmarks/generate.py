"""Makes fan wikis of any size, the same every time, as a folder of Markdown files.

The shape is that of large fan wikis: a median of 387 words and a dozen links a page, most pages about characters,
words and links spread by Zipf's law, spoilers behind gates, some names with accents and some in Japanese.

    python benchmarks/generate.py 10000 /tmp/wiki-10k
"""

from __future__ import annotations

import argparse
import bisect
import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fanwiki.domain.page import PageSource, Value
from fanwiki.markup.frontmatter import write_markdown

MEDIAN_WORDS = 387
MEDIAN_LINKS = 12
VOCABULARY = 60_000
SIZES = {"1k": 1_000, "10k": 10_000, "50k": 50_000, "100k": 100_000}

KINDS = (("film", 3), ("character", 55), ("person", 15), ("speculation", 5), ("source", 2), ("article", 20))
FUNCTION_WORDS = """
    the of and to in a is was he for it with as his on be at by had not are but from or have an they which one you were
    her all she there would their we him been has when who will more no if out so said what up its about into than
    them can only other new some could time these two may then do first any my now such like our over man me even most
    made after also did many before must through back years where much your way well down should because each just
""".split()
ONSETS = "b,br,c,ch,d,dr,f,fl,g,gr,h,j,k,l,m,n,p,r,s,sh,st,t,th,tr,v,w,z".split(",")
VOWELS = ("a", "e", "i", "o", "u", "a", "e", "i", "o", "ai", "ea", "ou")
CODAS = ("", "", "", "", "l", "m", "n", "r", "s", "t", "nd", "rn")
ACCENTS = str.maketrans("aeiou", "áéíöü")
KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
HEADINGS = ("History", "Biography", "Powers", "Relationships", "Appearances", "Trivia", "Plot", "Reception")


@dataclass(frozen=True)
class Zipf:
    """Draws places 0, 1, 2 … so that the n-th comes about one n-th as often as the first."""

    sums: Sequence[float]

    @classmethod
    def of(cls, count: int, exponent: float = 1.0) -> Zipf:
        """Make one for so many places."""
        return cls(list(itertools.accumulate(1 / (place + 1) ** exponent for place in range(count))))

    def draw(self, dice: random.Random, count: int) -> list[int]:
        """Draw so many places."""
        total = self.sums[-1]
        return [bisect.bisect(self.sums, dice.random() * total) for _ in range(count)]


@dataclass(frozen=True)
class Plan:
    """The titles and kinds of all pages, which links need before the first page is written."""

    seed: int
    titles: Sequence[str]
    kinds: Sequence[str]
    by_kind: dict[str, list[int]]
    words: Sequence[str]
    word_order: Zipf
    link_order: Zipf


def plan(count: int, seed: int = 1) -> Plan:
    """Decide the titles and kinds of a wiki of so many pages."""
    dice = random.Random(f"plan {seed}")
    names, weights = zip(*KINDS, strict=True)
    kinds = dice.choices(names, weights, k=count)
    kinds[: len(names)] = names  # the smallest wiki has one of each
    firsts = _made_words(dice, 3_000, 1, 3)
    lasts = _made_words(dice, 12_000, 2, 3)
    taken: set[str] = set()
    titles = [_title(dice, kind, firsts, lasts, taken) for kind in kinds]
    by_kind: dict[str, list[int]] = {name: [] for name in names}
    for index, kind in enumerate(kinds):
        by_kind[kind].append(index)
    vocabulary = [*FUNCTION_WORDS, *_made_words(dice, VOCABULARY - len(FUNCTION_WORDS), 1, 4)]
    return Plan(seed, titles, kinds, by_kind, vocabulary, Zipf.of(VOCABULARY, 1.05), Zipf.of(count, 0.9))


def _made_words(dice: random.Random, count: int, least: int, most: int) -> list[str]:
    made: dict[str, None] = {}
    while len(made) < count:
        syllables = dice.randint(least, most)
        made["".join(dice.choice(ONSETS) + dice.choice(VOWELS) + dice.choice(CODAS) for _ in range(syllables))] = None
    # As in any language, the words that are used most are short.
    return sorted(made, key=lambda word: len(word) + dice.random() * 6)


def _title(dice: random.Random, kind: str, firsts: Sequence[str], lasts: Sequence[str], taken: set[str]) -> str:
    while True:
        first, last = dice.choice(firsts).capitalize(), dice.choice(lasts).capitalize()
        match kind:
            case "film":
                title = dice.choice(
                    (f"The {last}", f"{first} {last}", f"{last} {dice.randint(2, 5)}", f"{last} of {first}")
                )
            case "character" | "person":
                title = dice.choice((f"{first} {last}", f"{first} {last}", f"{first}-{last}", first))
            case "speculation":
                title = f"{first} {last} will return in {dice.choice(lasts).capitalize()}"
            case _:
                title = dice.choice((f"{last} {first.lower()}", f"The {first} {last}", f"Battle of {last}"))
        chance = dice.random()
        if chance < 0.02:
            title = title.translate(ACCENTS)
        elif chance < 0.03:
            title = "".join(dice.choice(KANA) for _ in range(dice.randint(3, 8)))
        if title.casefold() not in taken:
            taken.add(title.casefold())
            return title


def pages(made: Plan) -> Iterator[PageSource]:
    """Yield the pages of a planned wiki."""
    for index in range(len(made.titles)):
        yield page(made, index)


def page(made: Plan, index: int) -> PageSource:
    """Make one page of a planned wiki; it does not depend on which others were made."""
    dice = random.Random(f"page {made.seed} {index}")
    writer = _Writer(made, dice)
    return PageSource(made.titles[index], made.kinds[index], writer.fields(made.kinds[index]), writer.body())


@dataclass(frozen=True)
class _Writer:
    """Writes one page."""

    made: Plan
    dice: random.Random

    def words(self, count: int) -> list[str]:
        return [self.made.words[place] for place in self.made.word_order.draw(self.dice, count)]

    def link(self, kind: str = "") -> str:
        """Write a link; the first pages of the wiki are the popular ones."""
        if self.dice.random() < 0.04:
            return f"[[{' '.join(self.words(2)).title()}]]"
        if not kind:
            place = self.made.link_order.draw(self.dice, 1)[0]
        else:
            among = self.made.by_kind[kind]
            place = among[int(len(among) * self.dice.random() ** 3)]
        return f"[[{self.made.titles[place]}]]"

    def film(self) -> str:
        """Name a film; those for gates are few, so that many spoilers share a gate."""
        films = self.made.by_kind["film"]
        return self.made.titles[films[int(min(len(films), 60) * self.dice.random() ** 2)]]

    def fields(self, kind: str) -> dict[str, Value]:
        make = {
            "film": self._film_fields,
            "character": self._character_fields,
            "person": self._person_fields,
            "speculation": self._speculation_fields,
            "source": self._source_fields,
        }
        fields: dict[str, Value] = make[kind]() if kind in make else {}
        if self.dice.random() < 0.3:
            fields["tags"] = [word for word in self.words(3) if word not in FUNCTION_WORDS]
        if self.dice.random() < 0.02:
            fields["spoils"] = f"[[{self.film()}]]"
        return fields

    def _date(self) -> str:
        return f"{self.dice.randint(1950, 2026)}-{self.dice.randint(1, 12):02}-{self.dice.randint(1, 28):02}"

    def _film_fields(self) -> dict[str, Value]:
        cast: list[Value] = [
            {
                "character": self.link("character"),
                "performer": self.link("person"),
                "role": self.dice.choice(("on screen", "voice", "uncredited")),
                "billing": place,
            }
            for place in range(1, self.dice.randint(6, 20))
        ]
        return {
            "status": self.dice.choice(("released", "released", "announced", "filming")),
            "released": self._date(),
            "runtime": self.dice.randint(70, 190),
            "director": self.link("person"),
            "genre": self.dice.choice(("comedy", "drama", "horror", "science fiction")),
            "cast": cast,
        }

    def _character_fields(self) -> dict[str, Value]:
        fields: dict[str, Value] = {
            "species": self.dice.choice(("human", "human", "android", "alien", "half-human")),
            "status": self.dice.choice(("alive", "deceased", "unknown")),
            "affiliation": [self.link("article") for _ in range(self.dice.randint(0, 3))],
            "first_appearance": self.link("film"),
            "powers": self.words(2),
        }
        if self.dice.random() < 0.5:
            fields["aliases"] = ["The " + " ".join(self.words(self.dice.randint(1, 2))).title()]
        if self.dice.random() < 0.05:
            fields["occupation"] = {"value": " ".join(self.words(2)), "gate": f"[[{self.film()}]]"}
        return fields

    def _person_fields(self) -> dict[str, Value]:
        return {"born": self._date(), "occupation": self.dice.choice(("actor", "director", "writer"))}

    def _speculation_fields(self) -> dict[str, Value]:
        return {
            "about": [self.link("film"), self.link("character")],
            "claim_kind": self.dice.choice(("casting", "plot", "release date")),
            "status": self.dice.choice(("open", "confirmed", "debunked")),
            "confidence": self.dice.randint(0, 100),
            "resolves_by": self._date(),
            "sources": [{"outlet": self.link("source"), "published": self._date(), "stance": "for"}],
        }

    def _source_fields(self) -> dict[str, Value]:
        return {"tier": self.dice.choice(("official", "trade", "insider", "fan")), "published": self._date()}

    def body(self) -> str:
        length = max(30, int(self.dice.lognormvariate(0, 0.6) * MEDIAN_WORDS))
        links = max(1, round(length * MEDIAN_LINKS / MEDIAN_WORDS))
        text = self.words(length)
        for place in self.dice.sample(range(len(text)), min(links, len(text))):
            text[place] = self.link()
        headings = self.dice.sample(HEADINGS, self.dice.randint(2, 6))
        share = length // (len(headings) + 1)
        parts = [self._paragraphs(text[:share])]
        for place, heading in enumerate(headings, 1):
            end = length if place == len(headings) else (place + 1) * share
            parts.append(f"## {heading}\n\n{self._paragraphs(text[place * share : end])}")
        if self.dice.random() < 0.08:
            parts.append(f"> [!spoiler] {self.film()}\n> {' '.join(self.words(40))}")
        if self.dice.random() < 0.05:
            parts.append(f"In the end ||{' '.join(self.words(5))}||{{{self.film()}}}.")
        return "\n\n".join(parts) + "\n"

    def _paragraphs(self, text: Sequence[str]) -> str:
        sentences = []
        place = 0
        while place < len(text):
            length = self.dice.randint(6, 20)
            sentence = " ".join(text[place : place + length])
            sentences.append(sentence[:1].upper() + sentence[1:] + ".")
            place += length
        blocks = [" ".join(sentences[start : start + 5]) for start in range(0, len(sentences), 5)]
        return "\n\n".join(blocks)


def write(made: Plan, folder: Path) -> int:
    """Write the wiki as Markdown files, a thousand to a folder, and return how many bytes that is."""
    size = 0
    for index, source in enumerate(pages(made)):
        inside = folder / f"{index // 1000:03}"
        if index % 1000 == 0:
            inside.mkdir(parents=True, exist_ok=True)
        text = write_markdown(source).encode()
        (inside / f"{source.title}.md").write_bytes(text)
        size += len(text)
    return size


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Make a fan wiki as a folder of Markdown files.")
    parser.add_argument("pages", help="how many pages: a number, 1k, 10k, 50k or 100k")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    count = SIZES.get(arguments.pages) or int(arguments.pages)
    size = write(plan(count, arguments.seed), arguments.folder)
    print(f"{count} pages, {size / 1e6:.1f} MB in {arguments.folder}")


if __name__ == "__main__":
    main()
