"""Contact persons as lists call them: by mail address, by name in any order, by a name that is nearly the same."""

from uuid import UUID

from clusterdesk.domain.duplicates import SIMILAR
from clusterdesk.domain.name_pool import NamePool
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.organisations import ContactPoint, ContactPointKind, Organisation
from clusterdesk.exchange.importing.known import Known


class KnownPeople:
    """The contact persons of the binder, with the organisations they are of."""

    def __init__(self, known: Known) -> None:
        """Read them all once."""
        self._known = known
        store = known.store
        self._contacts = {one.id: one for one in store.find(Contact)}
        self._places: dict[UUID, list[UUID]] = {}
        for role in sorted(store.find(ContactRole), key=lambda one: (not one.main, one.id)):
            self._places.setdefault(role.contact_id, []).append(known.organisations.kept(role.organisation_id))
        self._mails: dict[str, tuple[UUID | None, UUID | None]] = {}
        self._has_mail: set[UUID] = set()
        for point in store.find(ContactPoint, kind=ContactPointKind.MAIL):
            self._take_mail(point)
        self._called: dict[str, list[Contact]] = {}
        self._order: list[Contact] = []
        self._pool = NamePool()
        for contact in self._contacts.values():
            key = _key(contact.full_name)
            for each in {key, *_in_one(contact.first_name, contact.last_name)}:
                self._called.setdefault(each, []).append(contact)
            self._pool.add(len(self._order), key, ())
            self._order.append(contact)

    def _take_mail(self, point: ContactPoint) -> None:
        home = next(iter(self._places.get(point.contact_id, ())), None) if point.contact_id else None
        if home is None and point.organisation_id is not None:
            home = self._known.organisations.kept(point.organisation_id)
        if point.contact_id is not None:
            self._has_mail.add(point.contact_id)
        self._mails.setdefault(point.value.strip().casefold(), (point.contact_id, home))

    def by_mail(self, mail: str) -> tuple[Contact | None, Organisation | None]:
        """Return the person and the organisation that have a mail address."""
        contact_id, home = self._mails.get(mail.casefold(), (None, None))
        contact = self._contacts.get(contact_id) if contact_id is not None else None
        return contact, self._known.organisations.get(home)

    def has_mail(self, contact: Contact) -> bool:
        """Tell whether a mail address of a person is known."""
        return contact.id in self._has_mail

    def home(self, contact: Contact) -> Organisation | None:
        """Return the organisation that a person is of, the main one first."""
        return self._known.organisations.get(next(iter(self._places.get(contact.id, ())), None))

    def called(self, name: str, organisation: UUID | None = None) -> list[Contact]:
        """Return the persons of a name, whichever word comes first, ``De Smet`` or ``Desmet``; of an organisation."""
        found = {one.id: one for key in (_key(name), *_in_one(name)) for one in self._called.get(key, ())}
        return [one for one in found.values() if self._is_of(one, organisation)]

    def alike(self, name: str, least: float, organisation: UUID | None = None) -> list[tuple[Contact, float]]:
        """Return the persons with a similar name and its score, the likeliest first; of an organisation, if given."""
        found = ((self._order[place], score) for place, score in self._pool.similar(_key(name), least))
        mine = [(one, score) for one, score in found if self._is_of(one, organisation)]
        return sorted(mine, key=lambda pair: (-pair[1], pair[0].full_name))

    def _is_of(self, contact: Contact, organisation: UUID | None) -> bool:
        return organisation is None or organisation in self._places.get(contact.id, ())


def may_be_one(name: str, other: str) -> bool:
    """Tell whether two names may be those of one person: ``S. Peeters`` and ``Sofie Peeters``, or a slip of the pen.

    A mailbox may be that of several people: ``Jean Peeters`` is somebody else.
    """
    from rapidfuzz import fuzz

    few, many = sorted((folded(name).split(), folded(other).split()), key=len)
    if all(any(word == each or (len(word) == 1 and each.startswith(word)) for each in many) for word in few):
        return True
    return fuzz.ratio(_key(name), _key(other)) >= SIMILAR


def _in_one(*names: str) -> set[str]:
    """Return a name in one piece, either way round; one that is too short to say much is left out."""
    parts = [folded(one).replace(" ", "") for one in names]
    return {"".join(parts), "".join(reversed(parts))} if all(parts) else set()


def _key(name: str) -> str:
    return " ".join(sorted(folded(name).replace(",", " ").split()))
