"""The saved filters over the list: one click uses one; they are made, renamed and thrown away where they stand."""

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.filters import SaveFilter
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.records.lists import SavedFilter
from clusterdesk.domain.saved_filters import criteria_of, filter_from, order_from, sort_of
from clusterdesk.domain.views.organisation_list import OrganisationFilter, OrganisationOrder
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs as form_jobs
from clusterdesk.gui.pages.organisations import jobs
from clusterdesk.gui.pages.organisations.saved_chip import WIDTH, NameLine, SavedChip
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label

_TYPE = "saved_filter"


class SavedFilters(QWidget):
    """A row of chips; ``save``, which keeps the filter shown, stands wherever the page puts it.

    Signals:
        applied: the OrganisationFilter and the OrganisationOrder to use.
        cleared: no filter at all.
        focus_asked: naming is over: the focus may go back to the list.
    """

    applied = Signal(object, object)
    cleared = Signal()
    focus_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Start with none."""
        super().__init__()
        self.context, self.kit = context, context.kit
        t = self.kit.t
        self.chips: dict[UUID, SavedChip] = {}
        self._wanted: tuple[OrganisationFilter, OrganisationOrder] | None = None
        self._caption = Label(t("My filters"), "muted")
        self.save = Button(self.kit, t("Save this filter…"), "link", icon="save")
        self.save.clicked.connect(self.begin_saving)
        self.name = NameLine(self.kit.theme.length(WIDTH), t("Name of the filter"))
        self.name.entered.connect(self._save)
        self.name.left.connect(self._let_go)
        self.name.textEdited.connect(self._say_nothing)
        self.name.hide()
        self.problem = Label("", "problem", wrap=True)
        self.problem.hide()
        self._flow = FlowLayout(self)
        self._caption.setMinimumHeight(self.name.sizeHint().height())  # in one line with the chips
        for part in (self._caption, self.name, self.problem):
            self._flow.addWidget(part)
        self.setAccessibleName(t("My filters"))
        self._tell()

    def show_saved(self, saved: Sequence[SavedFilter], counts: Mapping[UUID, int]) -> None:
        """Show the saved filters with how many organisations each shows."""
        if [one.id for one in saved] != list(self.chips):
            self._rebuild(saved)
        for one in saved:
            self.chips[one.id].show_saved(one, counts.get(one.id, 0))
        self._tell()

    def show_wanted(self, wanted: OrganisationFilter, order: OrganisationOrder) -> None:
        """Light the chip of the filter that the list shows; offer to keep one that is not kept yet."""
        self._wanted = (wanted, order)
        self._tell()

    @Slot()
    def begin_saving(self) -> None:
        """Ask for a name, in place."""
        self.save.hide()
        self.show()
        self.name.begin("")

    def _rebuild(self, saved: Sequence[SavedFilter]) -> None:
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for part in (self.name, self.problem):
            self._flow.removeWidget(part)
        self.chips = {}
        for one in saved:
            chip = SavedChip(self.context, one)
            chip.used.connect(self._use)
            chip.renamed.connect(self._rename)
            chip.renewed.connect(self._renew)
            chip.thrown_away.connect(self._throw_away)
            self.chips[one.id] = chip
            self._flow.addWidget(chip)
        for part in (self.name, self.problem):
            self._flow.addWidget(part)

    def _key(self) -> tuple[str, str]:
        return (criteria_of(self._wanted[0]), sort_of(self._wanted[1])) if self._wanted else ("{}", "")

    @Slot()
    def _tell(self) -> None:
        key = self._key()
        lit = [one for one, chip in self.chips.items() if chip.key == key]
        for one, chip in self.chips.items():
            chip.setChecked(one in lit)
        narrowed = key[0] != "{}"
        self.save.setVisible(narrowed and not lit and self.name.isHidden())
        self.setVisible(bool(self.chips) or not self.name.isHidden())
        self.updateGeometry()

    @Slot(object)
    def _use(self, saved: SavedFilter) -> None:
        if self._wanted is None or not self.chips[saved.id].isChecked():
            self.cleared.emit()
            return
        now = self._wanted[0]
        wanted = filter_from(saved.criteria, now.day, now.silent_after_days, now.profile_id)
        self.applied.emit(wanted, order_from(saved.sort))

    @Slot(str)
    def _save(self, name: str) -> None:
        if self._wanted is not None:
            wanted, order = self._wanted
            job = partial(jobs.keep_filter, SaveFilter(wanted=wanted, order=order, name=name))
            toast = self.kit.t("Saved: {what}", what=name)
            self.context.write(job, self._saved, self._refused, toast=toast, owner=self)

    def _saved(self, _record: object) -> None:
        self.name.let_go()
        self.focus_asked.emit()

    @Slot()
    def _let_go(self) -> None:
        self._say("")
        self._tell()

    @Slot()
    def _say_nothing(self) -> None:
        self._say("")

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.name.setAccessibleDescription(problem)
        self.updateGeometry()

    def _refused(self, error: BaseException) -> None:
        self._say(self.context.error_text(error))

    @Slot(object, str)
    def _rename(self, saved: SavedFilter, name: str) -> None:
        command = EditRecord(type_key=_TYPE, record_id=saved.id, values={"name": name})
        toast = self.kit.t("Renamed: {what}", what=name)
        self.context.write(partial(form_jobs.edit, command), None, self.context.shell.show_error, toast=toast)

    @Slot(object)
    def _renew(self, saved: SavedFilter) -> None:
        if self._wanted is not None:
            wanted, order = self._wanted
            job = partial(jobs.keep_filter, SaveFilter(wanted=wanted, order=order, filter_id=saved.id))
            toast = self.kit.t("“{name}” is as the list is now.", name=saved.name)
            self.context.write(job, None, self.context.shell.show_error, toast=toast, owner=self)

    @Slot(object)
    def _throw_away(self, saved: SavedFilter) -> None:
        toast = self.kit.t("To the bin: {what}", what=saved.name)
        self.context.write(partial(form_jobs.remove, _TYPE, saved.id), toast=toast)
        self.focus_asked.emit()
