"""The middle of the window: the pages, and in their place a view of the wiki as a whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

PAGES = "pages"


class Middle(QStackedWidget):
    """Shows one of several views; all but the pages are made when they are first wanted.

    Args:
        pages: The browse pane.

    Signals:
        changed(str): Another view shows.
    """

    changed = Signal(str)

    def __init__(self, pages: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("middle")
        self._views: dict[str, QWidget] = {PAGES: pages}
        self.addWidget(pages)

    @property
    def current(self) -> str:
        """The name of the view that shows."""
        return next(name for name, view in self._views.items() if view is self.currentWidget())

    @property
    def front(self) -> QWidget:
        """The view that shows."""
        return self._views[self.current]

    def view(self, name: str, make: Callable[[], QWidget]) -> QWidget:
        """Return a view, made now if there was none."""
        if name not in self._views:
            self._views[name] = make()
            self.addWidget(self._views[name])
        return self._views[name]

    def show_view(self, name: str, make: Callable[[], QWidget]) -> None:
        """Show a view in place of the pages."""
        self.setCurrentWidget(self.view(name, make))
        self.changed.emit(name)

    def show_pages(self) -> None:
        """Show the pages again."""
        if self.current != PAGES:
            self.setCurrentWidget(self._views[PAGES])
            self.changed.emit(PAGES)

    def forget_views(self) -> None:
        """Throw away every view but the pages: another wiki is open."""
        self.show_pages()
        for name in [name for name in self._views if name != PAGES]:
            view = self._views.pop(name)
            self.removeWidget(view)
            view.deleteLater()
