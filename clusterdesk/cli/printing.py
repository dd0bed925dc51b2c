"""Printing briefs into files, for the brief command and for the demo."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.base.filenames import unique_path
from clusterdesk.cli.context import Context
from clusterdesk.cli.writing import write

if TYPE_CHECKING:
    from clusterdesk.briefs.house import House
    from clusterdesk.briefs.jobs import BriefJob
    from clusterdesk.domain.views.edition import Edition
    from clusterdesk.domain.views.printable import Printable

_SAID_EVERY = 25


@dataclass(frozen=True, slots=True)
class Wanted:
    """A brief that is wanted: of a session, or a visit sheet of an organisation; ``language`` empty: the receiver's."""

    session_id: UUID | None = None
    organisation_id: UUID | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """A brief that was written; ``provisional_until`` is the end of the quarter of a report that is not over."""

    path: Path
    organisation: str
    language: str
    merged: bool = False
    provisional_until: date | None = None


def house_of(context: Context) -> "House":
    """Return whose name and logo stand on the pages; a logo that cannot be read is left out with a word."""
    from clusterdesk.briefs.house import House

    settings = context.settings
    logo = None
    if settings.house_logo:
        try:
            logo = Path(settings.house_logo).expanduser().read_bytes()
        except OSError:
            context.progress(
                context.t("The logo {path} cannot be read; the pages are printed without it.", path=settings.house_logo)
            )
    return House(settings.house_name, logo)


def sheet_jobs(context: Context, wanted: Iterable[Wanted], edition: "Edition") -> "Iterator[BriefJob]":
    """Yield the visit sheets to print."""
    from clusterdesk.services import visit_sheets

    store, usual = context.desk.store, context.settings.default_document_language
    for one in wanted:
        if one.session_id is not None:
            language = one.language or visit_sheets.language_of_session(store, one.session_id, usual)
        else:
            assert one.organisation_id is not None
            language = one.language or visit_sheets.language_of_organisation(store, one.organisation_id, usual)
        view = visit_sheets.visit_sheet_view(
            store,
            session_id=one.session_id,
            organisation_id=None if one.session_id is not None else one.organisation_id,
            language=language,
            author=context.settings.profile_name,
            edition=edition,
        )
        yield job(context, view, language)


def report_jobs(context: Context, wanted: Iterable[Wanted], edition: "Edition") -> "Iterator[BriefJob]":
    """Yield the visit reports to print."""
    from clusterdesk.services import visit_reports, visit_sheets

    store, settings = context.desk.store, context.settings
    for one in wanted:
        assert one.session_id is not None
        usual = settings.default_document_language
        language = one.language or visit_sheets.language_of_session(store, one.session_id, usual)
        view = visit_reports.visit_report_view(
            store, one.session_id, author=settings.profile_name, house=settings.house_name, edition=edition
        )
        yield job(context, view, language)


def job(context: Context, view: "Printable", language: str) -> "BriefJob":
    """Return a brief to print: what stands on it, with the words and formats of a language."""
    from clusterdesk.briefs.jobs import BriefJob
    from clusterdesk.i18n.formats import Formats

    return BriefJob(view, context.t.other(language), Formats(language))


def write_each(context: Context, jobs: "Sequence[BriefJob]", folder: Path) -> list[Printed]:
    """Write one PDF for each brief into a folder; what lies there already is never replaced.

    Raises:
        KnownError: the folder cannot be written.
    """
    from clusterdesk.briefs.batch import print_briefs

    languages = iter([job.t.language for job in jobs])
    written = []
    for brief in print_briefs(jobs, house_of(context), progress=_Progress(context)):
        path = unique_path(folder, brief.filename)
        write(path, brief.pdf)
        written.append(Printed(path, brief.organisation, next(languages)))
    return written


def merged_pdf(context: Context, jobs: "Sequence[BriefJob]") -> bytes:
    """Return all briefs as one PDF, a bookmark each."""
    from clusterdesk.briefs import batch, merge
    from clusterdesk.briefs.filenames import batch_filename
    from clusterdesk.briefs.jobs import kind_of
    from clusterdesk.briefs.makers import is_drawn_in_a_row
    from clusterdesk.briefs.pen import About

    house, first = house_of(context), jobs[0]
    heard = _Progress(context)
    title = batch_filename(kind_of(jobs), context.desk.clock.today(), first.t).removesuffix(".pdf")
    if is_drawn_in_a_row(first.kind):
        about = About(title, context.settings.profile_name, title, f"{first.t.language}-BE")
        pdf = batch.print_sheets_merged(jobs, house, about, progress=heard)
        assert pdf is not None
        return pdf
    briefs = list(batch.print_briefs(jobs, house, progress=heard))
    names = [brief.organisation for brief in briefs]
    return merge.merge_pdfs([brief.pdf for brief in briefs], names, title=title, language=f"{first.t.language}-BE")


class _Progress:
    """Says now and then how far a batch is."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def __call__(self, done: int, total: int) -> None:
        if done % _SAID_EVERY == 0 and done < total:
            self._context.progress(self._context.t("{done} of {total} …", done=done, total=total))
