"""Finding prospects in KBO open data: what is found is ticked and taken over."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.prospects import TakeProspects
from clusterdesk.domain.records.prospects import Prospect
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.long_job import LongJob
from clusterdesk.gui.pages.chains.prospects.find_form import FindForm
from clusterdesk.gui.pages.chains.prospects.found_list import MOST, FoundCard
from clusterdesk.gui.pages.chains.prospects.new_dialog import Lacking
from clusterdesk.gui.pages.chains.prospects.reading import take
from clusterdesk.gui.pages.chains.prospects.searching import Candidates, Compare, Found, KboSearch
from clusterdesk.gui.tasks import Ticket
from clusterdesk.gui.widgets.busy_bar import BusyBar
from clusterdesk.gui.widgets.label import Label


class FindProspectsDialog(AskDialog):
    """Searches, shows what was found, and takes over what is ticked.

    Signals:
        taken: the id of the first prospect taken over.
    """

    taken = Signal(object)

    def __init__(self, context: Context, lacking: Lacking, parent: QWidget) -> None:
        """Search for what is lacking."""
        kit, t = context.kit, context.kit.t
        super().__init__(kit, t("Find in KBO open data"), t("Take over"), parent=parent)
        self.context = context
        self.form = FindForm(context, lacking)
        self.busy = BusyBar(kit)
        self.job = LongJob(context, self.busy, self)
        self.note = Label("", "muted", wrap=True)
        self.found = FoundCard(kit)
        self.scroll_content(self.form, self.busy, self.note, self.found)
        self.setMinimumWidth(kit.theme.length(640))
        self.form.searched.connect(self._search)
        self.form.refused.connect(self.tell)
        self.job.rested.connect(self._rest)
        self.found.ticked.connect(self._count)
        self.agreed.connect(self._agree)
        self.found.show_found(())
        self.note.setText(t("Free of charge on the site of the KBO: unpack the zip, then choose its folder."))

    @Slot(str)
    def tell(self, problem: str) -> None:
        """Say what is wrong; nothing can be taken over while nothing is ticked."""
        super().tell(problem)
        self.consent.setEnabled(bool(self.found.chosen))

    @Slot(object)
    def _search(self, search: KboSearch) -> None:
        self.form.search.setEnabled(False)
        self.found.show_found(())
        self.note.setText("")
        self.job.run(search.step, search, self._compare, submit=self._in_files)

    def _in_files(self, job: Any, on_done: Any = None, on_error: Any = None, **ways: Any) -> Ticket:  # noqa: ANN401
        """Search in the lane for files; what goes wrong is told here, beside the folder, and not over the window."""
        del on_error
        return self.context.files.submit(job, on_done, self._failed, **ways)

    def _failed(self, error: BaseException) -> None:
        self.busy.finish()
        self._rest()
        self._refused(error)

    @Slot()
    def _rest(self) -> None:
        self.form.search.setEnabled(True)

    def _compare(self, found: Found) -> None:
        self.context.desk.submit(Compare(found, self.form.lacking), self._show_found, owner=self)

    def _show_found(self, found: Candidates) -> None:
        t = self.kit.t
        self.found.show_found(found)
        known = sum(one.known is not None for one in found)
        total = t.n("{n} enterprise found", "{n} enterprises found", n=len(found))
        total = t("{total}, of which {n} known already", total=total, n=known) if known else total
        wide = t("The first {n} are shown: name fewer activities or postcodes to see the others.", n=MOST)
        self.note.setText(f"{total}\n{wide}" if len(found) > MOST else total)

    @Slot()
    def _count(self) -> None:
        t, count = self.kit.t, len(self.found.chosen)
        self.consent.setText(t("Take over {n}", n=count) if count else t("Take over"))
        self.consent.setEnabled(count > 0)

    @Slot()
    def _agree(self) -> None:
        chosen = self.found.chosen
        if not chosen:
            return
        self.wait()
        toast = self.kit.t.n("{n} prospect taken over", "{n} prospects taken over", n=len(chosen))
        command = TakeProspects(prospects=chosen)
        self.context.write(partial(take, command), self._done, self._refused, toast=toast, owner=self)

    def _done(self, taken: tuple[Prospect, ...]) -> None:
        self.accept()
        self.taken.emit(taken[0].id)

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))
