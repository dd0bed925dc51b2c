"""The board « Indicateurs »: three objectives, their indicators, as of today or of a closed quarter; freezing one."""

from collections.abc import Iterable
from functools import partial
from itertools import groupby
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.records.strategy import BoardFreeze
from clusterdesk.domain.views.board import Board
from clusterdesk.gui import routes
from clusterdesk.gui.pages.board import reading
from clusterdesk.gui.pages.board.head import REPORT, BoardHead
from clusterdesk.gui.pages.board.messages import QuarterMessages
from clusterdesk.gui.pages.board.section import ObjectiveCard
from clusterdesk.gui.pages.today.goals_slot import COUNTED
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shortcuts import Shortcut
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_scroll import narrow_column, page_scroll

_WIDEST = 1160


class BoardPage(Page):
    """The page; its argument is a quarter such as ``2026-Q3``, None for today, or the id of an indicator to open."""

    shows = (*COUNTED, "board_freeze", "board_remark")

    _wanted: UUID | None = None
    _board: Board | None = None
    _decisions: QWidget | None = None

    def build(self) -> None:
        """Make header and room for the cards."""
        kit, t = self.kit, self.kit.t
        self._quarter: str | None = None
        self._shape: tuple[object, ...] = ()
        self.cards: list[ObjectiveCard] = []
        self.header = BoardHead(kit)
        self.header.chosen.connect(self._choose)
        self.header.freeze_asked.connect(self._freeze)
        self.header.went.connect(self.context.shell.go)
        self.header.strategy.clicked.connect(self._go_to_strategy)
        self.header.report.clicked.connect(self._go_to_report)
        self.header.listen_on(self)
        self.told = Label("", "muted", wrap=True)
        self.nothing = EmptyState(
            kit,
            "trending-up",
            t("No indicator yet"),
            t("Bring in a strategy file, or write down objectives and what shows that they are reached."),
            t("Strategy and action plan"),
        )
        self.nothing.acted.connect(self._go_to_strategy)
        self.nothing.hide()
        self.messages = QuarterMessages(self.context)
        inner, column = narrow_column(kit, _WIDEST)
        self._column = QVBoxLayout()
        self._column.setSpacing(column.spacing())
        column.addLayout(self._column)
        column.addWidget(self.messages)
        column.addStretch(1)
        self.body.addWidget(self.header)
        self.body.addWidget(self.told)
        self.body.addWidget(self.nothing)
        self.body.addWidget(page_scroll(inner, t("Indicators")), 1)

    def enter(self, argument: object) -> None:
        """Open the indicator asked for, also where the page stands there already."""
        self._wanted = argument if isinstance(argument, UUID) else None
        super().enter(argument)
        if self._board is not None:
            self._tell(self._board)

    def argument_changed(self) -> None:
        """Turn to the quarter asked for; an indicator is opened as of today."""
        self._quarter = self.argument if isinstance(self.argument, str) else None

    def refresh(self, changes: object) -> None:
        """Count again."""
        self.context.desk.submit(partial(reading.read, self._quarter), self._show, latest="board", owner=self)
        self.messages.read(self.header.reported(self._quarter))

    def leave(self) -> None:
        """Commit what is typed, also into the line that waits for Enter."""
        super().leave()
        self.messages.commit()

    def shortcuts(self) -> Iterable[Shortcut]:
        """Make the report with Ctrl+P."""
        return (REPORT,)

    def is_private(self) -> bool:
        """Tell that it is about many organisations."""
        return True

    def _show(self, board: Board) -> None:
        self.header.show_board(board, self._quarter)
        shape = tuple(
            (section.objective, section.operational, tuple(row.indicator.id for row in section.rows))
            for section in board.sections
        )
        if shape != self._shape:
            self._shape = shape
            self._rebuild(board)
        for card in self.cards:
            card.show_board(board)
        self.nothing.setVisible(not board.sections)
        self._board = board
        self._tell(board)

    def _tell(self, board: Board) -> None:
        """Say of when the numbers are; open the indicator asked for, or say that it is not counted."""
        told = self._told(board)
        if self._wanted is not None:
            row = next((card.rows[self._wanted] for card in self.cards if self._wanted in card.rows), None)
            if row is None:
                missing = self.kit.t("The indicator asked for is not counted now: see strategy and action plan.")
                told = f"{told} {missing}"
            else:
                self._wanted = None
                row.reveal()
        self.told.setText(told)

    def _rebuild(self, board: Board) -> None:
        clear_layout(self._column)
        self.cards = []
        for _, sections in groupby(board.sections, key=lambda one: one.objective):
            card = ObjectiveCard(self.kit, tuple(sections))
            card.went.connect(self.context.shell.go)
            card.validate_asked.connect(self._ask_validation)
            self.cards.append(card)
            self._column.addWidget(card)

    def _told(self, board: Board) -> str:
        t, formats = self.kit.t, self.kit.formats
        day = t("As of {day}, rules version {version}.", day=formats.date(board.as_of), version=board.rules)
        if board.frozen is None or self._quarter is None:
            return day
        by, on = board.frozen.frozen_by, board.frozen.frozen_on
        said = t("Frozen on {day} by {name}.", day=formats.date(on), name=by) if on and by else t("Frozen.")
        moved = [
            f"{row.indicator.name_in(t.language)} {row.restated:+d}".replace("-", "−")
            for row in board.rows()
            if row.restated
        ]
        if not moved:
            return f"{day} {said} {t('Today’s count of the same day is the same.')}"
        return f"{day} {said} {t('Restated since: {what}.', what=formats.joined(moved))}"

    @Slot(object)
    def _choose(self, quarter: str | None) -> None:
        self._quarter = quarter
        self.refresh(None)

    @Slot(str)
    def _freeze(self, period: str) -> None:
        quarter = self.kit.formats.partial(period)
        by = self.context.settings.profile_name
        toast = self.kit.t("{quarter} is frozen.", quarter=quarter)
        self.context.write(partial(reading.freeze, period, by), self._frozen, toast=toast)

    def _frozen(self, made: BoardFreeze) -> None:
        self._quarter = made.period
        self.refresh(None)

    @Slot(object)
    def _ask_validation(self, result_id: UUID) -> None:
        job = partial(reading.read_validation, result_id)
        self.context.desk.submit(job, self._validate, self.context.shell.show_error, owner=self)

    def _validate(self, asked: reading.ToValidate) -> None:
        """Ask who validates: the same dialog, and the same decision, as on the page of the organisation."""
        from clusterdesk.gui.pages.organisation.decisions import Decisions

        if self._decisions is not None:
            self._decisions.deleteLater()
        self._decisions = Decisions(self.context, lambda: asked.colleagues)
        self._decisions.setParent(self)
        self._decisions.hide()
        self._decisions.show_result(asked.result)
        self._decisions.validate()

    @Slot()
    def _go_to_report(self) -> None:
        self.context.shell.go(routes.board_report(self.header.reported(self._quarter)))

    @Slot()
    def _go_to_strategy(self) -> None:
        self.context.shell.go(routes.strategy())
