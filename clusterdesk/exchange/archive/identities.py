"""Ids: a UUID is kept, any other text becomes an id of this binder's own, the same one at every import."""

from uuid import UUID

from clusterdesk.base.ids import derived_id
from clusterdesk.base.marks import N_
from clusterdesk.domain.fields import LINE_LIMIT
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.lists import Named
from clusterdesk.exchange.archive.known import Known
from clusterdesk.exchange.archive.problems import ProblemError, shown
from clusterdesk.exchange.archive.values import TEXT_WANTED, clean_text, uuid_of

ID_LIMIT = 200

ID_UNFIT = N_("An id is a text of 1 to {limit} characters, not {value}.")
ID_TWICE = N_("The id “{value}” stands on another line too: {place}.")
NOT_FOUND = N_("“{value}” is neither in the archive nor in the binder.")


class Identities:
    """The ids that an archive brings, and the way from a text to the id it means."""

    def __init__(self, known: Known) -> None:
        """Start with what the binder knows."""
        self._known = known
        self._declared: dict[tuple[str, UUID], str] = {}
        self._keys: dict[tuple[str, str], UUID] = {}

    def own(self, record_type: str, text: object) -> tuple[UUID, str | None]:
        """Return the id that a text is for this binder, and the text itself when it is a foreign id.

        Raises:
            ProblemError: it is no fit id.
        """
        if not isinstance(text, str) or not 0 < len(text) <= ID_LIMIT or "\0" in text:
            raise ProblemError(ID_UNFIT, limit=ID_LIMIT, value=shown(text))
        known_form = uuid_of(text)
        if known_form is not None:
            return known_form, None
        foreign = clean_text(text, LINE_LIMIT)
        own = derived_id(self._known.binder_id, record_type, foreign)
        if own not in self._known.records(record_type):
            own = self._known.by_external_id(record_type, foreign) or own
        return own, foreign

    def declare(self, record_type: str, own: UUID, place: str, shown_id: str) -> None:
        """Note that the archive brings this record.

        Raises:
            ProblemError: another line brings it already.
        """
        first = self._declared.setdefault((record_type, own), place)
        if first != place:
            raise ProblemError(ID_TWICE, value=shown(shown_id), place=first)

    def declare_key(self, record_type: str, key: str, own: UUID) -> None:
        """Note that the archive brings a row of an editable list under a key."""
        self._keys.setdefault((record_type, key), own)

    def resolve(self, record_type: str, text: object) -> UUID:
        """Return the record a reference means: an id, or the key of a row of an editable list.

        Raises:
            ProblemError: there is no such record in the archive, nor in the binder.
        """
        if not isinstance(text, str):
            raise ProblemError(TEXT_WANTED, value=shown(text))
        if text:
            own, _ = self.own(record_type, text)
            if (record_type, own) in self._declared or own in self._known.records(record_type):
                return own
            if issubclass(RECORD_TYPES[record_type].cls, Named):
                row = self._keys.get((record_type, text)) or self._known.by_key(record_type, text)
                if row is not None:
                    return row
        raise ProblemError(NOT_FOUND, value=shown(text))
