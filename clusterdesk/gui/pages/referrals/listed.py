"""Orientations and teams as rows of tables, on the screen and in a file."""

from collections.abc import Iterable, Sequence

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.referrals.board import TeamLoad
from clusterdesk.domain.views.listing import Cell
from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.models.rows import Column, TableRow
from clusterdesk.gui.pages.referral import words
from clusterdesk.gui.tokens import Tone


def columns(kit: Kit) -> tuple[Column, ...]:
    """Return the columns of the list."""
    t = kit.t
    return (
        Column("organisation", t("Organisation"), 160),
        Column("kind", t("Kind and countries"), 184),
        Column("team", t("Receiving team"), 192),
        Column("state", t("State"), 182, chip=True),
        Column("since", t("Since"), 102),
        Column("silence", t("Answer"), 130),
    )


def table_rows(kit: Kit, rows: Iterable[ReferralRow]) -> list[TableRow]:
    """Return the rows of the list."""
    return [_table_row(kit, row) for row in rows]


def sorted_rows(kit: Kit, rows: Sequence[ReferralRow], key: str, *, descending: bool) -> list[ReferralRow]:
    """Return rows in the order of a column; an unknown one is that of the newest first."""

    def by(row: ReferralRow) -> tuple[object, ...]:
        found = {
            "organisation": row.organisation.casefold(),
            "kind": words.title_of(kit, row).casefold(),
            "team": words.team_words(kit, row).casefold(),
            "state": list(type(row.record.state)).index(row.record.state),
            "since": row.since,
            "silence": row.silent.late_days,
        }
        return (found[key], row.record.id) if key in found else (-row.record.on.toordinal(), row.record.id)

    return sorted(rows, key=by, reverse=descending)


def headings(kit: Kit) -> tuple[str, ...]:
    """Return what stands over the columns of a file."""
    t = kit.t
    return (
        t("Code"),
        t("Organisation"),
        t("Kind of orientation"),
        t("Countries"),
        t("Need"),
        t("State"),
        t("Since"),
        t("Receiving team"),
        t("Handed over on"),
        t("Answer expected by"),
        t("Days late"),
        t("Decided on"),
        t("Reason"),
        t("Outcome"),
        t("Date of the outcome"),
        t("Value of the outcome"),
        t("Currency"),
    )


def cells(kit: Kit, rows: Iterable[ReferralRow]) -> list[tuple[Cell, ...]]:
    """Return the rows of a file; restricted orientations never leave."""
    return [_cells(kit, row) for row in rows if row.record.visibility is not Visibility.RESTRICTED]


def team_columns(kit: Kit) -> tuple[Column, ...]:
    """Return the columns of the teams."""
    t = kit.t
    return (
        Column("team", t("Receiving team"), 300),
        Column("open", t("With them"), 96, number=True),
        Column("late", t("Late"), 84, number=True),
        Column("handed_over", t("Handed to them"), 110, number=True),
        Column("median", t("Median answer"), 128, number=True),
        Column("acceptance", t("Taken on"), 110, number=True),
        Column("succeeded", t("Succeeded"), 104, number=True),
    )


def team_rows(kit: Kit, loads: Iterable[TeamLoad]) -> list[TableRow]:
    """Return the rows of the teams."""
    return [_team_row(kit, load) for load in loads]


def team_headings(kit: Kit) -> tuple[str, ...]:
    """Return what stands over the columns of the teams in a file."""
    return tuple(column.label for column in team_columns(kit))


def team_cells(loads: Iterable[TeamLoad]) -> list[tuple[Cell, ...]]:
    """Return the rows of the teams in a file."""
    return [
        (
            load.team.name,
            load.figures.open,
            load.late,
            load.figures.handed_over,
            None if load.figures.median_days is None else round(load.figures.median_days),
            None if load.figures.acceptance is None else round(load.figures.acceptance * 100),
            load.succeeded,
        )
        for load in loads
    ]


def load_words(kit: Kit, load: TeamLoad) -> str:
    """Return how one team stands, in a line."""
    t, figures = kit.t, load.figures
    parts = [t.n("{n} with them now", "{n} with them now", n=figures.open)]
    if load.late:
        parts.append(t.n("{n} late", "{n} late", n=load.late))
    if figures.median_days is not None:
        parts.append(t.n("median answer {n} day", "median answer {n} days", n=round(figures.median_days)))
    if figures.acceptance is not None:
        parts.append(t("{share} taken on", share=kit.formats.percent(figures.acceptance)))
    if load.succeeded:
        parts.append(t.n("{n} succeeded", "{n} succeeded", n=load.succeeded))
    return t("{kind} · {title}", kind=load.team.name, title=" · ".join(parts))


def _table_row(kit: Kit, row: ReferralRow) -> TableRow:
    state, tone = words.state_chip(kit, row)
    late = words.SILENCE_TONES.get(row.silent.silence)
    outcome = kit.t(choice_label(row.record.outcome)) if row.record.outcome is not None else row.record.reason
    return TableRow(
        row.record.id,
        (
            row.organisation,
            words.title_of(kit, row),
            words.team_words(kit, row),
            state,
            kit.formats.date(row.since),
            words.short_silence_words(kit, row) or outcome,
        ),
        (None, None, None if row.team is not None else Tone.NEUTRAL, tone, None, late),
    )


def _cells(kit: Kit, row: ReferralRow) -> tuple[Cell, ...]:
    t, record = kit.t, row.record
    return (
        record.token,
        row.organisation,
        words.kind_words(kit, row),
        words.countries_words(kit, row),
        record.need,
        t(choice_label(record.state)),
        row.since,
        row.team.name if row.team is not None else "",
        record.handed_over_on,
        record.answer_due_on,
        row.silent.late_days or None,
        record.decided_on,
        record.reason,
        t(choice_label(record.outcome)) if record.outcome is not None else "",
        record.outcome_on,
        record.outcome_value,
        record.outcome_currency if record.outcome_value is not None else "",
    )


def _team_row(kit: Kit, load: TeamLoad) -> TableRow:
    t, number, figures = kit.t, kit.formats.number, load.figures
    median = figures.median_days
    share = figures.acceptance
    return TableRow(
        load.team.id,
        (
            load.team.name,
            number(figures.open),
            number(load.late) if load.late else "",
            number(figures.handed_over),
            t.n("{n} day", "{n} days", n=round(median)) if median is not None else "–",
            kit.formats.percent(share) if share is not None else "–",
            number(load.succeeded) if load.succeeded else "",
        ),
        (None, None, Tone.WARN if load.late else None, None, None, None, None),
    )
