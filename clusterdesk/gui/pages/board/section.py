"""A strategic objective on the board: a card with its operational objectives and their indicators."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal

from clusterdesk.domain.views.board import Board, BoardSection
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.board.row import IndicatorRow
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.label import Label


class ObjectiveCard(Card):
    """The card of one strategic objective.

    Signals:
        went: the Route of an organisation behind a number.
        validate_asked: the id of the result that a second person would validate.
    """

    went = Signal(object)
    validate_asked = Signal(object)

    def __init__(self, kit: Kit, sections: Sequence[BoardSection]) -> None:
        """Make the rows of its indicators."""
        super().__init__(margin=8, spacing=2)
        t, top = kit.t, sections[0].objective
        code = f"{top.code} · " if top is not None and top.code else ""
        name = f"{code}{top.name_in(t.language)}" if top is not None else t("Without an objective")
        header = SectionHeader(name, wrap=True)
        header.setContentsMargins(8, 4, 8, 2)
        self.add(header)
        self.rows: dict[UUID, IndicatorRow] = {}
        for section in sections:
            if section.operational is not None:
                one = section.operational
                caption = Label(
                    " · ".join(part for part in (one.code, one.name_in(t.language)) if part), "caption", wrap=True
                )
                caption.setContentsMargins(8, 4, 8, 0)
                self.add(caption)
            for row in section.rows:
                made = IndicatorRow(kit)
                made.went.connect(self.went)
                made.validate_asked.connect(self.validate_asked)
                self.rows[row.indicator.id] = made
                self.add(made)

    def show_board(self, board: Board) -> None:
        """Show the indicators as of the day of the board."""
        for row in board.rows():
            shown = self.rows.get(row.indicator.id)
            if shown is not None:
                shown.show_row(board, row)
