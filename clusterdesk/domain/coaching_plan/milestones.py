"""Milestones: when those of templates are due, which are late, in which order they are read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from clusterdesk.domain.coaching import months_later
from clusterdesk.domain.records.coaching import CoachingFileTrack
from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.records.plan import Milestone, MilestoneTemplate


@dataclass(frozen=True, slots=True)
class MilestoneLine:
    """A milestone with its parts; ``days_late`` is 0 where it is done, in time or without a day."""

    milestone: Milestone
    days_late: int = 0
    parts: tuple["MilestoneLine", ...] = ()

    @property
    def is_done(self) -> bool:
        """Tell whether it was reached."""
        return self.milestone.done_on is not None


def due_day(opened_on: date, months: int | None) -> date | None:
    """Return when a milestone of a template is due in a file opened on a day; ``None`` without a number of months."""
    return None if months is None else months_later(opened_on, months)


def days_late(milestone: Milestone, today: date) -> int:
    """Return by how many days a milestone that is not done is late, 0 where it is not."""
    if milestone.done_on is not None or milestone.due_on is None:
        return 0
    return max(0, (today - milestone.due_on).days)


def milestone_lines(milestones: Iterable[Milestone], today: date) -> tuple[MilestoneLine, ...]:
    """Return milestones as they are read: late ones first, then by the day they are due, done ones last.

    Parts stand under their milestone; one whose milestone is not among them stands by itself.
    """
    every = list(milestones)
    known = {one.id for one in every}
    parts: dict[UUID | None, list[Milestone]] = defaultdict(list)
    for one in every:
        parts[one.parent_id if one.parent_id in known else None].append(one)
    return _lines(None, parts, today, frozenset())


def _lines(
    parent: UUID | None, parts: Mapping[UUID | None, list[Milestone]], today: date, above: frozenset[UUID]
) -> tuple[MilestoneLine, ...]:
    made = [
        MilestoneLine(one, days_late(one, today), _lines(one.id, parts, today, above | {one.id}))
        for one in parts.get(parent, ())
        if one.id not in above
    ]
    return tuple(sorted(made, key=_order))


def _order(line: MilestoneLine) -> tuple[int, date, int, UUID]:
    one = line.milestone
    if one.done_on is not None:
        return 2, date.max - (one.done_on - date.min), one.position, one.id
    late = max(line.days_late, *(part.days_late for part in line.parts), 0)
    return (0 if late else 1), one.due_on or date.max, one.position, one.id


def templates_for(
    tracks: Iterable[Track], templates: Iterable[MilestoneTemplate], taken: Iterable[Milestone], language: str
) -> tuple[MilestoneTemplate, ...]:
    """Return the templates in use for the tracks of a file, those that are in the plan already left out.

    A milestone comes from a template where it has its name, in any language, on the same track.
    """
    by_key = {track.key: track for track in tracks}
    there = {(one.track_id, one.title) for one in taken}
    wanted = [
        one
        for one in templates
        if one.active
        and one.track_key in by_key
        and not any((by_key[one.track_key].id, name) in there for name in names_of(one))
    ]
    rank = {key: index for index, key in enumerate(by_key)}
    return tuple(sorted(wanted, key=lambda one: (rank[one.track_key], one.position, one.name_in(language))))


def names_of(template: MilestoneTemplate) -> frozenset[str]:
    """Return the names of a template in all languages: a milestone that has one of them came from it."""
    return frozenset(template.name_in(each) for each in ("fr", "nl", "en"))


def planned_milestones(
    file_id: UUID,
    opened_on: date,
    tracks: Mapping[str, UUID],
    chosen: Sequence[MilestoneTemplate],
    language: str,
    last: int = 0,
) -> list[Milestone]:
    """Return the milestones of templates for a file, dated from a day; parts hang under theirs where it was chosen too.

    ``tracks`` gives the id of a track by its key; ``last`` is the greatest position there is.
    """
    made: dict[str, Milestone] = {}
    for index, one in enumerate(chosen, last + 1):
        made[one.key] = Milestone(
            coaching_file_id=file_id,
            track_id=tracks.get(one.track_key),
            title=one.name_in(language),
            unit=one.unit,
            target_value=one.target_value,
            due_on=due_day(opened_on, one.months),
            position=index,
        )
    return [_under(made[one.key], made.get(one.parent_key)) for one in chosen]


def _under(milestone: Milestone, parent: Milestone | None) -> Milestone:
    return milestone if parent is None else replace(milestone, parent_id=parent.id)


def value_now(track: CoachingFileTrack, milestones: Iterable[Milestone]) -> tuple[date, Milestone] | None:
    """Return the milestone that says where a track stands: the last one reached with a value in the track's unit."""
    told = [
        (one.done_on, one)
        for one in milestones
        if one.done_on is not None
        and one.reached_value is not None
        and one.track_id == track.track_id
        and one.unit.strip().casefold() == track.unit.strip().casefold()
    ]
    return max(told, key=lambda found: (found[0], found[1].position), default=None)
