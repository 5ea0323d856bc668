"""The home page: the claims to settle, the likeliest of the others, and no more of either than fit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from fanwiki.domain.viewer import CURATOR
from fanwiki.services import documents, editing, wikis
from fanwiki.services.addresses import NoAddresses

AROUND = documents.Surroundings(NoAddresses(), home="home:", style="style:")


def test_home_shows_the_first_claims_in_their_order_and_how_many_more_there_are(tmp_path: Path) -> None:
    with wikis.create_wiki(tmp_path / "claims.fanwiki") as wiki:
        for number in range(9):
            editing.save_markdown(
                wiki, f"Likely {number}", f"---\nkind: speculation\nstatus: open\nconfidence: {10 * number}\n---\n"
            )
            editing.save_markdown(
                wiki, f"Overdue {number}", f"---\nkind: speculation\nresolves_by: {2009 - number}\n---\n"
            )
        editing.save_markdown(wiki, "Silent", "---\nkind: speculation\nconfidence: 99\n---\n")
        editing.save_markdown(wiki, "Settled", "---\nkind: speculation\nstatus: debunked\nconfidence: 100\n---\n")
        html = documents.home_document(wiki, CURATOR, AROUND, today=date(2020, 1, 1)).html
    due, rumours = html.split("Should be known by now")[1].split("Open rumours")
    rumours = rumours.split("</section>")[0]
    shown = [f"Overdue {number}" for number in range(8, 2, -1)]
    places = [due.index(title) for title in shown]
    assert places == sorted(places)
    assert "Overdue 2" not in due
    assert "and 3 more" in due
    likely = [rumours.index(title) for title in ("Silent", *(f"Likely {number}" for number in range(8, 3, -1)))]
    assert likely == sorted(likely)
    assert "Likely 3" not in rumours
    assert "Settled" not in rumours
    assert "and 4 more" in rumours
