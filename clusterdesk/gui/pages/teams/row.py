"""One receiving team: a line that opens into what it covers, its people and its fields."""

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from clusterdesk.domain.views.hub_teams import Directory, TeamCard
from clusterdesk.gui import routes
from clusterdesk.gui.forms.choosing_row import ChoosingRow, Renewed
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.organisation.set_field import SetField
from clusterdesk.gui.pages.teams import words
from clusterdesk.gui.pages.teams.countries_field import CountriesField
from clusterdesk.gui.pages.teams.people_card import PeopleCard
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Column

_HEAD = (("name",), ("kind", "answer_days"), ("mail", "phone"), ("languages", "everywhere"))
_REST = (("every_sector", "example"), ("from_on", "to_on"), ("remark",))


class TeamRow(ChoosingRow[Renewed[Directory]]):
    """One team."""

    type_key = "hub_team"
    wraps = True
    chips_below = False
    part: TeamCard

    def record_id(self) -> UUID:
        """Return the id of the team."""
        return self.part.team.id

    def words(self) -> None:
        """Say the name, and what it covers."""
        today = self.kit.clock.today()
        note = words.note_of(self.kit, self.part)
        self.say(self.part.team.name, note, *words.chips_of(self.kit, self.part, today))

    def build(self) -> QWidget:
        """Return the fields, the sets and the people."""
        t = self.kit.t
        self.first = RecordForm(self.context, "hub_team", _HEAD, required=("name",))
        self.countries = CountriesField(self.context, t("Countries"), "hub_team_country", "hub_team_id")
        self.kinds = SetField(
            self.context, t("Kinds of orientation"), "hub_team_referral_kind", "referral_kind_id", "hub_team_id"
        )
        self.sectors = SetField(self.context, t("Value chains"), "hub_team_sector", "value_chain_id", "hub_team_id")
        self.rest = RecordForm(self.context, "hub_team", _REST)
        self.people = PeopleCard(self.context)
        return Column(self.first, self.countries, self.kinds, self.sectors, self.rest, self.people)

    def fill(self) -> None:
        """Show the team."""
        card, lists = self.part, self.choices.data
        self.first.show_record(card.team)
        self.rest.show_record(card.team)
        self.countries.show_members(card.team.id, card.countries, words.country_sets(self.kit, lists.groups))
        self.countries.setVisible(not card.team.everywhere)
        self.kinds.show_members(card.team.id, card.kinds, lists.kinds)
        self.sectors.show_members(card.team.id, card.sectors, lists.chains)
        self.sectors.setVisible(not card.team.every_sector)
        self.people.team_id = card.team.id
        self.people.show_parts(card.people)

    def _footer(self) -> QWidget:
        to_them = Button(self.kit, self.kit.t("Its orientations"), "link", icon="share-2")
        to_them.clicked.connect(self._go_to_orientations)
        footer = super()._footer()
        layout = footer.layout()
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(0, to_them)
        return footer

    @Slot()
    def _go_to_orientations(self) -> None:
        self.context.shell.go(routes.referrals(self.part.team.id))

    def commit(self) -> None:
        """Add what is typed into the line of its people."""
        if self.is_open:
            self.people.commit()
