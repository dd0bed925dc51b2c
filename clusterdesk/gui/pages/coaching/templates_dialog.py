"""Milestones of templates to choose from by ticks; those chosen go into the plan in one step."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.plans import AddMilestones
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.records.plan import Milestone, MilestoneTemplate
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.pages.coaching import reading
from clusterdesk.gui.pages.coaching.template_ticks import TemplateTicks
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.label import Label


class TemplatesDialog(AskDialog):
    """Offers templates by track, each with the day it would be due."""

    def __init__(
        self,
        context: Context,
        file: CoachingFile,
        templates: Sequence[MilestoneTemplate],
        tracks: Sequence[Track],
        parent: QWidget | None = None,
    ) -> None:
        """Offer templates for a file; all are ticked."""
        t = context.kit.t
        super().__init__(context.kit, t("Milestones to put into the plan"), t("Put into the plan"), parent=parent)
        self.context, self._file = context, file
        self.ticks = TemplateTicks(self.kit)
        self._templates, self._tracks = templates, tracks
        self.start = InlineDate(self.kit, t("Dated from"), required=True)
        self.start.edit.setProperty("role", "input")
        self.start.set_value(file.opened_on)
        self.start.committed.connect(self._date)
        self.ticks.show_templates(file.opened_on, templates, tracks)
        hint = t("Dated from the opening of the file; everything can be changed later.")
        self.content.addWidget(Label(hint, "muted", wrap=True))
        self.scroll_content(Row(self.start), self.ticks)
        self.setMinimumWidth(self.kit.theme.length(600))
        self.agreed.connect(self._agree)

    @Slot(object)
    def _date(self, day: date) -> None:
        self.ticks.show_templates(day, self._templates, self._tracks)

    @Slot()
    def _agree(self) -> None:
        if not self.start.commit():
            return
        command = AddMilestones(
            coaching_file_id=self._file.id,
            template_ids=tuple(one.id for one in self.ticks.chosen),
            language=self.kit.t.language,
            from_on=self.start.value,
        )
        self.wait()
        self.context.write(
            partial(reading.add_milestones, command),
            self._done,
            self._refused,
            toast=self.kit.t("Milestones put into the plan."),
            owner=self,
        )

    def _done(self, _made: tuple[Milestone, ...]) -> None:
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))
