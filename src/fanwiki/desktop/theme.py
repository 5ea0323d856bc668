"""Dresses the window from the one token file: Qt's palette, its font, and the style sheet.

Qt's Fusion style draws what the style sheet leaves alone, from the same palette, so nothing keeps the grey of the
desktop it runs on. Sizes follow the reader's text size: everything in the style sheet is a multiple of it.
"""

from __future__ import annotations

from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from fanwiki import paths
from fanwiki.tokens import Tokens, shipped_tokens

DEFAULT_TEXT_SIZE = 14
"""Pixels of the window's text at 100 %."""

_ROLES = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "red",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "raised",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
    QPalette.ColorRole.Accent: "accent",
}


class Look(StrEnum):
    """What the reader chose; `SYSTEM` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Theme(QObject):
    """The colours and sizes in use.

    Signals:
        changed(): Colours or sizes are others now; whoever paints by hand paints again.
    """

    changed = Signal()

    def __init__(self, app: QApplication, tokens: Tokens | None = None) -> None:
        super().__init__()
        self._app = app
        self._tokens = tokens or shipped_tokens()
        self._look = Look.SYSTEM
        self._scale = 1.0
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def look(self) -> Look:
        """What the reader chose."""
        return self._look

    @property
    def scale(self) -> float:
        """The text's size, 1 for 100 %."""
        return self._scale

    @property
    def palette_name(self) -> str:
        """The palette in use: light, dark, contrast or contrast_dark."""
        dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        if self._look is Look.CONTRAST:
            return "contrast_dark" if dark else "contrast"
        if self._look is Look.SYSTEM:
            if self._system_wants_contrast():
                return "contrast_dark" if dark else "contrast"
            return "dark" if dark else "light"
        return self._look.value

    @property
    def page_theme(self) -> str:
        """What pages are told as ``data-theme``: light, dark, or contrast."""
        return self.palette_name.removesuffix("_dark") if self._look is Look.CONTRAST else self.palette_name

    def color(self, role: str) -> QColor:
        """Return the colour of a role, such as ``accent``."""
        return _color(self._tokens.palettes[self.palette_name][role])

    def name(self, role: str) -> str:
        """Return the colour of a role as ``#rrggbb``."""
        return self._tokens.palettes[self.palette_name][role][:7]

    def space(self, step: int) -> int:
        """Return a distance of the grid in pixels."""
        return self._tokens.spaces[str(step)]

    def size(self, name: str) -> int:
        """Return a size of type in pixels, in the reader's scale."""
        return round(self._tokens.sizes[name] * self._scale)

    def code_font(self) -> QFont:
        """Return the font of sources."""
        font = QFont(_installed(self._tokens.fonts["code"]))
        font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPixelSize(round((DEFAULT_TEXT_SIZE + 1) * self._scale))
        return font

    def display_font(self, size: str = "h2") -> QFont:
        """Return the font of large headings."""
        font = QFont(_installed(self._tokens.fonts["display"]))
        font.setPixelSize(self.size(size))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def apply(self, look: Look, scale: float = 1.0) -> None:
        """Dress the whole application.

        Args:
            look: What the reader chose.
            scale: The size of text, 1 for 100 %.
        """
        self._look = look
        self._scale = scale
        self._dress()

    def _system_changed(self) -> None:
        if self._look in (Look.SYSTEM, Look.CONTRAST):
            self._dress()

    def _dress(self) -> None:
        fusion = QStyleFactory.create("Fusion")
        if self._app.style().objectName() != "fusion":
            self._app.setStyle(fusion)
        font = QFont(_installed(self._tokens.fonts["text"]) or self._app.font().families())
        font.setPixelSize(round(DEFAULT_TEXT_SIZE * self._scale))
        self._app.setFont(font)
        self._app.setPalette(self.qt_palette())
        self._app.setStyleSheet(self.style_sheet())
        self.changed.emit()

    def qt_palette(self) -> QPalette:
        """Return the palette for everything that Qt paints itself."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.color(token))
        quiet = self.color("off")
        roles = QPalette.ColorRole
        for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, quiet)
        return palette

    def style_sheet(self) -> str:
        """Return Qt's style sheet with the tokens filled in."""
        text = (paths.resources() / "style" / "window.qss").read_text("utf-8")
        colours = {role: self.name(role) for role in self._tokens.palettes["light"]}
        sizes = {name: f"{round(pixels * self._scale)}px" for name, pixels in self._tokens.sizes.items()}
        spaces = {f"s{step}": f"{pixels}px" for step, pixels in self._tokens.spaces.items()}
        radii = {f"r_{name}": f"{pixels}px" for name, pixels in self._tokens.radii.items()}
        code = self.code_font()
        fonts = {
            "text_size": f"{round(DEFAULT_TEXT_SIZE * self._scale)}px",
            "field_height": f"{round(22 * self._scale)}px",
            "ring": self._ring(),
            "button_height": f"{round(20 * self._scale)}px",
            "display_family": ", ".join(f'"{family}"' for family in self.display_font().families()) or "serif",
            "code_family": ", ".join(f'"{family}"' for family in code.families()) or "monospace",
            "code_size": f"{code.pixelSize()}px",
        }
        icons = {"art": (paths.resources() / "style" / "window" / self._arrow_set()).as_posix()}
        return Template(text).substitute(colours | sizes | spaces | radii | fonts | icons)

    def _ring(self) -> str:
        """Return the frame of a filled button that has the keyboard; high contrast leaves no darker colour for it."""
        if self.palette_name.startswith("contrast"):
            return f"2px dashed {self.name('on_accent')}"
        return f"2px solid {self.name('text')}"

    def _arrow_set(self) -> str:
        return "light-on-dark" if self.palette_name in ("dark", "contrast_dark") else "dark-on-light"

    def _system_wants_contrast(self) -> bool:
        # Qt tells it from 6.10 on.
        hints = getattr(self._app.styleHints(), "accessibility", None)
        if hints is None:
            return False
        return bool(hints().contrastPreference() == Qt.ContrastPreference.HighContrast)


def _color(text: str) -> QColor:
    """Read ``#rrggbb`` or ``#rrggbbaa`` (Qt would take the last for alpha first)."""
    color = QColor(text[:7])
    if len(text) == 9:
        color.setAlpha(int(text[7:], 16))
    return color


def _installed(families: tuple[str, ...]) -> list[str]:
    """Return those of the families that are installed; the CSS names that Qt does not know are left out."""
    return [family for family in families if QFontDatabase.hasFamily(family)]
