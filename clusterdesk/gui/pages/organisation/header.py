"""The head of an organisation's page: name, chips, next step, and what can be done."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.views.organisation_page import NextStep, OrganisationPage, StepKind
from clusterdesk.gui.binding import RecordFields
from clusterdesk.gui.context import Context
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.organisation.binned import organisation_notice
from clusterdesk.gui.pages.organisation.chips_line import ChipsLine
from clusterdesk.gui.pages.organisation.header_menu import HeaderMenu
from clusterdesk.gui.pages.organisation.measures import measure_words
from clusterdesk.gui.pages.organisation.walk_bar import WalkBar
from clusterdesk.gui.widgets.buttons import Button, CutButton, IconButton
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.title_row import TitleRow

_LONGEST_STEP = 56  # characters of a next step that are shown


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
        self.chips = ChipsLine(self.kit)
        self.step = CutButton(self.kit, "", icon="flag")
        self.step.clicked.connect(self._open_step)
        self.contact = Label("", "muted")
        self.contact.setMargin(4)
        self.measures = Label("", "muted")
        self.measures.setMargin(4)
        self.walk = WalkBar(self.context)
        self.walk.previous_asked.connect(self.previous_asked)
        self.walk.next_asked.connect(self.next_asked)
        self.notice = organisation_notice(self.kit)
        self.notice.put_back_asked.connect(self.unbin_asked)
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
        self.refer = self.menu.refer
        self.menu.history_asked.connect(self.history_asked)
        self.menu.merge_asked.connect(self.merge_asked)
        self.menu.bin_asked.connect(self.bin_asked)
        self.menu.unbin_asked.connect(self.unbin_asked)
        self.more.setMenu(self.menu)
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)

    def _assemble(self) -> None:
        self._row = TitleRow(self.kit, self.name, (self.plan, self.refer, self.sheet, self.write, self.more))
        line = QWidget()
        flow = FlowLayout(line, spacing=10)
        flow.addWidget(self.step)
        flow.addWidget(self.contact)
        flow.addWidget(self.measures)
        flow.addWidget(self.walk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._row)
        column.addWidget(self.chips)
        column.addWidget(line)
        column.addWidget(self.notice)

    def offer(self, *, sheet: bool, merge: bool) -> None:
        """Show what leads to pages that exist."""
        self.sheet.setVisible(sheet)
        self.menu.merge.setVisible(merge)
        self._row.fold()

    def show_page(self, page: OrganisationPage) -> None:
        """Show an organisation."""
        self.fields.show(page.organisation)
        for changing in (self.name, self.plan, self.refer, self.sheet, self.write):
            changing.setEnabled(not page.organisation.deleted)
        self.chips.show_page(page)
        self.menu.show_page(page)
        self.walk.show_place(page.organisation.id)
        self._step = page.next_step
        self.step.set_text(step_words(self.kit, page))
        self.step.setEnabled(page.next_step is not None)
        self.contact.setText(contact_words(self.kit, page.last_contact_on, page.today))
        words = measure_words(self.kit, page)
        self.measures.setText(words)
        self.measures.setVisible(bool(words))

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
