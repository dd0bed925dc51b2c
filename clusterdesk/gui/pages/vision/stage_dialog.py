"""Asking which stage a dossier has reached, and when."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.vision import VisionStage
from clusterdesk.domain.views.vision import VisionPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.forms.special_fields import GrowingNote
from clusterdesk.gui.pages.vision import reading
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.day import InlineDate


class VisionStageDialog(AskDialog):
    """Asks which stage was reached, when, and what there is to say of it."""

    def __init__(self, context: Context, page: VisionPage, parent: QWidget | None = None) -> None:
        """Begin with the stage that usually follows."""
        t = context.kit.t
        super().__init__(context.kit, t("Which stage was reached?"), t("Note it"), parent=parent)
        self.context, self._page = context, page
        options = [Option(one, t(choice_label(one))) for one in VisionStage if one is not page.stage]
        self.stage = InlineChoice(self.kit, t("Stage"), options)
        self.stage.box.setProperty("role", "input")
        self.stage.set_value(page.next_stage or options[-1].key)
        self.day = InlineDate(self.kit, t("On"), required=True)
        self.day.set_value(self.kit.clock.today())
        self.day.edit.setProperty("role", "input")
        self.remark = GrowingNote(self.kit, t("Remark"), least=2, most=6)
        self.scroll_content(self.stage, self.day, self.remark)
        self.agreed.connect(self._agree)

    @Slot()
    def _agree(self) -> None:
        if not self.day.commit():
            return
        stage = self.stage.value
        assert isinstance(stage, VisionStage)
        self.wait()
        t = self.kit.t
        toast = t("{title}: {stage}", title=self._page.record.title, stage=t(choice_label(stage)))
        job = partial(reading.reach, self._page.record.id, stage, self.day.value, self.remark.text().strip())
        self.context.write(job, self._done, self._refused, toast=toast, owner=self)

    def _done(self, _step: object) -> None:
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))
