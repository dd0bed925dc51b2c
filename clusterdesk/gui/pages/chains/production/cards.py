"""What belongs to a production project, within its row: ratings and stages it went through."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.production.rating import SCORES
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.production import ProductionStep, ProjectRating
from clusterdesk.domain.views.production import ProductionRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import InnerCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.chains.production import words
from clusterdesk.gui.widgets.fields.choice import Option

_RATING_ROWS = (("timing", "skills", "budget", "funding", "impact"), ("on", "by"), ("remark",))
_SCORES = (Option(None, "–"), *(Option(score, str(score)) for score in range(1, 6)))


class RatingsCard(InnerCard):
    """The ratings, the newest first."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("Not rated yet: timing, skills, budget and funding say how feasible it is, impact what it changes.")
        super().__init__(context, t("Ratings"), empty, add=t("Rate it today"))
        self._row: ProductionRow | None = None

    def make_row(self, part: ProjectRating) -> PartRow:
        """Return the row of a rating."""
        return RatingRow(self.context, part)

    def show_row(self, row: ProductionRow) -> None:
        """Show the ratings of a project."""
        self._row = row
        self.show_parts(row.ratings)

    @Slot()
    def begin_adding(self) -> None:
        """Begin a rating of today with the scores of the one before."""
        if self._row is None:
            return
        before = self._row.rating
        scores = {name: getattr(before, name) for name in SCORES} if before is not None else {}
        rating = ProjectRating(
            project_id=self._row.project.id,
            on=self.kit.clock.today(),
            by=self.context.settings.profile_name,
            **scores,
        )
        self.context.write(partial(jobs.add, AddRecord(record=rating)), self._added)

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)


class RatingRow(PartRow):
    """One rating."""

    type_key = "project_rating"
    part: ProjectRating

    def words(self) -> None:
        """Say day and scores."""
        self.say(self.kit.formats.date(self.part.on), words.rating_words(self.kit, self.part))

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, _RATING_ROWS, dict.fromkeys(SCORES, _SCORES))
        return self.form

    def fill(self) -> None:
        """Show the rating."""
        self.form.show_record(self.part)


class StagesCard(InnerCard):
    """The stages it went through, the newest first; they are written by the moves."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(context, t("What happened"), t("Nothing happened yet: it is an idea."))

    def make_row(self, part: ProductionStep) -> PartRow:
        """Return the row of a stage."""
        return StageRow(self.context, part)


class StageRow(PartRow):
    """One stage."""

    type_key = "production_step"
    part: ProductionStep

    def words(self) -> None:
        """Say the stage, when, by whom, and what was said."""
        step, kit = self.part, self.kit
        facts = [kit.formats.date(step.on), step.by, step.remark]
        self.say(kit.t(choice_label(step.stage)), " · ".join(one for one in facts if one))

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, (("on", "by"), ("remark",)))
        return self.form

    def fill(self) -> None:
        """Show the step."""
        self.form.show_record(self.part)
