"""What the brief command is asked to print."""

from argparse import Namespace
from typing import TYPE_CHECKING

from clusterdesk.base.marks import N_
from clusterdesk.cli import brief_subjects, printing
from clusterdesk.cli.brief_subjects import (
    ATTESTATION,
    BREAK_EVEN,
    DAY,
    DIAGNOSTIC,
    DIFFICULTIES,
    DIFFICULTY,
    REFERRAL,
    VISIT,
    WEEK,
)
from clusterdesk.cli.context import Context
from clusterdesk.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob

KINDS = brief_subjects.KINDS


def jobs(context: Context, options: Namespace) -> "list[BriefJob]":
    """Return what the arguments of the brief command ask for.

    Raises:
        KnownError: a name leads nowhere.
        WrongUseError: none was given, or one matches several.
    """
    from clusterdesk.domain.views.edition import Edition

    edition = Edition(options.edition)
    language = options.document_language or ""
    if options.kind in (DAY, WEEK):
        from clusterdesk.cli import day_printing

        return day_printing.jobs(context, options.kind, options.refs, language, edition, sheets=options.sheets)
    if options.kind == DIFFICULTIES:
        from clusterdesk.cli import difficulty_printing

        return [difficulty_printing.roll_up_job(context, options.refs, language, edition)]
    if not options.refs:
        raise WrongUseError(N_("Say of which organisations or sessions."))
    if options.kind == BREAK_EVEN:
        return list(brief_subjects.break_even_jobs(context, options.refs, language, edition))
    if options.kind == DIFFICULTY:
        from clusterdesk.cli import difficulty_printing

        return list(difficulty_printing.difficulty_jobs(context, options.refs, language, edition))
    if options.kind == REFERRAL:
        from clusterdesk.cli import parcel_printing

        return list(parcel_printing.referral_jobs(context, options.refs, language))
    if options.kind == DIAGNOSTIC:
        return list(brief_subjects.diagnostic_jobs(context, options.refs, language, edition))
    if options.kind == ATTESTATION:
        from clusterdesk.cli import attestation_printing

        return list(attestation_printing.jobs(context, options.refs, language))
    wanted = [brief_subjects.wanted(context, options.kind, ref, language) for ref in options.refs]
    make = printing.sheet_jobs if options.kind == VISIT else printing.report_jobs
    return list(make(context, list(dict.fromkeys(wanted)), edition))
