"""Which claims the desk shows, and in which order; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fanwiki.services.ledger import Ledger
    from fanwiki.services.speculating import Claim


class State(StrEnum):
    """What a claim waits for."""

    OPEN = "open"
    DUE = "due"
    CONTRADICTING = "contradicting"
    RESOLVED = "resolved"
    ALL = "all"


class Order(StrEnum):
    """How claims are sorted."""

    LIKELY = "likely"
    UNLIKELY = "unlikely"
    DUE = "due"
    CHANGED = "changed"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user chose to see.

    Args:
        state: What the claims wait for.
        film: Only those about this film; empty for any.
        claim_kind: Only those of this kind; empty for any.
        outlet: Only those that this source speaks about; empty for any.
        order: How they are sorted.
    """

    state: State = State.OPEN
    film: str = ""
    claim_kind: str = ""
    outlet: str = ""
    order: Order = Order.LIKELY


_NEVER = "9999"

_KEYS: dict[Order, Callable[[Claim], Any]] = {
    # A claim that nobody put a number on stands after those with one, either way.
    Order.LIKELY: lambda claim: (claim.confidence is None, -(claim.confidence or 0)),
    Order.UNLIKELY: lambda claim: (claim.confidence is None, claim.confidence or 0),
    Order.DUE: lambda claim: claim.deadline or _NEVER,
    Order.CHANGED: lambda claim: _newest_first(claim.page.updated),
    Order.TITLE: lambda claim: claim.page.title.casefold(),
}


def is_in(claim: Claim, state: State, ledger: Ledger) -> bool:
    """Tell whether a claim waits for this."""
    answers = {
        State.OPEN: claim.is_open,
        State.DUE: claim.page.id in ledger.due,
        State.CONTRADICTING: claim.page.id in ledger.contradicting,
        State.RESOLVED: not claim.is_open,
        State.ALL: True,
    }
    return answers[state]


def counts(ledger: Ledger) -> dict[State, int]:
    """Return how many claims wait for what."""
    return {state: sum(is_in(claim, state, ledger) for claim in ledger.claims) for state in State}


def chosen(ledger: Ledger, choice: Choice) -> list[Claim]:
    """Return the claims to show, in order; equals stand by title."""
    fitting = [claim for claim in ledger.claims if is_in(claim, choice.state, ledger) and _fits(claim, choice)]
    return sorted(fitting, key=lambda claim: (_KEYS[choice.order](claim), claim.page.title.casefold()))


def _fits(claim: Claim, choice: Choice) -> bool:
    return (
        (not choice.film or choice.film in {page.title for page in claim.about})
        and (not choice.claim_kind or claim.claim_kind == choice.claim_kind)
        and (not choice.outlet or choice.outlet in {report.outlet for report in claim.reports})
    )


def _newest_first(time: str) -> list[int]:
    return [-ord(character) for character in time]
