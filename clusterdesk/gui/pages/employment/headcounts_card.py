"""The head counts of an organisation, newest first; each opens into its fields, a line adds one."""

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.capture.proposals import Proposal
from clusterdesk.domain.commands.employment import NoteHeadcount
from clusterdesk.domain.employment.entry import read_entry
from clusterdesk.domain.records.employment import ContractType, Headcount
from clusterdesk.domain.records.figures import Precision
from clusterdesk.domain.views.employment import EmploymentPage, HeadcountLine
from clusterdesk.domain.views.session_page import SessionPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import AddLine, PartsCard
from clusterdesk.gui.pages.employment import jobs
from clusterdesk.gui.pages.employment.headcount_row import HeadcountRow
from clusterdesk.gui.widgets.fields.choice import Option
from clusterdesk.gui.widgets.label import Label
from clusterdesk.i18n.staff_numbers import fte_text


class HeadcountsCard(PartsCard):
    """The card of head counts: of an organisation, or only those that a session brought."""

    def __init__(self, context: Context, *, adds: bool = True) -> None:
        """Make an empty card; one that ``adds`` has the line to type into."""
        t = context.kit.t
        super().__init__(
            context,
            t("Head counts"),
            t("None yet. Type the number and the day: the end of each quarter is what is judged."),
            add=t("Note a head count") if adds else "",
        )
        self.organisation_id: UUID | None = None
        self._session_id: UUID | None = None
        self.kinds: list[ContractType] = []
        self.projects: list[Option] = [Option(None, "–")]
        self._problem = Label("", "problem", wrap=True)
        self._problem.setContentsMargins(8, 0, 8, 0)
        self._problem.hide()
        if adds:
            self._add_line()

    @property
    def problem(self) -> str:
        """The problem of the line shown now, empty when there is none."""
        return self._problem.text() if not self._problem.isHidden() else ""

    def make_row(self, part: HeadcountLine) -> PartRow:
        """Return the row of a head count."""
        return HeadcountRow(self.context, part, self.kinds, self.projects)

    def show_page(self, page: EmploymentPage) -> None:
        """Show the head counts of an organisation."""
        if page.organisation.id != self.organisation_id:
            self.organisation_id = page.organisation.id
            self.forget()
        titles = {one.project.id: one.project.title for one in page.files}
        self.show_lines(page.lines, page.contract_types, titles)

    def show_session(self, page: SessionPage) -> None:
        """Show the head counts that a session brought; without any the card takes no room."""
        titles = {one.project.id: one.project.title for one in page.organisation.projects}
        self.show_lines(page.headcounts, page.contract_types, titles)
        self._session_id = page.session.id
        self.setVisible(bool(page.headcounts))

    @Slot(object)
    def catch(self, found: Proposal) -> None:
        """Note a head count that was seen in a note of the session shown."""
        if self._session_id is not None and found.number is not None:
            toast = self.kit.t("Head count: {fte} FTE", fte=fte_text(found.number, self.kit.formats))
            job = partial(jobs.catch, self._session_id, found.number, found.about)
            self.context.write(job, None, self.context.shell.show_error, toast=toast, owner=self)

    def show_lines(
        self, lines: Sequence[HeadcountLine], kinds: Sequence[ContractType], projects: Mapping[UUID, str]
    ) -> None:
        """Show head counts; ``projects`` are the titles of those a head count may be of."""
        if [(one.id, one.counts) for one in self.kinds] != [(one.id, one.counts) for one in kinds]:
            self.kinds[:] = kinds
            self.forget()
        self.projects[:] = [Option(None, self.kit.t("The whole organisation"))]
        self.projects += [Option(key, title) for key, title in projects.items()]
        self.show_parts(lines)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Note a head count from a line such as "7,5 ETP 30/09"."""
        if self.organisation_id is None or self.line is None:
            return
        today = self.kit.clock.today()
        parsed = read_entry(text, today)
        if parsed.value is None:
            assert parsed.error is not None
            self._refuse(text, self.kit.t(parsed.error.message, **parsed.error.params))
            return
        entry = parsed.value
        command = NoteHeadcount(
            organisation_id=self.organisation_id,
            on=entry.on or today,
            fte=entry.fte,
            persons=entry.persons,
            precision=Precision.ABOUT if entry.about else Precision.EXACT,
        )
        self._problem.hide()
        self._typed = text
        self.context.write(partial(jobs.note, command), self._added, self._not_added)

    def begin_adding(self) -> None:
        """Show the line and go there."""
        self._problem.hide()
        super().begin_adding()

    def _add_line(self) -> None:
        self._typed = ""
        self.line = AddLine(self.kit, self.kit.t("For instance 7,5 FTE 30/09"), entered=True)
        self.line.entered.connect(self.add_text)
        self.add(self.line, self._problem)

    def _added(self, headcount: Headcount) -> None:
        self.open_when_shown(headcount.id)

    def _not_added(self, error: BaseException) -> None:
        self._refuse(self._typed, self.context.error_text(error))

    def _refuse(self, text: str, problem: str) -> None:
        assert self.line is not None
        self.line.setText(text)
        self.line.setFocus()
        self._problem.setText(problem)
        self._problem.show()
