"""The left rail: name, search, places, undo and redo by name, and the line that tells how things stand."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from clusterdesk.gui.icons import SIZE
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.sending import OutboxState, Sending
from clusterdesk.gui.shell.busy_mark import BusyMark
from clusterdesk.gui.shell.places import Place, Spot
from clusterdesk.gui.shortcuts import (
    BACK,
    CAPTURE,
    FORWARD,
    OWN_KEYS,
    REDO,
    UNDO,
    place_keys,
    shown_key,
    shown_keys,
    with_keys,
)
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.buttons import IconButton, PressedByEnter
from clusterdesk.gui.widgets.label import Label, plain_tooltip, restyle

if TYPE_CHECKING:
    from clusterdesk.gui.shell.drive_mark import DriveMark

WIDTH_UNITS = 208
_UNIT, _LARGE = 100, 150  # text is large from one and a half times its size on


class Rail(QFrame):
    """Shows the places and tells which was chosen.

    Signals:
        chosen: the key of a place.
        capture_asked: to jot something down.
        undo_asked, redo_asked, back_asked, forward_asked: the buttons.
    """

    chosen = Signal(str)
    capture_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    back_asked = Signal()
    forward_asked = Signal()

    def __init__(self, kit: Kit, places: Sequence[Place], parent: QWidget | None = None) -> None:
        """Show the places that have a spot in the rail."""
        super().__init__(parent)
        self._kit = kit
        self._buttons: dict[str, RailButton] = {}
        self.setProperty("role", "rail")
        self._back = IconButton(kit, "arrow-left", with_keys(kit.t, kit.t("Back"), BACK))
        self._forward = IconButton(kit, "arrow-right", with_keys(kit.t, kit.t("Forward"), FORWARD))
        self._back.clicked.connect(self.back_asked)
        self._forward.clicked.connect(self.forward_asked)
        self.show_trail(back=False, forward=False)
        self._undo = RailButton(kit, "undo-2", "", "")
        self._redo = RailButton(kit, "redo-2", "", "")
        for button in (self._undo, self._redo):
            button.setCheckable(False)
            button.hide()
        self._undo.clicked.connect(self.undo_asked)
        self._redo.clicked.connect(self.redo_asked)
        self._state = Label("", "small", wrap=True)
        self.busy = BusyMark(kit)
        hint = with_keys(kit.t, kit.t("Quick note"), CAPTURE)
        self._capture = IconButton(kit, "notebook-pen", hint)
        self._capture.clicked.connect(self.capture_asked)
        self._search_slot = QVBoxLayout()
        self._assemble(places)
        kit.theme.changed.connect(self._measure)
        self._measure()

    def put_search(self, field: QWidget) -> None:
        """Put the search field under the name."""
        self._search_slot.addWidget(field)

    def light(self, key: str) -> None:
        """Mark the place that is shown."""
        for place, button in self._buttons.items():
            button.setChecked(place == key)

    def show_trail(self, *, back: bool, forward: bool) -> None:
        """Enable the arrows that lead somewhere."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)

    def show_undo(self, undo: str, redo: str) -> None:
        """Show what can be undone and redone ("" = nothing, then the button is not there)."""
        t = self._kit.t
        self._undo.set_words(t("Undo: {operation}", operation=undo), shown_keys(UNDO))
        self._redo.set_words(t("Redo: {operation}", operation=redo), shown_keys(REDO))
        self._undo.setVisible(bool(undo))
        self._redo.setVisible(bool(redo))

    def show_state(self, text: str) -> None:
        """Show the line at the bottom ("Offline · backup 08:12")."""
        self._state.setText(text)

    def follow(self, sending: Sending) -> None:
        """Show how the drive stands and how much waits for it, now and whenever that changes."""
        sending.told.connect(self._show_outbox)
        if sending.state is not None:
            self._show_outbox(sending.state)

    @Slot(object)
    def _show_outbox(self, state: OutboxState) -> None:
        button = self._buttons.get("outbox")
        if button is not None:
            button.set_count(state.waiting + state.stopped)
        if state.asked:
            self.drive.show_state(state)
        if "drive" in self.__dict__:
            self.drive.setVisible(state.asked)

    @cached_property
    def drive(self) -> "DriveMark":
        """The line about the shared drive; made when there is one."""
        from clusterdesk.gui.shell.drive_mark import DriveMark

        mark = DriveMark(self._kit, self)
        self._foot.insertWidget(0, mark)
        return mark

    def _assemble(self, places: Sequence[Place]) -> None:
        column = self._column = QVBoxLayout(self)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(Label("ClusterDesk", "brand"))
        head.addStretch(1)
        head.addWidget(self._capture)
        head.addWidget(self._back)
        head.addWidget(self._forward)
        column.addLayout(head)
        column.addLayout(self._search_slot)
        column.addSpacing(6)
        numbered = [place for place in places if place.spot is Spot.TOP]
        inner = QWidget()
        self._places = QVBoxLayout(inner)
        self._places.setContentsMargins(0, 0, 0, 0)
        for number, place in enumerate(numbered, start=1):
            self._places.addWidget(self._button(place, shown_key(place_keys(number)[0])))
        self._places.addStretch(1)
        column.addWidget(self._scrolling(inner), 1)
        column.addWidget(self._undo)
        column.addWidget(self._redo)
        for place in places:
            if place.spot is Spot.BOTTOM:
                own = OWN_KEYS.get(place.key)
                column.addWidget(self._button(place, shown_keys(own) if own is not None else ""))
        column.addSpacing(4)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(3)
        self._foot.addWidget(self._state)
        column.addLayout(self._foot)
        column.addWidget(self.busy)

    def _scrolling(self, places: QWidget) -> QScrollArea:
        """Return the places where they scroll: in the largest text the smallest window has no room for all of them."""
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self._kit.t.c("rail", "Places"))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # One of our own, which fills nothing: asking for Qt's makes the bindings set up every widget class there is.
        scroll.setViewport(QWidget())
        scroll.setWidget(places)
        places.setAutoFillBackground(False)
        return scroll

    def _button(self, place: Place, keys: str) -> "RailButton":
        button = RailButton(self._kit, place.icon, self._kit.t(place.label), place.key)
        button.set_words(self._kit.t(place.label), keys)
        button.clicked.connect(self._choose)
        self._buttons[place.key] = button
        return button

    @Slot()
    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            self.light(button.key)
            self.chosen.emit(button.key)

    @Slot()
    def _measure(self) -> None:
        theme = self._kit.theme
        self.setFixedWidth(theme.length(WIDTH_UNITS))
        # In the largest text all lines still stand one under the other in the smallest window.
        large = theme.length(_UNIT) > _LARGE
        above, below, gap = (4, 2, 0) if large else (12, 10, 3)
        self._column.setContentsMargins(10, above, 10, below)
        self._column.setSpacing(gap)
        self._places.setSpacing(gap)
        for button in (*self._buttons.values(), self._undo, self._redo):
            if bool(button.property("low")) != large:
                button.setProperty("low", large)
                restyle(button)


class RailButton(PressedByEnter):
    """One line of the rail: icon and words, cut with "…" where the rail is too narrow."""

    def __init__(self, kit: Kit, icon: str, text: str, key: str) -> None:
        """Make the line of a place."""
        super().__init__()
        self._kit, self._icon = kit, icon
        self.key = key
        self.setProperty("role", "place")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words, self._count = text, 0
        self._draw()
        self.set_words(text, "")
        kit.theme.changed.connect(self._draw)

    def set_words(self, text: str, keys: str) -> None:
        """Change the words; ``keys`` are added to the tooltip."""
        self._words, self._keys = text, keys
        self.setAccessibleName(text)
        hint = self._kit.t("{action} ({keys})", action=VEIL.strictly(text), keys=keys) if keys else ""
        self.setToolTip(plain_tooltip(hint))
        self._fit()

    def set_count(self, count: int) -> None:
        """Show how many wait behind the line, 0 shows nothing."""
        self._count = count
        name = self._kit.t("{place} ({n})", place=self._words, n=count) if count else self._words
        self.setAccessibleName(name)
        self._fit()

    def reveil(self) -> None:
        """Show the words anew: the veil has changed."""
        self.set_words(self._words, self._keys)

    @Slot()
    def _draw(self) -> None:
        self.setIcon(self._kit.icons.icon(self._icon, "muted", chosen="text"))
        side = self._kit.theme.length(SIZE)
        self.setIconSize(QSize(side, side))
        self._fit()

    def _fit(self) -> None:
        theme = self._kit.theme
        words = VEIL.strictly(self._words)
        if self._count:
            words = self._kit.t("{place} ({n})", place=words, n=self._count)
        room = theme.length(WIDTH_UNITS) - theme.length(SIZE + 20) - 34
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.setText("  " + shown.replace("&", "&&"))
