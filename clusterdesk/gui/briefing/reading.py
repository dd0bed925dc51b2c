"""Reading what stands on the pages; this runs in the desk's thread."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.briefs.filenames import BriefKind
from clusterdesk.config.settings import Settings
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.visit_sheet import VisitSheet
from clusterdesk.gui.briefing.request import BriefChoice, BriefRequest

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.services.mail_drafts import Recipient
    from clusterdesk.services.printed_pages import PrintedPage

type Step = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class BriefViews:
    """What was read: (language, read model) of each page, whom a mail may go to, and where drafts and bags are kept."""

    kind: BriefKind
    views: "tuple[PrintedPage, ...]"
    recipients: "tuple[Recipient, ...]"
    drafts_folder: Path
    bag_folder: Path
    edition: Edition


class ReadBriefs:
    """The question to the desk."""

    def __init__(self, request: BriefRequest, choice: BriefChoice, settings: Settings, step: str) -> None:
        """``step`` names the work, translated."""
        self._request, self._choice, self._settings, self._step = request, choice, settings, step

    def __call__(self, desk: "Desk", progress: Step) -> BriefViews:
        """Read one page after the other.

        Raises:
            KnownError: there is no such session or organisation.
        """
        views = []
        for done, view in enumerate(self._views(desk), start=1):
            progress(self._step, done, self._request.count)
            views.append(view)
        return BriefViews(
            kind=self._request.kind,
            views=tuple(views),
            recipients=self._recipients(desk),
            drafts_folder=desk.store.folder.outbox / "mail",
            bag_folder=desk.store.folder.outbox / self._kept_in / desk.store.clock.today().isoformat(),
            edition=self._choice.edition,
        )

    def _views(self, desk: "Desk") -> "Iterator[PrintedPage]":
        from clusterdesk.services.printed_pages import is_read_here

        match self._request.kind:
            case BriefKind.VISIT_REPORT:
                yield from self._reports(desk)
            case BriefKind.WEEK_NOTE:
                yield from self._notes(desk)
            case kind if is_read_here(kind):
                yield from self._pages(desk)
            case _:
                yield from self._days_and_sheets(desk)

    def _pages(self, desk: "Desk") -> "Iterator[PrintedPage]":
        from clusterdesk.services.printed_pages import PageWish, read_page

        settings, choice = self._settings, self._choice
        wish = PageWish(
            choice.language,
            settings.default_document_language,
            settings.profile_name,
            settings.house_name,
            choice.edition,
        )
        for one in (choice.state,) if choice.state else self._request.subjects:
            yield read_page(desk.store, self._request.kind, one, wish)

    def _reports(self, desk: "Desk") -> "Iterator[PrintedPage]":
        from clusterdesk.services import visit_sheets
        from clusterdesk.services.visit_reports import visit_report_view

        store, settings, edition = desk.store, self._settings, self._choice.edition
        author, house, usual = settings.profile_name, settings.house_name, settings.default_document_language
        for one in self._request.session_ids:
            language = self._choice.language or visit_sheets.language_of_session(store, one, usual)
            yield language, visit_report_view(store, one, author=author, house=house, edition=edition)

    def _notes(self, desk: "Desk") -> "Iterator[PrintedPage]":
        from clusterdesk.services.week_notes import week_note_view

        if self._request.week is not None:
            author, edition = self._settings.profile_name, self._choice.edition
            yield self._own_language, week_note_view(desk.store, self._request.week, author=author, edition=edition)

    def _days_and_sheets(self, desk: "Desk") -> "Iterator[PrintedPage]":
        """Give the page of each day before the sheets of its visits, then the other sheets."""
        from clusterdesk.services.day_pages import day_page_view

        author, edition = self._settings.profile_name, self._choice.edition
        sheets = list(self._sheets(desk))
        for day in self._request.days:
            yield self._own_language, day_page_view(desk.store, day, author=author, edition=edition)
            yield from (one for one in sheets if one[1].appointment.on == day)
        yield from (one for one in sheets if one[1].appointment.on not in self._request.days)

    def _sheets(self, desk: "Desk") -> "Iterator[tuple[str, VisitSheet]]":
        from clusterdesk.services import visit_sheets

        store, usual = desk.store, self._settings.default_document_language
        author, edition, chosen = self._settings.profile_name, self._choice.edition, self._choice.language
        for one in self._request.session_ids:
            language = chosen or visit_sheets.language_of_session(store, one, usual)
            view = visit_sheets.visit_sheet_view(
                store, session_id=one, language=language, author=author, edition=edition
            )
            yield language, view
        for one in self._request.organisation_ids:
            language = chosen or visit_sheets.language_of_organisation(store, one, usual)
            view = visit_sheets.visit_sheet_view(
                store, organisation_id=one, language=language, author=author, edition=edition
            )
            yield language, view

    @property
    def _own_language(self) -> str:
        """The language of pages that stay with whoever prints them."""
        return self._choice.language or self._settings.default_document_language

    def _recipients(self, desk: "Desk") -> "tuple[Recipient, ...]":
        """A sheet goes to a colleague, and what is internal never to the organisation: then the person fills it in."""
        from clusterdesk.services.mail_drafts import report_recipients

        if self._request.kind is BriefKind.MINUTES and self._edition_leaves:
            return self._members(desk)
        alone = self._only_session()
        report = self._request.kind is BriefKind.VISIT_REPORT
        if not report or self._choice.edition is Edition.INTERNAL or alone is None:
            return ()
        return report_recipients(desk.store, alone)

    @property
    def _kept_in(self) -> str:
        """The folder that what is made ready is kept in: visits, or reports to the board."""
        return "board" if self._request.is_report else "visits"

    @property
    def _edition_leaves(self) -> bool:
        return self._choice.edition not in (Edition.INTERNAL, Edition.DIRECTION)

    def _members(self, desk: "Desk") -> "tuple[Recipient, ...]":
        from clusterdesk.services.meeting_papers import minutes_recipients

        subjects = self._request.subjects
        alone = subjects[0] if len(subjects) == 1 else None
        return minutes_recipients(desk.store, alone) if isinstance(alone, UUID) else ()

    def _only_session(self) -> UUID | None:
        return self._request.session_ids[0] if self._request.count == 1 and self._request.session_ids else None
