"""The page of an organisation, by few statements each of which the driver knows already."""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.errors import BugError
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.contacts import Consent, ContactRole
from clusterdesk.domain.records.lists import Tag
from clusterdesk.domain.records.organisations import ContactPoint, Organisation
from clusterdesk.domain.records.sessions import Action, Session
from clusterdesk.domain.views.organisation_page import (
    ContactCard,
    MergedOrganisation,
    NextStep,
    OrganisationPage,
    PromiseLine,
    StepKind,
)
from clusterdesk.store.queries.children import compiled, linked, one_by_id, parts, places, rows
from clusterdesk.store.queries.maturity_levels import furthest_level
from clusterdesk.store.queries.organisation_projects import project_cards
from clusterdesk.store.queries.organisation_results import results_and_evidence
from clusterdesk.store.repositories.records import builder, missing
from clusterdesk.store.tables import RECORD_TABLES

_MOST_STEPS = 50


def organisation_page(connection: sa.Connection, organisation_id: UUID, today: date) -> OrganisationPage:
    """Return the page of an organisation; of one that was merged, the page of the kept one.

    Raises:
        KnownError: there is no such organisation.
    """
    organisation = _kept(connection, organisation_id)
    merged = _merged(connection, organisation.id)
    family = [organisation.id.bytes, *(one.id.bytes for one in merged)]
    there = _present(connection, family)

    def listed(key: str, order: str) -> tuple[Any, ...]:
        return tuple(parts(connection, key, "organisation_id", family, order)) if key in there else ()

    facts = _session_facts(connection, family)
    actions = _open_actions(connection, family)
    next_session = _session(connection, facts["next_id"])
    results, evidence = results_and_evidence(connection, family) if there & _PROVEN else ((), ())
    projects = project_cards(connection, family)
    files = [card.file for project in projects for card in project.files if not project.holder]
    return OrganisationPage(
        asked_id=organisation_id,
        today=today,
        organisation=organisation,
        merged=merged,
        statuses=listed("organisation_status", "-from_on"),
        memberships=listed("membership", "-from_on"),
        value_chains=_distinct(connection, "value_chain", family, there),
        circular_models=_distinct(connection, "circular_model", family, there),
        activities=listed("organisation_activity", "-main"),
        points=listed("contact_point", "position"),
        consents=listed("consent", "-on"),
        addresses=listed("address", "-from_on"),
        establishments=listed("establishment", "-from_on"),
        contacts=contact_cards(connection, family),
        projects=projects,
        promises=tuple(_line(one, today) for one in actions),
        documents=listed("document", "-on"),
        tags=_tags(connection, family) if "record_tag" in there else (),
        import_notes=listed("import_note", "-on"),
        results=results,
        evidence=evidence,
        advice=listed("one_off_advice", "-on"),
        headcounts=listed("headcount", "-on"),
        maturity=furthest_level(connection, family) if "project" in there else 0,
        next_session=next_session,
        next_step=_next_step(_session(connection, facts["last_id"]), next_session, actions, files, today),
        last_contact_on=date.fromisoformat(facts["last_on"]) if facts["last_on"] else None,
        held_sessions=facts["held"],
        held_visits=facts["visits"],
    )


def contact_cards(connection: sa.Connection, family: Sequence[bytes]) -> tuple[ContactCard, ...]:
    """Return the people of an organisation, the main one first, those who left last."""
    roles: list[ContactRole] = parts(connection, "contact_role", "organisation_id", family, "-main")
    ids = list(dict.fromkeys(role.contact_id.bytes for role in roles))
    people = {one.id: one for one in parts(connection, "contact", "id", ids)}
    points: dict[UUID | None, list[ContactPoint]] = defaultdict(list)
    for point in parts(connection, "contact_point", "contact_id", ids, "position"):
        points[point.contact_id].append(point)
    consents: dict[UUID | None, list[Consent]] = defaultdict(list)
    for consent in parts(connection, "consent", "contact_id", ids, "-on"):
        consents[consent.contact_id].append(consent)
    mine: dict[UUID, list[ContactRole]] = defaultdict(list)
    for role in sorted(roles, key=_left):
        mine[role.contact_id].append(role)
    return tuple(
        ContactCard(people[one], tuple(of), tuple(points[one]), tuple(consents[one]))
        for one, of in mine.items()
        if one in people
    )


def _kept(connection: sa.Connection, organisation_id: UUID) -> Organisation:
    current = organisation_id
    for _ in range(_MOST_STEPS):
        found = one_by_id(connection, "organisation", current)
        if found is None:
            raise missing("organisation", organisation_id)
        assert isinstance(found, Organisation)
        if found.merged_into is None:
            return found
        current = found.merged_into
    raise BugError(f"merges of {organisation_id} run in a circle")


def _merged(connection: sa.Connection, organisation_id: UUID) -> tuple[MergedOrganisation, ...]:
    found: dict[bytes, MergedOrganisation] = {}
    level = [organisation_id.bytes]
    while level:
        new = [row for row in rows(connection, _merged_text(len(level)), level) if row[0] not in found]
        for row in new:
            since = date.fromisoformat(row[2]) if row[2] else None
            found[row[0]] = MergedOrganisation(UUID(bytes=row[0]), row[1], since, UUID(bytes=row[3]))
        level = [row[0] for row in new]
    return tuple(found.values())


@cache
def _merged_text(count: int) -> str:
    table = RECORD_TABLES["organisation"]
    return compiled(
        sa.select(table.c.id, table.c.name, table.c.merged_on, table.c.merged_into)
        .where(table.c.merged_into.in_(places(count)))
        .order_by(table.c.merged_on, table.c.id)
    )


# What many organisations have nothing of: one look tells which of these are worth reading.
_OPTIONAL = (
    "organisation_status",
    "membership",
    "organisation_activity",
    "organisation_value_chain",
    "organisation_circular_model",
    "contact_point",
    "consent",
    "address",
    "establishment",
    "one_off_advice",
    "headcount",
    "document",
    "import_note",
    "result_event",
    "evidence",
    "project",
    "record_tag",
)
_PROVEN = frozenset({"result_event", "evidence", "project"})


def _present(connection: sa.Connection, family: Sequence[bytes]) -> frozenset[str]:
    found = rows(connection, _present_text(len(family)), [*family] * len(_OPTIONAL))[0]
    return frozenset(key for key, one in zip(_OPTIONAL, found, strict=True) if one)


@cache
def _present_text(count: int) -> str:
    asked = []
    for key in _OPTIONAL:
        table = RECORD_TABLES[key]
        owner = table.c.record_id if key == "record_tag" else table.c.organisation_id
        asked.append(sa.exists(sa.select(sa.text("1")).select_from(table).where(owner.in_(places(count)))))
    return compiled(sa.select(*asked))


def _distinct(connection: sa.Connection, key: str, family: Sequence[bytes], there: Set[str]) -> tuple[Any, ...]:
    if f"organisation_{key}" not in there:
        return ()
    pairs = linked(connection, f"organisation_{key}", "organisation_id", key, family)
    return tuple({record.id: record for _, record in pairs}.values())


def _tags(connection: sa.Connection, family: Sequence[bytes]) -> tuple[Tag, ...]:
    return tuple({tag.id: tag for _, tag in linked(connection, "record_tag", "record_id", "tag", family)}.values())


def _open_actions(connection: sa.Connection, family: Sequence[bytes]) -> list[Action]:
    build = builder("action")
    found: list[Any] = [build(row) for row in rows(connection, _actions_text(len(family)), family)]
    return found


@cache
def _actions_text(count: int) -> str:
    action = RECORD_TABLES["action"]
    return compiled(
        sa.select(action)
        .where(
            action.c.organisation_id.in_(places(count)),
            action.c.deleted == sa.text("0"),
            action.c.done_on.is_(None),
            action.c.revoked_on.is_(None),
        )
        .order_by(action.c.due_on.is_(None), action.c.due_on, action.c.id)
    )


def _session_facts(connection: sa.Connection, family: Sequence[bytes]) -> dict[str, Any]:
    row = rows(connection, _facts_text(len(family)), family)[0]
    return {
        "held": row[0] or 0,
        "visits": row[1] or 0,
        "last_on": row[2][:10] if row[2] else None,
        "last_id": row[2][10:] if row[2] else None,
        "next_id": row[3][10:] if row[3] else None,
    }


@cache
def _facts_text(count: int) -> str:
    """Count and find the last and next session in one pass: day and id are kept together in one text."""
    session = RECORD_TABLES["session"]
    dated = session.c.on.op("||")(sa.func.hex(session.c.id))
    held = session.c.state == sa.text("'held'")
    planned = session.c.state == sa.text("'planned'")
    visit = sa.and_(held, session.c.kind == sa.text("'visit'"))
    return compiled(
        sa.select(
            sa.func.sum(held),
            sa.func.sum(visit),
            sa.func.max(sa.func.iif(held, dated, sa.null())),
            sa.func.min(sa.func.iif(planned, dated, sa.null())),
        ).where(
            session.c.organisation_id.in_(places(count)),
            session.c.deleted == sa.text("0"),
            session.c.revoked_on.is_(None),
        )
    )


def _session(connection: sa.Connection, hexadecimal: str | None) -> Session | None:
    if hexadecimal is None:
        return None
    found = one_by_id(connection, "session", UUID(hexadecimal))
    assert isinstance(found, Session)
    return found


def _line(action: Action, today: date) -> PromiseLine:
    age = (today - action.recorded_on).days if action.recorded_on else 0
    late = (today - action.due_on).days if action.due_on else 0
    return PromiseLine(action, max(age, 0), max(late, 0))


def _next_step(
    last: Session | None,
    coming: Session | None,
    actions: Iterable[Action],
    files: Iterable[CoachingFile],
    today: date,
) -> NextStep | None:
    """Pick the soonest step that is still to come; else the one that is overdue least; else one without a day."""
    steps = []
    if coming is not None:
        steps.append(NextStep(StepKind.SESSION, coming.subject, coming.on, coming.id))
    if last is not None and last.next_step:
        steps.append(NextStep(StepKind.AGREED, last.next_step, last.next_step_on, last.id))
    steps += [NextStep(StepKind.FILE, one.next_step, one.next_step_on, one.id) for one in files if _is_ahead(one, last)]
    steps += [NextStep(StepKind.PROMISE, one.text, one.due_on, one.id) for one in actions]
    return min(steps, key=lambda one: _urgency(one, today), default=None)


def _is_ahead(file: CoachingFile, last: Session | None) -> bool:
    """Tell whether the next step of a file is still to come; that of a closed one, until one has met again."""
    if not file.next_step.strip():
        return False
    if file.closed_on is None:
        return True
    return file.next_step_on is not None and (last is None or file.next_step_on > last.on)


def _urgency(step: NextStep, today: date) -> tuple[int, int]:
    if step.on is None:
        return 2, 0
    days = (step.on - today).days
    return (0, days) if days >= 0 else (1, -days)


def _left(role: ContactRole) -> tuple[bool, bool]:
    return role.to_on is not None, not role.main
