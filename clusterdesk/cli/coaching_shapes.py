"""What the commands about coaching show: the plan of a file, a diagnostic beside the one before."""

from collections.abc import Sequence
from typing import Any

from clusterdesk.cli.answer import Block, Lines, Pairs, Table
from clusterdesk.cli.context import Context
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.coaching_plan.diagnosis import ScoredCriterion, TakenDiagnostic
from clusterdesk.domain.coaching_plan.milestones import MilestoneLine
from clusterdesk.domain.fields import plain_values
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.plan import Milestone, MilestoneTemplate
from clusterdesk.domain.views.coaching import FilePlan, TrackPlan
from clusterdesk.domain.views.deadlines import Deadline
from clusterdesk.domain.views.organisation_page import PromiseLine


def plan_document(plan: FilePlan) -> dict[str, Any]:
    """Return the plan of a file as JSON."""
    return {
        "coaching_file": plain_values(plan.file),
        "project": plan.project.title,
        "lead": plan.lead,
        "minutes": plan.minutes,
        "sessions": plan.sessions,
        "coaching_actions": plan.actions,
        "first_action": plan.first_action.isoformat() if plan.first_action else None,
        "tracks": [_track_document(one) for one in plan.tracks],
        "milestones": [_milestone_document(one) for one in plan.milestones],
        "we_owe": [_promise_document(one) for one in plan.ours],
        "they_owe": [_promise_document(one) for one in plan.theirs],
    }


def plan_blocks(context: Context, plan: FilePlan) -> list[Block]:
    """Return the plan of a file for people."""
    t, formats = context.t, context.formats
    facts = [
        (t("Project"), plan.project.title),
        (t("Opened on"), formats.date(plan.file.opened_on)),
        (t("Time spent"), formats.duration(plan.minutes)),
        (t("Coaching actions"), formats.number(plan.actions)),
        (t("What blocks"), plan.file.blocking or "–"),
        (t("Next step"), plan.file.next_step or "–"),
    ]
    if plan.file.closed_on is not None:
        facts.insert(2, (t("Closed on"), formats.date(plan.file.closed_on)))
    blocks: list[Block] = [Pairs(facts), Lines([""])]
    blocks.append(
        Table(
            [t("Track"), t("Baseline"), t("Now"), t("Target"), t("State"), t("Evidence level")],
            [_track_row(context, one) for one in plan.tracks],
        )
    )
    rows = [row for line in plan.lines() for row in _milestone_rows(context, line)]
    if rows:
        blocks += [Lines([""]), Table([t("Milestone"), t("Due on"), t("State"), t("Value")], rows)]
    promises = [*((t("We owe"), one) for one in plan.ours), *((t("They owe"), one) for one in plan.theirs)]
    if promises:
        shown = [
            [who, one.action.text, formats.date(one.action.due_on) if one.action.due_on else "–"]
            for who, one in promises
        ]
        blocks += [Lines([""]), Table([t("Promises"), t("Promise"), t("Due on")], shown)]
    return blocks


def made_document(made: Sequence[Milestone]) -> dict[str, Any]:
    """Return the milestones that came from templates as JSON."""
    return {"milestones": [plain_values(one) for one in made]}


def templates_document(templates: Sequence[MilestoneTemplate]) -> dict[str, Any]:
    """Return templates to choose from as JSON."""
    return {"templates": [plain_values(one) for one in templates]}


def record_document(record: Record) -> dict[str, Any]:
    """Return one record as JSON."""
    return plain_values(record)


def template_rows(context: Context, templates: Sequence[MilestoneTemplate]) -> Table:
    """Return templates to choose from."""
    t = context.t
    rows = [
        [one.key, one.name_in(t.language), context.formats.number(one.months) if one.months is not None else "–"]
        for one in templates
    ]
    return Table([t("Key"), t("Milestone"), t("Months")], rows, frozenset({2}))


def diagnostic_document(now: TakenDiagnostic, then: TakenDiagnostic | None) -> dict[str, Any]:
    """Return a diagnostic, with the scores of the one before, as JSON."""
    before = _by_criterion(then)
    return {
        "diagnostic": plain_values(now.diagnostic),
        "before": then.diagnostic.on.isoformat() if then is not None else None,
        "scores": [
            {
                "criterion": one.criterion.key,
                "area": one.criterion.area.value,
                "score": one.value,
                "sentence": one.score.sentence if one.score is not None else "",
                "score_before": before.get(one.criterion.key),
            }
            for one in now.scores
        ],
    }


def diagnostic_table(context: Context, now: TakenDiagnostic, then: TakenDiagnostic | None) -> Table:
    """Return a diagnostic beside the one before for people."""
    t, formats = context.t, context.formats
    before = _by_criterion(then)
    headers = [t("Area"), t("Criterion"), formats.date(now.diagnostic.on), t("In a sentence")]
    if then is not None:
        headers.insert(2, formats.date(then.diagnostic.on))
    rows = []
    for one in now.scores:
        row = [t(choice_label(one.criterion.area)), one.criterion.name_in(t.language), _shown(one.value)]
        if then is not None:
            row.insert(2, _shown(before.get(one.criterion.key)))
        rows.append([*row, one.score.sentence if one.score is not None else ""])
    return Table(headers, rows)


def due_document(found: Sequence[Deadline]) -> dict[str, Any]:
    """Return what falls due as JSON."""
    return {
        "due": [
            {
                "kind": one.kind.value,
                "id": str(one.record_id),
                "organisation": one.organisation,
                "text": one.text,
                "on": one.on.isoformat(),
                "days": one.days,
            }
            for one in found
        ]
    }


def due_table(context: Context, found: Sequence[Deadline]) -> Table:
    """Return what falls due for people."""
    t = context.t
    rows = [
        [
            context.formats.date(one.on),
            t.n("{n} day late", "{n} days late", n=-one.days) if one.days < 0 else "",
            one.organisation,
            t(RECORD_TYPES[one.kind.value].label),
            one.text,
        ]
        for one in found
    ]
    return Table([t("Due on"), t("State"), t("Organisation"), t("Kind"), t("What")], rows)


def _by_criterion(taken: TakenDiagnostic | None) -> dict[str, int | None]:
    scores: Sequence[ScoredCriterion] = taken.scores if taken is not None else ()
    return {one.criterion.key: one.value for one in scores}


def _shown(score: int | None) -> str:
    return "–" if score is None else str(score)


def _track_document(track: TrackPlan) -> dict[str, Any]:
    now = track.now
    return {
        **plain_values(track.record),
        "track": track.track.key,
        "now": {"value": str(now.value), "on": now.on.isoformat(), "source": now.source} if now is not None else None,
        "evidence_level": int(track.level) if track.level is not None else None,
        "evidence_wanted": track.wanted,
        "milestones": [_milestone_document(one) for one in track.milestones],
    }


def _milestone_document(line: MilestoneLine) -> dict[str, Any]:
    parts = [_milestone_document(one) for one in line.parts]
    return {**plain_values(line.milestone), "days_late": line.days_late, "parts": parts}


def _promise_document(line: PromiseLine) -> dict[str, Any]:
    return {**plain_values(line.action), "days_late": line.days_late}


def _track_row(context: Context, track: TrackPlan) -> list[str]:
    t, record, now = context.t, track.record, track.now
    outcome = record.outcome
    state = choice_label(outcome) if outcome is not None else choice_label(record.status)
    level = t(choice_label(track.level)) if track.level is not None else "–"
    return [
        track.track.name_in(t.language),
        _value(context, record.baseline, record.unit) or record.baseline_remark or "–",
        _value(context, now.value if now is not None else None, record.unit) or "–",
        _value(context, record.target, record.unit) or record.target_remark or "–",
        t(state),
        level,
    ]


def _value(context: Context, value: Any, unit: str) -> str:  # noqa: ANN401 - a decimal or nothing
    return "" if value is None else f"{context.formats.number(value)} {unit}".rstrip()


def _milestone_rows(context: Context, line: MilestoneLine, indent: str = "") -> list[list[str]]:
    t, formats, one = context.t, context.formats, line.milestone
    if one.done_on is not None:
        state = t("reached on {day}", day=formats.date(one.done_on))
    elif line.days_late:
        state = t.n("{n} day late", "{n} days late", n=line.days_late)
    else:
        state = t("to come")
    value = _value(context, one.reached_value if one.reached_value is not None else one.target_value, one.unit)
    row = [indent + one.title, formats.date(one.due_on) if one.due_on else "–", state, value or "–"]
    return [row, *(below for part in line.parts for below in _milestone_rows(context, part, indent + "  "))]
