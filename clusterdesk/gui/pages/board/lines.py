"""What stands behind a number: the results that count and why, those that nearly do and what they lack."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.records.results import EvidenceLevel
from clusterdesk.domain.views.board import Board, BoardRow
from clusterdesk.domain.views.board_beside import Thing
from clusterdesk.domain.views.indicators import IndicatorLine
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.board import words
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Row, clear_layout
from clusterdesk.gui.widgets.label import Chip, Label
from clusterdesk.gui.widgets.links import RouteLink

_MOST = 60
_WAYS: Mapping[str, Callable[[UUID], Route]] = {
    "organisation": routes.organisation,
    "difficulty": routes.difficulty,
    "communication_item": routes.communication,
    "programme_event": routes.event,
    "vision_dossier": routes.vision,
}


class ResultLine(QFrame):
    """One result: when, whose, how well proven; it opens the organisation.

    Signals:
        went: the Route of the organisation.
        validate_asked: the id of the result that a second person would validate.
    """

    went = Signal(object)
    validate_asked = Signal(object)

    def __init__(self, kit: Kit, board: Board, line: IndicatorLine, *, counts: bool, required: bool = False) -> None:
        """Show a result that counts, or nearly does."""
        super().__init__()
        t, formats = kit.t, kit.formats
        self.setProperty("role", "part")
        head = QHBoxLayout()
        head.setSpacing(10)
        day = Label(formats.date(line.on), "muted")
        day.setMinimumWidth(kit.theme.length(84))
        head.addWidget(day)
        if line.project or line.organisation_id is None:
            head.addWidget(Label(line.name, "strong"))
        if line.organisation_id is not None:
            way = routes.organisation(line.organisation_id)
            self.link = RouteLink(kit, line.organisation, way, name=t("Open: {what}", what=line.organisation))
            self.link.went.connect(self.went)
            head.addWidget(self.link)
        head.addStretch(1)
        visit = board.visits.get(line.organisation_id) if line.organisation_id is not None else None
        if visit is not None and not line.provable and not line.lacks_only_validation:
            head.addWidget(Chip(t("visit on {day}", day=formats.date(visit)), Tone.INFO))
        if counts:
            head.addWidget(self._proof(kit, line, required=required))
        self._result = line.result_id if counts and line.lacks_only_validation else None
        if self._result is not None:
            self.validate = Button(kit, t("Validate…"), "link")
            self.validate.setAccessibleName(t("Validate: {what}", what=line.name))
            self.validate.clicked.connect(self._ask_validation)
            head.addWidget(self.validate)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(1)
        column.addLayout(head)
        people = words.managers_words(kit, line)
        said = " · ".join(part for part in (people, words.line_words(kit, line, counts=counts)) if part)
        column.addWidget(Label(said, "small", wrap=True))

    @Slot()
    def _ask_validation(self) -> None:
        self.validate_asked.emit(self._result)

    def _proof(self, kit: Kit, line: IndicatorLine, *, required: bool) -> Chip:
        t, level = kit.t, line.evidence
        if line.provable:
            said = (
                t("provable · evidence {level}", level=kit.formats.number(level)) if level else t.c("one", "provable")
            )
            return Chip(said, Tone.OK)
        if level is None or level < EvidenceLevel.ATTESTATION:
            return Chip(t("a proof is missing"), Tone.WARN)
        if not line.lacks_only_validation:
            return Chip(t("to be confirmed"), Tone.WARN)
        return Chip(t("validation required"), Tone.WARN) if required else Chip(t("to be validated"), Tone.INFO)


class ResultLines(QWidget):
    """All results behind a number.

    Signals:
        went: the Route of an organisation.
        validate_asked: the id of the result that a second person would validate.
    """

    went = Signal(object)
    validate_asked = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._kit = kit
        self._required = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 8)
        self._column.setSpacing(4)

    def show_row(self, board: Board, row: BoardRow) -> None:
        """Show what counts for an indicator, and what nearly does."""
        clear_layout(self._column)
        t = self._kit.t
        if row.view is None:
            both = words.expected_both(self._kit, row)
            told = t("Counted as it stands in the binder, from the start of the plan to this day.")
            self._column.addWidget(Label(" ".join(part for part in (told, both) if part), "muted", wrap=True))
            self._things(row.beside.things)
            return
        self.sentence = Label(words.proof_words(self._kit, board, row), "strong", wrap=True)
        self._column.addWidget(self.sentence)
        facts = " · ".join(
            part for part in (words.years_words(self._kit, row), words.expected_both(self._kit, row)) if part
        )
        self._column.addWidget(Label(facts, "small", wrap=True))
        if row.restated:
            sign = "+" if row.restated > 0 else "−"
            change = f"{sign}{self._kit.formats.number(abs(row.restated))}"
            frozen = self._kit.formats.number(row.frozen or 0)
            told = t(
                "Frozen at {frozen}; counted today for the same day: {change} (restatement).",
                frozen=frozen,
                change=change,
            )
            self._column.addWidget(Label(told, "small", wrap=True))
        self._required = row.validation_required
        self._block(board, "", row.view.counted, counts=True)
        self._block(board, t("Provisional: can only be dated later"), row.view.provisional, counts=False)
        self._block(board, t("Nearly: what is missing to count"), row.view.nearly, counts=False)

    def _things(self, things: Sequence[Thing]) -> None:
        kit = self._kit
        for one in things[:_MOST]:
            day = Label(kit.formats.date(one.on), "muted")
            day.setMinimumWidth(kit.theme.length(84))
            link = RouteLink(kit, one.title, _WAYS[one.type_key](one.id), cut=True)
            link.went.connect(self.went)
            line = Row(day, link, spacing=10)
            line.setContentsMargins(8, 0, 8, 0)
            self._column.addWidget(line)
        self._more(len(things) - _MOST, "clusterdesk board show --json")

    def _more(self, count: int, how: str) -> None:
        if count > 0:
            more = self._kit.t.n("and {n} more: {how}", "and {n} more: {how}", n=count, how=how)
            self._column.addWidget(Label(more, "muted"))

    def _block(self, board: Board, heading: str, lines: Sequence[IndicatorLine], *, counts: bool) -> None:
        if not lines:
            return
        if heading:
            self._column.addWidget(Label(heading, "caption"))
        for line in lines[:_MOST]:
            shown = ResultLine(self._kit, board, line, counts=counts, required=self._required)
            shown.went.connect(self.went)
            shown.validate_asked.connect(self.validate_asked)
            self._column.addWidget(shown)
        self._more(len(lines) - _MOST, "clusterdesk indicators --explain")
