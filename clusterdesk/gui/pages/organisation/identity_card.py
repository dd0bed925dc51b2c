"""Who an organisation is: number, kind, form, languages, value chains, models, ways to reach it."""

from clusterdesk.domain.views.organisation_page import OrganisationPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.organisation.activities_editor import ActivitiesEditor
from clusterdesk.gui.pages.organisation.consents_editor import ConsentsEditor
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
        self.activities = ActivitiesEditor(context)
        self.consents = ConsentsEditor(context, of_contact=False)
        consents = Label(t("Consents of the organisation"), "strong")
        consents.setContentsMargins(7, 4, 0, 0)
        self.points = PointsEditor(context, of_contact=False)
        self.add(self.form, self.chains, self.models, self.activities)
        self.add(self.points, self.notes, consents, self.consents)

    def show_page(self, page: OrganisationPage, lists: Lists) -> None:
        """Show an organisation."""
        self.form.show_record(page.organisation)
        self.notes.show_record(page.organisation)
        self.chains.show_members(page.organisation.id, page.value_chains, lists.value_chains)
        self.models.show_members(page.organisation.id, page.circular_models, lists.circular_models)
        self.points.show_points(page.organisation.id, page.points)
        self.activities.organisation_id = page.organisation.id
        self.activities.show_parts(page.activities)
        self.consents.show_consents(page.organisation.id, page.consents)
