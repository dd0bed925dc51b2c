"""Whom fields may name: the colleagues, and the people of the organisation on the page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.views.organisation_page import ContactCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.widgets.fields.choice import Option

_NOBODY = Option(None, "–")


@dataclass(slots=True)
class PeopleChoices:
    """The answers of ``profile_id`` and ``contact_id`` as they are now; a card renews them before its rows are filled.

    A field gets only those of the two that its form has.
    """

    colleagues: Sequence[Option] = field(default_factory=tuple)
    contacts: Sequence[Option] = field(default_factory=tuple)

    def renew(self, other: "PeopleChoices") -> None:
        """Take the answers of another one."""
        self.colleagues, self.contacts = other.colleagues, other.contacts

    def options(self) -> dict[str, Sequence[Option]]:
        """Return the answers by field, for a new form."""
        return {"profile_id": [_NOBODY, *self.colleagues], "contact_id": [_NOBODY, *self.contacts]}

    def offer(self, form: RecordForm) -> None:
        """Give the fields of a form the answers of now."""
        for name, options in self.options().items():
            form.offer(name, options)

    def name_of(self, key: UUID | None) -> str:
        """Return the name of a colleague or contact, empty for nobody."""
        return next((one.label for one in (*self.colleagues, *self.contacts) if one.key == key), "")

    def colleague(self, name: str) -> UUID | None:
        """Return the id of the colleague of a name, whoever sits at this laptop."""
        found = next((one.key for one in self.colleagues if one.label.casefold() == name.strip().casefold()), None)
        return found if isinstance(found, UUID) else None


def people_choices(profiles: Iterable[Profile], contacts: Iterable[ContactCard]) -> PeopleChoices:
    """Return the answers for a page."""
    return PeopleChoices(
        [Option(one.id, one.name) for one in profiles],
        [Option(one.contact.id, one.contact.full_name) for one in contacts],
    )
