"""One row of the list, whole: why it has its verdict, what changes, what stands in the list; and the decision."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.exchange.importing.told_parts import PartWords
from clusterdesk.exchange.importing.verdicts import Decision, RowPlan
from clusterdesk.exchange.mapping.opened_list import OpenedList
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.importing import words
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.card import Card, clear_layout
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.label import Chip, Label
from clusterdesk.gui.widgets.links import RouteLink


class RowDetail(Card):
    """Shows a row.

    Signals:
        decided: the line of an open row, and the Decision about it.
        went: a Route: the page of the organisation that may be the same.
    """

    decided = Signal(int, object)
    went = Signal(object)

    def __init__(self, kit: Kit, parts: PartWords, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(spacing=10, parent=parent)
        self._kit, self._parts = kit, parts
        t = kit.t
        self._row: RowPlan | None = None
        self.title = Label("", "heading", wrap=True)
        self.verdict = Chip("")
        self.decision = FilterChips(kit, t("What becomes of it"))
        self.decision.chosen.connect(self._decide)
        self._sections = QVBoxLayout()
        self._sections.setSpacing(10)
        self.body.addWidget(self.title)
        self.body.addWidget(self.verdict, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.decision)
        self.body.addLayout(self._sections)
        self.body.addStretch(1)
        self.show_row(None, None, None)

    def show_row(self, opened: OpenedList | None, row: RowPlan | None, decision: Decision | None) -> None:
        """Show a row of a list; None for none."""
        kit, t = self._kit, self._kit.t
        self._row = row
        clear_layout(self._sections)
        for widget in (self.verdict, self.decision):
            widget.setVisible(row is not None)
        if row is None or opened is None:
            self.title.setText(t("Choose a row to see it whole."))
            return
        line = t("Line {line}", line=kit.formats.number(row.line))
        self.title.setText(t("{line} · {name}", line=line, name=row.title) if row.title else line)
        self.verdict.setText(words.of_one(t, row.verdict))
        self.verdict.set_tone(words.TONES[row.verdict])
        self._offer(row, decision)
        if row.same is not None:
            self._section(t("It is probably there already"), [words.same(kit, row.same)])
            self._link(row)
        if row.reason is not None:
            self._section(t("Why"), [t(row.reason.message, **row.reason.params)])
        self._section(t("Who may be meant"), [words.same(kit, one) for one in row.candidates])
        self._section(t("What is wrong"), [words.finding(kit, one) for one in row.errors])
        self._section(
            t("What an update would change") if row.same else t("What changes"),
            words.differences(kit, self._parts, row),
        )
        self._section(t("Worth a look"), [words.finding(kit, one) for one in row.read.warnings])
        cells = [t("{field}: {value}", field=name, value=text) for name, text in words.cells(kit, opened, row)]
        self._section(t("In the list"), cells, muted=True)

    def _offer(self, row: RowPlan, decision: Decision | None) -> None:
        t = self._kit.t
        possible = [one for one in Decision if one in row.choices]
        self.decision.setVisible(row.open and len(possible) > 1)
        self.decision.set_choices(FilterChoice(one.value, words.decided(t, row, one)) for one in possible)
        self.decision.choose((decision or Decision.SKIP).value)

    def _section(self, heading: str, lines: Sequence[str], *, muted: bool = False) -> None:
        if not lines:
            return
        label = Label("\n".join(lines), "muted" if muted else "", wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(heading, "caption"))
        column.addWidget(label)
        self._sections.addWidget(section)

    def _link(self, row: RowPlan) -> None:
        if row.same is not None and row.same.record_id is not None:
            way = routes.prospect if row.same.record_type == "prospect" else routes.organisation
            link = RouteLink(self._kit, self._kit.t("Open its page"), way(row.same.record_id))
            link.went.connect(self._go)
            self._sections.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot(object)
    def _go(self, route: Route) -> None:
        self.went.emit(route)

    @Slot(object)
    def _decide(self, keys: frozenset[str]) -> None:
        if self._row is not None:
            self.decided.emit(self._row.line, Decision(next(iter(keys))))
