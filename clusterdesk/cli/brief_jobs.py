"""What the brief command is asked to print: the one table of kinds; what reads a kind is imported when it is asked."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from clusterdesk.base.marks import N_
from clusterdesk.cli import printing
from clusterdesk.cli.context import Context
from clusterdesk.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from uuid import UUID

    from clusterdesk.briefs.jobs import BriefJob
    from clusterdesk.domain.views.edition import Edition


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be printed: of which subjects, in a language ("": the receiver's), for whom; ``sheets`` with a day.

    ``days`` are quarters or days whose state is reported.
    """

    kind: str
    refs: Sequence[str]
    language: str
    edition: "Edition"
    sheets: bool = False
    days: tuple[str, ...] = ()


class _Kind(NamedTuple):
    """What reads a kind: ``module:function`` under ``cli``; whether it needs no REF; its editions, the usual first."""

    function: str
    whole: bool = False
    editions: tuple[str, ...] = ("shareable", "internal")


_REPORT = ("advisory", "direction")
_KINDS: Mapping[str, _Kind] = {
    "visit": _Kind("brief_subjects:visit_jobs"),
    "report": _Kind("brief_subjects:report_jobs"),
    "day": _Kind("day_printing:day_jobs", whole=True),
    "week": _Kind("day_printing:week_jobs", whole=True),
    "breakeven": _Kind("brief_subjects:break_even_jobs"),
    "attestation": _Kind("attestation_printing:jobs"),
    "diagnostic": _Kind("brief_subjects:diagnostic_jobs"),
    "referral": _Kind("parcel_printing:referral_jobs"),
    "difficulty": _Kind("difficulty_printing:difficulty_jobs"),
    "dossier": _Kind("brief_subjects:dossier_jobs"),
    "member": _Kind("brief_subjects:member_jobs"),
    "statistics": _Kind("brief_subjects:statistics_jobs", whole=True),
    "year-plan": _Kind("programme_printing:year_jobs", whole=True),
    "year-plan-a3": _Kind("programme_printing:year_jobs", whole=True),
    "badges": _Kind("programme_printing:event_jobs"),
    "difficulties": _Kind("difficulty_printing:roll_up_jobs", whole=True),
    "minutes": _Kind("meeting_printing:minutes_jobs"),
    "event-minutes": _Kind("programme_printing:event_jobs"),
    "signin": _Kind("meeting_printing:signin_jobs"),
    "board": _Kind("board_report_printing:board_jobs", whole=True, editions=_REPORT),
}
KINDS = tuple(_KINDS)
EDITIONS = tuple(dict.fromkeys(edition for kind in _KINDS.values() for edition in kind.editions))


def edition_of(kind: str, wanted: str | None) -> str:
    """Return who will read a kind: as wanted, else whom it is usually for.

    Raises:
        WrongUseError: the kind has no such edition.
    """
    editions = _KINDS[kind].editions
    if wanted is not None and wanted not in editions:
        raise WrongUseError(
            N_("There is no edition “{edition}” of this."),
            advice=N_("Choose one of: {editions}."),
            edition=wanted,
            editions=", ".join(editions),
        )
    return wanted or editions[0]


def jobs(context: Context, options: Namespace) -> "list[BriefJob]":
    """Return what the arguments of the brief command ask for.

    Raises:
        KnownError: a name leads nowhere.
        WrongUseError: none was given, or one matches several.
    """
    from clusterdesk.domain.views.edition import Edition

    kind = _KINDS[options.kind]
    if kind.editions != _REPORT and (options.quarter or options.as_of or options.workbook):
        raise WrongUseError(N_("--quarter, --as-of and --workbook go with the report to the board."))
    if not options.refs and not kind.whole:
        raise WrongUseError(
            N_("Say of what: an organisation, a visit, a meeting, an event …"), command="clusterdesk brief"
        )
    edition = Edition(edition_of(options.kind, options.edition))
    days = tuple(one for one in (options.quarter, options.as_of) if one)
    asked = Asked(options.kind, options.refs, options.document_language or "", edition, options.sheets, days)
    module, _, name = kind.function.partition(":")
    made: Callable[[Context, Asked], Iterable[BriefJob]] = getattr(import_module(f"clusterdesk.cli.{module}"), name)
    return list(made(context, asked))


def behind(
    options: Namespace, made: "Sequence[BriefJob]", printed: "Sequence[printing.Printed]"
) -> "Iterable[printing.Printed]":
    """Write the workbooks behind pages that have one."""
    if options.kind != "board":
        return ()
    from clusterdesk.cli import board_workbooks

    return board_workbooks.workbooks(made, printed, options.workbook)


def page_job(context: Context, asked: Asked, subject: "UUID | str") -> "BriefJob":
    """Return the page of a subject as the brief command asks for it, of any kind that is read from one subject."""
    from clusterdesk.services.printed_pages import PageWish, read_page

    settings = context.settings
    wish = PageWish(
        asked.language,
        settings.default_document_language,
        settings.profile_name,
        settings.house_name,
        asked.edition,
    )
    language, view = read_page(context.desk.store, asked.kind, subject, wish)
    return printing.job(context, view, language)
