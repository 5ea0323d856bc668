"""The tables of a wiki file, as queries name them.

The file itself is made by the migrations in `database/`; a test holds the two together.
A `gate_id` says what one must have seen to see the row; 0 is the open gate.
Titles in links and facts are kept once, in `target`, with the page that each leads to.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

METADATA = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _integer(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _gate() -> Column[int]:
    return Column("gate_id", Integer, ForeignKey("gate.id"), nullable=False)


def _page(name: str = "page_id") -> Column[int]:
    return Column(name, Integer, ForeignKey("page.id"), nullable=False)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


meta = Table("meta", METADATA, Column("key", Text, primary_key=True), _text("value"))

kind = Table("kind", METADATA, Column("name", Text, primary_key=True), _integer("position"), _text("toml"))

gate = Table("gate", METADATA, _id(), Column("films", Text, nullable=False, unique=True))

page = Table(
    "page",
    METADATA,
    _id(),
    _text("title"),
    _text("identity"),
    _text("key"),
    _text("kind"),
    _gate(),
    _integer("head"),
    _text("created"),
    _text("updated"),
    Column("deleted", Text),
    _text("deleted_by"),
    _integer("words"),
)

revision = Table(
    "revision",
    METADATA,
    _id(),
    _page(),
    _integer("number"),
    Column("parent", Integer),
    _text("title"),
    _text("kind"),
    _text("fields"),
    _text("body"),
    _text("author"),
    _text("time"),
    _text("comment"),
    _gate(),
    Column("sha256", LargeBinary, nullable=False),
)

name = Table(
    "name",
    METADATA,
    _id(),
    _page(),
    _text("text"),
    _text("identity"),
    _text("key"),
    _integer("is_title"),
    _gate(),
)

target = Table(
    "target",
    METADATA,
    _id(),
    _text("text"),
    Column("identity", Text, nullable=False, unique=True),
    _text("key"),
    Column("page_id", Integer, ForeignKey("page.id")),
)

link = Table(
    "link",
    METADATA,
    _id(),
    _page("source_id"),
    _integer("ordinal"),
    Column("target_id", Integer, ForeignKey("target.id"), nullable=False),
    _text("heading"),
    _text("block"),
    Column("label", Text),
    _integer("embed"),
    _text("field"),
    _gate(),
)

tag = Table("tag", METADATA, _id(), _page(), _text("name"), _text("key"), _gate())

fact = Table(
    "fact",
    METADATA,
    _id(),
    _page(),
    _text("field"),
    _integer("item"),
    _text("sub"),
    _text("text"),
    _text("key"),
    Column("target_id", Integer, ForeignKey("target.id")),
    Column("number", Float),
    Column("earliest", Text),
    Column("latest", Text),
    _gate(),
)

segment = Table(
    "segment",
    METADATA,
    _id(),
    _page(),
    _integer("ordinal"),
    _text("heading"),
    _text("anchor"),
    _gate(),
    _text("text"),
)

problem = Table("problem", METADATA, _id(), _page(), _text("code"), _text("text"), _gate())

blob = Table(
    "blob", METADATA, Column("sha256", LargeBinary, primary_key=True), Column("data", LargeBinary, nullable=False)
)

attachment = Table(
    "attachment",
    METADATA,
    _id(),
    _text("name"),
    Column("key", Text, nullable=False, unique=True),
    Column("sha256", LargeBinary, ForeignKey("blob.sha256"), nullable=False),
    _text("media_type"),
    _integer("size"),
    _text("added"),
)

rendered = Table("rendered", METADATA, _id(), Column("digest", LargeBinary, nullable=False, unique=True), _text("html"))

mapping = Table(
    "mapping",
    METADATA,
    Column("importer", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    _text("json"),
)

origin = Table(
    "origin",
    METADATA,
    Column("page_id", Integer, ForeignKey("page.id"), primary_key=True),
    _text("wiki"),
    _text("url"),
    _text("revision"),
    _text("time"),
    _text("contributors"),
    _text("licence"),
)

DERIVED = (name, tag, fact, segment, problem)
"""Tables whose rows are derived from a page's source and found by `page_id`; `link` by `source_id`."""
