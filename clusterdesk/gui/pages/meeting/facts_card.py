"""When and where a meeting is, what it is called, and who may read it."""

from clusterdesk.domain.views.groups import MeetingPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.widgets.card import FormCard

_ROWS = (("on", "state"), ("starts_at", "ends_at"), ("place",), ("title",), ("visibility",))


class FactsCard(FormCard):
    """The fields of the meeting."""

    def __init__(self, context: Context) -> None:
        """Make empty fields."""
        super().__init__(context.kit.t("When and where"))
        self.form = RecordForm(context, "meeting", _ROWS)
        self.add(self.form)

    def show_page(self, page: MeetingPage) -> None:
        """Show a meeting; typed text stays."""
        self.form.show_record(page.row.record)
