"""What other rules would change, by name: how many count then, and which results appear or vanish."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.views.rule_difference import RulesDifference
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.label import Chip, Label
from clusterdesk.services.rule_words import DifferenceLine, difference_lines, totals_words

_TONES = {True: Tone.OK, False: Tone.WARN, None: Tone.NEUTRAL}


class DifferenceView(QWidget):
    """Empty until something is shown; ``words`` says the outcome in one sentence."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Say what to do first."""
        super().__init__(parent)
        self.kit = kit
        self.setAccessibleName(kit.t("What would change"))
        self.words = Label("", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(Label(kit.t("What would change"), "strong"))
        self._column.addWidget(self.words)
        self._rows: QWidget | None = None
        self.lines: tuple[DifferenceLine, ...] = ()
        self.clear(kit.t("Change a parameter: what it would change is shown here before anything is saved."))

    def clear(self, words: str) -> None:
        """Show a sentence only."""
        self.lines = ()
        self.words.setText(words)
        if self._rows is not None:
            self._column.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
            self._rows = None

    def show_difference(self, found: RulesDifference) -> None:
        """Show what would change."""
        t = self.kit.t
        lines = difference_lines(found, t, self.kit.formats)
        if not found.changed:
            self.clear(t("These rules count as the present ones do."))
            return
        if not lines:
            self.clear(t("The rules change, but no result appears or vanishes."))
            return
        n = len(lines)
        self.clear(t.n("{n} result is touched:", "{n} results are touched:", n=n))
        self.lines = lines
        self._rows = QWidget()
        rows = QVBoxLayout(self._rows)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for one in found.indicators:
            mine = [line for line in lines if line.indicator == one.rules.name_in(t.language)]
            if not mine:
                continue
            rows.addWidget(Label(mine[0].indicator, "strong", wrap=True))
            rows.addWidget(Label(totals_words(one, t), "muted", wrap=True))
            for line in mine:
                rows.addWidget(self._row(line))
        self._column.addWidget(self._rows)

    def _row(self, line: DifferenceLine) -> QWidget:
        """Return a result under what becomes of it."""
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(2)
        name = " · ".join(part for part in (line.project, line.organisation, line.on) if part)
        row.setAccessibleName(f"{line.change}: {name}")
        column.addWidget(Chip(line.change, _TONES[line.good]), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Label(name, wrap=True))
        return row
