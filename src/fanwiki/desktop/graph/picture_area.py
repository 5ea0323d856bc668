"""The frame of the picture: it scrolls to where the keyboard is, whichever way people read."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

_AROUND = 24


class PictureArea(QScrollArea):
    """Scrolls a picture that is larger than its room."""

    def focusNextPrevChild(self, following: bool) -> bool:
        """Go on by Tab. Qt scrolls to what it finds as if all windows read from the left."""
        is_found = super().focusNextPrevChild(following)
        widget = self.focusWidget()
        if is_found and widget is not None and self.isAncestorOf(widget):
            self.show_whole(widget)
        return is_found

    def show_whole(self, widget: QWidget) -> None:
        """Scroll until a part of the picture is seen, with some room around it."""
        room = self.viewport().rect()
        place = QRect(widget.mapTo(self.viewport(), QPoint()), widget.size())
        place.adjust(-_AROUND, -_AROUND, _AROUND, _AROUND)
        across = min(0, place.left()) or max(0, place.right() - room.right())
        down = min(0, place.top()) or max(0, place.bottom() - room.bottom())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            across = -across
        for bar, step in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() + step)
