"""What an orientation is about: kind, countries, need, what was tried, what answer is expected."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.views.referrals import ReferralPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.referral.reading import set_countries
from clusterdesk.gui.widgets.card import FormCard
from clusterdesk.gui.widgets.fields.choice import Option
from clusterdesk.gui.widgets.fields.countries import CountrySet, InlineCountries

NOTHING = Option(None, "–")


class NeedCard(FormCard):
    """The card of what is asked of a team."""

    def __init__(self, context: Context) -> None:
        """Make empty fields."""
        super().__init__(context.kit.t("What it is about"))
        self.context, self.kit = context, context.kit
        self._referral_id: UUID | None = None
        self.head = RecordForm(context, "referral", (("kind_id", "on"),), {"kind_id": [NOTHING]})
        self.countries = InlineCountries(self.kit, self.kit.t("Countries"))
        self.countries.committed.connect(self._keep_countries)
        self.texts = RecordForm(context, "referral", (("need",), ("tried",), ("asked",)))
        self.add(self.head, self.countries, self.texts)

    def show_page(self, page: ReferralPage) -> None:
        """Show an orientation; typed text stays."""
        record = page.row.record
        self._referral_id = record.id
        offer(self.head, "kind_id", [Option(one.id, one.name_in(self.kit.t.language)) for one in page.kinds])
        self.head.show_record(record)
        self.texts.show_record(record)
        language = self.kit.t.language
        self.countries.set_groups([CountrySet(one.name_in(language), one.countries) for one in page.groups])
        self.countries.setVisible(page.row.international or bool(page.row.countries))
        self.countries.set_value(page.row.countries)

    @Slot(object)
    def _keep_countries(self, codes: tuple[str, ...]) -> None:
        if self._referral_id is not None:
            self.context.write(partial(set_countries, self._referral_id, codes), owner=self)


def offer(form: RecordForm, name: str, options: list[Option]) -> None:
    """Give a field of a form the answers of now, and nothing as one of them."""
    form.offer(name, [NOTHING, *options])
