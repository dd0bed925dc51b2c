"""Which organisation an appointment of another program is with: by a mail address, by the name, by the place."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from clusterdesk.domain.organisation_names import name_key
from clusterdesk.domain.views.calendar import Appointment
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.calendar import mail_owners, organisation_names, places_in

MAIL, NAME, LOCATION = "mail", "name", "location"
_SHORTEST_NAME = 4
_MOST_WORDS = 8
_LONGEST = 300
_POSTCODE = re.compile(r"(?<!\d)\d{4}(?!\d)")
_BREAKS = re.compile(r"[\s/|,;:()\[\]–—-]+")


@dataclass
class Recogniser:
    """Knows names, mail addresses and places of a binder."""

    names: dict[UUID, str] = field(default_factory=dict)
    by_name: dict[str, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    by_mail: dict[str, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    by_place: dict[str, list[tuple[str, UUID]]] = field(default_factory=lambda: defaultdict(list))

    def find(self, one: Appointment) -> tuple[frozenset[UUID], str]:
        """Return the organisations that are meant (one: sure; several: not sure; none) and what told so."""
        for told_by, found in ((MAIL, self._mails(one)), (NAME, self._name(one)), (LOCATION, self._place(one))):
            known = frozenset(each for each in found if each in self.names)
            if known:
                return known, told_by
        return frozenset(), ""

    def _mails(self, one: Appointment) -> set[UUID]:
        found = [self.by_mail[mail] for mail in one.mails if mail in self.by_mail]
        return set().union(*found)

    def _name(self, one: Appointment) -> set[UUID]:
        """Look for a known name in the words of the title, then of the place; the longest one is meant."""
        for text in (one.summary, one.location):
            words = [word for word in _BREAKS.split(text[:_LONGEST]) if word]
            for length in range(min(len(words), _MOST_WORDS), 0, -1):
                found: set[UUID] = set()
                for start in range(len(words) - length + 1):
                    key = name_key(" ".join(words[start : start + length])).text
                    if len(key) >= _SHORTEST_NAME or length == len(words):
                        found |= self.by_name.get(key, set())
                if found:
                    return found
        return set()

    def _place(self, one: Appointment) -> set[UUID]:
        plain = _plain(one.location)
        streets = (each for code in _POSTCODE.findall(one.location) for each in self.by_place.get(code, ()))
        return {owner for street, owner in streets if street and street in plain}


def recogniser(store: Store, appointments: Iterable[Appointment], day: date) -> Recogniser:
    """Read what the appointments may be recognised by."""
    codes = {code for one in appointments for code in _POSTCODE.findall(one.location)}
    with store.read() as connection:
        names, mails = organisation_names(connection), mail_owners(connection)
        places = places_in(connection, sorted(codes)[:_LONGEST], day)
    made = Recogniser(dict(names))
    for one, name in names:
        made.by_name[name_key(name).text].add(one)
    for mail, owner in mails:
        made.by_mail[mail].add(owner)
    for code, street, owner in places:
        made.by_place[code].append((_plain(street), owner))
    return made


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
