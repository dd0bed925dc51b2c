"""Orientations as entries of the Fil: one for each day that something happened to it, and all of that day."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.records.directory import HubTeam
from clusterdesk.domain.records.referrals import Referral, ReferralAnswer, ReferralStep
from clusterdesk.domain.views.timeline import ReferralDay
from clusterdesk.store.queries.children import parts, places
from clusterdesk.store.tables import RECORD_TABLES

_NO: sa.ColumnElement[Any] = sa.literal_column("0")
_NOTHING: sa.ColumnElement[Any] = sa.literal_column("''")
SELECTS = 3


def referral_days(count: int) -> list[sa.Select[Any]]:
    """Return the selects, of so many organisations each: days with a step, with an answer alone, without any step."""
    referral = RECORD_TABLES["referral"]
    step, answer = RECORD_TABLES["referral_step"], RECORD_TABLES["referral_answer"]
    steps = _days(referral, step.c.on, count).join(step, step.c.referral_id == referral.c.id)
    answers = _days(referral, answer.c.on, count).join(answer, answer.c.referral_id == referral.c.id)
    any_step = sa.exists().where(step.c.referral_id == referral.c.id, *_counts(step))
    any_answer = sa.exists().where(answer.c.referral_id == referral.c.id, *_counts(answer))
    same_day = sa.exists().where(step.c.referral_id == referral.c.id, step.c.on == answer.c.on, *_counts(step))
    return [
        steps.where(*_counts(step)),
        answers.where(*_counts(answer), ~same_day.correlate(referral, answer)),
        _days(referral, referral.c.on, count).where(~any_step.correlate(referral), ~any_answer.correlate(referral)),
    ]


def _days(referral: sa.Table, day: sa.ColumnElement[Any], count: int) -> sa.Select[Any]:
    c = referral.c
    return (
        sa.select(
            sa.literal_column("'referral'").label("kind"),
            c.id.label("id"),
            day.label("day"),
            c.need.label("title"),
            _NOTHING.label("body"),
            day.label("detail"),
            c.state.label("state"),
            c.visibility.label("marked"),
        )
        .distinct()
        .select_from(referral)
        .where(c.organisation_id.in_(places(count)), *_counts(referral))
    )


def _counts(table: sa.Table) -> tuple[sa.ColumnElement[bool], sa.ColumnElement[bool]]:
    return table.c.deleted == _NO, table.c.revoked_on.is_(None)


def told_days(connection: sa.Connection, shown: Sequence[Sequence[Any]]) -> dict[tuple[bytes, str], ReferralDay]:
    """Return what happened on the days of entries (rows of the Fil), by the orientation and the day."""
    ids = list(dict.fromkeys(row[1] for row in shown))
    referrals: list[Referral] = parts(connection, "referral", "id", ids)
    chosen = dict.fromkeys(one.hub_team_id.bytes for one in referrals if one.hub_team_id is not None)
    teams: list[HubTeam] = parts(connection, "hub_team", "id", list(chosen))
    names = {team.id: team.name for team in teams}
    steps: list[ReferralStep] = parts(connection, "referral_step", "referral_id", ids)
    answers: list[ReferralAnswer] = parts(connection, "referral_answer", "referral_id", ids)
    by_id = {one.id: one for one in referrals}
    days = {}
    for row in shown:
        referral = by_id[UUID(bytes=row[1])]
        days[row[1], row[2]] = ReferralDay(
            referral,
            names.get(referral.hub_team_id, "") if referral.hub_team_id is not None else "",
            tuple(one for one in steps if one.referral_id == referral.id and one.on.isoformat() == row[2]),
            tuple(one for one in answers if one.referral_id == referral.id and one.on.isoformat() == row[2]),
        )
    return days
