"""Employment attestations: asked for on paper, kept once signed on the spot."""

from dataclasses import replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, differences
from clusterdesk.domain.commands.employment import AskAttestation, KeepAttestation
from clusterdesk.domain.employment.rules import INDICATOR
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import Document, Evidence, EvidenceLevel
from clusterdesk.domain.short_codes import MASK, read_code
from clusterdesk.services.documents import kept_document
from clusterdesk.services.employment import read_employment
from clusterdesk.store.desk_store import Store


def wanted_attestation(store: Store, coaching_file_id: UUID) -> Evidence | None:
    """Return the attestation that a coaching file is waiting for, if any."""
    file = store.get(CoachingFile, coaching_file_id)
    found = store.find(Evidence, project_id=file.project_id, indicator=INDICATOR, wanted=True, revoked_on=None)
    return next((one for one in found if one.level is EvidenceLevel.ATTESTATION), None)


def evidence_by_code(store: Store, code: str) -> list[Evidence]:
    """Return the attestations that are wanted and bear a short code: nearly always one or none."""
    number = read_code(code)
    if number is None:
        return []
    waiting = store.find(Evidence, indicator=INDICATOR, wanted=True, revoked_on=None)
    return [one for one in waiting if one.id.int & MASK == number]


def ask_attestation(store: Store, cmd: AskAttestation) -> OpResult[Evidence]:
    """Note that a signed attestation is wanted; one that is wanted already serves."""
    file = store.get(CoachingFile, cmd.coaching_file_id)
    waiting = wanted_attestation(store, file.id)
    organisation = attested_organisation(store, file)
    made = waiting or _evidence(store, file, organisation, cmd.name)
    changes: list[Change] = [] if waiting is not None else [Insert(made)]
    return OpResult(made, store.apply(replace(cmd, title=organisation.name), changes))


def keep_attestation(store: Store, cmd: KeepAttestation, content: bytes) -> OpResult[Evidence]:
    """Keep a signed attestation: its PDF under its checksum, and the evidence of level 2 that it is.

    The evidence that was wanted is obtained; else a new one is made, of the result where there is one already.
    """
    file = store.get(CoachingFile, cmd.coaching_file_id)
    organisation = attested_organisation(store, file)
    on = cmd.on or store.clock.today()
    document = kept_document(
        store,
        Document(
            organisation_id=organisation.id, coaching_file_id=file.id, name=cmd.filename, sha256="", size=0, on=on
        ),
        content,
    )
    before = next(iter(store.find(Evidence, deleted=None, id=cmd.evidence_id)), None)
    start = before or replace(_evidence(store, file, organisation, cmd.name), id=cmd.evidence_id)
    after = replace(start, document_id=document.id, wanted=False, on=on, remark=cmd.statement, deleted=False)
    changes: list[Change] = [Insert(document)]
    changes += [Insert(after)] if before is None else differences(before, after)
    return OpResult(after, store.apply(replace(cmd, title=organisation.name), changes))


def attested_organisation(store: Store, file: CoachingFile) -> Organisation:
    """Return the organisation that holds the project of a file.

    Raises:
        KnownError: a person holds it.
    """
    project = store.get(Project, file.project_id)
    if project.organisation_id is None:
        raise KnownError(
            "attestation_of_whom",
            N_("An attestation is signed for an organisation."),
            advice=N_("Say which organisation holds the project."),
        )
    return store.get(Organisation, project.organisation_id)


def _evidence(store: Store, file: CoachingFile, organisation: Organisation, name: str) -> Evidence:
    page = read_employment(store, organisation.id)
    found = next((one for one in page.files if one.file.id == file.id), None)
    event = found.proposal.event if found is not None else None
    return Evidence(
        result_event_id=event.id if event is not None else None,
        project_id=file.project_id,
        organisation_id=organisation.id,
        level=EvidenceLevel.ATTESTATION,
        title=name,
        indicator=INDICATOR,
        wanted=True,
    )
