"""Where a tab has been: back and forward, each with how far the page was scrolled. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from fanwiki.desktop.browse.address import HOME_ADDRESS, Address, read_address

LONGEST = 100


@dataclass(frozen=True, slots=True)
class Stop:
    """A place a tab was at.

    Args:
        address: Where.
        title: What the tab said.
        scroll: How far down, in pixels of the page; None when it was not left yet.
    """

    address: Address
    title: str = ""
    scroll: int | None = None


@dataclass
class Trail:
    """The stops of one tab, and which of them it is at."""

    stops: list[Stop] = field(default_factory=lambda: [Stop(HOME_ADDRESS)])
    at: int = 0

    @property
    def here(self) -> Stop:
        """The stop that the tab shows."""
        return self.stops[self.at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a stop before."""
        return self.at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a stop after."""
        return self.at + 1 < len(self.stops)

    def go(self, address: Address, title: str = "") -> None:
        """Go on to another place; what was ahead is forgotten."""
        if address == self.here.address:
            return
        del self.stops[self.at + 1 :]
        self.stops.append(Stop(address, title))
        del self.stops[:-LONGEST]
        self.at = len(self.stops) - 1

    def back(self) -> Stop:
        """Go back one stop, if there is one."""
        self.at = max(0, self.at - 1)
        return self.here

    def forward(self) -> Stop:
        """Go forward one stop, if there is one."""
        self.at = min(len(self.stops) - 1, self.at + 1)
        return self.here

    def set_title(self, title: str) -> None:
        """Remember what the place is called."""
        self.stops[self.at] = replace(self.here, title=title)

    def set_scroll(self, scroll: int) -> None:
        """Remember how far down the page was."""
        self.stops[self.at] = replace(self.here, scroll=scroll)

    def renamed(self, old: str, new: str) -> None:
        """Follow a page to its new title."""
        self.stops = [
            replace(stop, address=replace(stop.address, name=new), title=new)
            if stop.address.is_page and stop.address.name == old
            else stop
            for stop in self.stops
        ]


def as_data(trail: Trail) -> dict[str, object]:
    """Return a trail as JSON keeps it: only where it is, since a session restores places, not histories."""
    stop = trail.here
    return {"url": stop.address.url, "title": stop.title, "scroll": stop.scroll or 0}


def from_data(data: object) -> Trail | None:
    """Read a trail; None when it is none."""
    if not isinstance(data, dict):
        return None
    address = read_address(str(data.get("url", "")))
    if address is None:
        return None
    scroll = data.get("scroll", 0)
    return Trail([Stop(address, str(data.get("title", "")), scroll if isinstance(scroll, int) else 0)])
