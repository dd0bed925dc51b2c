"""The course of the wizard: what follows what, and what is kept on the way."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from clusterdesk.base.errors import ErrorTexts, KnownError
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.importing import planning, steps, tally, writing
from clusterdesk.gui.pages.importing.reading import Reading, answers_request, is_archive
from clusterdesk.gui.pages.importing.refused import RefusedSaver
from clusterdesk.gui.pages.importing.run import ImportRun
from clusterdesk.gui.shell.places import Route

if TYPE_CHECKING:
    from clusterdesk.exchange.archive.plan import ArchivePlan
    from clusterdesk.exchange.importing.plan import ImportPlan
    from clusterdesk.exchange.mapping.column_mapping import ColumnMapping
    from clusterdesk.exchange.mapping.opened_list import OpenedList


class Wizard(QObject):
    """Leads from a file to an import; ``frame`` is what is seen."""

    _archive: Path | None
    _asked: Reading | None
    _reading: Reading | None
    _opened: "OpenedList | None"
    _plan: "ImportPlan | None"
    _operation: UUID | None
    _later: ErrorTexts | None

    def __init__(self, context: Context, parent: QObject) -> None:
        """Stand at the first step."""
        super().__init__(parent)
        self.context = context
        self.frame = steps.Steps(context)
        self.run = ImportRun(context, self)
        self.saver = RefusedSaver(context, self.frame)
        self._forget()
        self._connect()

    @Slot(object)
    def begin(self, path: Path, about: UUID | None = None) -> None:
        """Go on with a file, whatever was under way; an import that is being written is not left.

        ``about`` is the record that all rows are about.
        """
        if self.run.writing:
            return
        self._forget()
        self.frame.show_choose("")
        if answers_request(path):
            self.context.shell.go(routes.figures_file(path))
        elif is_archive(path):
            self._archive = path
            self.run.plan_archive(path)
        else:
            self._asked = Reading(path, self.frame.choose.kind, about=about)
            self.run.read(self._asked)

    def choose_anew(self) -> None:
        """Stand at the first step, unless something is under way."""
        if not self.run.busy and self.frame.step in (steps.CHOOSE, steps.DONE):
            self._forget()
            self.frame.show_choose("")

    def look_again(self) -> None:
        """See whether the binder has changed: a preview is made again, an import may have been taken back."""
        if self.run.busy:
            return
        desk = self.context.desk
        if self.frame.step == steps.PREVIEW and self._plan is not None:
            is_stale = partial(planning.is_stale, self._plan.data_version)
            desk.submit(is_stale, self._plan_again, latest="import-stale", owner=self)
        elif self.frame.step == steps.DONE and self._operation is not None:
            fate = partial(writing.fate, self._operation)
            desk.submit(fate, self._show_fate, latest="import-undone", owner=self)

    @Slot()
    def go_on(self) -> None:
        """Take the next step."""
        if self.run.busy:
            return
        step = self.frame.step
        if step == steps.CHOOSE and self._opened is not None and self._reading is not None:
            kind = self.frame.choose.kind
            if kind is self._reading.kind:
                self.frame.return_to_columns(self._reading)
            else:
                self._reread(replace(self._reading, kind=kind, header_line=None))
        elif step == steps.COLUMNS and self._opened is not None:
            self.run.plan(self._opened)
        elif step == steps.PREVIEW and self._tally.written:
            self._import()

    @Slot()
    def go_back(self) -> None:
        """Take a step back; nothing that was chosen is lost."""
        if self.run.busy:
            return
        if self.frame.step == steps.PREVIEW and self._reading is not None:
            self.frame.return_to_columns(self._reading)
        elif self.frame.step in (steps.COLUMNS, steps.PREVIEW):
            self.frame.show_choose(self._reading.path.name if self._reading else "")

    def _forget(self) -> None:
        self._archive = None
        self._asked = None
        self._reading = None
        self._opened = None
        self._plan = None
        self._tally = tally.Tally()
        self._operation = None
        self._name = ""
        self._later = None

    def _connect(self) -> None:
        frame, run = self.frame, self.run
        frame.next_asked.connect(self.go_on)
        frame.back_asked.connect(self.go_back)
        frame.stop_asked.connect(run.stop)
        frame.choose.chosen.connect(self.begin)
        frame.columns.reread_asked.connect(self._reread)
        frame.columns.mapped.connect(self._mapped)
        frame.preview.decided.connect(self._decided)
        frame.preview.went.connect(self._go)
        frame.extra.clicked.connect(self._save_refused)
        done = frame.done
        done.save_asked.connect(self._save_refused)
        done.again_asked.connect(self._again)
        done.list_asked.connect(self._show_list)
        done.twins_asked.connect(self._show_twins)
        done.back_asked.connect(self._plan_anew)
        run.began.connect(frame.begin)
        run.progressed.connect(frame.busy.progress)
        run.ended.connect(frame.end)
        run.opened.connect(self._show_columns)
        run.planned.connect(self._show_plan)
        run.archive_planned.connect(self._show_archive)
        run.written.connect(self._show_done)
        run.stopped.connect(self._tell_stopped)
        run.failed.connect(self._failed)
        self.saver.failed.connect(self._failed)

    # reading

    @Slot(object)
    def _reread(self, reading: Reading) -> None:
        present = self._reading
        same_table = present is not None and self._opened is not None and present.options == reading.options
        self._asked = reading
        self.run.read(reading, self._opened.source if same_table and self._opened is not None else None)

    @Slot(object)
    def _show_columns(self, opened: "OpenedList") -> None:
        self._opened, self._reading = opened, self._asked
        if self._reading is not None:
            self.frame.show_columns(self._reading, opened)

    @Slot(object)
    def _mapped(self, mapping: "ColumnMapping") -> None:
        if self._opened is not None:
            self._opened = replace(self._opened, mapping=mapping)

    # looking

    @Slot(object)
    def _show_plan(self, plan: "ImportPlan") -> None:
        self._plan = plan
        self.frame.preview.show_plan(plan)
        self._tally = tally.tally_of(plan, self.frame.preview.decisions)
        self.frame.show_preview(plan, self._tally)
        self.frame.tell(self._later)
        self._later = None

    @Slot(object)
    def _show_archive(self, plan: "ArchivePlan") -> None:
        self._tally = tally.tally_of_archive(plan)
        self.frame.show_archive(plan, self._tally)

    @Slot()
    def _decided(self) -> None:
        if self._plan is not None:
            self._tally = tally.tally_of(self._plan, self.frame.preview.decisions)
            self.frame.offer_import(self._tally)

    @Slot()
    def _plan_anew(self) -> None:
        if self._archive is not None:
            self.run.plan_archive(self._archive)
        elif self._opened is not None:
            self.run.plan(self._opened)

    def _plan_again(self, stale: bool) -> None:
        if stale and not self.run.busy and self.frame.step == steps.PREVIEW:
            self._plan_anew()

    # importing

    def _import(self) -> None:
        if self._archive is not None:
            self._name = self._archive.name
        elif self._plan is not None:
            self._name = self._plan.opened.source.path.name
        toast = steps.imported(self.context.kit, self._tally.written, self._name)
        if self._archive is not None:
            self.run.write_archive(self._archive, toast)
        elif self._plan is not None:
            self.run.write(self._plan, self.frame.preview.decisions, toast)

    @Slot(object)
    def _show_done(self, operation_id: UUID | None) -> None:
        self._operation = operation_id
        self._tell_done()

    def _tell_done(self) -> None:
        knows, way = self.context.shell.knows, steps.way_on(self._plan)
        self.frame.show_done(
            self._tally,
            self._name,
            refused_file=self._archive is None,
            onward=self.context.kit.t(way.label),
            list_there=knows(way.route.place),
            twins_there=knows(routes.DUPLICATES) and way.twins,
        )

    def _show_fate(self, fate: tuple[bool, UUID]) -> None:
        if self.frame.step != steps.DONE or self._operation is None:
            return
        undone, self._operation = fate
        if undone:
            self.frame.done.show_undone(self._name)
        else:
            self._tell_done()

    @Slot()
    def _save_refused(self) -> None:
        if self._plan is not None:
            self.saver.ask(self._plan, self.frame.preview.decisions)

    @Slot()
    def _again(self) -> None:
        self._forget()
        self.frame.tell(None)
        self.frame.show_choose("")

    # ways out

    @Slot(object)
    def _go(self, route: Route) -> None:
        self.context.shell.go(route)

    @Slot()
    def _show_list(self) -> None:
        self.context.shell.go(steps.way_on(self._plan).route)

    @Slot()
    def _show_twins(self) -> None:
        self.context.shell.go(Route(routes.DUPLICATES))

    @Slot()
    def _tell_stopped(self) -> None:
        self.context.shell.toast(self.context.kit.t("Stopped. Nothing was written."))

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, KnownError):
            self.context.shell.show_error(error)
            return
        texts = error.texts(self.context.kit.t)
        if self.frame.step == steps.COLUMNS and self._opened is not None and self._reading is not None:
            self.frame.show_columns(self._reading, self._opened)  # as it was before what could not be read
        if error.code == writing.STALE:
            self._later = texts
            self._plan_anew()
        else:
            self.frame.tell(texts)
