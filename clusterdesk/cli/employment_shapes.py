"""Staff as the commands show it: documents for programs, rows for people."""

from typing import TYPE_CHECKING, Any

from clusterdesk.cli import values
from clusterdesk.cli.context import Context

if TYPE_CHECKING:
    from clusterdesk.domain.employment.quarters import QuarterEnd
    from clusterdesk.domain.employment.years import Year
    from clusterdesk.domain.views.employment import EmploymentFile, HeadcountLine


def notes(context: Context, line: "HeadcountLine") -> tuple[str, ...]:
    """Return what must be said of a head count."""
    from clusterdesk.services.employment_words import count_notes

    return count_notes(line, context.t, context.formats)


def line_row(context: Context, line: "HeadcountLine") -> list[str]:
    """Return the cells of a head count."""
    record = line.record
    shown = (record.on, record.fte, line.count.fte, record.persons, record.created, record.retained)
    return [values.shown(context, one) for one in (*shown, record.source, record.precision)]


def line_document(line: "HeadcountLine") -> dict[str, Any]:
    """Return a head count for programs."""
    record = line.record
    return {
        "id": str(record.id),
        "on": record.on.isoformat(),
        "fte": values.plain(record.fte),
        "judged": values.plain(line.count.fte),
        "from_parts": line.count.from_parts,
        "persons": record.persons,
        "created": values.plain(record.created),
        "retained": values.plain(record.retained),
        "source": record.source.value,
        "precision": record.precision.value,
    }


def file_document(file: "EmploymentFile") -> dict[str, Any]:
    """Return what a coaching file makes of the head counts."""
    judgement = file.judgement
    baseline, reached = judgement.baseline, judgement.reached
    return {
        "coaching_file_id": str(file.file.id),
        "project": file.project.title,
        "first_action": values.plain(file.first_action),
        "baseline": values.plain(baseline.fte) if baseline is not None else None,
        "baseline_on": values.plain(baseline.on) if baseline is not None else None,
        "baseline_frozen": file.frozen,
        "difference": values.plain(judgement.difference),
        "years": [year_document(one) for one in judgement.years],
        "reached": reached.on.isoformat() if reached is not None else None,
        "fallen": judgement.fallen,
        "standing": file.proposal.standing.value,
        "action": file.proposal.action.value,
    }


def year_document(year: "Year") -> dict[str, Any]:
    """Return a year with its sum."""
    return {
        "year": year.year,
        "state": year.state.value,
        "provisional": year.running,
        "attributed": year.attributed,
        "quarters": [end_document(one) for one in year.quarters],
        "known": year.known,
        "mean": values.plain(year.mean),
        "difference": values.plain(year.difference),
        "threshold": values.plain(year.threshold),
    }


def end_document(end: "QuarterEnd") -> dict[str, Any]:
    """Return a quarter end."""
    return {
        "on": end.quarter.last_day.isoformat(),
        "fte": values.plain(end.fte),
        "counted_on": values.plain(end.counted_on),
        "bankrupt": end.without_staff,
        "to_come": end.ahead,
    }
