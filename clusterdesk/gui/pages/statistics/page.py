"""A year in numbers: members and partners, who takes part, coaching and advice, what was sent on and published."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from clusterdesk.briefs.filenames import BriefKind
from clusterdesk.domain.views.year_statistics import YearStatistics
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.request import page_of
from clusterdesk.gui.listings import Shown
from clusterdesk.gui.pages.statistics.reading import read
from clusterdesk.gui.pages.statistics.rows import Section, sections
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_header import PageHeader
from clusterdesk.gui.widgets.page_scroll import page_scroll

_COLUMNS = 2


class StatisticsPage(Page):
    """The page; its argument is a year, or None for this one."""

    shows = (
        "membership",
        "organisation",
        "session",
        "session_note",
        "document",
        "coaching_file",
        "one_off_advice",
        "referral",
        "referral_step",
        "difficulty",
        "difficulty_step",
        "communication_item",
        "feature",
        "programme_event",
        "event_participation",
    )

    def is_private(self) -> bool:
        """Be covered while somebody else looks on: it names who joined and who left."""
        return True

    def build(self) -> None:
        """Make the head and the room for the cards."""
        kit, t = self.kit, self.kit.t
        self._view: YearStatistics | None = None
        self.header = PageHeader(kit, t("Statistics of the year"), note=" ")
        self.before = IconButton(kit, "chevron-left", t("The year before"))
        self.after = IconButton(kit, "chevron-right", t("The year after"))
        self.paper = Button(kit, t("Print"), icon="printer", hint=t("PDF or Word, as it stands"))
        self.header.add(self.before, self.after, self.export_button(), self.paper)
        inner = QWidget()
        inner.setProperty("role", "page")
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setSpacing(12)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self.body.addWidget(self.header)
        self.body.addWidget(page_scroll(inner, t("Statistics of the year")), 1)
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        self.paper.clicked.connect(self._print)

    def refresh(self, changes: object) -> None:
        """Count the year."""
        self.context.desk.submit(partial(read, self.year), self._show, latest="statistics", owner=self)

    @property
    def year(self) -> int:
        """The year shown."""
        return self.argument if isinstance(self.argument, int) else self.kit.clock.today().year

    def listing(self) -> Shown:
        """Return the numbers as a list."""
        t = self.kit.t
        found = sections(self.kit, self._view) if self._view is not None else ()
        rows = [(one.heading, each.name, each.value, each.note) for one in found for each in one.figures]
        title = t("Statistics {year}", year=str(self.year))
        return Shown("statistics", title, (t("Subject"), t("What"), t("Number"), t("Remark")), rows)

    def _show(self, view: YearStatistics) -> None:
        self._view = view
        t, formats = self.kit.t, self.kit.formats
        self.header.set_title(t("The year {year} in numbers", year=str(view.year)))
        self.header.set_note(t("State of {day}", day=formats.long_date(view.until)))
        self.after.setEnabled(view.year < self.kit.clock.today().year)
        clear_layout(self._grid)
        for place, one in enumerate(sections(self.kit, view)):
            self._grid.addWidget(self._card(one), place // _COLUMNS, place % _COLUMNS)
        self.titled.emit("")

    def _card(self, section: Section) -> Card:
        card = Card()
        card.add(SectionHeader(section.heading))
        lines = QGridLayout()
        lines.setHorizontalSpacing(12)
        lines.setVerticalSpacing(4)
        lines.setColumnStretch(0, 1)
        for place, one in enumerate(section.figures):
            number = "–" if one.value is None else self.kit.formats.number(one.value)
            value = Label(number, "strong")
            value.setAccessibleName(self.kit.t("{name}: {value}", name=one.name, value=number))
            name = Label(one.name, wrap=True)
            lines.addWidget(name, place * 2, 0)
            lines.addWidget(value, place * 2, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            if one.note:
                lines.addWidget(Label(one.note, "small", wrap=True), place * 2 + 1, 0, 1, 2)
        card.body.addLayout(lines)
        card.body.addStretch(1)
        return card

    @Slot()
    def _go_back(self) -> None:
        self.context.shell.go(routes.statistics(self.year - 1))

    @Slot()
    def _go_on(self) -> None:
        self.context.shell.go(routes.statistics(self.year + 1))

    @Slot()
    def _print(self) -> None:
        self.context.shell.go(routes.preview(page_of(BriefKind.STATISTICS, str(self.year))))
