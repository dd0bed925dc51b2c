"""The head of an organisation's page: name, chips, next step, and what can be done."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.organisations import LegalSituation, Membership, MembershipStatus
from clusterdesk.domain.views.organisation_page import NextStep, OrganisationPage, StepKind
from clusterdesk.gui.binding import RecordFields
from clusterdesk.gui.context import Context
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.organisation.header_menu import HeaderMenu
from clusterdesk.gui.pages.organisation.walk_bar import WalkBar
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button, CutButton, IconButton
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Chip, ElidedLabel, Label
from clusterdesk.gui.widgets.title_row import TitleRow

_LONGEST_STEP = 56  # characters of a next step that are shown
_MEMBER_TONES = {
    MembershipStatus.MEMBER: Tone.OK,
    MembershipStatus.CANDIDATE: Tone.INFO,
    MembershipStatus.PARTNER: Tone.INFO,
    MembershipStatus.FORMER: Tone.NEUTRAL,
}


class Header(QWidget):
    """The head of the page.

    Signals:
        plan_asked, write_asked, sheet_asked: the buttons.
        history_asked, merge_asked, bin_asked, unbin_asked: the menu.
        previous_asked, next_asked: to the one before or after it in the list.
        step_opened: the next step was clicked; it comes from this record (a NextStep).
    """

    plan_asked = Signal()
    write_asked = Signal()
    sheet_asked = Signal()
    history_asked = Signal()
    previous_asked = Signal()
    next_asked = Signal()
    merge_asked = Signal()
    bin_asked = Signal()
    unbin_asked = Signal()
    step_opened = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Make an empty head."""
        super().__init__(parent)
        self.context, self.kit = context, context.kit
        self._step: NextStep | None = None
        t = self.kit.t
        self.fields = RecordFields(context, "organisation", self)
        self.name = self.fields.bind("name", InlineText(self.kit, t("Name"), longest=300, required=True))
        self.name.hide_caption()
        self.name.edit.setProperty("look", "title")
        self.chips = QWidget()
        self._flow = FlowLayout(self.chips)
        self.step = CutButton(self.kit, "", icon="flag")
        self.step.clicked.connect(self._open_step)
        self.contact = Label("", "muted")
        self.contact.setMargin(4)
        self.walk = WalkBar(self.context)
        self.walk.previous_asked.connect(self.previous_asked)
        self.walk.next_asked.connect(self.next_asked)
        self._make_buttons()
        self._assemble()

    def _make_buttons(self) -> None:
        kit, t = self.kit, self.kit.t
        self.plan = Button(kit, t("Plan a visit"), icon="calendar-plus")
        self.plan.clicked.connect(self.plan_asked)
        self.sheet = Button(kit, t("Visit sheet"), icon="printer", hint=t("The printed page for the visit"))
        self.sheet.clicked.connect(self.sheet_asked)
        self.write = Button(kit, t("Write a session"), "primary", icon="notebook-pen", hint=t("Visit mode"))
        self.write.clicked.connect(self.write_asked)
        self.more = IconButton(kit, "ellipsis", t("More"))
        self.menu = HeaderMenu(self.context, self)
        self.menu.history_asked.connect(self.history_asked)
        self.menu.merge_asked.connect(self.merge_asked)
        self.menu.bin_asked.connect(self.bin_asked)
        self.menu.unbin_asked.connect(self.unbin_asked)
        self.more.setMenu(self.menu)
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)

    def _assemble(self) -> None:
        self._row = TitleRow(self.kit, self.name, (self.plan, self.sheet, self.write, self.more))
        line = QWidget()
        flow = FlowLayout(line, spacing=10)
        flow.addWidget(self.step)
        flow.addWidget(self.contact)
        flow.addWidget(self.walk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._row)
        column.addWidget(self.chips)
        column.addWidget(line)

    def offer(self, *, sheet: bool, merge: bool) -> None:
        """Show what leads to pages that exist."""
        self.sheet.setVisible(sheet)
        self.menu.merge.setVisible(merge)
        self._row.fold()

    def show_page(self, page: OrganisationPage) -> None:
        """Show an organisation."""
        self.fields.show(page.organisation)
        self._show_chips(page)
        self.menu.show_page(page)
        self.walk.show_place(page.organisation.id)
        self._step = page.next_step
        self.step.set_text(step_words(self.kit, page))
        self.step.setEnabled(page.next_step is not None)
        self.contact.setText(contact_words(self.kit, page.last_contact_on, page.today))

    def _show_chips(self, page: OrganisationPage) -> None:
        t, language = self.kit.t, self.kit.t.language
        clear_layout(self._flow)
        if page.organisation.deleted:
            self._chip(t("In the bin"), Tone.BAD)
        self._chip(t(choice_label(page.organisation.kind)))
        member = page.membership
        if member is not None:
            self._chip(membership_words(self.kit, member), _MEMBER_TONES[member.status])
        situation = page.situation
        if situation is not None and situation.situation is not LegalSituation.ACTIVE:
            self._chip(t(choice_label(situation.situation)), Tone.BAD)
        for chain in page.value_chains:
            self._chip(chain.name_in(language), Tone.OK)
        if page.number:
            number = ElidedLabel(page.number, "muted")
            number.setMinimumWidth(number.fontMetrics().horizontalAdvance(page.number) + 4)
            self._flow.addWidget(number)
        else:
            self._chip(t("Number missing"), Tone.WARN)
        for merged in page.merged:
            self._chip(t("Merged: {name}", name=merged.name[:60]), Tone.INFO)
        self.chips.updateGeometry()

    def _chip(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        self._flow.addWidget(Chip(text, tone))

    @Slot()
    def _open_step(self) -> None:
        if self._step is not None:
            self.step_opened.emit(self._step)


def step_words(kit: Kit, page: OrganisationPage) -> str:
    """Return the next step in words."""
    t, step = kit.t, page.next_step
    if step is None:
        return t("No next step yet")
    text = step.text if len(step.text) <= _LONGEST_STEP else f"{step.text[:_LONGEST_STEP]}…"
    if step.kind is StepKind.SESSION and page.next_session is not None and not text:
        text = t(choice_label(page.next_session.kind))
    if step.on is None:
        return t("Next step: {what}", what=text)
    return t("Next step: {what}, {day}", what=text, day=kit.formats.weekday_date(step.on))


def contact_words(kit: Kit, last: date | None, today: date) -> str:
    """Return when the last contact was."""
    if last is None:
        return kit.t("No contact yet")
    return kit.t("Last contact {when}", when=kit.formats.relative_days((last - today).days))


def membership_words(kit: Kit, member: Membership) -> str:
    """Return "Member since 2024"."""
    label = kit.t(choice_label(member.status))
    if member.from_on is None:
        return label
    return kit.t("{status} since {day}", status=label, day=kit.formats.partial(member.from_on))
