"""Themes in the order of their votes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from clusterdesk.domain.records.programme import Theme, ThemeState, ThemeVote


@dataclass(frozen=True, slots=True)
class Tally:
    """What a theme received: points, and from how many."""

    points: int = 0
    voters: int = 0


def tallies(votes: Iterable[ThemeVote]) -> dict[UUID, Tally]:
    """Return the points and the number of voters of each theme."""
    found: dict[UUID, Tally] = {}
    for vote in votes:
        before = found.get(vote.theme_id, Tally())
        found[vote.theme_id] = Tally(before.points + vote.points, before.voters + 1)
    return found


def ranks(themes: Iterable[Theme], tally: Mapping[UUID, Tally]) -> dict[UUID, int]:
    """Return the place of each theme that is in the vote: equal points share a place, dropped themes have none."""
    standing = [one for one in themes if one.state is not ThemeState.DROPPED]
    points = {one.id: tally.get(one.id, Tally()).points for one in standing}
    return {one: 1 + sum(other > own for other in points.values()) for one, own in points.items()}
