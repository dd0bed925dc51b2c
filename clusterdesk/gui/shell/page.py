"""The base of all pages: built when first seen, refreshed when what it shows has changed."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from clusterdesk.gui.context import Context
from clusterdesk.gui.shortcuts import Shortcut

if TYPE_CHECKING:
    from clusterdesk.domain.op_changes import OpChanges
    from clusterdesk.gui.listings import ReadListing
    from clusterdesk.gui.pages.visit.request import VisitRequest
    from clusterdesk.gui.shell.trail import Route
    from clusterdesk.gui.widgets.search_field import SearchField

MARGIN = 28


class Page(QWidget):
    """One page of the window. Subclasses write ``build`` and ``refresh``, and name what they show in ``shows``.

    Life: ``build`` once, before the page is first seen; then ``refresh(None)``; ``argument_changed`` when it is
    opened with another argument (an id); ``refresh(changes)`` when an operation touched a type in ``shows`` –
    at once if the page is visible, else when it is next seen; ``leave`` before another page or the end.

    Signals:
        titled: the page's title has changed (a string).
        left: the page was looked at; the one before it is wanted again.
    """

    shows: tuple[str, ...] = ()  # keys of the record types on this page, as in OpChanges.touched
    subject: str = ""  # the name of the organisation the page is about, where it is about one
    titled = Signal(str)
    left = Signal()

    def __init__(self, context: Context) -> None:
        """Keep the surroundings; nothing is built yet."""
        super().__init__()
        self.context = context
        self.kit = context.kit
        self.argument: object = None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(MARGIN, 22, MARGIN, 20)
        self.body.setSpacing(14)
        self._built = False
        self._stale: OpChanges | None = None
        self._all_stale = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._refresh_now)

    # for subclasses to write

    def build(self) -> None:
        """Make the widgets and put them into ``self.body``."""
        raise NotImplementedError

    def refresh(self, changes: "OpChanges | None") -> None:
        """Ask the worker for what the page shows; ``changes`` is what was touched, None = load everything."""

    def argument_changed(self) -> None:
        """Prepare for another ``self.argument``; ``refresh(None)`` follows."""

    def leave(self) -> None:
        """Commit what is being typed; by default the focus is taken away, which commits fields and notes."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()

    def take_focus(self) -> None:
        """Take the focus when shown: by default the page itself, so that Tab goes to its first field."""
        self.setFocus()

    def search_field(self) -> "SearchField | None":
        """Return the field that Ctrl+F goes to."""
        return None

    def visit_asked(self) -> "VisitRequest | None":
        """Return what F8 visits from here, None for nothing: by default today's visit."""
        from clusterdesk.gui.pages.visit.request import VisitRequest

        return VisitRequest()

    def is_private(self) -> bool:
        """Tell whether the page is covered as a whole while somebody else looks on: it is about many organisations."""
        return False

    def message_room(self) -> QRect | None:
        """Return where on the page a message covers no button, None: in the corner at the lower right."""
        return None

    def figures_drop(self, path: Path) -> "Route | None":
        """Return the way on with a sheet that was dropped here, None where it is a list as any other."""
        return None

    def listing(self) -> "ReadListing | None":
        """Return the list on the page, to be exported; None where there is none."""
        return None

    def export_button(self) -> QWidget:
        """Return a new button that writes the list on the page into a file."""
        from clusterdesk.gui.list_export import ExportButton

        return ExportButton(self.context, self, self)

    def shortcuts(self) -> Iterable[Shortcut]:
        """Return the page's own shortcuts, for the sheet of keys (the page connects them itself)."""
        return ()

    def filled(self) -> None:
        """Say that all was shown that there is to show: nothing is asked for until something changes."""
        self._soon.stop()
        self._all_stale, self._stale = False, None

    # for the shell to call

    def enter(self, argument: object) -> None:
        """Be shown with an argument; build and refresh as needed."""
        if not self._built:
            self._built = True
            self.build()
        if argument != self.argument or self._all_stale:
            self.argument = argument
            self._all_stale = True
            self.subject = ""
            self.argument_changed()
        if self._all_stale or self._stale is not None:
            self._soon.start()

    def note(self, changes: "OpChanges") -> None:
        """Hear what an operation touched."""
        if not self._built or not changes.touches(*self.shows):
            return
        self._stale = changes if self._stale is None else _both(self._stale, changes)
        if self.isVisible():
            self._soon.start()

    def reload(self) -> None:
        """Load everything again, now if visible."""
        self._all_stale = True
        if self.isVisible():
            self._soon.start()

    def visit(self) -> None:
        """Enter visit mode."""
        from clusterdesk.gui.pages.visit.opening import begin_visit

        request = self.visit_asked()
        if request is not None:
            begin_visit(self.context, request, self)

    @Slot()
    def _refresh_now(self) -> None:
        changes = None if self._all_stale else self._stale
        self._all_stale, self._stale = False, None
        self.refresh(changes)


def _both(one: "OpChanges", other: "OpChanges") -> "OpChanges":
    from clusterdesk.domain.op_changes import OpChanges

    keys = {*one.touched, *other.touched}
    none: frozenset[object] = frozenset()
    touched = {key: frozenset((*one.touched.get(key, none), *other.touched.get(key, none))) for key in keys}
    return OpChanges(other.operation_id, touched)  # type: ignore[arg-type]
