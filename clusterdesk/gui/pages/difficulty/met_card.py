"""Which organisations meet a difficulty: may they be named, were they told of the answer."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.difficulties import AddTouched, AgreeToBeNamed, RemoveTouched
from clusterdesk.domain.records.difficulties import DifficultyState
from clusterdesk.domain.views.difficulties import DifficultyPage, Met
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.pages.difficulty import reading
from clusterdesk.gui.pages.difficulty.agreement_dialog import AgreementDialog
from clusterdesk.gui.pages.organisations.choosing import OrganisationDialog
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.card import Column, Row
from clusterdesk.gui.widgets.label import Label

_TOLD = (DifficultyState.ANSWERED, DifficultyState.FED_BACK, DifficultyState.CLOSED)


class MetCard(PartsCard):
    """The organisations that meet the difficulty.

    Signals:
        telling_asked: tell one of them of the answer (its id).
    """

    telling_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("No organisation yet. The more meet it, the more it weighs; none is named unless it agrees.")
        super().__init__(context, t("Who meets it"), empty, add=t("Add an organisation that meets it"))
        self._page: DifficultyPage | None = None

    def make_row(self, part: Met) -> PartRow:
        """Return the row of an organisation."""
        row = MetRow(self.context, part, self.page)
        row.telling_asked.connect(self.telling_asked)
        return row

    def key_of(self, part: Met) -> UUID:
        """Return the organisation: its records may be several after joins and merges."""
        return part.organisation_id

    def page(self) -> DifficultyPage | None:
        """Return what is shown."""
        return self._page

    def show_page(self, page: DifficultyPage) -> None:
        """Show who meets it."""
        self._page = page
        self.show_parts(page.row.organisations)

    @Slot()
    def begin_adding(self) -> None:
        """Choose the organisation by its name."""
        t = self.kit.t
        dialog = OrganisationDialog(self.context, t("Who meets this difficulty too?"), t("Add it"), self.window())
        dialog.chosen.connect(self.take)
        dialog.open()

    @Slot(object)
    def take(self, organisation_id: UUID) -> None:
        """Add an organisation."""
        if self._page is not None:
            command = AddTouched(difficulty_id=self._page.row.record.id, organisation_id=organisation_id)
            self.context.write(
                partial(reading.add_touched, command), toast=self.kit.t("Organisation added."), owner=self
            )


class MetRow(PartRow):
    """One organisation that meets the difficulty.

    Signals:
        telling_asked: tell it of the answer (its id).
    """

    telling_asked = Signal(object)
    type_key = "difficulty_organisation"
    part: Met

    def __init__(self, context: Context, part: Met, page: Callable[[], DifficultyPage | None]) -> None:
        """Show an organisation, closed; ``page`` returns the difficulty shown."""
        super().__init__(context, part)
        self._page = page
        self.visit = IconButton(self.kit, "arrow-right", "")
        self.visit.clicked.connect(self._visit)
        self.line.insertWidget(self.line.count() - 1, self.visit)

    def record_id(self) -> UUID:
        """Return the record that says it."""
        return self.part.record_id

    def words(self) -> None:
        """Say its name, whether it may be named, whether it was told."""
        kit, t, part = self.kit, self.kit.t, self.part
        page = self._page()
        told = ""
        if part.fed_back_on is not None:
            told = t("Told on {day}", day=kit.formats.date(part.fed_back_on))
        elif page is not None and page.row.record.state in _TOLD:
            told = t("Not told of the answer yet")
        agreed = ""
        if part.named and part.named_on is not None:
            agreed = t("{name} agreed on {day}", name=part.named_by, day=kit.formats.date(part.named_on))
        chip = (t("May be named"), Tone.OK) if part.named else (t("Anonymous"), Tone.NEUTRAL)
        self.say(part.name, " · ".join(one for one in (agreed, told) if one), chip)
        self.visit.set_name(t("Go to {name}", name=part.name))

    def build(self) -> QWidget:
        """Return what can be noted of it."""
        t = self.kit.t
        self.why = Label("", "small", wrap=True)
        self.agree = Button(self.kit, t("It agrees to be named…"), icon="check")
        self.agree.clicked.connect(self._ask)
        self.unname = Button(self.kit, t("No longer by name"), icon="x")
        self.unname.clicked.connect(self._unname)
        self.tell = Button(self.kit, t("Tell it the answer…"), icon="mail")
        self.tell.clicked.connect(self._tell)
        return Column(self.why, Row(self.agree, self.unname), Row(self.tell))

    def fill(self) -> None:
        """Offer what is possible now."""
        t, named, page = self.kit.t, self.part.named, self._page()
        self.why.setText(
            t("It may stand by name in what leaves.")
            if named
            else t("Its name, people, numbers and places are blocked in what leaves.")
        )
        self.agree.setVisible(not named)
        self.unname.setVisible(named)
        answered = page is not None and page.row.record.state in _TOLD[:2]
        self.tell.setVisible(answered and self.part.fed_back_on is None)

    @Slot()
    def remove(self) -> None:
        """Take it away from the difficulty; what it said stays, without its name."""
        page = self._page()
        if page is not None:
            command = RemoveTouched(difficulty_id=page.row.record.id, organisation_id=self.part.organisation_id)
            toast = self.kit.t("{name} no longer meets it.", name=self.part.name)
            self.context.write(partial(reading.remove_touched, command), toast=toast)

    @Slot()
    def _ask(self) -> None:
        page = self._page()
        if page is not None:
            AgreementDialog(self.context, page.row.record.id, self.part, self.window()).open()

    @Slot()
    def _unname(self) -> None:
        page = self._page()
        if page is not None:
            command = AgreeToBeNamed(
                difficulty_id=page.row.record.id, organisation_id=self.part.organisation_id, named=False
            )
            toast = self.kit.t("{name} stays anonymous.", name=self.part.name)
            self.context.write(partial(reading.agree, command), toast=toast)

    @Slot()
    def _tell(self) -> None:
        self.telling_asked.emit(self.part.organisation_id)

    @Slot()
    def _visit(self) -> None:
        self.context.shell.go(routes.organisation(self.part.organisation_id))
