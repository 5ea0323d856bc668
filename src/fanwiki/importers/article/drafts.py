"""From what an article says to drafts of pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fanwiki.domain.page import Value
from fanwiki.domain.title import identity, possible_title
from fanwiki.importers.article.blocks import Article, Role, escape, to_markdown
from fanwiki.importers.article.casting import Casting
from fanwiki.importers.article.claims import Claim, is_boilerplate, is_hedged
from fanwiki.importers.article.credits import Credit, kind_of_release
from fanwiki.importers.article.films import Film
from fanwiki.importers.article.findings import Findings, read_findings
from fanwiki.importers.article.mentions import Mentions
from fanwiki.importers.article.news import is_open_question, is_premise, quotes, statuses
from fanwiki.importers.article.pages import PageInMaking, PagesInMaking
from fanwiki.importers.article.sentences import Sentence, simple
from fanwiki.importers.draft import Note, PageDraft
from fanwiki.importers.origin import Origin
from fanwiki.wording import written

_LEADING_WORDS = re.compile(
    r"^(?:(?:However|Moreover|Furthermore|In addition|Also|Meanwhile|Still|But|And|So|Now"
    r"|Other than that|That said|Besides"
    r"|Additionally|As of now|For now|Well|Indeed|Of course|In fact|As a result|Therefore|Thus"
    r"|Nevertheless), |(?:But|And|So) )"
)
_SMALL_AT_START = re.compile(
    r"^(?:The|A|An|It|This|That|These|Those|There|They|He|She|We|His|Her|Their|Its|In|On|At|As"
    r"|After|Before|If|When|While|With|According|Fans|"
    r"Some|Many|Several|New|Given|Although|Though|Since|Because|Reports?|Rumou?rs?|Sources|One"
    r"|Both|All|Another|Production|Filming|Reportedly|Perhaps)\b"
)
_LEADING_CLAUSE = re.compile(
    r"^(?:Given|Since|After|Although|Though|While|As|With|Because|When|Despite|Considering"
    r"|Following|According to|Even though|Based on|During|In|At|Speaking)\b"
    r"[^,]{0,160}, (?=\S.{25})"
)
_PARTS = re.compile(r"[,;]\s(?!\d)|\s[–—]\s")
_LONGEST_TITLE = 110
_GUESS_IN_LIST = 60


def drafts_of(article: Article) -> list[PageDraft]:
    """Return the drafts that an article gives: its source page first, then what it says of films.

    An article that speaks of no film gives just the source page.
    """
    found = read_findings(article)
    pages = PagesInMaking()
    for film in (
        (found.films.main, found.films.of_title(found.films.main.previous)) if found and found.films.main else ()
    ):
        if film:
            pages.film(film.title, film.sentence)
    source = _source_page(article, pages)
    if found:
        _Writer(article, found, pages, source).write()
    origin = Origin(wiki=article.site, url=article.url, time=article.published, contributors=article.authors)
    return [page.draft(origin, article.path) for page in (source, *pages.all())]


def _source_page(article: Article, pages: PagesInMaking) -> PageInMaking:
    """Make the page of the article itself, with its readable text."""
    page = PageInMaking(pages.title_for(article.title, "article"), "source", article.title, adds=False)
    if article.url:
        page.set("url", article.url, article.url)
    for author in article.authors:
        page.add("author", author, article.byline or author)
    if article.published:
        page.set("published", article.published, article.byline or article.published)
    site = possible_title(article.site) if article.site else ""
    if site and identity(site) != identity(page.title):
        page.set("outlet", f"[[{site}]]", article.site)
    kept = [block for block in article.blocks if not _is_furniture(block.text)]
    left_out = [block.text for block in article.blocks if _is_furniture(block.text)]
    text = to_markdown(kept)
    if text:
        page.tell("", text, "")
    if left_out:
        page.notes.append(Note(written("Left out as part of the site, not of the article: %1.", "; ".join(left_out))))
    return page


def _is_furniture(text: str) -> bool:
    """Tell whether a block is a button or a label of the site."""
    return text.strip().casefold() in (
        "exit mobile version", "advertisement", "skip to content", "share this:", "share", "leave a comment", "print"
    )  # fmt: skip


@dataclass(slots=True)
class _Writer:
    """Turns findings into pages."""

    article: Article
    found: Findings
    pages: PagesInMaking
    source: PageInMaking
    _named: Mentions | None = None

    def write(self) -> None:
        """Make every page."""
        guesses = [entry for entry in self.found.castings if not self._cast(entry)]
        for credit in self.found.credits:
            self._credit(credit)
        self._news()
        for claim, film in self.found.claims:
            self._claim(claim, film)
        claimed = {claim.sentence.text for claim, _film in self.found.claims}
        for entry in guesses:
            if entry.sentence not in claimed:
                self._guess(entry)
        self._quotes()
        self._relate()
        for sentence, film in self.found.twists():
            text = written("This may give away a turn of “%1”. Gate it with that film?", film)
            self.source.notes.append(Note(text, sentence.text, (film,)))

    def _film(self, title: str) -> PageInMaking:
        known = self.found.films.of_title(title) or Film(title, title)
        return self.pages.film(title, known.sentence)

    def _relate(self) -> None:
        """Link each film that has a page with the one before it."""
        for film in self.found.films.all:
            before = self.found.films.of_title(film.previous) if film.previous else None
            if before and film.title in self.pages.films:
                page, earlier = self._film(film.title), self._film(before.title)
                page.set("previous", earlier.link, film.previous_sentence)
                earlier.set("next", page.link, film.previous_sentence)

    def _cast(self, entry: Casting) -> bool:
        """Make the pages of a performer and a character; tell whether the article states the part or guesses."""
        performer = self.pages.person(self.found.people.full_name(entry.performer), entry.sentence)
        record: dict[str, Value] = {}
        if entry.character:
            character = self.pages.character(entry.character, entry.sentence)
            record["character"] = character.link
            if entry.alias:
                character.add("aliases", entry.alias, entry.sentence)
        record["performer"] = performer.link
        record |= {"role": entry.role} if entry.role else {}
        record |= {"as": entry.named} if entry.named else {}
        film = self.found.film_of_casting(entry)
        if film:
            self._film(film).add("cast", record, entry.sentence)
        return bool(film)

    def _guess(self, entry: Casting) -> None:
        """Make a claim of an entry in a list that only guesses at a cast."""
        sentence = Sentence(entry.sentence, simple(entry.sentence), "", entry.block, Role.ITEM)
        film = self.found.context.of_block(entry.block, sentence.plain, entry.start)
        self._claim(Claim(sentence, "casting", "open", _GUESS_IN_LIST), film)

    def _credit(self, credit: Credit) -> None:
        plain = simple(credit.sentence)
        doubted = plain if credit.field == "released" else plain[: credit.start]
        if is_hedged(doubted) and not _stands_beside_title(credit, plain):
            return
        film = self._film(self.found.context.of_block(credit.block, plain, credit.start))
        if credit.is_person:
            person = self.pages.person(self.found.people.full_name(credit.value), credit.sentence)
            if credit.field != "cast":
                film.add(credit.field, person.link, credit.sentence)
            elif not film.has_record("cast", "performer", person.link):
                film.add("cast", {"performer": person.link}, credit.sentence)
        elif credit.field == "released":
            self._released(film, credit)
        elif credit.field == "runtime":
            minutes = _minutes(credit.value)
            if minutes:
                film.set("runtime", minutes, credit.sentence)
        else:
            film.add(credit.field, credit.value, credit.sentence)

    def _released(self, film: PageInMaking, credit: Credit) -> None:
        date = credit.value.removeprefix("of ")
        kind = kind_of_release(simple(credit.sentence))
        if not film.has_record("released", "date", date):
            record: dict[str, Value] = {"date": date}
            film.add("released", record | ({"kind": kind} if kind else {}), credit.sentence)

    def _news(self) -> None:
        """Write what is settled, what is openly unknown and what a film is about on the films' pages."""
        settled = {claim.sentence.text for claim, _film in self.found.claims if claim.status == "confirmed"}
        told = {entry.sentence for entry in self.found.castings}
        told |= {claim.sentence.text for claim, _film in self.found.claims if claim.status != "confirmed"}
        for number, sentence in enumerate(self.found.sentences):
            section = (
                "" if is_boilerplate(sentence.plain) or sentence.text in told else self._section(sentence, settled)
            )
            if section:
                page = self._film(self.found.guessed_film(number))
                page.tell(section, self._cited(sentence.text), sentence.text)
        for title, status in statuses(self.found.sentences, self.found.context).items():
            if title in self.pages.films:
                self.pages.films[title].set("status", *status)

    def _section(self, sentence: Sentence, settled: set[str]) -> str:
        named = self.found.films.named_in(sentence.plain)
        if named and named[0][0] <= 12 and is_premise(sentence.plain):
            return "Premise"
        unknown = self.found.context.names(sentence.plain) and is_open_question(sentence.plain)
        return "In the news" if sentence.text in settled or unknown else ""

    def _cited(self, text: str, by: str = "") -> str:
        """Return words as a quotation with the article as its source."""
        where = f"{by}, in {self.source.link}" if by else self.source.link
        return f"> {escape(text)}\n>\n> — {where}"

    def _claim(self, claim: Claim, title: str) -> None:
        film = self._film(title)
        text = claim.sentence.text
        page = self.pages.claim(self._claim_title(claim, film.title), text)
        for link in (film.link, *self._named_in(claim.sentence.plain, text)):
            page.add("about", link, text)
        page.set("claim_kind", claim.kind, text)
        page.set("status", claim.status, text)
        page.set("confidence", claim.confidence, text)
        if claim.date:
            for name, value in (
                ("resolves_by", claim.date),
                ("target_field", "released"),
                ("target_value", claim.date),
            ):
                page.set(name, value, text)
        page.add("sources", self._as_source(text, stance="against" if claim.status == "debunked" else "for"), text)

    def _as_source(self, quote: str, *, stance: str) -> Value:
        known = (
            ("url", self.article.url),
            ("author", ", ".join(self.article.authors)),
            ("published", self.article.published),
        )
        return {
            "outlet": self.source.link,
            **{name: value for name, value in known if value},
            "quote": quote,
            "stance": stance,
        }

    def _claim_title(self, claim: Claim, film: str) -> str:
        """Return the sentence as a title: named after its film, and cut where it is long."""
        text = _told_part(claim)
        if self.found.films.named_in(simple(text)):
            text = text[0].upper() + text[1:]
        else:
            text = f"{film}: {text[0].lower() + text[1:] if _SMALL_AT_START.match(text) else text}"
        return (
            text if len(text) <= _LONGEST_TITLE else text[: text.rfind(" ", 0, _LONGEST_TITLE)].rstrip(" ,;:–—") + "…"
        )

    def _named_in(self, plain: str, sentence: str) -> list[str]:
        """Return links to the people and characters that a sentence names."""
        people = self.found.people
        links = [
            self.pages.person(name, people.sentences.get(name, sentence)).link if name in people.sure else f"[[{name}]]"
            for name in people.named_in(plain)
        ]
        links += [f"[[{title}]]" for _start, _end, title in self._characters().find(plain)]
        return list(dict.fromkeys(links))

    def _characters(self) -> Mentions:
        """Return how the article's characters are named; all have pages before the first claim is written."""
        if self._named is None:
            self._named = Mentions(
                {simple(page.title).removesuffix(" (character)"): page.title for page in self.pages.characters.values()}
            )
        return self._named

    def _quotes(self) -> None:
        for quote in quotes(self.article.blocks, self.found.people):
            context = self.found.context.of_block(quote.block, simple(quote.sentence), len(quote.sentence))
            named_by = self.found.people.sentences.get(quote.speaker, quote.sentence)
            speaker = self.pages.person(quote.speaker, named_by)
            self._film(context).tell("Quotes", self._cited(f"“{quote.words}”", speaker.link), quote.sentence)


def _told_part(claim: Claim) -> str:
    """Return the part of the sentence that holds the claim: without what leads over to it or follows after."""
    sentence = claim.sentence.text
    lead = re.match(_LEADING_WORDS.pattern, sentence)
    start = lead.end() if lead else 0
    clause = _LEADING_CLAUSE.match(sentence, start)
    if clause and clause.end() <= claim.at:
        start = clause.end()
    text = re.sub(r"[\"“”]", "", sentence[start:]).strip(" .!…'‘’")
    if len(text) <= _LONGEST_TITLE - 30:
        return text
    cut = _PARTS.search(text, max(45, claim.at - start + 12))
    text = text[: cut.start()] if cut else text
    if claim.at - start > _LONGEST_TITLE - 30:  # the telling words would be cut off
        before = _PARTS.split(text[: claim.at - start])
        subject = before[0] if len(before[0]) <= 50 else before[0][: before[0].rfind(" ", 0, 50)]
        text = f"{subject} … {before[-1].lstrip()}{text[claim.at - start :]}"
    return text.strip(" .!…'‘’") or sentence


def _stands_beside_title(credit: Credit, plain: str) -> bool:
    """Tell whether *directed by* stands right behind a title or *the film*: so it is, whatever the rest leaves open."""
    made = re.match(r"(?:[\w-]+(?:, | and |, and )?){1,4} by\b", plain[credit.start :])
    return (
        bool(
            made
            and re.search(
                r"(?:[\"')]|\b[A-Z0-9][\w']*|film|movie|sequel),? (?:which (?:is|was) )?$", plain[: credit.start]
            )
        )
        and credit.field != "released"
    )


def _minutes(text: str) -> int:
    """Read a running time: *97 minutes*, *1h 37m*, *2 hours 5 min*."""
    hours = re.search(r"(\d+)\s*h", text)
    minutes = re.search(r"(\d+)\s*m", text) or re.fullmatch(r"\s*(\d+)\s*", text)
    return (int(hours.group(1)) * 60 if hours else 0) + (int(minutes.group(1)) if minutes else 0)
