"""When and where, about what, with which questions."""

from PySide6.QtCore import Signal

from clusterdesk.domain.records.organisations import Establishment
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.organisation.loading import file_options
from clusterdesk.gui.pages.organisation.places_card import place_words
from clusterdesk.gui.pages.session.loading import TEMPLATE_LABELS, SessionData
from clusterdesk.gui.widgets.card import FormCard
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option

_ROWS = (
    ("subject",),
    ("kind", "state"),
    ("on",),
    ("starts_at", "minutes"),
    ("establishment_id",),
    ("coaching_file_id",),
    ("profile_id",),
)
_NOTHING = Option(None, "–")


class FactsCard(FormCard):
    """The facts of a session.

    Signals:
        template_chosen: another question template (its key).
    """

    template_chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        """Make empty fields."""
        super().__init__(context.kit.t("When and where"))
        self.kit = context.kit
        t = self.kit.t
        pointing = ("establishment_id", "coaching_file_id", "profile_id")
        self.form = RecordForm(context, "session", _ROWS, {name: [_NOTHING] for name in pointing})
        self.template = InlineChoice(self.kit, t("Question template"))
        self.template.committed.connect(self.template_chosen)
        self.add(self.form, self.template)

    def show_data(self, data: SessionData) -> None:
        """Show a session; typed text stays."""
        t, page = self.kit.t, data.page
        places = [Option(one.id, _place_words(self.kit, one)) for one in page.organisation.present_establishments]
        if page.place is not None and page.place.id not in {option.key for option in places}:
            places.append(Option(page.place.id, _place_words(self.kit, page.place)))
        self._offer("establishment_id", places)
        self._offer("coaching_file_id", file_options(self.kit, page.organisation))
        self._offer("profile_id", [Option(one.id, one.name) for one in data.profiles])
        self.form.show_record(page.session)
        own = [key for key in data.templates if key not in TEMPLATE_LABELS]
        options = [Option(key, t(label)) for key, label in TEMPLATE_LABELS.items() if key in data.templates]
        options += [Option(key, key) for key in own]
        self.template.set_options([Option("", t("The one that suits best")), *options])
        self.template.set_value(page.session.template)

    def _offer(self, name: str, options: list[Option]) -> None:
        self.form.offer(name, [_NOTHING, *options])


def _place_words(kit: Kit, place: Establishment) -> str:
    where = place_words(kit, place)
    return kit.t("{kind} · {title}", kind=place.name, title=where) if place.name else where
