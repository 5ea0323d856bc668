"""Times Xapian, the engine of Kiwix, on the same wiki; search.py runs it in the Python of the system.

python3 benchmarks/xapian_rival.py MARKDOWN-FOLDER INDEX-FOLDER [--cpu | --found] < queries.json
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import xapian

LIMIT = 20
COMMIT_EVERY = 10_000


def build(folder: Path, index: Path) -> None:
    """Index every page: its title counts ten times."""
    database = xapian.WritableDatabase(str(index), xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    for number, file in enumerate(sorted(folder.rglob("*.md"))):
        text = file.read_text("utf-8")
        document = xapian.Document()
        generator.set_document(document)
        generator.index_text(file.stem, 10)
        generator.increase_termpos()
        generator.index_text(text)
        document.set_data(json.dumps([file.stem, text]))
        database.add_document(document)
        if number % COMMIT_EVERY == 0:
            database.commit()
    database.commit()


def matches(database: xapian.Database, typed: str) -> xapian.MSet:
    """Return what answers what is typed so far."""
    parser = xapian.QueryParser()
    parser.set_database(database)
    parser.set_default_op(xapian.Query.OP_AND)
    flags = xapian.QueryParser.FLAG_PARTIAL | xapian.QueryParser.FLAG_PHRASE
    enquire = xapian.Enquire(database)
    enquire.set_query(parser.parse_query(typed, flags))
    return enquire.get_mset(0, LIMIT)


def titles(database: xapian.Database, typed: str) -> list[str]:
    """Return the titles that answer."""
    return [json.loads(match.document.get_data())[0] for match in matches(database, typed)]


def ask(database: xapian.Database, typed: str) -> int:
    """Answer what is typed so far, with snippets."""
    found = matches(database, typed)
    for match in found:
        _, text = json.loads(match.document.get_data())
        found.snippet(text, 180)
    return int(found.size())


def main() -> None:
    """Print what each letter took, in milliseconds."""
    folder, index = map(Path, sys.argv[1:3])
    if not (index / "iamglass").exists():
        build(folder, index)
    database = xapian.Database(str(index))
    if "--found" in sys.argv:
        print(json.dumps([titles(database, text) for text in json.load(sys.stdin)]))
        return
    clock = time.process_time if "--cpu" in sys.argv else time.perf_counter
    took = []
    for text in json.load(sys.stdin):
        for end in range(1, len(text) + 1):
            began = clock()
            ask(database, text[:end])
            took.append([text[:end], (clock() - began) * 1000])
    print(json.dumps(took))


if __name__ == "__main__":
    main()
