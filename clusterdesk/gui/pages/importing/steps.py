"""The four steps in their frame, and what stands under each."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.importing.choose import ChooseStep
from clusterdesk.gui.pages.importing.columns import ColumnsStep
from clusterdesk.gui.pages.importing.done import DoneStep, imported, save_words
from clusterdesk.gui.pages.importing.frame import WizardFrame
from clusterdesk.gui.pages.importing.preview import PreviewStep
from clusterdesk.gui.pages.importing.reading import Reading
from clusterdesk.gui.pages.importing.tally import Tally
from clusterdesk.gui.pages.importing.ways import way_on

if TYPE_CHECKING:
    from clusterdesk.exchange.archive.plan import ArchivePlan
    from clusterdesk.exchange.importing.plan import ImportPlan
    from clusterdesk.exchange.mapping.opened_list import OpenedList

CHOOSE, COLUMNS, PREVIEW, DONE = range(4)
__all__ = ["CHOOSE", "COLUMNS", "DONE", "PREVIEW", "Steps", "imported", "way_on"]


class Steps(WizardFrame):
    """The frame with its steps; it says what stands on the buttons."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Show the first step."""
        kit, t = context.kit, context.kit.t
        super().__init__(kit, t("Import a list"), [t("File"), t("Columns"), t("Preview"), t("Finished")], parent)
        self.choose, self.columns = ChooseStep(kit), ColumnsStep(context)
        self.preview, self.done = PreviewStep(kit), DoneStep(kit)
        for step in (self.choose, self.columns, self.preview, self.done):
            self.add_step(step)
        self.show_choose("")

    def show_choose(self, name: str) -> None:
        """Show the first step; ``name`` is that of the file read already, "" for none."""
        self._show(CHOOSE, name)
        onward = self._kit.t("Go on with {name}", name=name) if name else ""
        self.offer(onward)

    def show_columns(self, reading: Reading, opened: "OpenedList") -> None:
        """Show what was read, anew."""
        self.choose.show_kind(reading.kind)
        self.columns.show_opened(reading, opened)
        self.return_to_columns(reading)

    def return_to_columns(self, reading: Reading) -> None:
        """Show the second step as it was left."""
        t = self._kit.t
        self._show(COLUMNS, reading.path.name)
        self.offer(t("Look at every row"), back=True, note=t("Nothing is written yet."))

    def show_preview(self, plan: "ImportPlan", tally: Tally) -> None:
        """Show the rows of a list."""
        self._show(PREVIEW, plan.opened.source.path.name)
        self.offer_import(tally)

    def show_archive(self, plan: "ArchivePlan", tally: Tally) -> None:
        """Show the lines of an archive."""
        self.preview.show_archive(plan)
        self._show(PREVIEW, plan.file)
        self.offer_import(tally, refused_file=False)

    def offer_import(self, tally: Tally, *, refused_file: bool = True) -> None:
        """Say on the button how much will be imported."""
        t, n = self._kit.t, tally.written
        words = t.n("Import {count} row", "Import {count} rows", n=n, count=self._kit.formats.number(n))
        words = words if n else t("Nothing to import")
        self.offer(words, note=t("Nothing is written yet."), back=True, possible=n > 0)
        self.extra.set_text(save_words(t, tally))
        self.extra.setVisible(refused_file and tally.kept_out > 0)

    def show_done(
        self, tally: Tally, name: str, *, refused_file: bool, onward: str, list_there: bool, twins_there: bool
    ) -> None:
        """Show what was done."""
        self.done.show_done(
            tally,
            name,
            refused_file=refused_file and tally.kept_out > 0,
            onward=onward,
            list_there=list_there,
            twins_there=twins_there,
        )
        self._show(DONE, name)
        self.offer("")

    def _show(self, step: int, name: str) -> None:
        self.header.set_note(name)
        self.extra.hide()
        self.show_step(step)
