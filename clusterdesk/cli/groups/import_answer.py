"""What the import of a list answers: a document for programs, tables for people."""

from typing import TYPE_CHECKING, Any

from clusterdesk.base.errors import Translate
from clusterdesk.cli.answer import Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.domain.record_types import type_of

if TYPE_CHECKING:
    from clusterdesk.domain.records.organisations import Address
    from clusterdesk.exchange.importing.plan import ImportPlan
    from clusterdesk.exchange.importing.told_parts import PartWords
    from clusterdesk.exchange.importing.verdicts import LikelySame, RowPlan
    from clusterdesk.exchange.mapping.read_row import Finding


def import_document(context: Context, plan: "ImportPlan") -> dict[str, Any]:
    """Return the JSON answer: the file as read, and every row with its verdict."""
    source, layout = plan.opened.source, plan.opened.layout
    facts, parts = source.facts, _part_words(context, plan)
    return {
        "counts": {verdict.value: count for verdict, count in plan.counts.items()},
        "header_row": layout.header_line,
        "encoding": source.encoding,
        "delimiter": source.delimiter,
        "sheet": source.sheet,
        "sheets": [sheet.name for sheet in source.sheets],
        "hidden_rows": sorted(facts.hidden_lines),
        "hidden_columns": sorted(column + 1 for column in facts.hidden_columns),
        "notices": [{"code": one.code, "message": context.t(one.message, **one.params)} for one in source.notices],
        "mapping": {column.header: column.field for column in plan.opened.mapping.columns if column.field},
        "unmapped": [column.header for column in plan.opened.mapping.unmapped if column.header],
        "rows": [_row(context, parts, row) for row in plan.rows],
    }


def _row(context: Context, parts: "PartWords", row: "RowPlan") -> dict[str, Any]:
    t = context.t
    document: dict[str, Any] = {
        "line": row.line,
        "verdict": row.verdict.value,
        "values": row.read.plain(),
        "warnings": [_finding(context, one) for one in row.read.warnings],
        "errors": [_finding(context, one) for one in row.errors],
        "duplicate_of": row.same.reference if row.same else None,
    }
    if row.same:
        document["duplicate_name"] = row.same.name
        document["reason"] = t(row.same.reason)
    elif row.reason:
        document["reason"] = t(row.reason.message, **row.reason.params)
    if row.candidates:
        document["candidates"] = [
            {
                "id": one.reference,
                "record_type": one.record_type,
                "name": one.name,
                "reason": t(one.reason),
                "score": one.score,
            }
            for one in row.candidates
        ]
    if row.move:
        document["moved"] = {
            "old": _place(row.move.old),
            "new": _place(row.move.new),
            "from_on": str(row.move.new.from_on),
        }
    if row.added:
        document["added"] = [
            {"record_type": type_of(one).key, "label": parts.label(one), "text": parts.text(one)} for one in row.added
        ]
    if row.updates:
        document["updates"] = [
            {"record_type": one.record_type, "field": one.field, "old": _plain(one.old), "new": _plain(one.new)}
            for one in row.updates
        ]
    return document


def _part_words(context: Context, plan: "ImportPlan") -> "PartWords":
    from clusterdesk.exchange.importing.told_parts import PartWords

    return PartWords(context.t, context.formats, plan.names)


def _place(one: "Address") -> dict[str, str]:
    return {"street": one.street, "postcode": one.postcode, "city": one.city, "country": one.country}


def _plain(value: Any) -> Any:  # noqa: ANN401
    return list(value) if isinstance(value, tuple) else (None if value is None else str(value))


def _finding(context: Context, one: "Finding") -> dict[str, Any]:
    return {
        "column": one.column,
        "field": one.field,
        "cell": one.cell,
        "code": one.code,
        "message": context.t(one.message, **one.params),
    }


def verdict_names(t: Translate) -> dict[str, str]:
    """Return the verdicts in the reader's language."""
    return {
        "new": t("New"),
        "updated": t("Updated"),
        "duplicate": t("Likely duplicates"),
        "undecided": t("To decide"),
        "refused": t("Refused"),
        "skipped": t("Skipped"),
    }


def import_blocks(context: Context, plan: "ImportPlan") -> list[Table | Lines]:
    """Return the tables to print: the counts, then the rows there is something to say about."""
    from clusterdesk.exchange.importing.verdicts import Verdict

    t = context.t
    names = verdict_names(t)
    counts = {verdict.value: count for verdict, count in plan.counts.items()}
    blocks: list[Table | Lines] = [
        Table([names[key] for key in names], [[str(counts[key]) for key in names]], frozenset(range(len(names))))
    ]
    told = [row for row in plan.rows if row.verdict is not Verdict.NEW or row.errors or row.read.warnings]
    if told:
        parts = _part_words(context, plan)
        rows = [[str(row.line), names[row.verdict.value], row.title, _why(context, parts, row)] for row in told]
        blocks.append(Table([t("Line"), t("Verdict"), t("Name"), t("Why")], rows, frozenset({0})))
    return blocks


def _why(context: Context, words: "PartWords", row: "RowPlan") -> str:
    t = context.t
    parts = [
        t("{cell}: {message}", cell=one.cell, message=t(one.message, **one.params))
        for one in (*row.errors, *row.read.warnings)
    ]
    if row.same:
        where = str(row.same.line) if row.same.line is not None else row.same.name
        parts.insert(0, t("{reason} ({where})", reason=t(row.same.reason), where=where))
    if row.reason:
        parts.insert(0, t(row.reason.message, **row.reason.params))
    parts += [_candidate(context, one) for one in row.candidates]
    parts += [words.changed(one) for one in row.updates]
    if row.move:
        parts.append(words.moved(row.move))
    parts += [words.added(one) for one in row.added]
    return "; ".join(parts)


def _candidate(context: Context, one: "LikelySame") -> str:
    t = context.t
    if one.score is None:
        return t("“{name}”? {reason}", name=one.name, reason=t(one.reason))
    return t("“{name}”? {reason}, {score} of 100", name=one.name, reason=t(one.reason), score=one.score)


def import_notes(context: Context, plan: "ImportPlan") -> list[str]:
    """Return what is odd about the file."""
    return [context.t(one.message, **one.params) for one in plan.opened.source.notices]


def undecided_note(context: Context, left: int) -> str:
    """Return how rows are decided that were left out because it is not clear whom they name."""
    return context.t.n(
        "{count} row is to be decided and was left out: correct the name and import the list again, or say "
        "--undecided likeliest or as-written. Nothing is written twice.",
        "{count} rows are to be decided and were left out: correct the names and import the list again, or say "
        "--undecided likeliest or as-written. Nothing is written twice.",
        n=left,
        count=left,
    )
