"""The web engine behind pages: one scheme, one profile, no script of a page's own, and no request that leaves.

Four walls, each enough by itself: JavaScript is off in the page's world, the interceptor refuses every address but
the wiki's own, the content security policy allows nothing from elsewhere, and the page refuses windows, dialogs,
downloads and permissions. The profile keeps nothing on disk.

This module is imported only when the first page is to be shown: the engine costs 300 MB and most of a second.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineFullScreenRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from fanwiki.desktop.browse.address import SCHEME

POLICY = (
    f"default-src 'none'; style-src {SCHEME}:; img-src {SCHEME}: data:; media-src {SCHEME}:; font-src {SCHEME}:; "
    "script-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

_log = logging.getLogger(__name__)
_WORLD = int(QWebEngineScript.ScriptWorldId.ApplicationWorld)


@dataclass(frozen=True, slots=True)
class Served:
    """What an address holds.

    Args:
        data: The bytes.
        media_type: Such as ``text/html``; text is UTF-8.
    """

    data: bytes
    media_type: str = "text/html"


Reply = Callable[[Served | None], None]
"""Takes what an address holds, None for nothing; may be called later, on the window's thread."""

Server = Callable[[str, Reply], None]
"""Gets a whole address and where to answer."""


def register_scheme() -> None:
    """Make the scheme known; must come before the first profile, and a second call does nothing."""
    if QWebEngineUrlScheme.schemeByName(SCHEME.encode()).name():
        return
    scheme = QWebEngineUrlScheme(SCHEME.encode())
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


class Interceptor(QWebEngineUrlRequestInterceptor):
    """Refuses every request but for the wiki's own addresses and data within the page."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Block what is not ours."""
        if info.requestUrl().scheme() not in (SCHEME, "data"):
            _log.info("refused a request for %s", info.requestUrl().toDisplayString())
            info.block(True)


class SchemeHandler(QWebEngineUrlSchemeHandler):
    """Answers the wiki's addresses on the window's thread."""

    def __init__(self, serve: Server, parent: QObject) -> None:
        super().__init__(parent)
        self._serve = serve

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Hand over what the address holds, under the content security policy."""
        if bytes(job.requestMethod().data()) != b"GET":
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
            return
        address = job.requestUrl().toString(QUrl.ComponentFormattingOption.FullyEncoded)
        self._serve(address, lambda served: _answer(job, served))


def _answer(job: QWebEngineUrlRequestJob, served: Served | None) -> None:
    # The reader may have gone on before a slow page was ready.
    if not shiboken6.isValid(job):
        return
    if served is None:
        job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
        return
    # A list, or PySide splits the header into letters and the policy is silently void; its own stub says otherwise.
    headers: Any = {
        QByteArray(b"Content-Security-Policy"): [QByteArray(POLICY.encode())],
        QByteArray(b"X-Content-Type-Options"): [QByteArray(b"nosniff")],
    }
    job.setAdditionalResponseHeaders(headers)
    buffer = QBuffer(job)
    buffer.setData(QByteArray(served.data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    job.reply(QByteArray(served.media_type.encode()), buffer)


class WebProfile(QWebEngineProfile):
    """An off-the-record profile that knows the wiki's scheme."""

    def __init__(self, serve: Server, parent: QObject) -> None:
        super().__init__(parent)
        self._interceptor = Interceptor(self)
        self.setUrlRequestInterceptor(self._interceptor)
        self._handler = SchemeHandler(serve, self)
        self.installUrlSchemeHandler(SCHEME.encode(), self._handler)
        self.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        self.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
        self.setSpellCheckEnabled(False)
        self.downloadRequested.connect(self._refuse_download)

    def _refuse_download(self, request: QWebEngineDownloadRequest) -> None:
        request.cancel()


class WebPage(QWebEnginePage):
    """A page that asks for every step it takes.

    Signals:
        link_clicked(str, bool): A link was followed, into a new tab or not; nothing is loaded for it.
        asked_for(str, bool): The same while the engine still waits to hear whether it may; for this module only.
    """

    link_clicked = Signal(str, bool)
    asked_for = Signal(str, bool)

    def __init__(self, profile: WebProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        # Loading anything before the engine has its answer ends the program.
        self.asked_for.connect(self.link_clicked, Qt.ConnectionType.QueuedConnection)
        attribute = QWebEngineSettings.WebAttribute
        settings = self.settings()
        for refused in (
            attribute.JavascriptEnabled,
            attribute.JavascriptCanOpenWindows,
            attribute.JavascriptCanAccessClipboard,
            attribute.LocalStorageEnabled,
            attribute.LocalContentCanAccessRemoteUrls,
            attribute.LocalContentCanAccessFileUrls,
            attribute.PluginsEnabled,
            attribute.FullScreenSupportEnabled,
            attribute.WebGLEnabled,
            attribute.AutoLoadIconsForPage,
            attribute.HyperlinkAuditingEnabled,
            attribute.DnsPrefetchEnabled,
            attribute.ScreenCaptureEnabled,
        ):
            settings.setAttribute(refused, False)
        settings.setAttribute(attribute.FocusOnNavigationEnabled, False)
        self.fullScreenRequested.connect(self._refuse_full_screen)
        self.permissionRequested.connect(self._refuse_permission)

    def run(self, script: str, then: Callable[[object], None] | None = None) -> None:
        """Run our own script in the application's world, where the page's content cannot reach."""
        if then is None:
            self.runJavaScript(script, _WORLD)
        else:
            self.runJavaScript(script, _WORLD, then)

    def acceptNavigationRequest(
        self, url: QUrl | str, navigation: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        """Load what the window asked for; a followed link is only told, and everything else is refused."""
        address = url if isinstance(url, str) else url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        kinds = QWebEnginePage.NavigationType
        if navigation == kinds.NavigationTypeLinkClicked:
            self.asked_for.emit(address, False)
            return False
        ours = address.startswith(f"{SCHEME}://")
        asked = (kinds.NavigationTypeTyped, kinds.NavigationTypeReload, kinds.NavigationTypeBackForward)
        return is_main_frame and ours and navigation in asked

    def createWindow(self, kind: QWebEnginePage.WebWindowType) -> QWebEnginePage:
        """Open no window: a page stands in that only tells which address was meant for it."""
        del kind
        return _LinkCatcher(self)

    def javaScriptAlert(self, origin: QUrl | str, message: str) -> None:
        """Show no dialog of a page's making."""

    def javaScriptConfirm(self, origin: QUrl | str, message: str) -> bool:
        """Show no dialog of a page's making."""
        return False

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        """Log what the engine says about a page, such as what the policy refused."""
        _log.info("page: %s (%s:%d)", message, source, line)

    def _refuse_full_screen(self, request: QWebEngineFullScreenRequest) -> None:
        request.reject()

    def _refuse_permission(self, permission: QWebEnginePermission) -> None:
        permission.deny()


class _LinkCatcher(QWebEnginePage):
    """Stands in for the window that Ctrl+click and the middle button ask for, and loads nothing.

    The engine tells a new window's address only by navigating in it.
    """

    def __init__(self, opener: WebPage) -> None:
        super().__init__(opener.profile(), opener)
        self._opener = opener

    def acceptNavigationRequest(
        self, url: QUrl | str, navigation: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        """Hand the address on and go."""
        del navigation, is_main_frame
        address = url if isinstance(url, str) else url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        self._opener.asked_for.emit(address, True)
        self.deleteLater()
        return False
