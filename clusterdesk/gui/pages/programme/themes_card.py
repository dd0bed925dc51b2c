"""The themes proposed for the year: by whom, their votes, their place; the best ones become events."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.programme import Theme, ThemeState, ThemeVote
from clusterdesk.domain.views.programme import ProgrammeYear, ThemeLine, VoteLine
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import InnerCard, PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.programme import words
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.card import Column

_ROWS = (("title",), ("description",), ("organisation_id", "proposed_by"), ("state", "rank"), ("year",))
_VOTE = (("voter", "points"), ("organisation_id", "on"))


class ThemesCard(PartsCard):
    """The themes of a year, by place.

    Signals:
        rank_asked: rank them by their votes.
        import_asked: take a list of votes.
    """

    rank_asked = Signal()
    import_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("No theme yet. Members propose them; before the annual Event they are voted on and ranked.")
        super().__init__(context, t("Themes"), empty, add=t("Add a theme"), hint=t("What is it about?"))
        self._year = 0
        self.rank = Button(
            self.kit, t.c("act", "Rank"), "link", icon="list-checks", hint=t("By the points of the votes")
        )
        self.rank.clicked.connect(self.rank_asked)
        self.header.add(self.rank)
        self.votes = IconButton(self.kit, "import", t("Import votes: csv or workbook"))
        self.votes.clicked.connect(self.import_asked)
        self.header.add(self.votes)

    def make_row(self, part: ThemeLine) -> PartRow:
        """Return the row of a theme."""
        return ThemeRow(self.context, part)

    def show_year(self, year: ProgrammeYear) -> None:
        """Show the themes of a year."""
        if self._year != year.year:
            self.forget()
        self._year = year.year
        self.show_parts(year.themes)
        self.votes.setVisible(bool(year.themes))
        self.rank.setVisible(any(one.votes for one in year.themes))

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add a theme; the row opens to say who proposed it."""
        made = Theme(year=self._year, title=text)
        self.context.write(partial(jobs.add, AddRecord(record=made)), self._added)

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)


class ThemeRow(PartRow):
    """One theme."""

    type_key = "theme"
    wraps = True
    part: ThemeLine

    def words(self) -> None:
        """Say place, theme, who proposed it, and its points."""
        kit, t, line = self.kit, self.kit.t, self.part
        title = line.record.title
        if line.place is not None and line.record.state is not ThemeState.DROPPED:
            title = t("{place}. {title}", place=kit.formats.number(line.place), title=title)
        voters = t.n("{n} vote", "{n} votes", n=len(line.votes)) if line.votes else ""
        points = t.n("{n} point", "{n} points", n=line.points) if line.votes else ""
        proposer = t("proposed by {name}", name=line.proposer) if line.proposer else ""
        facts = " · ".join(one for one in (points, voters, proposer) if one)
        state = line.record.state
        self.say(title, facts, (t(choice_label(state)), words.THEME_TONES[state]))

    def build(self) -> QWidget:
        """Return the fields and the votes."""
        self.form = RecordForm(self.context, self.type_key, _ROWS, required=("title", "year"))
        self.votes = VotesCard(self.context)
        return Column(self.form, self.votes)

    def fill(self) -> None:
        """Show the theme."""
        self.form.show_record(self.part.record)
        self.votes.theme_id = self.part.record.id
        self.votes.show_parts(self.part.votes)


class VotesCard(InnerCard):
    """The votes on one theme, within its row."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(context, t("Votes"), t("No vote yet."), add=t("Add a vote"), hint=t("Who votes for it?"))
        self.theme_id: UUID | None = None

    def make_row(self, part: VoteLine) -> PartRow:
        """Return the row of a vote."""
        return VoteRow(self.context, part)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add a vote of one point; the row opens for the rest."""
        if self.theme_id is not None:
            vote = ThemeVote(theme_id=self.theme_id, voter=text, on=self.kit.clock.today())
            self.context.write(partial(jobs.add, AddRecord(record=vote)), self._added)

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)


class VoteRow(PartRow):
    """One vote."""

    type_key = "theme_vote"
    part: VoteLine

    def words(self) -> None:
        """Say who gave how many points."""
        t, record = self.kit.t, self.part.record
        points = t.n("{n} point", "{n} points", n=record.points)
        day = self.kit.formats.date(record.on) if record.on is not None else ""
        self.say(self.part.name or t("Nobody named"), " · ".join(one for one in (points, day) if one))

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, _VOTE, required=("points",))
        return self.form

    def fill(self) -> None:
        """Show the vote."""
        self.form.show_record(self.part.record)
