"""The directory of receiving teams: found as one types, opened and edited in place, imported, exported."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.views.hub_teams import Directory, TeamFilter, wanted_teams
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.gui import routes
from clusterdesk.gui.listings import Teams
from clusterdesk.gui.pages.teams.card import TeamsCard
from clusterdesk.gui.pages.teams.examples import ExamplesNotice
from clusterdesk.gui.pages.teams.filters import TeamFilters
from clusterdesk.gui.pages.teams.reading import bin_examples, read
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.page_header import PageHeader
from clusterdesk.gui.widgets.page_scroll import narrow_column, page_scroll
from clusterdesk.gui.widgets.search_field import SearchField

_WIDEST = 860


class TeamsPage(Page):
    """The page; its argument is the id of a team to open, words to search for, or None."""

    shows = (
        "hub_team",
        "hub_team_person",
        "hub_team_country",
        "hub_team_sector",
        "hub_team_referral_kind",
        "referral_kind",
        "country_group",
        "value_chain",
    )

    def build(self) -> None:
        """Make field, chips and rows."""
        kit, t = self.kit, self.kit.t
        self._directory = Directory()
        note = t("Who takes orientations: for which countries and value chains, and how fast they answer.")
        self.header = PageHeader(kit, t("Receiving teams"), note=note)
        self.new_button = Button(kit, t("New team"), "primary", icon="plus")
        self.import_button = Button(kit, t("Import"), icon="import", hint=t("Bring in a list: xlsx, ods or csv"))
        self.header.add(self.import_button, self.export_button(), self.new_button)
        self.field = SearchField(kit, t("Name, country, value chain, person…"))
        self.filters = TeamFilters(kit)
        self.examples = ExamplesNotice(kit)
        self.card = TeamsCard(self.context)
        self.nothing = EmptyState(
            kit,
            "handshake",
            t("No receiving team yet"),
            t("Add the first one: an orientation is handed over to a team, which answers."),
            t("New team"),
        )
        inner, column = narrow_column(kit, _WIDEST)
        for widget in (self.filters, self.examples, self.card, self.nothing):  # large text needs the room
            column.addWidget(widget)
        column.addStretch(1)
        for part in (self.header, self.field):
            self.body.addWidget(part)
        self.body.addWidget(page_scroll(inner, t("Receiving teams")), 1)
        self.nothing.hide()
        self.field.searched.connect(self._narrow)
        self.field.left_down.connect(self._into_rows)
        self.filters.chosen.connect(self._narrow)
        self.examples.bin_asked.connect(self._bin_examples)
        self.import_button.clicked.connect(self._import)
        for asked in (self.new_button.clicked, self.nothing.acted):
            asked.connect(self._begin_new)

    def argument_changed(self) -> None:
        """Open a team, or search."""
        if isinstance(self.argument, UUID):
            self.field.clear()
            self.filters.clear()
            self.card.open_when_shown(self.argument)
        elif isinstance(self.argument, str):
            self.filters.clear()
            self.field.setText(self.argument)

    def refresh(self, changes: object) -> None:
        """Read all teams."""
        self.context.desk.submit(read, self._show, latest="teams", owner=self)

    def search_field(self) -> SearchField:
        """Return the field over the rows."""
        return self.field

    def listing(self) -> Teams:
        """Return the teams that are shown."""
        return Teams(tuple(self.card.rows), self.kit.t)

    def figures_drop(self, path: Path) -> Route:
        """Read a sheet that was dropped here as a list of receiving teams."""
        return routes.import_file(path, ImportKind.HUB_TEAMS.value)

    def leave(self) -> None:
        """Commit what is typed, also into the lines that wait for Enter."""
        super().leave()
        self.card.commit()

    def wanted(self) -> TeamFilter:
        """Return the filter in force."""
        return self.filters.wanted(self.field.text())

    def _show(self, directory: Directory) -> None:
        self._directory = directory
        self.filters.show_counts(directory.cards, self.kit.clock.today())
        self.examples.show_count(sum(card.team.example for card in directory.cards))
        self._narrow()

    @Slot()
    def _narrow(self) -> None:
        cards = wanted_teams(self._directory.cards, self.wanted(), self.kit.clock.today())
        has_any = bool(self._directory.cards)
        self.nothing.setVisible(not has_any and not self._adding)
        self.card.setVisible(has_any or self._adding)
        self.card.kind = self.filters.kind or self.card.kind
        self.card.show_teams(self._directory, cards)

    @property
    def _adding(self) -> bool:
        return self.card.line is not None and not self.card.line.isHidden()

    @Slot()
    def _begin_new(self) -> None:
        self.nothing.hide()
        self.card.show()
        self.card.begin_adding()

    @Slot()
    def _import(self) -> None:
        self.context.shell.go(routes.importing(ImportKind.HUB_TEAMS.value))

    @Slot()
    def _into_rows(self) -> None:
        first = next(iter(self.card.rows.values()), None)
        if first is not None:
            first.focus_toggle()

    @Slot()
    def _bin_examples(self) -> None:
        self.context.write(bin_examples, toast=self.kit.t("The examples are in the bin."), owner=self)
