"""Filling the sheet of a diagnostic from the store."""

from datetime import date
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.diagnostics import Diagnostic
from clusterdesk.domain.records.plan import Milestone
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.views.diagnostic_sheet import DiagnosticSheet
from clusterdesk.domain.views.edition import Edition
from clusterdesk.services.coaching_views import read_diagnostics
from clusterdesk.services.printed_pages import PageWish, PrintedPage
from clusterdesk.services.visit_sheets import language_of_organisation, page_footer
from clusterdesk.store.desk_store import Store


def diagnostic_sheet_view(
    store: Store, diagnostic_id: UUID, *, author: str, edition: Edition = Edition.SHAREABLE
) -> DiagnosticSheet:
    """Return the sheet of a diagnostic, beside the one before as far as the edition may show it.

    Raises:
        KnownError: there is no such diagnostic, or it is not for those who will read the page.
    """
    asked = store.get(Diagnostic, diagnostic_id)
    if not edition.admits(asked.visibility):
        raise KnownError(
            "diagnostic_not_shareable",
            N_("This diagnostic is not marked as shareable: it cannot stand on a page that leaves."),
            advice=N_("Choose the internal edition, or mark the diagnostic as shareable."),
        )
    page = read_diagnostics(store, asked.organisation_id)
    place = next(index for index, one in enumerate(page.taken) if one.diagnostic.id == asked.id)
    older = [one for one in page.taken[place + 1 :] if edition.admits(one.diagnostic.visibility)]
    file = store.get(CoachingFile, asked.coaching_file_id) if asked.coaching_file_id is not None else None
    ahead = store.find(Milestone, coaching_file_id=file.id, done_on=None) if file is not None else []
    return DiagnosticSheet(
        organisation=page.organisation.name,
        on=asked.on,
        now=page.taken[place],
        footer=page_footer(store, author, edition),
        then=older[0] if older else None,
        project=store.get(Project, file.project_id).title if file is not None else "",
        ahead=tuple(sorted((one for one in ahead if edition.admits(one.visibility)), key=_due)),
    )


def printed_diagnostic(store: Store, diagnostic_id: UUID, wish: PageWish) -> PrintedPage:
    """Return the language and the sheet of a diagnostic, as it is wished."""
    language = wish.language or language_of_diagnostic(store, diagnostic_id, wish.usual)
    return language, diagnostic_sheet_view(store, diagnostic_id, author=wish.author, edition=wish.edition)


def newest_diagnostic(store: Store, organisation_id: UUID) -> UUID:
    """Return the newest diagnostic of an organisation.

    Raises:
        KnownError: none was taken.
    """
    taken = read_diagnostics(store, organisation_id).taken
    if not taken:
        raise KnownError(
            "no_diagnostic",
            N_("No diagnostic of this organisation was taken yet."),
            advice=N_("Take one first."),
        )
    return taken[0].diagnostic.id


def language_of_diagnostic(store: Store, diagnostic_id: UUID, default: str = "fr") -> str:
    """Return the language of what the organisation of a diagnostic receives."""
    return language_of_organisation(store, store.get(Diagnostic, diagnostic_id).organisation_id, default)


def _due(milestone: Milestone) -> tuple[date, int]:
    return milestone.due_on or date.max, milestone.position
