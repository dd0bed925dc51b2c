"""Prospects: read, taken over from a search, moved from state to state, and their contact persons erased."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, Redact, differences
from clusterdesk.domain.commands.prospects import EraseProspectPerson, MoveProspect, TakeProspects
from clusterdesk.domain.dated_steps import in_order
from clusterdesk.domain.duplicates import Confidence, DuplicateIndex, Match, NameCard, likely_duplicates
from clusterdesk.domain.parsing.text import many_lines, one_line
from clusterdesk.domain.prospects.states import check_move
from clusterdesk.domain.records.prospects import Prospect, ProspectStep
from clusterdesk.domain.views.prospects import ChainProspects, ProspectList
from clusterdesk.services.records import check_references
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries import prospects as queries
from clusterdesk.store.queries.duplicates import duplicate_index

_PERSON = ("contact_name", "phone", "mail")


def read_prospects(store: Store) -> ProspectList:
    """Return all prospects by state."""
    with store.read() as connection:
        return queries.read_prospects(connection)


def prospect_counts(store: Store, day: date | None = None) -> tuple[ChainProspects, ...]:
    """Return how many prospects are at each state, by chain: now, or as far as it was known and done on a day."""
    with store.read() as connection:
        return queries.prospect_counts(connection, day)


@dataclass(frozen=True, slots=True)
class KnownAs:
    """What a candidate is known as already: an organisation of the binder, or another prospect."""

    name: str
    reason: str
    is_prospect: bool
    record_id: UUID


class KnownProspects:
    """Tells whether a candidate is known already: by its number, else by a likely name at its postcode."""

    def __init__(self, store: Store) -> None:
        """Read organisations and prospects."""
        with store.read() as connection:
            self._organisations = duplicate_index(connection)
        prospects = store.find(Prospect, revoked_on=None)
        self._prospects = DuplicateIndex.of(_card(one) for one in prospects)

    def known(self, candidate: Prospect) -> KnownAs | None:
        """Return who a candidate is already, None for somebody new."""
        card = replace(_card(candidate), key=None)
        for index, is_prospect in ((self._organisations, False), (self._prospects, True)):
            found = likely_duplicates(card, index, at_least=Confidence.LIKELY)
            if found:
                first = found[0].card
                assert isinstance(first.key, UUID)
                return KnownAs(first.name, found[0].reason, is_prospect, first.key)
        return None

    def add(self, candidate: Prospect) -> None:
        """Know one more: the next of the same list may be the same."""
        self._prospects.add(_card(candidate))


def alike(store: Store, prospect: Prospect) -> list[Match]:
    """Return the organisations that a prospect may be already, the surest first; keys are ids."""
    with store.read() as connection:
        return likely_duplicates(_card(prospect), duplicate_index(connection), at_least=Confidence.LIKELY)


def take_prospects(store: Store, cmd: TakeProspects) -> OpResult[tuple[Prospect, ...]]:
    """Take prospects over in one step; who is an organisation or a prospect already is left out.

    Raises:
        KnownError: one has no name, a reference leads nowhere, or all are known already.
    """
    known, taken = KnownProspects(store), []
    for one in cmd.prospects:
        if not one_line(one.name):
            raise KnownError(
                "name_missing",
                N_("A record of the kind “{type_label}” needs a name."),
                advice=N_("Type a name and try again."),
                type_label=N_("Prospect"),
            )
        check_references(store, one, set())
        if known.known(one) is None:
            known.add(one)
            taken.append(one)
    if not taken:
        raise KnownError(
            "prospects_known",
            N_("Nobody new: all of them are organisations or prospects of this binder already."),
            advice=N_("Search with other activities or postcodes."),
        )
    changes: list[Change] = [Insert(one) for one in taken]
    return OpResult(tuple(taken), store.apply(replace(cmd, prospects=(), count=len(taken)), changes))


def move_prospect(store: Store, cmd: MoveProspect) -> OpResult[ProspectStep]:
    """Let a prospect reach a state, with what comes next.

    Raises:
        KnownError: the state does not follow, declining has no reason, the day does not fit, or it lies in the bin.
    """
    before = live_prospect(store, cmd.prospect_id)
    steps, today = steps_of(store, before), store.clock.today()
    on, by = cmd.on or today, one_line(cmd.by) or store.author
    check_move(before.name, steps, cmd.state, on, today=today, remark=cmd.remark)
    step = ProspectStep(prospect_id=before.id, state=cmd.state, on=on, by=by, remark=many_lines(cmd.remark))
    after = replace(before, next_step=one_line(cmd.next_step), next_step_on=cmd.next_step_on)
    changes: list[Change] = [Insert(step), *differences(before, after)]
    return OpResult(step, store.apply(replace(cmd, name=before.name), changes))


def erase_prospect_person(store: Store, cmd: EraseProspectPerson) -> OpResult[Prospect]:
    """Blank who is to be spoken to at a prospect, in table and journal; nothing can be undone.

    Backups made before keep the data until they are thinned out.
    """
    prospect = store.get(Prospect, cmd.prospect_id)
    return OpResult(prospect, store.apply(cmd, [Redact("prospect", prospect.id, name) for name in _PERSON]))


def live_prospect(store: Store, prospect_id: UUID) -> Prospect:
    """Return a prospect that does not lie in the bin.

    Raises:
        KnownError: there is none, or it lies in the bin.
    """
    prospect = store.get(Prospect, prospect_id)
    if prospect.deleted:
        raise KnownError(
            "owner_binned",
            N_("“{name}” is in the bin."),
            advice=N_("Take it out of the bin first."),
            name=prospect.name,
        )
    return prospect


def steps_of(store: Store, prospect: Prospect) -> list[ProspectStep]:
    """Return what happened to a prospect, the first step first."""
    return in_order(store.find(ProspectStep, prospect_id=prospect.id, revoked_on=None))


def _card(one: Prospect) -> NameCard:
    codes = frozenset((one.postcode,)) if one.postcode else frozenset()
    return NameCard(one.id, one.name, one.enterprise_number, codes)
