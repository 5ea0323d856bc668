"""The extensions that make Python-Markdown read what people write in Obsidian and on GitHub.

Python-Markdown brings the order of work, the inline engine and emphasis; pymdown-extensions bring highlight and strike.
What stands here: the block structure by CommonMark's rules (`structure`), and what a film wiki needs besides.
"""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension

from fanwiki.markup.extensions.atoms import AtomProcessor
from fanwiki.markup.extensions.embeds import EmbedPlacer
from fanwiki.markup.extensions.footnotes import FootnoteProcessor
from fanwiki.markup.extensions.headings import HeadingProcessor
from fanwiki.markup.extensions.inline_engine import InlineEngine
from fanwiki.markup.extensions.links import ImageProcessor, LinkProcessor
from fanwiki.markup.extensions.spoilers import SpoilerProcessor
from fanwiki.markup.extensions.structure import StructureParser
from fanwiki.markup.extensions.tree import to_html
from fanwiki.markup.extensions.words import WordProcessor

_REPLACED_PATTERNS = (
    *("backtick", "escape", "reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref"),
    *("autolink", "automail", "linebreak", "html", "entity"),
)
"""All but emphasis."""


class FanwikiExtension(Extension):
    """Replaces the block parser, the serializer and the inline patterns other than emphasis."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        """Put the parts into their places."""
        parser = StructureParser(md)
        md.parser = parser
        md.output_formats = dict.fromkeys(md.output_formats, to_html)  # type: ignore[misc]  # of this instance only
        md.stripTopLevelTags = False
        md.treeprocessors.register(InlineEngine(md), "inline", 20)
        for registry, names in (
            (md.preprocessors, ("normalize_whitespace", "html_block")),
            (md.inlinePatterns, _REPLACED_PATTERNS),
            (md.treeprocessors, ("prettify", "unescape")),
            (md.postprocessors, ("raw_html", "amp_substitute", "unescape")),
        ):
            for name in names:
                registry.deregister(name, strict=False)
        md.inlinePatterns.register(AtomProcessor(md, lambda name: name.casefold() in parser.notes), "atoms", 190)
        md.inlinePatterns.register(LinkProcessor(md), "links", 160)
        md.inlinePatterns.register(ImageProcessor(md), "images", 150)
        md.inlinePatterns.register(WordProcessor(md), "words", 100)
        md.inlinePatterns.register(SpoilerProcessor(md), "spoilers", 70)
        # A heading's id is made of its text, which has embeds as links and no footnote's number.
        md.treeprocessors.register(EmbedPlacer(md), "embeds", 15)
        md.treeprocessors.register(HeadingProcessor(md), "headings", 12)
        md.treeprocessors.register(FootnoteProcessor(lambda: parser.notes), "footnotes", 10)
