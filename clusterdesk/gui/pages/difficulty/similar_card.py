"""Difficulties that say the same: suggested with why, joined with one click, taken apart again."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.commands.difficulties import JoinDifficulties, TakeApartDifficulty
from clusterdesk.domain.difficulties.similar import Similar
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyState
from clusterdesk.domain.views.difficulties import DifficultyPage, DifficultyRow, SimilarLine
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.difficulties import words
from clusterdesk.gui.pages.difficulty import reading
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, Row, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import Chip, Label
from clusterdesk.gui.widgets.title_row import TitleRow

_RANK = {state: place for place, state in enumerate(DifficultyState)}


class SimilarCard(Card):
    """The card of what says the same; hidden where nothing does.

    Signals:
        joined: two were joined; the id of the one they are read as.
    """

    joined = Signal(object)

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__()
        self.context, self.kit = context, context.kit
        t = self.kit.t
        self._page: DifficultyPage | None = None
        self.header = SectionHeader(t("Do others say the same?"))
        note = t("Joined, they are read as one: their organisations and quotes together, one note that goes up.")
        self._note = Label(note, "small", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.add(self.header, self._note)
        self.body.addLayout(self._list)
        self.lines: list[SimilarRow | JoinedRow] = []

    def show_page(self, page: DifficultyPage) -> None:
        """Show what says the same, and what was joined already."""
        self._page = page
        clear_layout(self._list)
        self.lines = []
        standing = page.into is None and not page.row.record.deleted
        for one in page.row.joined:
            self._add(JoinedRow(self.context, one))
        for line in page.similar if standing else ():
            row = SimilarRow(self.kit, page.row, line)
            row.opened.connect(self._open)
            row.join_asked.connect(self._join)
            self._add(row)
        self.setVisible(bool(self.lines))

    def _add(self, row: "SimilarRow | JoinedRow") -> None:
        self.lines.append(row)
        self._list.addWidget(row)

    @Slot(object)
    def _open(self, difficulty_id: UUID) -> None:
        self.context.shell.go(routes.difficulty(difficulty_id))

    @Slot(object)
    def _join(self, difficulty_id: UUID) -> None:
        if self._page is None:
            return
        mine, other = self._page.row, next(one.row for one in self._page.similar if one.row.record.id == difficulty_id)
        kept, gone = (mine, other) if keeps(mine, other) else (other, mine)
        command = JoinDifficulties(difficulty_id=gone.record.id, into_id=kept.record.id)
        toast = self.kit.t("Joined: {title} → {into}", title=gone.record.title, into=kept.record.title)
        self.context.write(partial(reading.move, command), self._joined, toast=toast)

    def _joined(self, into: Difficulty) -> None:
        self.joined.emit(into.id)


def keeps(mine: DifficultyRow, other: DifficultyRow) -> bool:
    """Tell whether the other one is joined into mine: the one that is further on stays."""
    return _RANK[mine.record.state] >= _RANK[other.record.state]


class SimilarRow(QWidget):
    """One that says the same.

    Signals:
        opened, join_asked: its id.
    """

    opened = Signal(object)
    join_asked = Signal(object)

    def __init__(self, kit: Kit, mine: DifficultyRow, line: SimilarLine) -> None:
        """Show it with why."""
        super().__init__()
        t, record = kit.t, line.row.record
        self.difficulty_id = record.id
        self.open = Button(kit, t("Open it"), "link")
        self.open.setAccessibleName(t("Open: {what}", what=record.title))
        self.open.clicked.connect(self._open)
        text = t("Join it here") if keeps(mine, line.row) else t("Join into it")
        self.join = Button(kit, text, icon="merge")
        self.join.setAccessibleName(t("{action}: {what}", action=text, what=record.title))
        self.join.clicked.connect(self._join)
        state, tone = words.state_words(kit, line.row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(TitleRow(kit, Label(record.title, "strong", wrap=True), (self.join,)))
        column.addWidget(Label(why_words(kit, line), "small", wrap=True))
        column.addWidget(Row(Chip(state, tone), self.open))

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.difficulty_id)

    @Slot()
    def _join(self) -> None:
        self.join_asked.emit(self.difficulty_id)


class JoinedRow(QWidget):
    """One that was joined."""

    def __init__(self, context: Context, joined: Difficulty) -> None:
        """Show it, to be opened or taken apart."""
        super().__init__()
        self.context, self.difficulty = context, joined
        kit, t = context.kit, context.kit.t
        self.apart = Button(kit, t("Take apart"), icon="split")
        self.apart.setAccessibleName(t("Take apart: {what}", what=joined.title))
        self.apart.clicked.connect(self._take_apart)
        self.open = Button(kit, t("Open it"), "link")
        self.open.setAccessibleName(t("Open: {what}", what=joined.title))
        self.open.clicked.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(TitleRow(kit, Label(joined.title, "strong", wrap=True), (self.apart,)))
        column.addWidget(Row(Label(t("Read together with this one."), "small"), self.open))

    @Slot()
    def _take_apart(self) -> None:
        command = TakeApartDifficulty(difficulty_id=self.difficulty.id)
        toast = self.context.kit.t("Taken apart: {title}", title=self.difficulty.title)
        self.context.write(partial(reading.move, command), toast=toast)

    @Slot()
    def _open(self) -> None:
        self.context.shell.go(routes.difficulty(self.difficulty.id))


def why_words(kit: Kit, line: SimilarLine) -> str:
    """Return why it may say the same: theme, shared words, shared organisations."""
    t, why = kit.t, line.why
    said: Sequence[str] = [
        t("same theme") if why.same_theme else "",
        t.n("{n} organisation meets both", "{n} organisations meet both", n=why.shared) if why.shared else "",
        _shared_words(kit, why),
    ]
    return " · ".join(one for one in said if one)


def _shared_words(kit: Kit, why: Similar) -> str:
    return kit.t("both say: {words}", words=", ".join(why.words)) if why.words else ""
