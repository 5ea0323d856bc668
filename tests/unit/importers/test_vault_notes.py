"""Notes to pages: titles, front matter of every age, encodings, Media DB, and what is left out."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from vault_making import PNG, make_folder, read_vault

from fanwiki.errors import SourceError
from fanwiki.importers.mapping import TemplateMapping
from fanwiki.importers.run import ImportRun
from fanwiki.importers.vault.reading import fits
from fanwiki.jobs import Cancel, Cancelled, Progress


def test_twins_in_folders_are_all_kept(tmp_path: Path) -> None:
    files = {"A/Same.md": "1", "B/Same.md": "2", "Same.md": "0", "A/B/Same.md": "3", "C/B/Same.md": "4"}
    found = read_vault(make_folder(tmp_path, files))
    assert {title: source.body for title, source in found.pages.items()} == {
        "Same": "0",
        "Same (A)": "1",
        "Same (B)": "2",
        "Same (A/B)": "3",
        "Same (C/B)": "4",
    }
    assert "became “Same (A)”" in found.drafts["Same (A)"].notes[0].text


def test_case_only_twins_stay_apart(tmp_path: Path) -> None:
    found = read_vault(make_folder(tmp_path, {"Abacus.md": "1", "AbacuS.md": "2", "abacus.md": "3"}))
    assert set(found.pages) == {"Abacus", "AbacuS", "abacus (2)"}


def test_composed_and_decomposed_names_are_one_title(tmp_path: Path) -> None:
    name = "Pokémon"
    files = {f"{unicodedata.normalize('NFC', name)}.md": "1", f"x/{unicodedata.normalize('NFD', name)}.md": "2"}
    found = read_vault(make_folder(tmp_path, files))
    assert set(found.pages) == {unicodedata.normalize("NFC", name), unicodedata.normalize("NFC", f"{name} (x)")}


@pytest.mark.parametrize(
    ("front", "fields"),
    [
        ("alias: Bob", {"aliases": ["Bob"]}),
        ("aliases: Bob, Rob", {"aliases": ["Bob", "Rob"]}),
        ("aliases:\n  - Bob\n  - 7", {"aliases": ["Bob", "7"]}),
        ("aliases:", {}),
        ("tags: a b, c", {"tags": ["a", "b", "c"]}),
        ("tag: '#a/b'\ntags: [a/b, c]", {"tags": ["a/b", "c"]}),
        ("date: 2020-01-02\nrating: 4.5\ndone: false\nnested: {a: [1]}", None),
        ("cssclasses: [wide]\npublish: true", {"cssclasses": ["wide"], "publish": True}),
    ],
)
def test_front_matter_of_every_age(tmp_path: Path, front: str, fields: dict[str, object] | None) -> None:
    found = read_vault(make_folder(tmp_path, {"Note.md": f"---\n{front}\n---\n"}))
    wanted = (
        fields if fields is not None else {"date": "2020-01-02", "rating": 4.5, "done": False, "nested": {"a": [1]}}
    )
    assert found.pages["Note"].fields == wanted


def test_kind_and_title_come_from_the_front_matter(tmp_path: Path) -> None:
    files = {"tm.md": "---\ntitle: The Matrix\nkind: film\n---\n", "Note.md": "[[tm]] and [[The Matrix]]"}
    found = read_vault(make_folder(tmp_path, files))
    matrix = found.pages["The Matrix"]
    assert matrix.kind == "film"
    # Links by the file's name must still find it.
    assert matrix.fields == {"aliases": ["tm"]}
    assert found.pages["Note"].body == "[[tm]] and [[The Matrix]]"
    assert not found.report.unresolved


def test_two_notes_that_declare_one_title_are_both_kept(tmp_path: Path) -> None:
    files = {f"Dune ({year}).md": "---\ntitle: Dune\n---\n" for year in (1984, 2021)}
    found = read_vault(make_folder(tmp_path, files))
    assert set(found.pages) == {"Dune", "Dune (2021)"}


def test_broken_front_matter_is_kept_and_told(tmp_path: Path) -> None:
    text = "---\na: [b\n  c: *x\n---\nText\n"
    found = read_vault(make_folder(tmp_path, {"Note.md": text}))
    assert found.pages["Note"].body == text
    assert [(problem.title, problem.code) for problem in found.report.problems] == [("Note", "broken-front-matter")]


@pytest.mark.parametrize(
    ("data", "text", "told"),
    [
        ("Füße".encode("utf-8-sig"), "Füße", False),
        ("Füße".encode("utf-16"), "Füße", False),
        ("Füße und Zehen".encode("utf-16-le"), "Füße und Zehen", True),
        ("Füße".encode("latin-1"), "Füße", True),
        ("“so”".encode("cp1252"), "“so”", True),
        (b"caf\x81\xe9", "caf\ufffdé", True),
    ],
)
def test_wrong_encodings_are_read_and_told(tmp_path: Path, data: bytes, text: str, told: bool) -> None:
    found = read_vault(make_folder(tmp_path, {"Note.md": data}))
    assert found.pages["Note"].body == text
    assert bool(found.report.problems) == told


MOVIE = """---
type: movie
subType: movie
title: The Matrix
year: 1999
dataSource: OMDbAPI
url: https://films.example/1
id: tt1
genres: [Action, Sci-Fi]
director: [Lana Wachowski, Lilly Wachowski]
writer: [Lilly Wachowski]
studio: [N/A Films]
duration: 136 min
onlineRating: 8.7
actors: [Keanu Reeves, "[[Carrie-Anne Moss]]"]
image: https://films.example/1.jpg
released: true
premiere: 1999-03-31
watched: true
lastWatched: 2020-01-01
personalRating: 9
tags: mediaDB/tv/movie
---
Notes.
"""


def test_a_media_db_note_becomes_a_film_and_is_told_as_seen(tmp_path: Path) -> None:
    found = read_vault(make_folder(tmp_path, {"The Matrix (1999).md": MOVIE, "Z.md": MOVIE.replace("true", "false")}))
    film = found.pages["The Matrix"]
    assert "status" not in found.pages["Z"].fields
    assert film.kind == "film"
    assert film.fields == {
        "subType": "movie",
        "year": 1999,
        "dataSource": "OMDbAPI",
        "url": "https://films.example/1",
        "id": "tt1",
        "genre": ["Action", "Sci-Fi"],
        "director": ["[[Lana Wachowski]]", "[[Lilly Wachowski]]"],
        "writer": ["[[Lilly Wachowski]]"],
        "studio": ["N/A Films"],
        "runtime": 136,
        "onlineRating": 8.7,
        "cast": [{"performer": "[[Keanu Reeves]]"}, {"performer": "[[Carrie-Anne Moss]]"}],
        "image": "https://films.example/1.jpg",
        "released": [{"date": "1999-03-31"}],
        "lastWatched": "2020-01-01",
        "personalRating": 9,
        "tags": ["mediaDB/tv/movie"],
        "status": "released",
        "aliases": ["The Matrix (1999)"],
    }
    assert film.body == "Notes.\n"
    assert found.report.seen_films == ["The Matrix"]
    assert found.report.known_templates == {"movie": 2}


def test_the_curators_mapping_goes_first(tmp_path: Path) -> None:
    vault = make_folder(tmp_path, {"N.md": "---\ntype: Movie\nregie: Ann Lee\ngenres: [x]\n---\n"})
    run = ImportRun(mappings={"movie": TemplateMapping("film", {"regie": "director"})})
    assert read_vault(vault, run).pages["N"].fields == {"director": ["[[Ann Lee]]"], "genres": ["x"]}


def test_other_types_of_note_stay_as_they_are(tmp_path: Path) -> None:
    found = read_vault(make_folder(tmp_path, {"N.md": "---\ntype: series\nwatched: true\n---\n"}))
    assert found.pages["N"].kind == "article"
    assert found.pages["N"].fields == {"type": "series", "watched": True}
    assert found.report.seen_films == []


def test_what_is_hidden_or_no_medium_is_left_out(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "Note.md": "x",
        ".obsidian/app.json": "{}",
        ".trash/Old.md": "gone",
        "a/.hidden.md": "gone",
        "board.canvas": "{}",
        "view.base": "x",
        "song.MP3": b"ID3",
        "data.csv": "a,b",
    }
    found = read_vault(make_folder(tmp_path, files))
    assert set(found.pages) == {"Note"}
    assert set(found.files) == {"board.canvas", "view.base", "song.MP3"}
    assert found.report.files_skipped == ["data.csv"]


def test_folders_become_tags_when_asked(tmp_path: Path) -> None:
    vault = make_folder(tmp_path, {"My Films/Old ones/N.md": "---\ntags: [a]\n---\n", "M.md": ""})
    assert read_vault(vault).pages["N"].fields == {"tags": ["a"]}
    tagged = read_vault(vault, ImportRun(options={"folders": "tags"}))
    assert tagged.pages["N"].fields == {"tags": ["a", "My-Films/Old-ones"]}
    assert tagged.pages["M"].fields == {}


def test_folders_become_a_field_when_asked(tmp_path: Path) -> None:
    make_folder(tmp_path / "v", {"Films/New ones/A.md": "x", "Films/B.md": "---\nfolder: own\n---\n", "Top.md": "x"})
    found = read_vault(tmp_path / "v", ImportRun(options={"folders": "paths"}))
    folders = {title: page.fields.get("folder") for title, page in found.pages.items()}
    assert folders == {"A": "Films/New ones", "B": "own", "Top": None}


def test_links_out_of_the_folder_and_pipes_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("secret", encoding="utf-8")
    vault = make_folder(tmp_path / "vault", {"Note.md": "x", "real.png": PNG})
    (vault / "out.md").symlink_to(secret)
    (vault / "ring.md").symlink_to(vault / "ring.md")
    (vault / "loop").symlink_to(vault)
    (vault / "inside.png").symlink_to(vault / "real.png")
    os.mkfifo(vault / "pipe.md")
    found = read_vault(vault)
    assert set(found.pages) == {"Note"}
    assert set(found.files) == {"real.png", "inside.png"}
    assert {problem.title for problem in found.report.problems} == {"out.md", "ring.md", "loop", "pipe.md"}


def test_a_single_note_is_a_vault(tmp_path: Path) -> None:
    make_folder(tmp_path, {"Alone.md": "---\nkind: film\n---\nx"})
    assert read_vault(tmp_path / "Alone.md").pages["Alone"].kind == "film"


def test_hostile_names_of_notes_and_files(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "CON.md": "1",
        "a\nb.md": "2",
        "x" * 250 + ".md": "3",
        "  .md": "4",
        "#tag|x].md": "5",
        "con.png": PNG,
        "n\tl.png": PNG,
        "\u202egnp.exe.png": PNG,
        "ü" * 120 + ".png": PNG,
    }
    found = read_vault(make_folder(tmp_path, files))
    assert sorted(source.body for source in found.pages.values()) == ["1", "2", "3", "4", "5"]
    assert {"CON", "Untitled", "x" * 250} <= set(found.pages)
    assert len(found.files) == 4
    assert "_con.png" in found.files
    assert all(name.isprintable() and len(name.encode()) <= 255 for name in found.files)


def test_a_name_that_is_no_text_is_read(tmp_path: Path) -> None:
    os.makedirs(tmp_path / "v")  # noqa: PTH103  (the next line needs bytes)
    with open(os.fsencode(tmp_path / "v") + b"/caf\xe9.md", "wb") as file:  # noqa: PTH123
        file.write(b"x")
    assert list(read_vault(tmp_path / "v").pages) == ["caf?"]


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="holds no Markdown note"):
        read_vault(make_folder(tmp_path / "v", {"a.png": PNG}))
    with pytest.raises(SourceError, match="is not there"):
        read_vault(tmp_path / "nowhere")
    assert not fits(tmp_path / "v")
    assert not fits(tmp_path / "nowhere")


def test_it_stops_when_asked(tmp_path: Path) -> None:
    cancel = Cancel()
    vault = make_folder(tmp_path, {f"N{number}.md": "x" for number in range(20)})
    seen: list[int] = []

    def report(done: int, _total: int | None, _text: str) -> None:
        seen.append(done)
        if done == 25:
            cancel.request()

    with pytest.raises(Cancelled):
        read_vault(vault, ImportRun(progress=Progress(report, cancel)))
    assert max(seen) == 25
