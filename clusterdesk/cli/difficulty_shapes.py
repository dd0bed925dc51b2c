"""Difficulties of the field as the command line gives them: for people, and as JSON."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from clusterdesk.cli import record_shapes
from clusterdesk.cli.answer import Block, Lines, Pairs, Table
from clusterdesk.cli.context import Context
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.difficulties.counting import Count
from clusterdesk.domain.difficulties.states import moves_from
from clusterdesk.domain.records.difficulties import DifficultyState
from clusterdesk.domain.views.difficulties import DifficultyList, DifficultyPage, DifficultyRow, SimilarLine


def page_document(context: Context, page: DifficultyPage) -> dict[str, Any]:
    """Return everything of one difficulty."""
    row, record, language = page.row, page.row.record, context.t.language
    titles = record_shapes.titles_for(context, [record])
    return {
        "difficulty": record_shapes.document(record, titles),
        "theme": row.theme.name_in(language) if row.theme is not None else None,
        "recipient": row.recipient.name_in(language) if row.recipient is not None else None,
        "waits": row.waits.value,
        "moves": [act.value for act in moves_from(record)],
        "joined_into": {"id": str(page.into.id), "title": page.into.title} if page.into is not None else None,
        "joined": [{"id": str(one.id), "title": one.title} for one in row.joined],
        "organisations": [
            {
                "id": str(one.organisation_id),
                "name": one.name,
                "named": one.named,
                "named_by": one.named_by,
                "named_on": _day(one.named_on),
                "told_on": _day(one.fed_back_on),
            }
            for one in row.organisations
        ],
        "quotes": [
            {
                "id": str(one.record.id),
                "text": one.record.text,
                "organisation": one.organisation or None,
                "on": _day(one.record.on),
                "visibility": one.record.visibility.value,
            }
            for one in page.quotes
        ],
        "steps": [
            {"act": one.act.value, "on": one.on.isoformat(), "by": one.by, "remark": one.remark} for one in row.steps
        ],
        "similar": [similar_document(one) for one in page.similar],
    }


def similar_document(line: SimilarLine) -> dict[str, Any]:
    """Return a difficulty that says much the same, and why."""
    record, why = line.row.record, line.why
    return {
        "id": str(record.id),
        "title": record.title,
        "state": record.state.value,
        "score": round(why.score),
        "words": list(why.words),
        "same_theme": why.same_theme,
        "shared_organisations": why.shared,
    }


def page_blocks(context: Context, page: DifficultyPage) -> list[Block]:
    """Return one difficulty for people."""
    t, formats, row, record = context.t, context.formats, page.row, page.row.record
    head = [
        (t("Theme"), row.theme.name_in(t.language) if row.theme is not None else "–"),
        (t("Severity"), t(choice_label(record.severity))),
        (t("State"), t("{state}, since {day}", state=t(choice_label(record.state)), day=formats.date(row.since))),
    ]
    if page.into is not None:
        head.append((t("Joined into"), page.into.title))
    moves = [t(choice_label(act)) for act in moves_from(record)]
    head.append((t("Possible now"), formats.joined(moves) if moves else "–"))
    head += [(t("What happens"), record.happens or "–"), (t("What is wished for"), record.wish or "–")]
    blocks: list[Block] = [Lines([record.title]), Pairs(head)]
    if row.organisations:
        heads = [t("Organisation"), t("May be named"), t("Told of the answer on")]
        rows = [
            [one.name, t("Yes") if one.named else t("No"), formats.date(one.fed_back_on) if one.fed_back_on else ""]
            for one in row.organisations
        ]
        blocks.append(Table(heads, rows))
    blocks += [Lines([t("“{text}” {who}", text=one.record.text, who=one.organisation).strip()]) for one in page.quotes]
    steps = [[formats.date(one.on), t(choice_label(one.act)), one.by, one.remark] for one in row.steps]
    if steps:
        blocks.append(Table([t("Date"), t("What happened"), t("By"), t("Remark")], steps))
    if page.similar:
        blocks += [Lines([t("They say much the same:")]), similar_table(context, page.similar)]
    return blocks


def similar_table(context: Context, lines: Sequence[SimilarLine]) -> Table:
    """Return what says much the same for people."""
    t = context.t
    rows = [
        [
            one.row.record.title,
            t(choice_label(one.row.record.state)),
            str(round(one.why.score)),
            ", ".join(one.why.words),
        ]
        for one in lines
    ]
    return Table([t("Difficulty"), t("State"), t("Likeness"), t("Words in common")], rows, frozenset({2}))


def list_document(context: Context, data: DifficultyList) -> dict[str, Any]:
    """Return all difficulties with their counts and delays."""
    names = {one.id: one.name_in(context.t.language) for one in data.themes}
    today = context.desk.store.clock.today()
    return {
        "total": count_document(data.total),
        "themes": [
            {"theme": names.get(key) if key is not None else None, **count_document(count)}
            for key, count in data.by_theme.items()
        ],
        "difficulties": [_row_document(context, row, today) for row in data.rows],
    }


def count_document(count: Count) -> dict[str, Any]:
    """Return how many there are, in which state, and how long answers took."""
    return {
        "number": count.number,
        "organisations": count.organisations,
        "sent": count.sent,
        "answered": count.answered,
        "median_days": count.median_days,
        "states": {state.value: count.states.get(state, 0) for state in DifficultyState},
    }


def list_blocks(context: Context, data: DifficultyList) -> list[Block]:
    """Return all difficulties for people."""
    t, today = context.t, context.desk.store.clock.today()
    total = data.total
    head = [
        (t("Difficulties"), str(total.number)),
        (t("Sent"), str(total.sent)),
        (t("Answered"), str(total.answered)),
        (t("Median delay in days"), "–" if total.median_days is None else str(round(total.median_days))),
    ]
    rows = [
        [
            row.theme.name_in(t.language) if row.theme is not None else "–",
            row.record.title,
            t(choice_label(row.record.severity)),
            t(choice_label(row.record.state)),
            str(len(row.organisations)),
            str((today - row.since).days),
        ]
        for row in data.rows
    ]
    heads = [t("Theme"), t("Title"), t("Severity"), t("State"), t("Organisations"), t("Days")]
    return [Pairs(head), Table(heads, rows, frozenset({4, 5}))]


def _row_document(context: Context, row: DifficultyRow, today: date) -> dict[str, Any]:
    record = row.record
    return {
        "id": str(record.id),
        "title": record.title,
        "theme": row.theme.name_in(context.t.language) if row.theme is not None else None,
        "severity": record.severity.value,
        "state": record.state.value,
        "waits": row.waits.value,
        "since": row.since.isoformat(),
        "days": (today - row.since).days,
        "organisations": len(row.organisations),
        "quotes": row.quotes,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
