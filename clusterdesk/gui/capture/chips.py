"""The chips under a jotted line: what was understood, each to be corrected by mouse or key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.capture.understood import Corrections, Named, Owner, Understood
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.parsing.calendar_steps import Stretch, in_next_week, later
from clusterdesk.domain.parsing.calendar_words import WEEK
from clusterdesk.domain.records.inbox import CaptureKind
from clusterdesk.domain.records.sessions import OwnerKind
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.fields.day import CalendarPopup
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import restyle


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of a chip's menu: its words, what it says by hand, or the sign it writes into the line."""

    label: str
    by_hand: Corrections | None = None
    sign: str = ""
    chosen: bool = False
    calendar: bool = False


class CaptureChips(QWidget):
    """Kind, organisation, owner and day of a line.

    Signals:
        corrected: the Corrections that hold now.
        sign_wanted: a sign to go on with in the line ("#", "@").
        left_up: Up was pressed on a chip.
    """

    corrected = Signal(object)
    sign_wanted = Signal(str)
    left_up = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make four chips that say nothing yet."""
        super().__init__(parent)
        self._kit = kit
        self._meant: Understood | None = None
        self._by_hand = Corrections()
        self._front: Named | None = None
        t = kit.t
        self.kind = ChipButton(kit, t("Kind"), self._kinds)
        self.organisation = ChipButton(kit, t("Organisation"), self._organisations)
        self.owner = ChipButton(kit, t("Owed by"), self._owners)
        self.due = ChipButton(kit, t("Due on"), self._days)
        self._flow = FlowLayout(self, spacing=8)
        for chip in self.all:
            chip.answered.connect(self._answer)
            chip.left_up.connect(self.left_up)
            self._flow.addWidget(chip)

    @property
    def all(self) -> tuple["ChipButton", ...]:
        """The chips in order."""
        return (self.kind, self.organisation, self.owner, self.due)

    def show_meant(self, meant: Understood, by_hand: Corrections) -> None:
        """Show what was understood of a line."""
        t = self._kit.t
        if self._front is None and meant.captured.organisation is None and by_hand.organisation is None:
            self._front = meant.organisation
        self._meant, self._by_hand = meant, by_hand
        self.kind.say(t(_as_written(meant) or choice_label(meant.kind)))
        self.organisation.say(*self._organisation_words(meant))
        promise = meant.kind is CaptureKind.ACTION
        self.owner.say(meant.owner.name or t(choice_label(meant.owner.kind)))
        self.due.say(*self._due_words(meant))
        for chip in (self.owner, self.due):
            chip.setVisible(promise)
        self.updateGeometry()

    @Slot()
    def begin(self) -> None:
        """Go to the first chip that wants an answer, else to the first one."""
        wanting = next((chip for chip in self.all if chip.warns and chip.isVisible()), self.kind)
        wanting.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _organisation_words(self, meant: Understood) -> tuple[str, bool]:
        t, mark = self._kit.t, meant.captured.organisation
        if meant.organisation is not None:
            return meant.organisation.name, False
        if meant.nobody:
            return t("No organisation"), False
        if meant.candidates and mark is not None:
            return t("Which “{name}”? ({n})", name=mark.words[0], n=len(meant.candidates)), True
        if mark is not None:
            return t("“{name}” is not known", name=mark.words[0]), True
        return t("Which organisation?"), True

    def _due_words(self, meant: Understood) -> tuple[str, bool]:
        if meant.due_on is not None:
            return self._day_words(meant.due_on), False
        if meant.captured.no_day and not meant.due_said:
            return self._kit.t("{day} does not exist", day=meant.captured.no_day), True
        return self._kit.t("No day"), False

    def _day_words(self, day: date) -> str:
        same_year = day.year == self._kit.clock.today().year
        return self._kit.formats.weekday_date(day) if same_year else self._kit.formats.date(day)

    def _kinds(self) -> Sequence[Answer]:
        meant = self._meant
        own = _as_written(meant) if meant is not None else ""
        answers = [
            Answer(
                self._kit.t(choice_label(kind)),
                replace(self._by_hand, kind=kind),
                chosen=meant is not None and kind is meant.kind and not own,
            )
            for kind in CaptureKind
        ]
        return [*answers, Answer(self._kit.t(own), replace(self._by_hand, kind=None), chosen=True)] if own else answers

    def _organisations(self) -> Sequence[Answer]:
        t, meant = self._kit.t, self._meant
        if meant is None:
            return ()
        known = dict.fromkeys(one for one in (*meant.candidates, meant.organisation, self._front) if one is not None)
        answers = [
            Answer(
                one.name, replace(self._by_hand, organisation=one.id, nobody=False), chosen=one == meant.organisation
            )
            for one in known
        ]
        none = t("Without an organisation") if meant.kind is CaptureKind.ACTION else t("None: to be sorted later")
        return [
            *answers,
            Answer(t("Another one: # and its name"), replace(self._by_hand, organisation=None, nobody=False), sign="#"),
            Answer(none, replace(self._by_hand, organisation=None, nobody=True), chosen=meant.nobody),
        ]

    def _owners(self) -> Sequence[Answer]:
        t, meant = self._kit.t, self._meant
        if meant is None:
            return ()
        us, them = Owner(OwnerKind.US), Owner(OwnerKind.ORGANISATION)
        named = [(one.name, one) for one in meant.people]
        answers = [(t(choice_label(one.kind)), one) for one in (us, them)] + named
        return [
            *(Answer(words, replace(self._by_hand, owner=one), chosen=one == meant.owner) for words, one in answers),
            Answer(t("Somebody else: @ and the name"), replace(self._by_hand, owner=None), sign="@"),
        ]

    def _days(self) -> Sequence[Answer]:
        t, today = self._kit.t, self._kit.clock.today()
        month = Stretch.named("this_month", today).last_to_come(today)
        offered = (
            (t("Today"), today),
            (t("Tomorrow"), today + timedelta(days=1)),
            (t("Monday"), in_next_week(0, today)),
            (t("In two weeks"), later(today, 2, WEEK)),
            (t("End of the month"), month),
        )
        answers = [
            Answer(t("{when}, {day}", when=words, day=self._kit.formats.day_month(day)), self._due_said(day))
            for words, day in offered
            if day is not None
        ]
        return [*answers, Answer(t("Choose a date…"), calendar=True), Answer(t("No day"), self._due_said(None))]

    def _due_said(self, day: date | None) -> Corrections:
        return replace(self._by_hand, due_on=day, due_said=True)

    @Slot(object)
    def _answer(self, answer: Answer) -> None:
        if answer.calendar:
            shown = self._meant.due_on if self._meant is not None else None
            popup = CalendarPopup(self._kit, shown or self._kit.clock.today(), self)
            popup.picked.connect(self._pick)
            popup.open_under(self.due)
            return
        if answer.by_hand is not None:
            self.corrected.emit(answer.by_hand)
        if answer.sign:
            self.sign_wanted.emit(answer.sign)

    @Slot(object)
    def _pick(self, day: date) -> None:
        self.corrected.emit(self._due_said(day))


def _as_written(meant: Understood) -> str:
    """Return what a line is of itself, whose kind is not one of those that may be said."""
    if meant.exchanges:
        return N_("Offer or need")
    return N_("Head count") if meant.headcount is not None else ""


class ChipButton(Button):
    """A chip that opens a menu of other answers.

    Signals:
        answered: the Answer chosen.
        left_up: Up was pressed.
    """

    answered = Signal(object)
    left_up = Signal()

    def __init__(self, kit: Kit, name: str, answers: Callable[[], Sequence[Answer]]) -> None:
        """Make a chip; ``name`` says what it is about, ``answers`` what it could say instead."""
        super().__init__(kit, "", "filter", icon="chevron-down")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the words
        self._kit, self._name, self._answers = kit, name, answers
        self.warns = False
        self.clicked.connect(self.open_menu)

    def say(self, words: str, warns: bool = False) -> None:
        """Show an answer; one that ``warns`` is wanted."""
        self.set_text(words)
        self.setAccessibleName(self._kit.t("{name}: {words}", name=self._name, words=words))
        if warns is not self.warns or self.property("tone") is None:
            self.warns = warns
            self.setProperty("tone", "warn" if warns else "")
            restyle(self)

    def _show_words(self) -> None:
        """Show the answer, with a gap before the arrow."""
        self.setText(f"{VEIL.words(self._words)} ".replace("&", "&&"))

    @Slot()
    def open_menu(self) -> None:
        """Offer the other answers."""
        menu = QMenu(self)
        menu.setAccessibleName(self._name)
        for answer in self._answers():
            action = menu.addAction(VEIL.words(answer.label).replace("&", "&&"))
            action.setData(answer)
            action.setCheckable(True)
            action.setChecked(answer.chosen)
        menu.triggered.connect(self._chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu on Enter and Down as well as on Space; leave upwards on Up."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.open_menu()
        elif event.key() == Qt.Key.Key_Up:
            self.left_up.emit()
        else:
            super().keyPressEvent(event)

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        self.answered.emit(action.data())
