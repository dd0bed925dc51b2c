"""What proves a result when it is confirmed: the evidence there is already, and the piece given in the same step."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, differences
from clusterdesk.domain.commands.documents import AttachDocument
from clusterdesk.domain.commands.results import GivenProof
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.proposals.proof import counts_for
from clusterdesk.domain.proposals.proposal import INDICATORS
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import Evidence, EvidenceLevel, ResultEvent
from clusterdesk.services.documents import document_once
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.merged import family_ids


class Paper(NamedTuple):
    """The document of a piece of evidence, as ``documents.content_of`` read it: its cleaned name, what it holds."""

    name: str
    content: bytes


def evidence_for(store: Store, result: ResultEvent, also: Iterable[UUID] = ()) -> list[Evidence]:
    """Return the evidence of a result and what may become it, obtained or wanted; ``also`` what is named by id."""
    found = store.find(Evidence, result_event_id=result.id, revoked_on=None)
    if result.project_id is not None:
        found += store.find(Evidence, project_id=result.project_id, result_event_id=None, revoked_on=None)
    holder = _holder(store, result)
    if holder is not None:
        with store.read() as connection:
            family = [UUID(bytes=one) for one in family_ids(connection, holder)]
        found += store.find(Evidence, organisation_id=family, project_id=None, result_event_id=None, revoked_on=None)
    mine = {one.id: one for one in found if counts_for(one, result)}
    named = store.find(Evidence, id=tuple(also), revoked_on=None) if also else []
    return list((mine | {one.id: one for one in named if one.result_event_id in (None, result.id)}).values())


def proof_changes(
    store: Store, result: ResultEvent, given: GivenProof | None, paper: Paper | None, also: Iterable[UUID] = ()
) -> list[Change]:
    """Return what makes evidence that of a result: the piece that is given, and what belongs to no result yet.

    A piece that was wanted under the same title has come; else the one given is new.

    Raises:
        KnownError: nothing is given and nothing was obtained before, or the paper cannot be kept.
    """
    known = evidence_for(store, result, also)
    title = one_line(given.title if given is not None and one_line(given.title) else paper.name if paper else "")
    changes: list[Change] = []
    if title:
        waiting = [one for one in known if one.wanted and one.title.casefold() == title.casefold()]
        before = next(iter(waiting), None)
        after, changes = _given(store, result, before, title, given, paper)
        changes += [Insert(after)] if before is None else differences(before, after)
        known = [one for one in known if one.id != after.id]
    elif all(one.wanted for one in known):
        raise unproved()
    for one in known:
        changes += differences(one, replace(one, result_event_id=result.id))
    return changes


def check_proved(store: Store, before: Record | None, after: Record, parts: Iterable[Record] = ()) -> None:
    """Refuse to confirm a result by writing its fields where nothing proves it; ``parts`` are added with it.

    Raises:
        KnownError: nothing does; or it is validated unconfirmed, or by who confirmed it.
    """
    if not isinstance(after, ResultEvent) or after.deleted:
        return
    validated = before.validated_by if isinstance(before, ResultEvent) else ""
    if one_line(after.validated_by) and after.validated_by != validated:
        check_second(after, one_line(after.validated_by))
    if after.confirmed_on is None:
        return
    if isinstance(before, ResultEvent) and before.confirmed_on is not None:
        return
    if all(one.wanted for one in (*evidence_for(store, after), *(one for one in parts if isinstance(one, Evidence)))):
        raise unproved()


def check_second(result: ResultEvent, by: str) -> None:
    """Refuse to validate a result that nobody confirmed, and as the person who did.

    Raises:
        KnownError: it is one of these.
    """
    if result.confirmed_on is None:
        raise KnownError(
            "result_unconfirmed",
            N_("This result was not confirmed yet."),
            advice=N_("Confirm it first; then a second person validates it."),
        )
    if by.casefold() == result.confirmed_by.casefold():
        raise KnownError(
            "result_same_person",
            N_("{name} confirmed this result: a second person validates it."),
            advice=N_("Ask a colleague, or attach a signed paper as evidence."),
            name=result.confirmed_by,
        )


def unproved() -> KnownError:
    """Return the refusal of a confirmation without evidence."""
    return KnownError(
        "result_unproved",
        N_("Nothing proves this result yet: a result is confirmed with a piece of evidence."),
        advice=N_("Say which paper or whose words show it, and on which level from 0 to 4; one step confirms both."),
    )


def _given(
    store: Store,
    result: ResultEvent,
    before: Evidence | None,
    title: str,
    given: GivenProof | None,
    paper: Paper | None,
) -> tuple[Evidence, list[Change]]:
    today, holder = store.clock.today(), _holder(store, result)
    level = given.level if given is not None else None
    start = before or Evidence(
        project_id=result.project_id,
        organisation_id=holder,
        title=title,
        indicator=INDICATORS.get(result.kind, ""),
    )
    changes: list[Change] = []
    document_id = start.document_id
    if paper is not None:
        attaching = AttachDocument(
            source=Path(paper.name), organisation_id=holder, coaching_file_id=result.coaching_file_id, on=today
        )
        document, changes = document_once(store, attaching, paper.name, paper.content)
        document_id = document.id
    usual = before.level if before is not None else EvidenceLevel.DOCUMENT if paper is not None else EvidenceLevel.SAID
    after = replace(
        start,
        result_event_id=result.id,
        document_id=document_id,
        level=usual if level is None else level,
        wanted=False,
        on=today,
    )
    return after, changes


def _holder(store: Store, result: ResultEvent) -> UUID | None:
    if result.organisation_id is not None or result.project_id is None:
        return result.organisation_id
    return store.get(Project, result.project_id).organisation_id
