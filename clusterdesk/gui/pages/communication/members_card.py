"""The members of today: those never featured first, then those longest ago; their sheet, the way to them."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.views.communication import CommunicationPage, MemberFeatured
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import Chip, Label

_FIRST = 12


class MembersCard(Card):
    """The card; a dozen first, all of them with a click."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__()
        self.context, self.kit = context, context.kit
        t = self.kit.t
        self._members: Sequence[MemberFeatured] = ()
        self._whole = False
        self.header = SectionHeader(t("Members to feature"))
        self.words = Label("", "muted", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.more = Button(self.kit, t("Show all members"), "link", icon="chevron-down")
        self.more.clicked.connect(self._show_whole)
        self.add(self.header, self.words)
        self.body.addLayout(self._lines)
        self.add(self.more)

    def show_page(self, page: CommunicationPage) -> None:
        """Show the members."""
        self._members = page.members
        never, t = len(page.never), self.kit.t
        if not page.members:
            said = t("No member yet.")
        elif never:
            said = t.n(
                "{n} member was never featured: begin there.", "{n} members were never featured: begin there.", n=never
            )
        else:
            said = t("Every member was featured; those longest ago come first.")
        self.words.setText(said)
        self.header.set_note(self.kit.formats.number(len(page.members)) if page.members else "")
        self._fill()

    @Slot()
    def _show_whole(self) -> None:
        self._whole = True
        self._fill()

    def _fill(self) -> None:
        clear_layout(self._lines)
        shown = self._members if self._whole else self._members[:_FIRST]
        for one in shown:
            self._lines.addWidget(MemberLine(self.context, one))
        self.more.setVisible(len(shown) < len(self._members))


class MemberLine(QWidget):
    """One member: its name, when it was last featured, its sheet."""

    def __init__(self, context: Context, member: MemberFeatured) -> None:
        """Show a member."""
        super().__init__()
        self.context, self._id = context, member.organisation_id
        kit: Kit = context.kit
        t = kit.t
        self.name = Label(member.name, "strong", wrap=True)
        self.note = Label(_note(kit, member), "small", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.note)
        self.sheet = IconButton(kit, "printer", t("Member sheet of {name}", name=member.name))
        self.visit = IconButton(kit, "arrow-right", t("Go to {name}", name=member.name))
        self.sheet.clicked.connect(self._print)
        self.visit.clicked.connect(self._go)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addLayout(words, 1)
        if not member.times:
            row.addWidget(Chip(t("Never"), Tone.WARN))
        row.addWidget(self.sheet)
        row.addWidget(self.visit)

    @property
    def organisation_id(self) -> UUID:
        """Return whose line it is."""
        return self._id

    @Slot()
    def _go(self) -> None:
        self.context.shell.go(routes.organisation(self._id))

    @Slot()
    def _print(self) -> None:
        from clusterdesk.briefs.filenames import BriefKind
        from clusterdesk.gui.briefing.request import page_of

        self.context.shell.go(routes.preview(page_of(BriefKind.MEMBER, self._id)))


def _note(kit: Kit, member: MemberFeatured) -> str:
    t = kit.t
    facts = []
    if member.last_on is not None:
        facts.append(t("last on {day}", day=kit.formats.date(member.last_on)))
    if member.times > 1:
        facts.append(t.n("{n} time", "{n} times", n=member.times))
    facts.append(t("agreed to be cited") if member.may_be_cited else t("consent to be cited is missing"))
    return " · ".join(facts)
