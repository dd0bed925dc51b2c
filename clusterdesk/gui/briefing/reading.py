"""Reading what stands on the pages; this runs in the desk's thread."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.briefs.filenames import BriefKind
from clusterdesk.config.settings import Settings
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.visit_report import VisitReport
from clusterdesk.domain.views.visit_sheet import VisitSheet
from clusterdesk.gui.briefing.request import BriefChoice, BriefRequest

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.services.mail_drafts import Recipient

type Step = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class BriefViews:
    """What was read: (language, read model) of each page, whom a mail may go to, and where drafts are kept."""

    kind: BriefKind
    views: tuple[tuple[str, VisitSheet | VisitReport], ...]
    recipients: "tuple[Recipient, ...]"
    drafts_folder: Path
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
            edition=self._choice.edition,
        )

    def _views(self, desk: "Desk") -> Iterator[tuple[str, VisitSheet | VisitReport]]:
        from clusterdesk.services import visit_sheets
        from clusterdesk.services.visit_reports import visit_report_view

        store, usual = desk.store, self._settings.default_document_language
        author, edition = self._settings.profile_name, self._choice.edition
        for one in self._request.session_ids:
            language = self._choice.language or visit_sheets.language_of_session(store, one, usual)
            if self._request.kind is BriefKind.VISIT_REPORT:
                house = self._settings.house_name
                yield language, visit_report_view(store, one, author=author, house=house, edition=edition)
            else:
                yield (
                    language,
                    visit_sheets.visit_sheet_view(
                        store, session_id=one, language=language, author=author, edition=edition
                    ),
                )
        for one in self._request.organisation_ids:
            language = self._choice.language or visit_sheets.language_of_organisation(store, one, usual)
            yield (
                language,
                visit_sheets.visit_sheet_view(
                    store, organisation_id=one, language=language, author=author, edition=edition
                ),
            )

    def _recipients(self, desk: "Desk") -> "tuple[Recipient, ...]":
        """A sheet goes to a colleague, and what is internal never to the organisation: then the person fills it in."""
        from clusterdesk.services.mail_drafts import report_recipients

        alone = self._only_session()
        if self._request.kind is BriefKind.VISIT_SHEET or self._choice.edition is Edition.INTERNAL or alone is None:
            return ()
        return report_recipients(desk.store, alone)

    def _only_session(self) -> UUID | None:
        return self._request.session_ids[0] if self._request.count == 1 and self._request.session_ids else None
