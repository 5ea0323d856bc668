"""Bringing a folder of web pages up to date where pages came, went, or have other names, tags or gates.

Only for somebody who sees everything is it known what of a page anything else shows, see `page_prints`; copies for
others are made anew.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fanwiki.exporters.html.making import Task
from fanwiki.exporters.html.refresh import StandingBundle
from fanwiki.exporters.html.replanning import OtherFrame, Replanning, Standing
from fanwiki.markup.render import Renderer
from fanwiki.services.bundle_request import BundleRequest
from fanwiki.services.bundle_state import BundleState, KnownPrints, passed_gates, shared_by_pages, told_origins
from fanwiki.services.bundles import WikiBundle
from fanwiki.services.page_keeping import Keeping
from fanwiki.services.searching import pages_of
from fanwiki.store.reader import Reader


def replanned(asked: BundleRequest, reader: Reader, state: BundleState, bundle: StandingBundle) -> BundleState | None:
    """Plan a bundle anew and write what differs; return what is to be remembered, or None when all is to be made.

    Args:
        asked: What is asked of the export.
        reader: The wiki as its reader may see it.
        state: What is remembered of the bundle.
        bundle: The bundle, which is as it was written.
    """
    known = state.prints.all()
    shared = shared_by_pages(reader, asked.title, asked.query, asked.look)
    if not shared or not known:
        return None
    standing = Standing(bundle, state.frame, known, state.notes)
    with Keeping(reader, shared) as keeping, Renderer(reader.rendered) as renderer:
        if not keeping.has_sheets:
            return None

        def chunk(task: Task) -> bytes | None:
            return keeping.chunk(task.sheet, task.prints)

        source = WikiBundle(asked.title, reader, pages_of(reader, asked.query), renderer, keeping)
        try:
            made = Replanning(source, asked.look, standing, chunk).run(asked.progress)
        except OtherFrame:
            return None
        prints, heads = KnownPrints.of(keeping.prints), source.heads()
    manifest = bundle.replace(made.files, asked.title) if made.files else bundle.hash
    return replace(
        state,
        manifest=manifest,
        folders=bundle.folder_times(),
        gates=passed_gates(reader),
        day=date.today().isoformat(),
        authors=frozenset(reader.history.authors(heads)),
        heads=heads,
        frame=made.frame,
        figures=made.figures,
        notes=made.notes,
        changes=reader.changes,
        prints=prints,
        origins=told_origins(reader),
    )
