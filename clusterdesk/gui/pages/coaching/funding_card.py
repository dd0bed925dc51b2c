"""Requests for funding: who is asked, for how much, until when, and what was decided."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.plan import FundingApplication, FundingDecision
from clusterdesk.domain.views.coaching import CoachingPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.coaching.words import funding_chips
from clusterdesk.gui.widgets.fields.choice import Option

_ROWS = (
    ("funder",),
    ("scheme",),
    ("asked", "granted"),
    ("currency", "deadline"),
    ("decision", "submitted_on"),
    ("decided_on",),
    ("project_id",),
    ("coaching_file_id",),
    ("remark",),
    ("visibility",),
)
_NONE = Option(None, "–")


class FundingCard(PartsCard):
    """The card of the requests of an organisation."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(
            context,
            t("Funding"),
            t("No application yet. Grants, loans and guarantees that are asked for stand here, with their deadline."),
            add=t("Add an application"),
            hint=t("Who is asked?"),
        )
        self._page: CoachingPage | None = None

    def make_row(self, part: FundingApplication) -> PartRow:
        """Return the row of a request."""
        return FundingRow(self.context, part, self)

    def show_page(self, page: CoachingPage) -> None:
        """Show the requests of an organisation."""
        self._page = page
        self.show_parts(page.funding)

    def projects(self) -> list[Option]:
        """Return the projects a request may be for."""
        files = self._page.files if self._page is not None else ()
        return [
            _NONE,
            *(Option(key, title) for key, title in {one.project.id: one.project.title for one in files}.items()),
        ]

    def files(self) -> list[Option]:
        """Return the files a request may belong to."""
        t, formats = self.kit.t, self.kit.formats
        files = self._page.files if self._page is not None else ()
        return [
            _NONE,
            *(
                Option(one.file.id, t("{title} · {day}", title=one.project.title, day=formats.date(one.file.opened_on)))
                for one in files
            ),
        ]

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add a request by whom it asks; it belongs to the open file where there is one only."""
        if self._page is None:
            return
        files = [one for one in self._page.files if one.is_open]
        only = files[0] if len(files) == 1 else None
        made = FundingApplication(
            organisation_id=self._page.organisation.id,
            funder=text,
            project_id=only.project.id if only is not None else None,
            coaching_file_id=only.file.id if only is not None else None,
        )
        self.open_when_shown(made.id)
        self.context.write(partial(jobs.add, AddRecord(record=made)))


class FundingRow(PartRow):
    """One request."""

    type_key = "funding_application"
    wraps = True
    part: FundingApplication

    def __init__(self, context: Context, part: FundingApplication, card: FundingCard) -> None:
        """Show a request, closed."""
        super().__init__(context, part)
        self._card = card

    def words(self) -> None:
        """Say who is asked, how much, and until when or what was decided."""
        t, formats, one = self.kit.t, self.kit.formats, self.part
        facts = [one.scheme]
        if one.decision is FundingDecision.GRANTED and one.granted is not None:
            facts.append(t("granted: {amount}", amount=formats.money(one.granted, one.currency, 0)))
        elif one.asked is not None:
            facts.append(t("asked: {amount}", amount=formats.money(one.asked, one.currency, 0)))
        if one.decision is FundingDecision.PREPARED and one.deadline is not None:
            facts.append(t("deadline {day}", day=formats.date(one.deadline)))
        elif one.decided_on is not None:
            facts.append(formats.date(one.decided_on))
        self.say(one.funder, " · ".join(fact for fact in facts if fact), *funding_chips(self.kit, one))

    def build(self) -> QWidget:
        """Return the fields."""
        options = {"project_id": [_NONE], "coaching_file_id": [_NONE]}
        self.form = RecordForm(self.context, self.type_key, _ROWS, options, required=("funder",))
        return self.form

    def fill(self) -> None:
        """Show the request, and what it may belong to."""
        for name, options in (("project_id", self._card.projects()), ("coaching_file_id", self._card.files())):
            self.form.offer(name, options)
        self.form.show_record(self.part)
