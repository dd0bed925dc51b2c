"""The coaching plan of an organisation: a calm overview of each file, edited in place."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.gui import routes
from clusterdesk.gui.forms.people_choices import PeopleChoices, people_choices
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.coaching.file_card import FileCard
from clusterdesk.gui.pages.coaching.funding_card import FundingCard
from clusterdesk.gui.pages.coaching.reading import CoachingData, read_page
from clusterdesk.gui.pages.organisation.tab_page import OrganisationTabPage
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.side_by_side import SideBySide

_SHOWN = (
    "organisation project coaching_file coaching_file_track coaching_file_manager milestone funding_application"
    " evidence session session_note document action headcount mrl_assessment one_off_advice track profile contact"
)


class CoachingPage(OrganisationTabPage):
    """Shows the plans of the organisation whose id is the page's argument."""

    place = routes.COACHING
    shows = tuple(_SHOWN.split())

    def build_content(self) -> None:
        """Make the column of files and the cards beside it."""
        t = self.kit.t
        self._data: CoachingData | None = None
        self._cards: dict[UUID, FileCard] = {}
        main, side = QWidget(), QWidget()
        self._files = QVBoxLayout(main)
        self._files.setContentsMargins(0, 0, 0, 0)
        self._files.setSpacing(14)
        self.empty = EmptyState(
            self.kit,
            "briefcase",
            t("No coaching file yet"),
            t("A file accompanies one project: open it there. Its tracks, milestones and time then stand here."),
            t("To the projects"),
        )
        self.empty.acted.connect(self._to_projects)
        self.empty.hide()
        self._files.addWidget(self.empty)
        self._files.addStretch(1)
        self.funding = FundingCard(self.context)
        self.advice = AdviceCount(self.kit)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.funding)
        column.addWidget(self.advice)
        column.addStretch(1)
        name = t("Coaching plan")
        self.body.addWidget(SideBySide(self.kit, main, side, name, main_scrolls=True), 1)

    def read_content(self, organisation_id: UUID) -> None:
        """Read the plans."""
        self.context.desk.submit(partial(read_page, organisation_id), self._show, latest="coaching", owner=self)

    @property
    def cards(self) -> tuple[FileCard, ...]:
        """The files shown, in their order."""
        return tuple(self._cards.values())

    def _show(self, data: CoachingData) -> None:
        self._data = data
        people = people_choices(data.lists.profiles, data.page.contacts)
        self._show_files(data, people)
        self.empty.setVisible(not data.page.files)
        self.funding.show_page(data.page)
        self.advice.show_count(data.page.advice)

    def _show_files(self, data: CoachingData, people: PeopleChoices) -> None:
        wanted = {one.file.id: one for one in data.page.files}
        for key in [key for key in self._cards if key not in wanted]:
            card = self._cards.pop(key)
            self._files.removeWidget(card)
            card.hide()
            card.deleteLater()
        cards = {}
        for place, (key, plan) in enumerate(wanted.items()):
            card = self._cards.get(key) or FileCard(self.context)
            card.show_plan(plan, people, data.lists.tracks)
            cards[key] = card
            if self._files.indexOf(card) != place:
                self._files.insertWidget(place, card)
        self._cards = cards

    @Slot()
    def _to_projects(self) -> None:
        if isinstance(self.argument, UUID):
            self.context.shell.go(routes.organisation(self.argument))


class AdviceCount(Card):
    """How much one-off advice was given: beside the files, never among them."""

    def __init__(self, kit: Kit) -> None:
        """Make an empty card."""
        super().__init__(margin=16, spacing=4)
        self._kit = kit
        self.header = SectionHeader(kit.t("One-off advice given"))
        self.words = Label("", "muted", wrap=True)
        self.add(self.header, self.words)

    def show_count(self, count: int) -> None:
        """Show how many there are."""
        t = self._kit.t
        self.header.set_note(self._kit.formats.number(count) if count else "")
        none = t("None. A single answer or introduction is noted on the timeline’s page.")
        some = t("Counted apart: an answer or an introduction is no coaching, and attributes no result.")
        self.words.setText(some if count else none)
