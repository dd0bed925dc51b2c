"""The board of orientations: six columns that group the states, what leads from one to another, and who is in them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.records.directory import HubTeam
from clusterdesk.domain.records.referrals import ReferralAct, ReferralOutcome, ReferralState
from clusterdesk.domain.referrals.counting import AnswerFigures, answer_figures
from clusterdesk.domain.referrals.silence import Silence
from clusterdesk.domain.referrals.states import ENDED, MOVES, WITH_TEAM, refusal
from clusterdesk.domain.views.referrals import ReferralRow

ENDED_DAYS = 365
"""How long what has ended stays on the board, in days; the list keeps everything."""


class BoardColumn(StrEnum):
    """A column of the board."""

    DRAFT = "draft"
    CONSENT = "consent"
    HANDED_OVER = "handed_over"
    WORKED_ON = "worked_on"
    DONE = "done"
    CLOSED = "closed"


_S = ReferralState
STATES: Mapping[BoardColumn, tuple[ReferralState, ...]] = MappingProxyType(
    {
        BoardColumn.DRAFT: (_S.DRAFT,),
        BoardColumn.CONSENT: (_S.CONSENT,),
        BoardColumn.HANDED_OVER: (_S.HANDED_OVER, _S.ACKNOWLEDGED),
        BoardColumn.WORKED_ON: (_S.ACCEPTED, _S.IN_PROGRESS),
        BoardColumn.DONE: (_S.DONE,),
        BoardColumn.CLOSED: (_S.DECLINED, _S.WITHDRAWN, _S.REVOKED),
    }
)


def column_of(state: ReferralState) -> BoardColumn:
    """Return the column of a state."""
    return next(column for column, states in STATES.items() if state in states)


def acts_into(state: ReferralState, column: BoardColumn) -> tuple[ReferralAct, ...]:
    """Return the acts that lead from a state into a column, those that are possible first.

    Empty where the state stands in the column already. An act that is impossible is returned where none is possible,
    so that ``refusal`` can explain.
    """
    if state in STATES[column]:
        return ()
    if state in ENDED and column not in (BoardColumn.DONE, BoardColumn.CLOSED):
        return (ReferralAct.REOPENED,)
    leading = tuple(act for act, move in MOVES.items() if move.end in STATES[column])
    possible = tuple(act for act in leading if refusal(act, state) is None)
    return possible or leading[:1]


class Shown(StrEnum):
    """Which orientations are shown."""

    OPEN = "open"
    LATE = "late"
    MINE = "mine"
    ABROAD = "abroad"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """Which orientations are wanted; ``own_id`` is the profile of whoever sits here."""

    shown: Shown = Shown.ALL
    words: str = ""
    kind_id: UUID | None = None
    team_id: UUID | None = None
    own_id: UUID | None = None

    def fits(self, row: ReferralRow) -> bool:
        """Return whether an orientation is wanted; each word has to be found somewhere in it."""
        record = row.record
        if self.kind_id is not None and record.kind_id != self.kind_id:
            return False
        if self.team_id is not None and record.hub_team_id != self.team_id:
            return False
        return _in(self.shown, row, self.own_id) and _said(row, self.words)


def on_board(rows: Iterable[ReferralRow], today: date) -> Mapping[BoardColumn, tuple[ReferralRow, ...]]:
    """Return the cards of each column: what is late first, then the oldest; what ended long ago is left out."""
    groups: dict[BoardColumn, list[ReferralRow]] = {column: [] for column in BoardColumn}
    for row in rows:
        if not _long_ended(row, today):
            groups[column_of(row.record.state)].append(row)
    for column, found in groups.items():
        ended = column in (BoardColumn.DONE, BoardColumn.CLOSED)
        found.sort(key=_newest_first if ended else _most_urgent)
    return {column: tuple(found) for column, found in groups.items()}


def off_board(rows: Iterable[ReferralRow], today: date) -> Mapping[BoardColumn, int]:
    """Return how many of each column ``on_board`` leaves out."""
    return Counter(column_of(row.record.state) for row in rows if _long_ended(row, today))


@dataclass(frozen=True, slots=True)
class TeamLoad:
    """How a team stands: what it has, how fast and how often it takes on, what came of it."""

    team: HubTeam
    figures: AnswerFigures
    late: int = 0
    succeeded: int = 0


def team_loads(rows: Iterable[ReferralRow]) -> tuple[TeamLoad, ...]:
    """Return the teams that orientations were handed to, those with the most open ones first."""
    groups: dict[UUID, list[ReferralRow]] = defaultdict(list)
    for row in rows:
        if row.team is not None and row.record.handed_over_on is not None:
            groups[row.team.id].append(row)
    return tuple(sorted((_load(found) for found in groups.values()), key=_busiest))


def _long_ended(row: ReferralRow, today: date) -> bool:
    return row.record.state in ENDED and row.since < today - timedelta(days=ENDED_DAYS)


def _load(rows: list[ReferralRow]) -> TeamLoad:
    team = rows[0].team
    assert team is not None
    steps = [step for row in rows for step in row.steps]
    late = sum(row.silent.silence in {Silence.AMBER, Silence.RED} for row in rows)
    good = sum(row.record.outcome not in {None, ReferralOutcome.NONE} for row in rows)
    return TeamLoad(team, answer_figures((row.record for row in rows), steps), late, good)


def _in(shown: Shown, row: ReferralRow, own_id: UUID | None) -> bool:
    if shown is Shown.OPEN:
        return row.record.state not in ENDED
    if shown is Shown.LATE:
        return row.silent.silence in {Silence.AMBER, Silence.RED}
    if shown is Shown.MINE:
        return own_id is not None and row.record.profile_id == own_id
    return row.international if shown is Shown.ABROAD else True


def _said(row: ReferralRow, words: str) -> bool:
    record = row.record
    names = (row.organisation, row.team.name if row.team else "", row.person.name if row.person else "")
    said = " " + folded(" ".join((*names, record.need, record.token, record.outcome_remark)))
    return all(f" {word}" in said for word in folded(words).split())


def _most_urgent(row: ReferralRow) -> tuple[bool, int, date, UUID]:
    waits = row.record.state in WITH_TEAM
    return not waits, -row.silent.late_days, row.since, row.record.id


def _newest_first(row: ReferralRow) -> tuple[int, UUID]:
    return -row.since.toordinal(), row.record.id


def _busiest(load: TeamLoad) -> tuple[int, str]:
    return -load.figures.open, load.team.name.casefold()
