"""The activities of an organisation by their NACE codes, each with the version of the nomenclature."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.identifiers.nace import guess_nace_version, parse_nace, show_nace
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.organisations import OrganisationActivity
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import InnerCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.tokens import Tone

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


class ActivitiesEditor(InnerCard):
    """Codes within the card of identity; "31.001" is of 2025, "31.001 2008" names its version."""

    def __init__(self, context: Context) -> None:
        """Make an empty editor."""
        t = context.kit.t
        super().__init__(
            context,
            t("Activities (NACE)"),
            t("No code yet."),
            add=t("Add a NACE code"),
            hint=t("NACE code: 31.001, or 31.001 2008"),
        )
        self.organisation_id: UUID | None = None

    def make_row(self, part: OrganisationActivity) -> PartRow:
        """Return the row of a code."""
        return ActivityRow(self.context, part)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add a code; what is none is said."""
        code, _, year = text.strip().rpartition(" ")
        parsed = parse_nace(code) if code and year.isdigit() and len(year) == 4 else parse_nace(text)
        if parsed.value is None or self.organisation_id is None:
            if parsed.error is not None:
                self.context.shell.toast(self.kit.t(parsed.error.message, **parsed.error.params))
            return
        version = guess_nace_version(parsed.value, hint=text)
        values = {"organisation_id": self.organisation_id, "code": parsed.value, "version": version}
        activity = OrganisationActivity(
            id=set_member_id("organisation_activity", values),
            organisation_id=self.organisation_id,
            code=parsed.value,
            version=version,
            main=not self.rows,
        )
        self.context.write(partial(_add_activity, activity))


class ActivityRow(PartRow):
    """One code; code and version are what it is known by on every laptop: another one is another row."""

    type_key = "organisation_activity"
    part: OrganisationActivity

    def words(self) -> None:
        """Say code and version."""
        t, one = self.kit.t, self.part
        chips = ((t("Main"), Tone.OK),) if one.main else ()
        self.say(t("{code} ({version})", code=show_nace(one.code), version=one.version), "", *chips)

    def build(self) -> QWidget:
        """Return the field."""
        self.form = RecordForm(self.context, self.type_key, (("main",),))
        return self.form

    def fill(self) -> None:
        """Show the code."""
        self.form.show_record(self.part)


def _add_activity(activity: OrganisationActivity, desk: "Desk") -> OpResult[Record]:
    known = desk.store.find(OrganisationActivity, deleted=None, id=activity.id)
    if known:
        return jobs.put_back("organisation_activity", activity.id, desk)
    return jobs.add(AddRecord(record=activity), desk)
