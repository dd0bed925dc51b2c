"""What proves a proposed result: each piece of evidence on its rung of the ladder, what is wanted only outlined."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.results import Evidence, EvidenceLevel
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.ladder import Ladder


class ProofLines(QWidget):
    """A line for each piece of evidence: ladder, title, level and day. Nothing where there is none."""

    def __init__(self, kit: Kit) -> None:
        """Make no line."""
        super().__init__()
        self._kit = kit
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def show_evidence(self, evidence: Sequence[Evidence]) -> None:
        """Show these pieces, the strongest first."""
        clear_layout(self._grid)
        for line, one in enumerate(sorted(evidence, key=_rank)):
            level = self._kit.t(choice_label(one.level))
            ladder = Ladder(self._kit, len(EvidenceLevel))
            ladder.show_level(int(one.level), level, wanted=one.wanted)
            words = QWidget()
            column = QGridLayout(words)
            column.setContentsMargins(0, 0, 0, 0)
            column.setVerticalSpacing(1)
            column.addWidget(Label(one.title, wrap=True), 0, 0)
            column.addWidget(Label(self._facts(one, level), "small", wrap=True), 1, 0)
            self._grid.addWidget(ladder, line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, line, 1)
        self.setVisible(bool(evidence))

    def _facts(self, one: Evidence, level: str) -> str:
        wanted = self._kit.t("To obtain") if one.wanted else ""
        day = self._kit.formats.date(one.on) if one.on is not None else ""
        return " · ".join(fact for fact in (level, day, wanted) if fact)


def _rank(one: Evidence) -> tuple[bool, int, str]:
    return one.wanted, -int(one.level), one.title
