"""One link of a chain: who stands there, who would fit, its names and activities."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.lists import MoveInList
from clusterdesk.domain.views.chains import ChainMember, LinkRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.chains import words
from clusterdesk.gui.pages.chains.actors_card import ActorsCard
from clusterdesk.gui.pages.chains.prospects.new_dialog import Lacking
from clusterdesk.gui.pages.chains.prospects.seeking import Seeking
from clusterdesk.gui.pages.lists.reading import move
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Column, Row
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.names_flow import NameOffer, NamesFlow
from clusterdesk.gui.widgets.order_buttons import OrderButtons

_FIELDS = (("name_fr",), ("name_nl", "name_en"), ("nace_codes", "active"))


class ChainLinkRow(PartRow):
    """One link."""

    type_key = "chain_link"
    wraps = True
    chips_below = False
    part: LinkRow

    def __init__(self, context: Context, part: LinkRow) -> None:
        """Show a link, closed."""
        super().__init__(context, part)
        self.members: tuple[ChainMember, ...] = ()

    def record_id(self) -> UUID:
        """Return the id of the link."""
        return self.part.link.id

    def words(self) -> None:
        """Say the name, who stands there, and that it is a hole."""
        name = self.part.link.name_in(self.kit.t.language)
        self.say(name, words.link_note(self.kit, self.part), *words.link_chips(self.kit, self.part))

    def build(self) -> QWidget:
        """Return who stands there, who would fit, and the fields."""
        t = self.kit.t
        self.actors = ActorsCard(self.context)
        self.fitting_words = Label(t("Their activities (NACE) point here"), "small", wrap=True)
        self.fitting_words.setContentsMargins(8, 0, 8, 0)
        self.fitting = NamesFlow(self.kit, "filter", "plus")
        self.fitting.setContentsMargins(8, 0, 8, 4)
        self.fitting.pressed.connect(self.actors.take)
        self.form = RecordForm(self.context, self.type_key, _FIELDS, required=("name_fr",))
        self.seek = Button(self.kit, t("Look for somebody…"), "link", icon="search")
        self.seeking = Seeking(self.context, self)
        self.seeking.noted.connect(self.seeking.go)
        self.seek.clicked.connect(self._seek)
        self.order = OrderButtons(self.kit)
        self.order.asked.connect(self._move)
        return Column(self.actors, self.fitting_words, self.fitting, self.form, Row(self.seek, self.order))

    def fill(self) -> None:
        """Show the link."""
        self.actors.link_id = self.part.link.id
        self.actors.show_parts(self.part.stands)
        self._offer()
        self.form.show_record(self.part.link)

    def show_members(self, members: tuple[ChainMember, ...]) -> None:
        """Offer the members of the chain whose activities point here."""
        self.members = members
        if self.is_open:
            self._offer()

    def _offer(self) -> None:
        t, here = self.kit.t, self.part.link.id
        fitting = [one for one in self.members if any(link.id == here for link in one.at)]
        self.fitting.show_names(
            [NameOffer(one.organisation_id, one.name, t("Place {name} at this link", name=one.name)) for one in fitting]
        )
        self.fitting.setVisible(bool(fitting))
        self.fitting_words.setVisible(bool(fitting))

    @Slot()
    def _seek(self) -> None:
        self.seeking.note(Lacking(self.part.link.id))

    @Slot(bool)
    def _move(self, up: bool) -> None:
        command = MoveInList(type_key=self.type_key, record_id=self.part.link.id, up=up)
        self.context.write(partial(move, command))
