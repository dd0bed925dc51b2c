"""What a group is: its name, what it works for, who leads it, its purpose and its seats."""

from clusterdesk.domain.records.groups import GroupKind
from clusterdesk.domain.views.groups import GroupPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.widgets.card import FormCard
from clusterdesk.gui.widgets.fields.choice import Option

_ROWS = (
    ("name",),
    ("kind", "value_chain_id"),
    ("profile_id",),
    ("purpose",),
    ("company_seats", "partner_seats"),
    ("from_on", "to_on"),
)
_NOTHING = Option(None, "–")


class FactsCard(FormCard):
    """The fields of the group."""

    def __init__(self, context: Context) -> None:
        """Make empty fields."""
        super().__init__(context.kit.t("The group"))
        self.kit = context.kit
        pointing = {name: [_NOTHING] for name in ("value_chain_id", "profile_id")}
        self.form = RecordForm(context, "working_group", _ROWS, pointing, required=("name",))
        self.add(self.form)

    def show_page(self, page: GroupPage) -> None:
        """Show a group; typed text stays."""
        record, language = page.row.record, self.kit.t.language
        chains = [Option(one.id, one.name_in(language)) for one in page.chains
                  if one.active or one.id == record.value_chain_id]  # fmt: skip
        people = [Option(one.id, one.name) for one in page.profiles]
        for name, options in (("value_chain_id", chains), ("profile_id", people)):
            self.form.offer(name, [_NOTHING, *options])
        self.form.show_record(record)
        counted = record.kind is GroupKind.ADVISORY_BOARD or record.company_seats is not None
        for name in ("company_seats", "partner_seats"):
            self.form.field(name).setVisible(counted or record.partner_seats is not None)
