"""What the fields of results and evidence choose from, on the page of an organisation."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from clusterdesk.domain.choice_labels import INDICATOR_LABELS, choice_label
from clusterdesk.domain.records.results import Document, ResultEvent
from clusterdesk.domain.views.organisation_page import OrganisationPage
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.organisation.loading import Lists, file_options
from clusterdesk.gui.widgets.fields.choice import Option

_NOTHING = Option(None, "–")


@dataclass(slots=True)
class ResultChoices:
    """The page and the lists as they are now; the card renews them before its rows are filled."""

    kit: Kit
    page: OrganisationPage | None = None
    lists: Lists = field(default_factory=Lists)

    def projects(self) -> list[Option]:
        """Return the projects of the organisation, and nothing: the organisation itself."""
        cards = self.page.projects if self.page is not None else ()
        return [_NOTHING, *(Option(one.project.id, one.project.title) for one in cards)]

    def files(self) -> list[Option]:
        """Return the coaching files of the organisation."""
        return [_NOTHING, *(file_options(self.kit, self.page) if self.page is not None else ())]

    def results(self) -> list[Option]:
        """Return the results that evidence may prove."""
        cards = self.page.results if self.page is not None else ()
        return [_NOTHING, *(Option(one.result.id, self.result_words(one.result)) for one in cards)]

    def documents(self) -> list[Option]:
        """Return the documents of the organisation."""
        return [_NOTHING, *(Option(one.id, one.name) for one in self._documents())]

    def indicators(self, kept: str) -> list[Option]:
        """Return the indicators of the strategy, the tracks that have none, and one noted before that is neither."""
        language = self.kit.t.language
        known = {key: self.kit.t(label) for key, label in INDICATOR_LABELS.items()}
        known |= {one.key: one.name_in(language) for one in self.lists.tracks if not one.indicator}
        if kept:
            known.setdefault(kept, kept)
        return [Option("", "–"), *(Option(key, label) for key, label in known.items())]

    def track_name(self, key: str) -> str:
        """Return the name of a track that has no indicator; empty for an indicator."""
        language = self.kit.t.language
        return next((one.name_in(language) for one in self.lists.tracks if one.key == key and not one.indicator), "")

    def document_name(self, document_id: UUID | None) -> str:
        """Return the name of a document, empty where it is not one of the organisation."""
        return next((one.name for one in self._documents() if one.id == document_id), "")

    def colleagues(self) -> list[str]:
        """Return the names of the colleagues."""
        return [one.name for one in self.lists.profiles]

    def result_words(self, result: ResultEvent) -> str:
        """Return "Break-even reached · 31/08/2025"."""
        t, formats = self.kit.t, self.kit.formats
        return t("{kind} · {title}", kind=t(choice_label(result.kind)), title=formats.date(result.on))

    def _documents(self) -> Iterable[Document]:
        return self.page.documents if self.page is not None else ()
