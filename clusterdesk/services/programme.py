"""The programme of the year: commitments carried over, events moved and told of, themes ranked."""

from dataclasses import replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, differences
from clusterdesk.domain.commands.programme import CarryOver, MoveEvent, RankThemes, TellEvent
from clusterdesk.domain.field_rules import EARLIEST_YEAR, LATEST_YEAR
from clusterdesk.domain.programme import ranking
from clusterdesk.domain.records.groups import GatheringState
from clusterdesk.domain.records.programme import (
    Commitment,
    EventKind,
    ProgrammeEvent,
    Theme,
    ThemeState,
    ThemeVote,
)
from clusterdesk.domain.views.edition import Edition
from clusterdesk.store.desk_store import Store


def carry_over(store: Store, cmd: CarryOver) -> OpResult[tuple[Commitment, ...]]:
    """Give a year the commitments of another one, or those of a usual year; kinds it has already stay as they are.

    Raises:
        KnownError: the year is none, or there is nothing to carry over.
    """
    check_year(cmd.year)
    present = {one.event_kind_id for one in store.find(Commitment, year=cmd.year)}
    made = [one for one in _owed(store, cmd) if one.event_kind_id not in present]
    if not made and not present:
        raise KnownError(
            "nothing_to_carry_over",
            N_("There are no commitments to carry over to {year}."),
            advice=N_("Choose a year that has some, or say in Settings › Lists how many events a usual year owes."),
            year=cmd.year,
        )
    return OpResult(tuple(made), store.apply(cmd, [Insert(one) for one in made]))


def move_event(store: Store, cmd: MoveEvent) -> OpResult[ProgrammeEvent]:
    """Move an event to another day.

    Raises:
        KnownError: it took place already, or lies in the bin.
    """
    event = standing_event(store, cmd.event_id)
    if event.state is GatheringState.HELD:
        raise KnownError(
            "event_held",
            N_("“{title}” took place on {day}."),
            advice=N_("What took place stays on its day; correct the date on its page where it is wrong."),
            title=event.title,
            day=event.on,
        )
    to_on = cmd.on + (event.to_on - event.on) if event.to_on is not None else None
    after = replace(event, on=cmd.on, to_on=to_on)
    return OpResult(after, store.apply(replace(cmd, title=event.title), differences(event, after)))


def tell_event(store: Store, cmd: TellEvent) -> OpResult[ProgrammeEvent]:
    """Say that an event took place, was called off, or is to come after all.

    Raises:
        KnownError: it is said to have taken place and is still to come, or lies in the bin.
    """
    event = standing_event(store, cmd.event_id)
    if cmd.state is GatheringState.HELD and event.on > store.clock.today():
        raise KnownError(
            "event_to_come",
            N_("“{title}” is still to come, on {day}."),
            advice=N_("Say that it took place once it has."),
            title=event.title,
            day=event.on,
        )
    after = replace(event, state=cmd.state)
    return OpResult(after, store.apply(replace(cmd, title=event.title), differences(event, after)))


def rank_themes(store: Store, cmd: RankThemes) -> OpResult[tuple[Theme, ...]]:
    """Rank the themes of a year by their points; chosen ones stay chosen, dropped ones out.

    Raises:
        KnownError: nobody has voted yet.
    """
    themes = store.find(Theme, year=cmd.year, revoked_on=None)
    votes = store.find(ThemeVote, theme_id={one.id for one in themes}, revoked_on=None) if themes else []
    if not votes:
        raise KnownError(
            "no_votes",
            N_("Nobody has voted on the themes of {year} yet."),
            advice=N_("Add the votes at the themes: each theme opens into its votes."),
            year=cmd.year,
        )
    places = ranking.ranks(themes, ranking.tallies(votes))
    changes: list[Change] = []
    ranked = []
    for theme in themes:
        state = ThemeState.VOTED if theme.state is ThemeState.PROPOSED else theme.state
        after = replace(theme, rank=places.get(theme.id), state=state)
        changes += differences(theme, after)
        ranked.append(after)
    ranked.sort(key=lambda one: (one.rank is None, one.rank or 0, one.title))
    return OpResult(tuple(ranked), store.apply(cmd, changes))


def standing_event(store: Store, event_id: UUID) -> ProgrammeEvent:
    """Return an event that is not in the bin.

    Raises:
        KnownError: there is none, or it is.
    """
    event = store.get(ProgrammeEvent, event_id)
    if event.deleted:
        raise KnownError(
            "owner_binned",
            N_("“{name}” is in the bin."),
            advice=N_("Take it out of the bin first."),
            name=event.title,
        )
    return event


def check_may_leave(event: ProgrammeEvent, edition: Edition) -> None:
    """Refuse an event that the readers of an edition may not know.

    Raises:
        KnownError: it is not for them.
    """
    if not edition.admits(event.visibility):
        raise KnownError(
            "event_not_shareable",
            N_("This event is not marked as shareable: it cannot stand on a page that leaves."),
            advice=N_("Choose the internal edition, or mark the event as shareable."),
        )


def check_year(year: int) -> None:
    """Refuse what is no year of a programme.

    Raises:
        KnownError: it lies before 1990 or after 2100.
    """
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise KnownError(
            "no_programme_year",
            N_("There is no programme of the year {year}."),
            advice=N_("Give a year between 1990 and 2100."),
            year=year,
        )


def _owed(store: Store, cmd: CarryOver) -> list[Commitment]:
    if cmd.from_year is None:
        kinds = [one for one in store.find(EventKind, active=True) if one.yearly]
        kinds.sort(key=lambda one: one.position)
        return [
            Commitment(year=cmd.year, event_kind_id=one.id, planned=one.yearly, due_month=one.month) for one in kinds
        ]
    return [
        Commitment(
            year=cmd.year,
            event_kind_id=one.event_kind_id,
            planned=one.planned,
            due_month=one.due_month,
            remark=one.remark,
        )
        for one in store.find(Commitment, year=cmd.from_year)
    ]
