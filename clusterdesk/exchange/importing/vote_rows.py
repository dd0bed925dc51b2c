"""Verdicts on the rows of lists of votes: a row for each vote, or for each voter with a column for each theme."""

import re
from dataclasses import dataclass, replace
from datetime import date

from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.domain.parsing.text import clipped, folded
from clusterdesk.domain.programme.vote_cells import points_in
from clusterdesk.domain.records.programme import Theme, ThemeState, ThemeVote
from clusterdesk.exchange.importing.asking import AskingPlanner
from clusterdesk.exchange.importing.known import Known
from clusterdesk.exchange.importing.named_people import NamedPerson, Unclear
from clusterdesk.exchange.importing.settling import NOTHING_NEW, refusal, set_fields, updates_of
from clusterdesk.exchange.importing.verdicts import FieldUpdate, RowPlan, Verdict
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping
from clusterdesk.exchange.mapping.read_row import ReadRow

_NO_THEME = N_("The row names no theme, and no column has the title of a theme of the binder.")
_UNKNOWN_THEME = N_("There is no theme “{name}” in the binder: add it in the programme first, or correct the title.")
_NEAR_THEME = N_("There is no theme “{name}” in the binder; “{near}” is nearly called so: correct the title.")
_BAD_POINTS = N_("“{points}” is no number of points: write a whole number from 0, a cross or a rank.")
_NO_VOTE = Problem("no_vote", N_("The row gives no theme any points."))
_BRACKETS = re.compile(r"\[(.+)\]\s*$")
_NUMBERED = re.compile(r"^\s*\d{1,2}\s*[.):–-]\s*")
_NEAR = 85.0


@dataclass(frozen=True, slots=True)
class _Ballot:
    """Points for a theme."""

    theme: Theme
    points: int


class VotePlanner(AskingPlanner):
    """Points that somebody gave to themes."""

    def __init__(self, known: Known, mapping: ColumnMapping, today: date) -> None:
        """Read the themes."""
        super().__init__(known, mapping, today)
        self._themes = [one for one in known.store.find(Theme, revoked_on=None) if one.state is not ThemeState.DROPPED]

    def plan(self, read: ReadRow) -> RowPlan:
        """Return the verdict on a row that could be read."""
        ballots = self._ballots(read)
        if isinstance(ballots, RowPlan):
            return ballots
        person = self.people.of(read)
        if isinstance(person, Unclear):
            decided = self._decided(ballots, person)
            if decided is None:
                about = tuple(one.theme.id for one in ballots)
                return self.ask(read, about, person, lambda one: self._settled(read, ballots, one, remember=False))
            person = decided
        return self._settled(read, ballots, person, remember=True)

    def _settled(self, read: ReadRow, ballots: list[_Ballot], person: NamedPerson, *, remember: bool) -> RowPlan:
        changes: list[Change] = []
        updates: list[FieldUpdate] = []
        given = {"points", "on"} if read.values.get("on") else {"points"}
        for ballot in ballots:
            made = self._vote(read, ballot, person)
            before = self._present(made)
            if before is None and (ballot.points or len(ballots) == 1):
                changes.append(Insert(made))
            elif before is not None:
                found = updates_of(before, made, given)
                updates += found
                changes += set_fields(before, found)
            if remember and before is not None:
                self.known.replace_existing(replace(before, points=ballot.points))
            elif remember:
                self.known.remember_existing(made)
        titles = ", ".join(one.theme.title for one in ballots)
        title = " – ".join((clipped(titles), person.title))
        if not changes:
            return RowPlan(read, Verdict.SKIPPED, title, reason=NOTHING_NEW)
        is_new = any(isinstance(one, Insert) for one in changes)
        return RowPlan(read, Verdict.NEW if is_new else Verdict.UPDATED, title, tuple(changes), tuple(updates))

    def _vote(self, read: ReadRow, ballot: _Ballot, person: NamedPerson) -> ThemeVote:
        voter = person.name or ("" if person.organisation is not None else person.mail)
        made = ThemeVote(
            theme_id=ballot.theme.id,
            organisation_id=person.organisation_id,
            voter=f"{voter} ({person.unknown})" if person.unknown else voter,
            points=ballot.points,
            on=read.values.get("on") or self.today,
        )
        key = (ballot.theme.id, person.organisation_id, folded(made.voter))
        return replace(made, id=self.identity(key, made.id))

    def _present(self, made: ThemeVote) -> ThemeVote | None:
        present = self.known.existing(ThemeVote, "theme_id", made.theme_id)
        return next((one for one in present if _is_same(one, made)), None)

    def _decided(self, ballots: list[_Ballot], unclear: Unclear) -> NamedPerson | None:
        """Return who was meant when such a row was imported before: the same voter gave these themes points."""
        meanings = (unclear.as_written, *(person for _, person in unclear.candidates if person.contact is None))
        for person in meanings:
            voter = f"{person.name} ({person.unknown})" if person.unknown else person.name
            votes = [
                ThemeVote(theme_id=one.theme.id, organisation_id=person.organisation_id, voter=voter)
                for one in ballots
                if one.points
            ]
            if voter and votes and all(self._present(one) is not None for one in votes):
                return person
        return None

    def _ballots(self, read: ReadRow) -> list[_Ballot] | RowPlan:
        name = read.values.get("theme")
        if not name:
            return self._by_columns(read)
        theme = self._theme(read, str(name))
        if isinstance(theme, RowPlan):
            return theme
        rank, points = read.values.get("rank"), read.values.get("points")
        text = str(rank or points or "")
        given = points_in(text, self._count(theme), ranks=bool(rank))
        if given is None:
            field = "rank" if rank else "points"
            return refusal(read, self.mapping, field, "points_unreadable", _BAD_POINTS, points=clipped(text))
        if not text:
            given = 0 if self._has_points else 1  # named without a number: that is a cross
        return [_Ballot(theme, given)] if text or given else RowPlan(read, Verdict.SKIPPED, reason=_NO_VOTE)

    @property
    def _has_points(self) -> bool:
        return any(self.mapping.column_of(key) is not None for key in ("points", "rank"))

    def _by_columns(self, read: ReadRow) -> list[_Ballot] | RowPlan:
        """Return the votes of a row where each theme has a column of its own."""
        year = _year(read)
        titled = {one.header: self._titled(_bare(one.header), year) for one in self.mapping.unmapped if one.header}
        if not any(titled.values()):
            return refusal(read, self.mapping, "theme", "theme_missing", _NO_THEME)
        found = []
        for cell in read.verbatim:
            theme = titled.get(cell.column) if cell.field is None else None
            if theme is None:
                continue
            given = points_in(cell.text, self._count(theme))
            if given is None:
                code = "points_unreadable"
                return refusal(read, self.mapping, "theme", code, _BAD_POINTS, points=clipped(cell.text))
            found.append(_Ballot(theme, given))
        return found if any(one.points for one in found) else RowPlan(read, Verdict.SKIPPED, reason=_NO_VOTE)

    def _theme(self, read: ReadRow, name: str) -> Theme | RowPlan:
        theme = self._titled(name, _year(read))
        if theme is not None:
            return theme
        near = self._nearest(name)
        if near is not None:
            return refusal(read, self.mapping, "theme", "theme_unknown", _NEAR_THEME, name=name, near=near.title)
        return refusal(read, self.mapping, "theme", "theme_unknown", _UNKNOWN_THEME, name=name)

    def _titled(self, name: str, year: str) -> Theme | None:
        """Return the theme of a title; of the latest year, where none is said."""
        fitting = [one for one in self._themes if folded(one.title) == folded(name) and year in ("", str(one.year))]
        return max(fitting, key=lambda one: (one.year, one.id), default=None)

    def _nearest(self, name: str) -> Theme | None:
        from rapidfuzz import fuzz

        scored = [(fuzz.ratio(folded(name), folded(one.title)), one.year, one) for one in self._themes]
        score, _, theme = max(scored, key=lambda one: one[:2], default=(0.0, 0, None))
        return theme if score >= _NEAR else None

    def _count(self, theme: Theme) -> int:
        return sum(one.year == theme.year for one in self._themes)


def _bare(header: str) -> str:
    """Return the theme of a column: what stands in brackets at its end (forms do so), without the number before it."""
    inside = _BRACKETS.search(header)
    return _NUMBERED.sub("", inside[1] if inside else header)


def _year(read: ReadRow) -> str:
    return str(read.values.get("year") or "").strip()


def _is_same(one: ThemeVote, made: ThemeVote) -> bool:
    return folded(one.voter) == folded(made.voter) and one.organisation_id == made.organisation_id
