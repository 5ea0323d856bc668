"""No text holds a page for longer than the limit, whatever it is; nothing is lost, and what follows still renders."""

from __future__ import annotations

import threading
import time
from html import escape

import pytest

from fanwiki.markup.inline import inline_html
from fanwiki.markup.pipeline import usable
from fanwiki.markup.render import NOT_READY, TOO_HARD, Renderer
from fanwiki.markup.tame import MAX_ANGLES, MAX_LENGTH, MAX_LINE, is_tame
from fanwiki.markup.worker import RenderFailed, Worker
from html_audit import faults
from pathological import PATHOLOGICAL

PATIENCE = 60.0
"""A limit that no machine reaches on text that is only long."""

LONG = "Words of *somebody* about [[somebody else]].\n\n" * 2000
HARD = PATHOLOGICAL["distinct formatting"](60_000)
DEEP = "*" * 3000 + "x" + "*" * 3000


class Cache(dict[bytes, str]):
    """A cache that is a dictionary."""

    def put(self, digest: bytes, html: str) -> None:
        self[digest] = html


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_pathological_text_renders_when_it_is_short(name: str) -> None:
    """With a handful of repetitions each is ordinary text: it renders, clean and without a notice."""
    with Renderer() as renderer:
        rendered = renderer.body(PATHOLOGICAL[name](12))
        assert not rendered.notice
        assert faults(rendered.html) == []


@pytest.mark.heavy
def test_pathological_text_ends() -> None:
    """However long, each becomes HTML or its source with a notice, and the next page renders."""
    hard = []
    with Renderer() as renderer:
        for name, make in PATHOLOGICAL.items():
            renderer._limit = PATIENCE
            assert not renderer.body("< " * (MAX_ANGLES + 1) + name).notice
            renderer._limit = 0.5
            text = make(8_000)
            rendered = renderer.body(text)
            assert rendered.notice in ("", TOO_HARD), name
            if rendered.notice:
                hard.append(name)
                assert rendered.html == f'<pre class="source">{escape(usable(text))}</pre>'
    assert {"distinct formatting", "stars around"} <= set(hard)


def test_tame_text_is_short_in_every_way() -> None:
    assert is_tame("word " * 1000)
    assert is_tame("line\n" * (MAX_LENGTH // 5))
    assert not is_tame("line\n" * MAX_LENGTH)
    assert not is_tame("x" * (MAX_LINE + 1))
    assert not is_tame("<b>\n" * (MAX_ANGLES + 1))


def test_a_long_page_renders_in_the_other_process() -> None:
    with Renderer(limit=PATIENCE) as renderer:
        rendered = renderer.body(LONG)
    assert not rendered.notice
    assert rendered.html.count("<em>somebody</em>") == 2000
    with Renderer() as renderer:
        assert renderer.body(LONG[:1000]).html[:500] == rendered.html[:500]


def test_what_takes_too_long_is_shown_as_written() -> None:
    with Renderer(limit=PATIENCE) as renderer:
        renderer.body(LONG)  # the process is there now
        renderer._limit = 0.3
        rendered = renderer.body(HARD)
        assert rendered.notice == TOO_HARD
        assert rendered.html.startswith('<pre class="source">&lt;b title=0&gt;')
        renderer._limit = PATIENCE
        assert not renderer.body(LONG + "x").notice  # in a new process


def test_what_was_too_hard_is_not_tried_again() -> None:
    with Renderer(limit=PATIENCE) as renderer:
        renderer.body(LONG)
        renderer._limit = 0.3
        renderer.body(HARD)
        renderer._limit = PATIENCE
        start = time.monotonic()
        assert renderer.body(HARD).notice == TOO_HARD
        assert time.monotonic() - start < PATIENCE / 4


def test_a_process_that_is_slow_to_start_is_not_held_against_the_page() -> None:
    with Renderer(limit=0.0) as renderer:
        assert renderer.body(LONG).notice == NOT_READY
        renderer._limit = PATIENCE
        assert not renderer.body(LONG).notice


def test_text_that_recurses_too_deep_is_shown_as_written() -> None:
    assert is_tame(DEEP)
    with Renderer(limit=PATIENCE) as renderer:
        assert renderer.body(DEEP).notice == TOO_HARD
        assert renderer.body(DEEP + "\n\nx" * MAX_LENGTH).notice == TOO_HARD
        assert not renderer.body(LONG).notice
    assert inline_html(DEEP) == DEEP


def test_fields_that_are_too_hard_are_shown_as_written() -> None:
    assert inline_html("<b>" * (MAX_ANGLES + 1)) == "&lt;b&gt;" * (MAX_ANGLES + 1)


def test_memory_is_limited() -> None:
    pytest.importorskip("resource")
    worker = Worker(memory=100_000_000)
    with pytest.raises(RenderFailed) as failure:
        worker.html("a|b\n-|-\n" + "x|y\n" * 100_000, limit=PATIENCE)
    assert failure.value.final
    assert worker.html("a", limit=PATIENCE) == "<p>a</p>"
    worker.close()


def test_only_what_was_rendered_is_cached() -> None:
    cache = Cache()
    with Renderer(cache, limit=PATIENCE) as renderer:
        rendered = renderer.body("*a*")
        assert list(cache.values()) == [rendered.html]
        assert renderer.body(DEEP).notice
        assert len(cache) == 1
    for digest in cache:
        cache[digest] = "<p>from the cache</p>"
    assert Renderer(cache).body("*a*").html == "<p>from the cache</p>"


def test_a_worker_serves_several_threads() -> None:
    worker = Worker()
    answers: list[str] = []
    threads = [
        threading.Thread(target=lambda n=n: answers.append(worker.html(f"text {n}", limit=PATIENCE))) for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    worker.close()
    assert sorted(answers) == [f"<p>text {n}</p>" for n in range(4)]


def test_a_worker_whose_process_was_killed_starts_another() -> None:
    worker = Worker()
    worker.html("a", limit=PATIENCE)
    assert worker._process is not None
    worker._process.kill()
    worker._process.join()
    assert worker.html("b", limit=PATIENCE) == "<p>b</p>"
    worker.close()


def test_a_closed_worker_leaves_no_process() -> None:
    worker = Worker()
    worker.html("a", limit=PATIENCE)
    process = worker._process
    assert process is not None
    pid = process.pid
    worker.close()
    assert worker._process is None
    assert pid is not None
    with pytest.raises(RenderFailed):
        worker.html("a", limit=0.0)
    worker.close()
