"""Filling the paper of a vision dossier from the store."""

from datetime import date
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.records.vision import VisionDossier
from clusterdesk.domain.views.dossier import Dossier, DossierChapter, DossierQuestion, DossierSource
from clusterdesk.domain.views.edition import Edition, for_edition
from clusterdesk.domain.views.vision import ContributorLine, VisionPage
from clusterdesk.services.printed_pages import PageWish, PrintedPage, Subject
from clusterdesk.services.vision import read_vision
from clusterdesk.services.visit_sheets import page_footer
from clusterdesk.store.desk_store import Store


def printed_dossier(store: Store, subject: Subject, wish: PageWish) -> PrintedPage:
    """Return the language and the paper of a dossier, as it is wished.

    Raises:
        KnownError: there is no such dossier, or it is not for those who will read the paper.
    """
    assert isinstance(subject, UUID)
    return wish.language or wish.usual, dossier_view(store, subject, author=wish.author, edition=wish.edition)


def dossier_view(store: Store, dossier_id: UUID, *, author: str, edition: Edition = Edition.SHAREABLE) -> Dossier:
    """Return a dossier as far as the edition may show it; sources are numbered in the order of the list.

    Raises:
        KnownError: there is no such dossier, or it is not for those who will read the paper.
    """
    page = read_vision(store, dossier_id)
    _check_may_leave(page.record, edition)
    sources = [one for one in page.sources if edition.admits(one.visibility)]
    numbers = {one.id: number for number, one in enumerate(sources, start=1)}
    named = [_name(one, edition) for one in page.contributors]
    view = Dossier(
        page.record.title,
        store.clock.today(),
        page_footer(store, author, edition),
        page.record.question,
        page.record.scope,
        page.stage,
        _since(page),
        tuple(
            DossierChapter(
                one.title,
                one.text,
                tuple(numbers[each.id] for each in page.sources_of(one.id) if each.id in numbers),
                one.visibility,
            )
            for one in page.chapters
        ),
        tuple(
            DossierSource(
                numbers[one.id],
                one.title,
                one.author,
                one.published_on,
                one.consulted_on,
                one.link,
                one.summary,
                one.visibility,
            )
            for one in sources
        ),
        tuple(DossierQuestion(one.text, one.answer, one.answered_on, one.visibility) for one in page.questions),
        tuple(dict.fromkeys(name for name in named if name)),
        sum(not name for name in named),
    )
    return for_edition(view, edition)


def _check_may_leave(record: VisionDossier, edition: Edition) -> None:
    if not edition.admits(record.visibility):
        raise KnownError(
            "dossier_not_shareable",
            N_("This dossier is not marked as shareable: it cannot stand on a page that leaves."),
            advice=N_("Choose the internal edition, or mark the dossier as shareable."),
        )


def _since(page: VisionPage) -> date | None:
    return next((one.on for one in page.stages if one.stage is page.stage), None)


def _name(one: ContributorLine, edition: Edition) -> str:
    """Return who contributed; outside the team only those who agreed to be cited are named."""
    if edition is Edition.SHAREABLE and not one.may_be_cited:
        return ""
    return f"{one.name} ({one.organisation})" if one.name and one.organisation else one.name or one.organisation
