"""Who an organisation is: number, kind, form, languages, value chains, models, ways to reach it."""

from clusterdesk.domain.identifiers.nace import show_nace
from clusterdesk.domain.views.organisation_page import OrganisationPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.organisation.loading import Lists
from clusterdesk.gui.pages.organisation.points_editor import PointsEditor
from clusterdesk.gui.pages.organisation.savers import save_number
from clusterdesk.gui.pages.organisation.set_field import SetField
from clusterdesk.gui.widgets.card import FormCard
from clusterdesk.gui.widgets.label import Label

_ROWS = (
    ("enterprise_number", "kind"),
    ("legal_form", "founded_on"),
    ("vat_status", "sole_trader"),
    ("languages",),
)


class IdentityCard(FormCard):
    """The card of what an organisation is."""

    def __init__(self, context: Context) -> None:
        """Make empty fields."""
        super().__init__(context.kit.t("Identity"))
        self.context, self.kit = context, context.kit
        t = self.kit.t
        self.form = RecordForm(context, "organisation", _ROWS, savers={"enterprise_number": save_number})
        self.notes = RecordForm(context, "organisation", (("notes",),))
        self.chains = SetField(context, t("Value chains"), "organisation_value_chain", "value_chain_id")
        self.models = SetField(context, t("Circular models"), "organisation_circular_model", "circular_model_id")
        self.activities = Label("", "small", wrap=True)
        self.activities.setContentsMargins(7, 0, 7, 0)
        self.points = PointsEditor(context, of_contact=False)
        self.add(self.form, self.activities, self.chains, self.models)
        self.add(self.points, self.notes)

    def show_page(self, page: OrganisationPage, lists: Lists) -> None:
        """Show an organisation."""
        t = self.kit.t
        self.form.show_record(page.organisation)
        self.notes.show_record(page.organisation)
        self.chains.show_members(page.organisation.id, page.value_chains, lists.value_chains)
        self.models.show_members(page.organisation.id, page.circular_models, lists.circular_models)
        self.points.show_points(page.organisation.id, page.points)
        codes = [t("{code} ({version})", code=show_nace(one.code), version=one.version) for one in page.activities]
        self.activities.setText(t("Activities (NACE): {codes}", codes=self.kit.formats.joined(codes)))
        self.activities.setVisible(bool(codes))
