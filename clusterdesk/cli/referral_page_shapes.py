"""Orientations as the command line gives them: for people, and as JSON."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from clusterdesk.cli import record_shapes
from clusterdesk.cli.answer import Block, Lines, Pairs, Table
from clusterdesk.cli.context import Context
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.referrals.board import TeamLoad
from clusterdesk.domain.referrals.matching import Match
from clusterdesk.domain.referrals.states import possible
from clusterdesk.domain.views.referrals import ReferralPage, ReferralRow
from clusterdesk.i18n.countries import country_name


def page_document(context: Context, page: ReferralPage) -> dict[str, Any]:
    """Return everything of one orientation."""
    row, record = page.row, page.row.record
    titles = record_shapes.titles_for(context, [record])
    return {
        "referral": record_shapes.document(record, titles),
        **_facts(context, row),
        "moves": [act.value for act in possible(record.state)],
        "steps": [
            {"act": one.act.value, "on": one.on.isoformat(), "by": one.by, "remark": one.remark} for one in row.steps
        ],
        "readiness": [
            {
                "key": one.key,
                "question": one.name_in(context.t.language),
                "reply": given.reply.value if (given := page.answers.get(one.id)) is not None else "unknown",
                "remark": given.remark if given is not None else "",
            }
            for one in page.questions
        ],
        "documents": [{"id": str(one.document.id), "name": one.document.name} for one in page.attached],
    }


def page_blocks(context: Context, page: ReferralPage) -> list[Block]:
    """Return one orientation for people."""
    t, formats, row, record = context.t, context.formats, page.row, page.row.record
    head = [
        (t("Code"), record.token or "–"),
        (t("Kind of orientation"), _kind(context, row)),
        (t("Countries"), _countries(context, row) or "–"),
        (t("Need"), record.need),
        (t("State"), t("{state}, since {day}", state=t(choice_label(record.state)), day=formats.date(row.since))),
        (t("Receiving team"), row.team.name if row.team is not None else "–"),
        (t("Answer"), _silence(context, row) or "–"),
        (t("Possible now"), formats.joined([t(choice_label(act)) for act in possible(record.state)])),
    ]
    if record.consent_on is not None:
        head.append((t("Consent given by"), t("{name}, {day}", name=record.consent_by,
                                              day=formats.date(record.consent_on))))  # fmt: skip
    if record.outcome is not None:
        head.append((t("Outcome"), t(choice_label(record.outcome))))
    steps = [[formats.date(one.on), t(choice_label(one.act)), one.by, one.remark] for one in row.steps]
    blocks: list[Block] = [Lines([row.organisation]), Pairs(head)]
    blocks.append(Table([t("Date"), t("What happened"), t("By"), t("Remark")], steps))
    if row.international or page.answers:
        found = page.readiness
        blocks.append(Lines([t("{ready} of {asked} ready", ready=found.ready, asked=found.asked)]))
    return blocks


def row_document(context: Context, row: ReferralRow) -> dict[str, Any]:
    """Return one row of the board."""
    record = row.record
    return {
        "id": str(record.id),
        "token": record.token,
        "state": record.state.value,
        "since": row.since.isoformat(),
        "need": record.need,
        "outcome": record.outcome.value if record.outcome is not None else None,
        **_facts(context, row),
    }


def rows_table(context: Context, rows: Sequence[ReferralRow]) -> Table:
    """Return rows for people."""
    t, formats = context.t, context.formats
    cells = [
        [
            row.record.token,
            row.organisation,
            _kind(context, row),
            row.team.name if row.team is not None else "",
            t(choice_label(row.record.state)),
            formats.date(row.since),
            _silence(context, row),
        ]
        for row in rows
    ]
    heads = [t("Code"), t("Organisation"), t("Kind"), t("Receiving team"), t("State"), t("Since"), t("Answer")]
    return Table(heads, cells)


def match_document(match: Match) -> dict[str, Any]:
    """Return a team that suits, and why."""
    team = match.card.team
    return {
        "id": str(team.id),
        "name": team.name,
        "kind": match.kind,
        "countries": list(match.countries),
        "not_covered": list(match.uncovered),
        "sectors": [one.key for one in match.sectors],
        "language": match.language or None,
        "answer_days": team.answer_days,
    }


def matches_table(context: Context, matches: Iterable[Match]) -> Table:
    """Return teams that suit for people."""
    t, language = context.t, context.t.language
    rows = [
        [
            one.card.team.name,
            ", ".join(country_name(code, language) for code in one.countries),
            ", ".join(country_name(code, language) for code in one.uncovered),
            ", ".join(each.name_in(language) for each in one.sectors),
            one.language.upper(),
            "" if one.card.team.answer_days is None else str(one.card.team.answer_days),
        ]
        for one in matches
    ]
    heads = [t("Receiving team"), t("Covers"), t("Does not cover"), t("Value chains"), t("Language"), t("Days")]
    return Table(heads, rows, frozenset({5}))


def load_document(load: TeamLoad) -> dict[str, Any]:
    """Return how a team answers."""
    figures = load.figures
    return {
        "id": str(load.team.id),
        "name": load.team.name,
        "handed_over": figures.handed_over,
        "open": figures.open,
        "late": load.late,
        "decided": figures.decided,
        "accepted": figures.accepted,
        "acceptance": None if figures.acceptance is None else f"{figures.acceptance:.4f}",
        "median_days": figures.median_days,
        "succeeded": load.succeeded,
    }


def loads_table(context: Context, loads: Iterable[TeamLoad]) -> Table:
    """Return how teams answer for people."""
    t, formats = context.t, context.formats
    rows = [
        [
            one.team.name,
            formats.number(one.figures.open),
            formats.number(one.late),
            formats.number(one.figures.handed_over),
            "–" if one.figures.median_days is None else formats.number(round(one.figures.median_days)),
            "–" if one.figures.acceptance is None else formats.percent(one.figures.acceptance),
            formats.number(one.succeeded),
        ]
        for one in loads
    ]
    heads = [t("Receiving team"), t("With them"), t("Late"), t("Handed over"), t("Median days"), t("Taken on"),
             t("Succeeded")]  # fmt: skip
    return Table(heads, rows, frozenset(range(1, 7)))


def _facts(context: Context, row: ReferralRow) -> dict[str, Any]:
    silent = row.silent
    return {
        "organisation": {"id": str(row.organisation_id), "name": row.organisation},
        "kind": row.kind.name_in(context.t.language) if row.kind is not None else None,
        "countries": list(row.countries),
        "team": {"id": str(row.team.id), "name": row.team.name} if row.team is not None else None,
        "silence": {
            "state": silent.silence.value,
            "days": silent.age_days,
            "due_on": _day(silent.due_on),
            "late_days": silent.late_days,
            "chased_on": _day(silent.chased_on),
            "chase": silent.chase,
        },
    }


def _kind(context: Context, row: ReferralRow) -> str:
    return row.kind.name_in(context.t.language) if row.kind is not None else "–"


def _countries(context: Context, row: ReferralRow) -> str:
    return context.formats.joined([country_name(code, context.t.language) for code in row.countries])


def _silence(context: Context, row: ReferralRow) -> str:
    t, silent = context.t, row.silent
    if silent.due_on is None:
        return ""
    if silent.late_days:
        return t.n("{n} day late", "{n} days late", n=silent.late_days)
    return t("expected by {day}", day=context.formats.date(silent.due_on))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
