"""Articles to drafts, and what tests ask of drafts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fanwiki.domain.page import Value
from fanwiki.domain.title import clean_title, identity
from fanwiki.importers.article.drafts import drafts_of
from fanwiki.importers.article.reading import read_article
from fanwiki.importers.article.sentences import simple
from fanwiki.importers.draft import PageDraft


def drafts_from(text: str, name: str = "article.txt") -> list[PageDraft]:
    drafts = drafts_of(read_article(text.encode(), name=name))
    check_evidence(drafts, re.sub(r"<[^>]*>", "", text) if name.endswith("html") else text)
    return drafts


def check_evidence(drafts: Sequence[PageDraft], text: str) -> None:
    """Every title is a page's own and can be one; every value has words of the article behind it."""
    said = letters(text)
    titles = [identity(draft.source.title) for draft in drafts]
    assert len(titles) == len(set(titles))
    for draft in drafts:
        assert clean_title(draft.source.title) == draft.source.title
        assert {evidence.field for evidence in draft.evidence} >= {"", *draft.source.fields}
        for name, value in draft.source.fields.items():
            told = [evidence for evidence in draft.evidence if evidence.field == name]
            assert [evidence.item for evidence in told] == list(range(len(value) if isinstance(value, list) else 1))
        for evidence in draft.evidence:
            if draft.source.kind != "source":
                assert evidence.sentence
                assert letters(evidence.sentence) in said, evidence


def letters(text: str) -> str:
    """The words of a text without what stands between them: markup parts them otherwise than sentences do."""
    return re.sub(r"[\W_]+", "", simple(text))


def page(drafts: Sequence[PageDraft], title: str) -> PageDraft:
    found = [draft for draft in drafts if draft.source.title == title]
    assert len(found) == 1, [draft.source.title for draft in drafts]
    return found[0]


def kinds(drafts: Sequence[PageDraft]) -> set[str]:
    return {draft.source.kind for draft in drafts}


def titles(drafts: Sequence[PageDraft], kind: str) -> list[str]:
    return [draft.source.title for draft in drafts if draft.source.kind == kind]


def cast(drafts: Sequence[PageDraft], film: str) -> dict[str, str]:
    """Performer by character, without brackets."""
    records = page(drafts, film).source.fields.get("cast", [])
    assert isinstance(records, list)
    return {
        bare(record.get("character", "")): bare(record["performer"]) for record in records if isinstance(record, dict)
    }


def bare(value: Value) -> str:
    assert isinstance(value, str)
    return value.removeprefix("[[").removesuffix("]]")


def claims(drafts: Sequence[PageDraft]) -> dict[str, tuple[str, str, int]]:
    """Claim kind, status and confidence by the quoted sentence."""
    found = {}
    for draft in drafts:
        if draft.source.kind == "speculation":
            fields = draft.source.fields
            sources = fields["sources"]
            assert isinstance(sources, list)
            assert isinstance(sources[0], dict)
            confidence = fields["confidence"]
            assert isinstance(confidence, int)
            found[str(sources[0]["quote"])] = (str(fields["claim_kind"]), str(fields["status"]), confidence)
    return found
