"""What a calendar file would change, each change with a box, before anything is written."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QScrollArea, QWidget

from clusterdesk.domain.views.calendar import CalendarChange, CalendarPlan, ChangeKind
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.label import Chip, Label
from clusterdesk.services.calendar_words import change_words, ignored_words, kind_words

_TONES = {ChangeKind.MOVED: Tone.INFO, ChangeKind.CANCELLED: Tone.BAD, ChangeKind.NEW: Tone.OK}


class CalendarDialog(AskDialog):
    """Shows a plan.

    Signals:
        chosen: the changes that are wanted (a tuple of CalendarChange).
    """

    chosen = Signal(object)

    def __init__(self, kit: Kit, plan: CalendarPlan, parent: QWidget | None = None) -> None:
        """Show what ``plan`` would change, everything checked."""
        t = kit.t
        super().__init__(kit, t("What {file} changes", file=plan.file), "", parent=parent)
        self._plan = plan
        self.boxes: list[tuple[QCheckBox, CalendarChange]] = []
        if plan.changes:
            self.content.addWidget(Label(t("Nothing is written before you agree; one undo takes it back."), "muted"))
            self.content.addWidget(self._list(), 1)
        else:
            self.content.addWidget(Label(t("This file changes nothing in your visits."), wrap=True))
        if plan.ignored:
            self.content.addWidget(Label(ignored_words(plan.ignored, t, kit.formats), "small", wrap=True))
        self.setMinimumWidth(kit.theme.length(640))
        self.agreed.connect(self._agree)
        self._count()

    def _list(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("role", "page")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 4, 8, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for number, change in enumerate(self._plan.changes):
            self._add(grid, number, change)
        grid.setRowStretch(len(self._plan.changes), 1)
        area = QScrollArea()
        area.setProperty("role", "page")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self.kit.t("Changes"))
        area.setMinimumHeight(self.kit.theme.length(min(44 * len(self._plan.changes) + 12, 300)))
        area.setWidget(inner)
        return area

    def _add(self, grid: QGridLayout, number: int, change: CalendarChange) -> None:
        t = self.kit.t
        box = QCheckBox()
        box.setChecked(True)
        words = change_words(change, t, self.kit.formats)
        box.setAccessibleName(t("{organisation}: {change}", organisation=change.organisation, change=words))
        box.toggled.connect(self._count)
        self.boxes.append((box, change))
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(box, number, 0, top)
        grid.addWidget(
            Chip(kind_words(change.kind, t), _TONES[change.kind]), number, 1, top | Qt.AlignmentFlag.AlignLeft
        )
        text = Label(box.accessibleName(), wrap=True)
        if change.told_by:
            text.setToolTip(self._told_by(change.told_by))
        grid.addWidget(text, number, 2)

    def _told_by(self, told_by: str) -> str:
        t = self.kit.t
        if told_by == "mail":
            return t("Recognised by a mail address.")
        return t("Recognised by its name.") if told_by == "name" else t("Recognised by its place.")

    @Slot()
    def _count(self) -> None:
        wanted = sum(box.isChecked() for box, _ in self.boxes)
        words = self.kit.t.n("Apply the change", "Apply {n} changes", n=wanted)
        self.consent.set_text(words if self.boxes else self.kit.t("Close"))
        self.consent.setEnabled(bool(wanted) or not self.boxes)

    @Slot()
    def _agree(self) -> None:
        wanted = tuple(change for box, change in self.boxes if box.isChecked())
        if wanted:
            self.chosen.emit(wanted)
        self.accept()
