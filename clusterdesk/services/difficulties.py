"""Difficulties of the field: noted from a sentence or alone, with the organisations that meet them and their quotes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, deletion, differences
from clusterdesk.domain.commands.difficulties import (
    AddTouched,
    AgreeToBeNamed,
    NewQuote,
    NoteDifficulty,
    QuoteDifficulty,
    RemoveTouched,
)
from clusterdesk.domain.dated_steps import DayRefusal
from clusterdesk.domain.difficulties import states
from clusterdesk.domain.difficulties.titles import title_from
from clusterdesk.domain.parsing.text import many_lines, one_line
from clusterdesk.domain.records.difficulties import (
    Difficulty,
    DifficultyAct,
    DifficultyOrganisation,
    DifficultyQuote,
)
from clusterdesk.domain.records.sessions import Session
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.services.kept import kept_organisation, receiving_organisation
from clusterdesk.store.desk_store import Store

_AHEAD = DayRefusal(
    "day_to_come",
    N_("{day} is still to come."),
    N_("Give the day on which it happened."),
)


def note_difficulty(store: Store, cmd: NoteDifficulty) -> OpResult[Difficulty]:
    """Note a difficulty as a draft; the organisation of its session, and those that are quoted, meet it.

    Raises:
        KnownError: it says nothing, or what it points to does not exist or lies in the bin.
    """
    today = store.clock.today()
    session = store.get(Session, cmd.session_id) if cmd.session_id is not None else None
    quotes = [_in_session(one, session) for one in cmd.quotes if one.text.strip()]
    title = one_line(cmd.title) or title_from(cmd.happens, *(one.text for one in quotes))
    if not title:
        raise KnownError(
            "difficulty_empty",
            N_("A difficulty needs a few words."),
            advice=N_("Say what stands in the way, and try again."),
        )
    on = cmd.on or (session.on if session is not None else today)
    difficulty = Difficulty(
        title=title,
        theme_id=cmd.theme_id,
        session_id=cmd.session_id,
        profile_id=cmd.profile_id,
        on=on,
        state_on=on,
        severity=cmd.severity,
        happens=many_lines(cmd.happens),
        cost=cmd.cost,
        currency=cmd.currency,
        cost_remark=one_line(cmd.cost_remark),
        wish=many_lines(cmd.wish),
        visibility=cmd.visibility,
    )
    met = [*cmd.organisation_ids, *(one.organisation_id for one in quotes if one.organisation_id is not None)]
    if session is not None:
        met.append(session.organisation_id)
    changes: list[Change] = [Insert(difficulty)]
    changes += _met(store, difficulty.id, met)
    changes += [Insert(_quote(difficulty.id, one)) for one in quotes]
    changes.append(Insert(states.step_of(difficulty, DifficultyAct.CREATED, on, store.author)))
    if cmd.quick_note_id is not None:
        changes.append(deletion("quick_note", cmd.quick_note_id))
    return OpResult(difficulty, store.apply(replace(cmd, title=title), changes))


def add_touched(store: Store, cmd: AddTouched) -> OpResult[DifficultyOrganisation]:
    """Say that an organisation meets a difficulty too; one that does already changes nothing.

    Raises:
        KnownError: the difficulty or the organisation lies in the bin.
    """
    difficulty = standing(store, cmd.difficulty_id)
    changes = list(_met(store, difficulty.id, [cmd.organisation_id]))
    done = store.apply(replace(cmd, title=difficulty.title), changes)
    return OpResult(touched(store, difficulty.id, cmd.organisation_id)[0], done)


def remove_touched(store: Store, cmd: RemoveTouched) -> OpResult[None]:
    """Say that an organisation does not meet a difficulty after all; what it said is no longer of it by name."""
    difficulty = store.get(Difficulty, cmd.difficulty_id)
    gone = touched(store, difficulty.id, cmd.organisation_id)
    changes: list[Change] = [deletion("difficulty_organisation", one.id) for one in gone]
    ids = {one.organisation_id for one in gone}
    for quote in store.find(DifficultyQuote, difficulty_id={one.difficulty_id for one in gone}):
        if quote.organisation_id in ids:
            changes += differences(quote, replace(quote, organisation_id=None))
    return OpResult(None, store.apply(replace(cmd, title=difficulty.title), changes))


def agree_to_be_named(store: Store, cmd: AgreeToBeNamed) -> OpResult[DifficultyOrganisation]:
    """Note who agreed, and when, that the organisation stands by name in what leaves; or that it no longer does.

    Raises:
        KnownError: the organisation does not meet the difficulty, nobody is named, or the day is still to come.
    """
    difficulty = store.get(Difficulty, cmd.difficulty_id)
    rows = touched(store, difficulty.id, cmd.organisation_id)
    if not rows:
        raise not_met(store, difficulty, cmd.organisation_id)
    by = one_line(cmd.by)
    if cmd.named and not by:
        raise KnownError(
            "agreement_by_whom",
            N_("An agreement to be named is of a person."),
            advice=N_("Say who agreed for the organisation."),
        )
    on = cmd.on or store.clock.today()
    check_day(store, on)
    changes: list[Change] = []
    for one in rows:
        after = replace(one, named=cmd.named, named_by=by if cmd.named else "", named_on=on if cmd.named else None)
        changes += differences(one, after)
    done = store.apply(replace(cmd, title=difficulty.title), changes)
    return OpResult(store.get(DifficultyOrganisation, rows[0].id), done)


def quote_difficulty(store: Store, cmd: QuoteDifficulty) -> OpResult[DifficultyQuote]:
    """Add what somebody said; whose it is meets the difficulty from then on.

    Raises:
        KnownError: it says nothing, or what it points to lies in the bin.
    """
    difficulty = standing(store, cmd.difficulty_id)
    if not cmd.quote.text.strip():
        raise KnownError(
            "quote_empty", N_("A quote needs a few words."), advice=N_("Write down what was said, and try again.")
        )
    session = store.get(Session, cmd.quote.session_id) if cmd.quote.session_id is not None else None
    quote = _quote(difficulty.id, _in_session(cmd.quote, session))
    met = [quote.organisation_id] if quote.organisation_id is not None else []
    changes = [*_met(store, difficulty.id, met), Insert(quote)]
    return OpResult(quote, store.apply(replace(cmd, title=difficulty.title), changes))


def standing(store: Store, difficulty_id: UUID) -> Difficulty:
    """Return the difficulty that a given one is read as: itself, or the one it was joined into.

    Raises:
        KnownError: there is none, or it lies in the bin.
    """
    found = store.get(Difficulty, difficulty_id)
    seen = {found.id}
    while found.joined_into is not None and found.joined_into not in seen:
        found = store.get(Difficulty, found.joined_into)
        seen.add(found.id)
    if found.deleted:
        raise KnownError(
            "owner_binned",
            N_("“{name}” is in the bin."),
            advice=N_("Take it out of the bin first."),
            name=found.title,
        )
    return found


def read_together(store: Store, difficulty_id: UUID) -> tuple[Difficulty, ...]:
    """Return a difficulty with those that were joined into it, itself first."""
    found = [store.get(Difficulty, difficulty_id)]
    for one in found:
        known = {each.id for each in found}
        found += [each for each in store.find(Difficulty, joined_into=one.id) if each.id not in known]
    return tuple(found)


def touched(store: Store, difficulty_id: UUID, organisation_id: UUID) -> list[DifficultyOrganisation]:
    """Return the records that say an organisation, or one merged with it, meets a difficulty or one joined into it."""
    kept = kept_organisation(store, organisation_id).id
    family = {one.id for one in read_together(store, difficulty_id)}
    rows = store.find(DifficultyOrganisation, difficulty_id=family)
    return [one for one in rows if kept_organisation(store, one.organisation_id).id == kept]


def check_day(store: Store, on: date) -> None:
    """Refuse a day that is still to come.

    Raises:
        KnownError: it is.
    """
    _AHEAD.check_come(on, store.clock.today())


def _met(store: Store, difficulty_id: UUID, organisation_ids: Iterable[UUID]) -> Iterator[Change]:
    """Yield what makes organisations meet a difficulty that do not yet; each is taken as the one it is read as."""
    known = store.find(DifficultyOrganisation, deleted=None, difficulty_id=difficulty_id)
    present = {kept_organisation(store, one.organisation_id).id: one for one in known if not one.deleted}
    binned = {one.organisation_id: one for one in known if one.deleted}
    for wanted in organisation_ids:
        kept = receiving_organisation(store, wanted)
        if kept.id in present:
            continue
        if kept.id in binned:
            present[kept.id] = binned[kept.id]
            yield deletion("difficulty_organisation", binned[kept.id].id, deleted=False)
            continue
        ends = {"difficulty_id": difficulty_id, "organisation_id": kept.id}
        member = set_member_id("difficulty_organisation", ends)
        present[kept.id] = DifficultyOrganisation(id=member, difficulty_id=difficulty_id, organisation_id=kept.id)
        yield Insert(present[kept.id])


def _in_session(quote: NewQuote, session: Session | None) -> NewQuote:
    """Return a quote with what it does not say of itself taken from its session."""
    if session is None:
        return quote
    return replace(
        quote,
        session_id=quote.session_id or session.id,
        organisation_id=quote.organisation_id or session.organisation_id,
        on=quote.on or session.on,
    )


def _quote(difficulty_id: UUID, quote: NewQuote) -> DifficultyQuote:
    return DifficultyQuote(
        difficulty_id=difficulty_id,
        organisation_id=quote.organisation_id,
        session_id=quote.session_id,
        on=quote.on,
        text=many_lines(quote.text),
        visibility=quote.visibility,
    )


def not_met(store: Store, difficulty: Difficulty, organisation_id: UUID) -> KnownError:
    """Say that an organisation is not among those that meet a difficulty."""
    return KnownError(
        "difficulty_not_met",
        N_("“{name}” is not among those that meet “{title}”."),
        advice=N_("Add the organisation first."),
        name=kept_organisation(store, organisation_id).name,
        title=difficulty.title,
    )
