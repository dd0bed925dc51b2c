"""The words of an event: what, when, where, by whom; what was said there."""

from clusterdesk.domain.records.programme import ProgrammeEvent
from clusterdesk.domain.views.programme import EventPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.programme import words
from clusterdesk.gui.widgets.card import FormCard
from clusterdesk.gui.widgets.fields.choice import Option

_NOTHING = Option(None, "–")
_ROWS = (
    ("title",),
    ("event_kind_id", "state"),
    ("on", "to_on"),
    ("starts_at", "ends_at"),
    ("host_id",),
    ("place",),
    ("theme_id",),
    ("profile_id", "capacity"),
    ("visibility",),
    ("description",),
)


class FactsCard(FormCard):
    """What there is to know of an event."""

    def __init__(self, context: Context) -> None:
        """Make empty fields."""
        super().__init__(context.kit.t("The event"))
        self.kit = context.kit
        pointing = {name: [_NOTHING] for name in ("event_kind_id", "theme_id", "profile_id")}
        pointing["state"] = words.state_options(self.kit)
        self.form = RecordForm(context, "programme_event", _ROWS, pointing, required=("title", "on"))
        self.add(self.form)

    def show_page(self, page: EventPage) -> None:
        """Show an event; typed text stays."""
        record: ProgrammeEvent = page.row.record
        options = {
            "event_kind_id": words.kind_options(self.kit, page.kinds, page.row.kind),
            "theme_id": words.theme_options(self.kit, page.themes, page.row.theme),
            "profile_id": [_NOTHING, *(Option(one.id, one.name) for one in page.profiles)],
        }
        for name, answers in options.items():
            self.form.offer(name, answers)
        self.form.show_record(record)


class MinutesCard(FormCard):
    """What was said and learned; printed as minutes."""

    def __init__(self, context: Context) -> None:
        """Make an empty note."""
        super().__init__(context.kit.t("Minutes"))
        self.form = RecordForm(context, "programme_event", (("minutes",),))
        self.form.field("minutes").hide_caption()
        self.add(self.form)

    def show_page(self, page: EventPage) -> None:
        """Show what was noted; typed text stays."""
        self.form.show_record(page.row.record)
