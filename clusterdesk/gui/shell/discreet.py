"""Discreet mode (F9) for a beamer: names and amounts of the other organisations are out of sight, and a banner says so.

It lasts as long as the window; nothing of it is kept.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from clusterdesk.gui.context import Context
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shell.banner import Banner
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.page_stack import PageStack
from clusterdesk.gui.shortcuts import DISCREET, shown_keys
from clusterdesk.gui.veil import VEIL, reveil_all

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.domain.discretion import Secret
    from clusterdesk.domain.op_changes import OpChanges

type _Known = tuple[tuple["Secret", ...], Mapping[str, frozenset[UUID]]]
_TELLING = ("organisation", "contact", "contact_role", "project")


class DiscreetMode(QObject):
    """Draws and lifts the veil of a window."""

    def __init__(self, context: Context, window: QWidget, content: QWidget, stack: PageStack) -> None:
        """Show the banner over ``content``, and a cover over the pages of ``stack`` that are about everybody."""
        super().__init__(window)
        self._context, self._stack = context, stack
        self._content = content
        self._cover: _Cover | None = None
        if VEIL.drawn:  # the window was made anew in another language
            self._tell()

    @Slot()
    def toggle(self) -> None:
        """Hide the others, or show them again."""
        if VEIL.drawn:
            VEIL.lift()
            self._tell()
            self._show_anew()
        else:
            self._read()

    def look(self, page: Page | None) -> None:
        """Another page is in front, or it knows now what it is about: its organisation may be seen."""
        if not VEIL.drawn:
            return
        if VEIL.spare(page.subject if page is not None else ""):
            reveil_all()
        self._put_cover(page)

    def note(self, changes: "OpChanges") -> None:
        """Learn new names: something was written."""
        if VEIL.drawn and changes.touches(*_TELLING):
            self._read()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep back the tooltips that would tell what is hidden."""
        if event.type() == QEvent.Type.ToolTip and isinstance(watched, QWidget):
            return VEIL.strictly(watched.toolTip()) != watched.toolTip()
        return False

    @cached_property
    def _banner(self) -> Banner:
        banner = Banner(self._context.kit)
        banner.link.clicked.connect(self.toggle)
        layout = self._content.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, banner)
        return banner

    def _read(self) -> None:
        self._context.desk.submit(_read_secrets, self._begin, latest="discreet")

    def _begin(self, known: _Known) -> None:
        from clusterdesk.domain.discretion import Secrets

        secrets, named = known
        VEIL.draw(Secrets(secrets), named)
        self._tell()
        self._show_anew()

    def _tell(self) -> None:
        t, application = self._context.kit.t, QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
            if VEIL.drawn:
                application.installEventFilter(self)
        text = t(
            "Discreet: names and figures of the other organisations are hidden. What you type, print or send is whole."
        )
        end = t("Show everything ({keys})", keys=shown_keys(DISCREET))
        self._banner.say(text if VEIL.drawn else "", end if VEIL.drawn else "")

    def _show_anew(self) -> None:
        page = self._stack.page
        if VEIL.drawn:
            VEIL.spare(page.subject if page is not None else "")
        self._put_cover(page)
        reveil_all()
        self._context.shell.reload()

    def _put_cover(self, page: Page | None) -> None:
        wanted = VEIL.drawn and page is not None and page.is_private()
        if wanted and self._cover is None:
            self._cover = _Cover(self._context.kit, self._stack)
            self._cover.state.acted.connect(self.toggle)
        if self._cover is not None:
            self._cover.put(shown=wanted)


class _Cover(QFrame):
    """Lies over a page."""

    def __init__(self, kit: Kit, stack: QWidget) -> None:
        from clusterdesk.gui.widgets.empty_state import EmptyState

        super().__init__(stack)
        self._stack = stack
        t = kit.t
        self.setObjectName("cover")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        sentence = t("This page is about many organisations. Show everything when nobody else looks on.")
        self.state = EmptyState(kit, "eye-off", t("Discreet"), sentence, t("Show everything"))
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 20)
        column.addWidget(self.state)
        stack.installEventFilter(self)

    def put(self, *, shown: bool) -> None:
        """Lie there, or go."""
        self.setVisible(shown)
        if shown:
            self.setGeometry(self._stack.rect())
            self.raise_()
            self.state.button.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the pages."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._stack.rect())
        return False


def _read_secrets(desk: "Desk") -> _Known:
    from clusterdesk.services.discretion import secrets

    return secrets(desk.store)
