"""The card of promises: ours to check off in place, late ones first, and what is owed to us."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from clusterdesk.domain.session_kinds import OwnerKind
from clusterdesk.domain.views.today import Promise, Today
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.today.promise_days import PROMISE, DayChoice, DayStrip, day_choices
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.card import Card, Line, SectionHeader, clear_layout
from clusterdesk.gui.widgets.dragging import DragStart
from clusterdesk.gui.widgets.label import Chip, ElidedLabel, Label, plain_tooltip
from clusterdesk.gui.widgets.links import RouteLink

FIRST_ROWS = 6
_OWED_ROWS = 3


class PromisesCard(Card):
    """Lists promises; checking one marks it as kept, dragging one or its clock gives it another day.

    Signals:
        kept: the id of a promise.
        put_off: the id of a promise, and its new day (None: no day).
        went: a Route to go to.
    """

    kept = Signal(object)
    put_off = Signal(object, object)
    went = Signal(object)

    _strip: DayStrip | None = None
    _strip_host: QWidget | None = None

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make an empty card."""
        super().__init__(spacing=6, parent=parent)
        self._kit = kit
        self._today = Today(kit.clock.today())
        self._all = False
        self.header = SectionHeader(kit.t("To do"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.more = Button(kit, "", "link")
        self.more.clicked.connect(self._show_all)
        self._owed_line = Line()
        self._owed_header = SectionHeader(kit.t("Owed to us"))
        self._owed = QVBoxLayout()
        self._owed.setSpacing(2)
        self.add(self.header)
        self.body.addLayout(self._rows)
        self.add(self._owed_line, self._owed_header)
        self.body.addLayout(self._owed)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    @property
    def rows(self) -> tuple["PromiseRow", ...]:
        """The rows of our own promises."""
        return _rows_of(self._rows)

    def let_days_float_over(self, host: QWidget) -> None:
        """Show the days to let a promise go on over a widget, while one is dragged."""
        self._strip_host = host

    def show_promises(self, today: Today) -> None:
        """Show what is promised; the row that had the focus passes it on to the one that takes its place."""
        self._today = today
        place = next((number for number, row in enumerate(self.rows) if row.box.hasFocus()), -1)
        self._fill()
        if place >= 0 and self.rows:
            self.rows[min(place, len(self.rows) - 1)].box.setFocus()

    def _fill(self) -> None:
        t, today, counts = self._kit.t, self._today, self._today.counts
        self.header.set_note(self._number(counts.promises, counts.promises_late))
        shown = today.promises if self._all else today.promises[:FIRST_ROWS]
        self._list(self._rows, shown)
        if not today.promises:
            self._rows.addWidget(Label(t("No promise of yours is open."), "muted", wrap=True))
        rest = len(today.promises) - len(shown) + (0 if self._all else max(0, len(today.owed) - _OWED_ROWS))
        self.more.set_text(t.n("Show {n} more", "Show {n} more", n=rest))
        self.more.setVisible(rest > 0)
        self._owed_header.set_note(self._number(counts.owed, counts.owed_late))
        self._list(self._owed, today.owed if self._all else today.owed[:_OWED_ROWS])
        for widget in (self._owed_line, self._owed_header):
            widget.setVisible(bool(today.owed))

    def _number(self, count: int, late: int) -> str:
        t, number = self._kit.t, self._kit.formats.number(count)
        return t("{number} · {late}", number=number, late=t.n("{n} late", "{n} late", n=late)) if late else number

    def _list(self, rows: QVBoxLayout, promises: Sequence[Promise]) -> None:
        clear_layout(rows)
        for promise in promises:
            row = PromiseRow(self._kit, promise, self._today.day)
            row.kept.connect(self.kept)
            row.put_off.connect(self.put_off)
            row.dragged.connect(self._offer_days)
            row.let_go.connect(self._withdraw_days)
            row.went.connect(self.went)
            rows.addWidget(row)

    @Slot(QWidget)
    def _offer_days(self, row: QWidget) -> None:
        if self._strip is None:
            self._strip = DayStrip(self._kit, self._strip_host or self)
            self._strip.chosen.connect(self.put_off)
        self._strip.show_near(row)

    @Slot()
    def _withdraw_days(self) -> None:
        if self._strip is not None:
            self._strip.hide()

    @Slot()
    def _show_all(self) -> None:
        self._all = True
        self._fill()


class PromiseRow(QWidget):
    """One promise: check box, words, whom it concerns, when it is due.

    Signals:
        kept, put_off, went: as those of the card.
        dragged: it is being dragged (the row).
        let_go: it is not dragged any more.
    """

    kept = Signal(object)
    put_off = Signal(object, object)
    dragged = Signal(QWidget)
    let_go = Signal()
    went = Signal(object)

    def __init__(self, kit: Kit, promise: Promise, today: date, parent: QWidget | None = None) -> None:
        """Show a promise as of today."""
        super().__init__(parent)
        self._kit, self._promise, self._today = kit, promise, today
        self.box = QCheckBox()
        self.box.setAccessibleName(kit.t("Kept: {promise}", promise=promise.text))
        self.box.setToolTip(plain_tooltip(kit.t("Mark as kept")))
        self.box.clicked.connect(self._keep)
        self._chip = Chip(*self._due())
        if promise.due_on is not None:
            self._chip.explain(kit.t("Due on {day}", day=kit.formats.long_date(promise.due_on)))
        self._later = IconButton(kit, "clock", kit.t("Put off: {promise}", promise=promise.text))
        self._later.clicked.connect(self._ask_day)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(), 1)
        row.addWidget(self._chip)
        row.addWidget(self._later)
        self.drag = DragStart(self, PROMISE, promise.action_id.bytes)
        self.drag.began.connect(self._begin)
        self.drag.ended.connect(self.let_go)

    @property
    def promise_id(self) -> UUID:
        """The id of the promise."""
        return self._promise.action_id

    def later_days(self) -> tuple[DayChoice, ...]:
        """The days it can be put to, in words."""
        return day_choices(self._kit, self._today)

    def _words(self) -> QVBoxLayout:
        kit, promise = self._kit, self._promise
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(promise.text))
        line = QHBoxLayout()
        line.setSpacing(0)
        others = promise.owner is OwnerKind.OTHER and promise.owner_name != promise.organisation
        if others and promise.owner_name:
            line.addWidget(ElidedLabel(kit.t("{name} ·", name=promise.owner_name), "small"))
        if promise.organisation_id is not None and promise.organisation:
            way = routes.organisation(promise.organisation_id)
            link = RouteLink(kit, promise.organisation, way, role="quiet", cut=True)
            link.went.connect(self.went)
            line.addWidget(link)
        if promise.made_on is not None and promise.made_on < self._today:
            since = kit.formats.relative_days((promise.made_on - self._today).days)
            age = Label(since, "small")
            age.setToolTip(kit.t("Promised on {day}", day=kit.formats.long_date(promise.made_on)))
            line.addWidget(age)
        line.addStretch(1)
        words.addLayout(line)
        return words

    def _due(self) -> tuple[str, Tone]:
        t, formats, due = self._kit.t, self._kit.formats, self._promise.due_on
        if due is None:
            return t("no day"), Tone.NEUTRAL
        if self._promise.days_late:
            return t.n("{n} day late", "{n} days late", n=self._promise.days_late), Tone.BAD
        if due == self._today:
            return t("today"), Tone.WARN
        return formats.weekday_date(due), Tone.INFO

    @Slot()
    def _begin(self) -> None:
        self.dragged.emit(self)

    @Slot()
    def _keep(self) -> None:
        self.box.setEnabled(False)
        self.kept.emit(self._promise.action_id)

    @Slot()
    def _ask_day(self) -> None:
        menu = QMenu(self)
        for number, choice in enumerate(self.later_days()):
            menu.addAction(choice.words).setData(number)
        menu.triggered.connect(self._choose_day)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._later.mapToGlobal(self._later.rect().bottomLeft()))

    @Slot(object)
    def _choose_day(self, action: object) -> None:
        number = action.data()  # type: ignore[attr-defined]
        self.put_off.emit(self._promise.action_id, self.later_days()[number].day)


def _rows_of(layout: QVBoxLayout) -> tuple[PromiseRow, ...]:
    items = (layout.itemAt(place) for place in range(layout.count()))
    widgets = (item.widget() for item in items if item is not None)
    return tuple(widget for widget in widgets if isinstance(widget, PromiseRow))
