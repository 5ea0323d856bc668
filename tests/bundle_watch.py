"""Watches what the pages of a bundle complain about and ask for, in a real browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, Request


@dataclass
class Watch:
    """Notes what pages complain about and what they ask for."""

    folder: Path
    complaints: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    requests: int = 0

    def over(self, page: Page) -> None:
        page.on("console", lambda message: self.complaints.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("requestfailed", self._failed)
        page.on("request", self._asked)

    def _asked(self, request: Request) -> None:
        self.requests += 1
        if not request.url.startswith((self.folder.as_uri(), "data:image/svg+xml,")):
            self.outside.append(request.url)

    def _failed(self, request: Request) -> None:
        """Note a request that failed, but not one that the reader left behind by going to another page."""
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"{request.failure}: {request.url}")

    def is_content(self) -> bool:
        assert self.complaints == []
        assert self.outside == []
        return self.requests > 0
