"""The maturity of a project as the command line gives it: for people, and as JSON."""

from typing import Any

from clusterdesk.cli.answer import Block, Lines, Pairs, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.proposal_shapes import proposal_document, proposal_lines
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.industrialisation.capacity import DERIVED_LABELS, CapacityValue, derived_values
from clusterdesk.domain.industrialisation.maturity import LEVEL_NAMES, lifting_action
from clusterdesk.domain.records.industrialisation import CapacitySheet, MrlQuestion, MrlReply
from clusterdesk.domain.views.industry import Assessed, IndustryPage, ProjectIndustry
from clusterdesk.services.proposal_words import sentence_words


def project_document(context: Context, page: IndustryPage, shown: ProjectIndustry) -> dict[str, Any]:
    """Return everything of a project."""
    newest, blocking = shown.newest, shown.maturity.blocking
    return {
        "project_id": str(shown.project.id),
        "project": shown.project.title,
        "organisation": page.name or None,
        "level": shown.level,
        "level_name": context.t(LEVEL_NAMES[shown.level]),
        "assessed_on": newest.on.isoformat() if newest is not None else None,
        "level_by_answers": shown.maturity.level,
        "answered": shown.maturity.answered,
        "asked": shown.maturity.asked,
        "blocking": question_document(context, blocking) if blocking is not None else None,
        "promise_id": str(shown.promise.id) if shown.promise is not None else None,
        "answers": [
            {**question_document(context, one), "reply": shown.replies.get(one.id, MrlReply.UNKNOWN).value}
            for one in page.questions
        ],
        "result": proposal_document(context, shown.proposal),
        "capacity": sheet_document(context, shown.sheets[0]) if shown.sheets else None,
    }


def question_document(context: Context, question: MrlQuestion) -> dict[str, Any]:
    """Return a question with the action that lifts a « no »."""
    language = context.t.language
    return {
        "key": question.key,
        "level": question.level,
        "circular": question.circular,
        "question": question.name_in(language),
        "action": lifting_action(question, language),
    }


def project_blocks(context: Context, page: IndustryPage, shown: ProjectIndustry) -> list[Block]:
    """Return a project for people: the level, what blocks it, the questions, the result, the capacity."""
    t, formats = context.t, context.formats
    head = [(t("Project"), shown.project.title), (t("Level"), _level(context, shown.level))]
    if shown.newest is not None:
        head.append((t("Assessed on"), formats.date(shown.newest.on)))
    if shown.maturity.blocking is not None:
        blocking = shown.maturity.blocking
        head.append((t("What blocks"), blocking.name_in(t.language)))
        head.append((t("What lifts it"), lifting_action(blocking, t.language)))
    if shown.promise is not None and shown.promise.due_on is not None:
        head.append((t("Promised for"), formats.date(shown.promise.due_on)))
    rows = [
        [str(one.level), one.key, one.name_in(t.language), _reply(context, shown.replies.get(one.id))]
        for one in page.questions
    ]
    blocks: list[Block] = [Pairs(head), Table([t("Level"), t("Key"), t("Question"), t("Answer")], rows, frozenset({0}))]
    blocks.append(Lines(proposal_lines(context, shown.proposal)))
    if shown.sheets:
        blocks.append(sheet_block(context, shown.sheets[0]))
    return blocks


def history_document(context: Context, page: IndustryPage, shown: ProjectIndustry) -> dict[str, Any]:
    """Return the assessments of a project, the newest first."""
    return {
        "project_id": str(shown.project.id),
        "project": shown.project.title,
        "assessments": [_assessed(context, page, one) for one in shown.assessed],
    }


def history_blocks(context: Context, page: IndustryPage, shown: ProjectIndustry) -> list[Block]:
    """Return them for people."""
    t, formats = context.t, context.formats
    rows = []
    for one in shown.assessed:
        changed = "; ".join(_change(context, page, one))
        rows.append([formats.date(one.assessment.on), str(one.assessment.level), one.by, changed])
    return [
        Lines([shown.project.title]),
        Table([t("Date"), t("Level"), t("Assessed by"), t("What changed")], rows, frozenset({1})),
    ]


def sheet_document(context: Context, sheet: CapacitySheet) -> dict[str, Any]:
    """Return a capacity sheet with what follows from it."""
    plain = {name: getattr(sheet, name) for name in ("units_now", "units_target", "takt_seconds", "hours", "people")}
    return {
        "id": str(sheet.id),
        "on": sheet.on.isoformat(),
        "product": sheet.product,
        **{name: None if value is None else str(value) for name, value in plain.items()},
        "square_metres": None if sheet.square_metres is None else str(sheet.square_metres),
        "bottleneck": sheet.bottleneck,
        "derived": {
            one.key.value: {
                "value": None if one.value is None else f"{one.value:.6f}".rstrip("0").rstrip("."),
                "arithmetic": _source(context, one) if one.value is not None else None,
                "missing": [context.t(label) for label in one.missing],
            }
            for one in derived_values(sheet)
        },
    }


def sheet_block(context: Context, sheet: CapacitySheet) -> Table:
    """Return what follows from a sheet, with the arithmetic."""
    t = context.t
    rows = [[t(DERIVED_LABELS[one.key]), _value(context, one), _source(context, one)] for one in derived_values(sheet)]
    return Table([t("Capacity"), t("Value"), t("How")], rows, frozenset({1}))


def _value(context: Context, one: CapacityValue) -> str:
    if one.value is None:
        return "–"
    if one.is_percent:
        return context.formats.percent(one.value / 100, 1)
    return context.formats.number(round(one.value, 2))


def _source(context: Context, one: CapacityValue) -> str:
    t = context.t
    if one.missing:
        return t("Missing: {fields}", fields=context.formats.joined([t(label) for label in one.missing]))
    return sentence_words(one.arithmetic, t, context.formats) if one.arithmetic is not None else ""


def _assessed(context: Context, page: IndustryPage, one: Assessed) -> dict[str, Any]:
    assessment = one.assessment
    keys = {question.id: question.key for question in page.questions}
    return {
        "id": str(assessment.id),
        "on": assessment.on.isoformat(),
        "level": assessment.level,
        "level_name": context.t(LEVEL_NAMES[assessment.level]),
        "by": one.by or None,
        "remark": assessment.remark,
        "changes": [
            {"key": keys[change.question_id], "before": change.before.value, "after": change.after.value}
            for change in one.changes
        ],
    }


def _change(context: Context, page: IndustryPage, one: Assessed) -> list[str]:
    keys = {question.id: question.key for question in page.questions}
    return [f"{keys[change.question_id]} → {_reply(context, change.after)}" for change in one.changes]


def _reply(context: Context, reply: MrlReply | None) -> str:
    return context.t(choice_label(reply or MrlReply.UNKNOWN))


def _level(context: Context, level: int) -> str:
    return context.t("{number} – {name}", number=level, name=context.t(LEVEL_NAMES[level]))
