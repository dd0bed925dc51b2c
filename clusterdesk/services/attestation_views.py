"""What stands on an employment attestation, and which coaching file it is about."""

from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.employment.judging import Case, judge
from clusterdesk.domain.employment.quarter_series import quarter_series
from clusterdesk.domain.identifiers.enterprise import show_enterprise_number
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.organisations import Address, AddressKind, Organisation
from clusterdesk.domain.short_codes import short_code
from clusterdesk.domain.views.attestation import Attestation, StaffOn
from clusterdesk.domain.views.employment import EmploymentFile, EmploymentPage, HeadcountLine
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.services.attestations import attested_organisation
from clusterdesk.services.employment import frozen_baseline, read_employment
from clusterdesk.store.desk_store import Store


def attestation_view(
    store: Store, coaching_file_id: UUID, evidence_id: UUID, footer: PageFooter, language: str
) -> Attestation:
    """Return what stands on the attestation of a coaching file, for nobody to sign yet.

    Raises:
        KnownError: its baseline or its present staff is not known.
    """
    page, file = _subject(store, coaching_file_id)
    shown = _shareable(page, file)
    counts = tuple(one.count for one in shown)
    judgement = judge(
        Case(counts, page.statuses, file.first_action, file.file.closed_on, frozen_baseline(file.track)), page.today
    )
    before, after = judgement.baseline, judgement.latest
    if before is None or after is None or after.without_staff:
        raise KnownError(
            "attestation_unknown",
            N_("There is nothing to attest yet: the staff before and now must be known."),
            advice=N_("Note a head count of when coaching began, and one of now."),
        )
    mine = [one.record for one in shown if before.on < one.record.on <= after.on]
    kinds = [one.name_in(language) for one in page.contract_types if one.counts and one.active]
    return Attestation(
        organisation=page.organisation.name,
        number=show_enterprise_number(page.organisation.enterprise_number or "") if _numbered(page) else "",
        address=_seat(store, page.organisation),
        project=file.project.title,
        before=StaffOn(before.fte, before.on),
        after=StaffOn(after.fte, after.on),
        code=short_code(evidence_id),
        footer=footer,
        ends=quarter_series(counts, page.statuses, page.today, since=before.on),
        year=judgement.reached,
        threshold=judgement.threshold,
        created=_sum(one.created for one in mine),
        retained=_sum(one.retained for one in mine),
        counted=tuple(kinds),
    )


def _shareable(page: EmploymentPage, file: EmploymentFile) -> tuple[HeadcountLine, ...]:
    """Return the head counts that may stand on a page that leaves: nothing internal is signed for."""
    project_id = file.project.id if file.own else None
    return tuple(
        one
        for one in page.lines
        if one.record.project_id == project_id and one.record.visibility is Visibility.SHAREABLE
    )


def _subject(store: Store, coaching_file_id: UUID) -> tuple[EmploymentPage, EmploymentFile]:
    file = store.get(CoachingFile, coaching_file_id)
    page = read_employment(store, attested_organisation(store, file).id)
    return page, next(one for one in page.files if one.file.id == file.id)


def _numbered(page: EmploymentPage) -> bool:
    return bool(page.organisation.enterprise_number) and not page.organisation.sole_trader


def _seat(store: Store, organisation: Organisation) -> str:
    seats = store.find(Address, organisation_id=organisation.id, kind=AddressKind.SEAT, revoked_on=None)
    here = [one for one in seats if one.to_on is None]
    if not here:
        return ""
    one = here[-1]
    return ", ".join(part for part in (one.street, " ".join(filter(None, (one.postcode, one.city)))) if part)


def _sum(numbers: Iterable[Decimal | None]) -> Decimal | None:
    known = [one for one in numbers if one is not None]
    return sum(known, Decimal(0)) if known else None
