"""The staff of organisations: read, and judged."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from clusterdesk.domain.employment.baseline import Baseline
from clusterdesk.domain.employment.counted import Count, counted
from clusterdesk.domain.employment.judging import Case, judge
from clusterdesk.domain.employment.proposing import propose
from clusterdesk.domain.employment.rules import DEFAULT, Rules
from clusterdesk.domain.records.coaching import CoachingFileTrack, TrackStatus
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.views.employment import EmploymentFile, EmploymentPage, HeadcountLine
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.employment import EmploymentRows, FileRows, employment_rows, tracked_organisations


def read_employment(store: Store, organisation_id: UUID, rules: Rules = DEFAULT) -> EmploymentPage:
    """Return the staff of an organisation, judged as of today; of a merged one that of the kept one.

    Raises:
        KnownError: there is no such organisation.
    """
    today = store.clock.today()
    with store.read() as connection:
        rows = employment_rows(connection, organisation_id, today)
    return judged_page(rows, today, rules)


def judged_page(rows: EmploymentRows, today: date, rules: Rules) -> EmploymentPage:
    """Return what is stored, judged."""
    counting = {one.id for one in rows.contract_types if one.counts}
    counts = {one.id: counted(one, rows.parts.get(one.id, ()), counting) for one in rows.headcounts}
    whole = _series(rows.headcounts, counts, None)
    plain = judge(Case(whole, rows.statuses), today, rules)
    doubtful = set(plain.contradicted)
    lines = tuple(
        HeadcountLine(
            one, counts[one.id], tuple(rows.parts.get(one.id, ())), one.project_id is None and one.on in doubtful
        )
        for one in rows.headcounts
    )
    files = tuple(_file(rows, one, counts, today, rules) for one in rows.files)
    return EmploymentPage(
        rows.organisation, today, lines, plain, files, rows.statuses, rows.contract_types, rows.evidence
    )


def missing_headcounts(store: Store, rules: Rules = DEFAULT) -> list[tuple[UUID, date]]:
    """Return the organisations on an open employment track whose last quarter end is not known, with its day."""
    today = store.clock.today()
    found = []
    with store.read() as connection:
        for organisation_id in tracked_organisations(connection):
            page = judged_page(employment_rows(connection, organisation_id, today), today, rules)
            lacking = [one.judgement.last_quarter.quarter.last_day for one in page.tracked if _lacks_headcount(one)]
            found += [(page.organisation.id, day) for day in lacking[:1]]
    return list(dict.fromkeys(found))


def _lacks_headcount(one: EmploymentFile) -> bool:
    end = one.judgement.last_quarter
    followed = one.track is not None and one.track.status is not TrackStatus.ENDED and one.file.closed_on is None
    return followed and end.missing and one.file.opened_on <= end.quarter.last_day


def _file(rows: EmploymentRows, one: FileRows, counts: dict[UUID, Count], today: date, rules: Rules) -> EmploymentFile:
    own = _series(rows.headcounts, counts, one.project.id)
    case = Case(
        own or _series(rows.headcounts, counts, None),
        rows.statuses,
        one.first_action,
        one.file.closed_on,
        frozen_baseline(one.track),
    )
    judgement = judge(case, today, rules)
    proposal = propose(
        judgement,
        one.file,
        rows.organisation.id,
        rows.results,
        rows.evidence,
        rules,
        began=one.first_action is not None,
        shared=not own,
    )
    return EmploymentFile(one.file, one.project, judgement, proposal, one.track, one.first_action, bool(own))


def frozen_baseline(track: CoachingFileTrack | None) -> Baseline | None:
    """Return the baseline that was written into a track."""
    if track is None or track.baseline is None or track.baseline_on is None:
        return None
    return Baseline(track.baseline, track.baseline_on, frozen=True)


def _series(headcounts: Iterable[Headcount], counts: dict[UUID, Count], project_id: UUID | None) -> tuple[Count, ...]:
    """Return the counts of a project, or, for None, those of the whole organisation."""
    return tuple(counts[one.id] for one in headcounts if one.project_id == project_id)
