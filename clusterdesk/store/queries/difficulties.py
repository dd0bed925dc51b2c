"""Reading difficulties: each with its organisations, steps and what was joined into it, in a handful of statements."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.dated_steps import day_order
from clusterdesk.domain.difficulties.similar import Saying
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.difficulties import (
    Difficulty,
    DifficultyOrganisation,
    DifficultyQuote,
    DifficultyRecipient,
    DifficultyStep,
    DifficultyTheme,
    Severity,
)
from clusterdesk.domain.views.difficulties import DifficultyRow, Met, QuoteLine
from clusterdesk.store.queries.merged import kept_ids
from clusterdesk.store.queries.record_titles import titles_of
from clusterdesk.store.repositories.records import find

_WEIGHT = {severity: -place for place, severity in enumerate(Severity)}
_LAST = 1_000_000


class DifficultyReader:
    """One snapshot of all difficulties."""

    def __init__(self, connection: sa.Connection) -> None:
        """Read them."""
        self._connection = connection
        self.themes = _ordered(find(connection, DifficultyTheme))
        self.recipients = _ordered(find(connection, DifficultyRecipient))
        self._theme = {one.id: one for one in find(connection, DifficultyTheme, deleted=None)}
        self._recipient = {one.id: one for one in find(connection, DifficultyRecipient, deleted=None)}
        self.all = {one.id: one for one in find(connection, Difficulty, revoked_on=None)}
        self._kept = kept_ids(connection)
        self._met = _grouped(find(connection, DifficultyOrganisation), "difficulty_id")
        self._quotes = _grouped(find(connection, DifficultyQuote, revoked_on=None), "difficulty_id")
        self._steps = _grouped(find(connection, DifficultyStep, revoked_on=None), "difficulty_id")
        self._joined: dict[UUID, list[Difficulty]] = defaultdict(list)
        for one in self.all.values():
            root = self.root(one.id)
            if root != one.id:
                self._joined[root].append(one)
        ids = {self._kept_of(each.organisation_id) for group in self._met.values() for each in group}
        ids |= {self._kept_of(each.organisation_id) for group in self._quotes.values() for each in group} - {None}
        self._names = titles_of(connection, "organisation", [one for one in ids if one is not None])

    def rows(self) -> tuple[DifficultyRow, ...]:
        """Return those that stand on their own: by theme, the heaviest first, then the oldest."""
        found = [self.row(one) for one in self.all.values() if self.root(one.id) == one.id]
        return tuple(sorted(found, key=_place))

    def row(self, difficulty: Difficulty) -> DifficultyRow:
        """Return a difficulty with what is read together with it."""
        family = self._family(difficulty)
        steps = sorted((step for one in family for step in self._steps.get(one.id, ())), key=day_order)
        own = tuple(step for step in steps if step.difficulty_id == difficulty.id)
        return DifficultyRow(
            difficulty,
            self._theme.get(difficulty.theme_id) if difficulty.theme_id else None,
            self._recipient.get(difficulty.recipient_id) if difficulty.recipient_id else None,
            self._organisations(family),
            sum(len(self._quotes.get(one.id, ())) for one in family),
            own,
            tuple(family[1:]),
        )

    def quotes(self, difficulty: Difficulty) -> tuple[QuoteLine, ...]:
        """Return what was said, the oldest first."""
        found = [each for one in self._family(difficulty) for each in self._quotes.get(one.id, ())]
        found.sort(key=lambda one: (one.on is None, one.on, one.id))
        return tuple(QuoteLine(one, self._name(one.organisation_id)) for one in found)

    def saying(self, difficulty: Difficulty) -> Saying:
        """Return what is compared of a difficulty."""
        family = self._family(difficulty)
        quotes = [each.text for one in family for each in self._quotes.get(one.id, ())]
        texts = [text for one in family for text in (one.title, one.happens, one.wish, one.cost_remark)]
        met = frozenset(one.organisation_id for one in self._organisations(family))
        return Saying(difficulty.id, difficulty.title, "\n".join([*texts, *quotes]), difficulty.theme_id, met)

    def root(self, difficulty_id: UUID) -> UUID:
        """Return the difficulty a given one is read as; one joined into what lies in the bin stands on its own."""
        current, seen = difficulty_id, {difficulty_id}
        while True:
            into = self.all[current].joined_into
            if into is None or into in seen or into not in self.all:
                return current
            seen.add(into)
            current = into

    def _family(self, difficulty: Difficulty) -> list[Difficulty]:
        return [difficulty, *sorted(self._joined.get(difficulty.id, ()), key=day_order)]

    def _organisations(self, family: Iterable[Difficulty]) -> tuple[Met, ...]:
        groups: dict[UUID, list[DifficultyOrganisation]] = defaultdict(list)
        for one in family:
            for each in self._met.get(one.id, ()):
                groups[self._kept.get(each.organisation_id, each.organisation_id)].append(each)
        return tuple(sorted((self._one_met(key, rows) for key, rows in groups.items()), key=_by_name))

    def _one_met(self, organisation_id: UUID, rows: Sequence[DifficultyOrganisation]) -> Met:
        """Return an organisation as one: it may be named where each of its records says so, told where each was."""
        told = [one.fed_back_on for one in rows if one.fed_back_on is not None]
        first = next((one for one in rows if one.named), rows[0])
        named = all(one.named for one in rows)
        return Met(
            first.id,
            organisation_id,
            self._names.get(organisation_id, ""),
            named,
            first.named_by if named else "",
            first.named_on if named else None,
            max(told) if len(told) == len(rows) else None,
        )

    def _kept_of(self, organisation_id: UUID | None) -> UUID | None:
        return None if organisation_id is None else self._kept.get(organisation_id, organisation_id)

    def _name(self, organisation_id: UUID | None) -> str:
        kept = self._kept_of(organisation_id)
        return "" if kept is None else self._names.get(kept, "")


def _ordered[N: (DifficultyTheme, DifficultyRecipient)](found: list[N]) -> tuple[N, ...]:
    return tuple(sorted(found, key=lambda one: (one.position, one.name_fr)))


def _grouped[R: Record](found: Iterable[R], name: str) -> dict[UUID, list[R]]:
    groups: dict[UUID, list[R]] = defaultdict(list)
    for one in found:
        groups[getattr(one, name)].append(one)
    return groups


def _place(row: DifficultyRow) -> tuple[int, int, object, UUID]:
    theme = row.theme.position if row.theme is not None else _LAST
    return theme, _WEIGHT[row.record.severity], row.record.on, row.record.id


def _by_name(one: Met) -> tuple[str, UUID]:
    return one.name.casefold(), one.organisation_id
