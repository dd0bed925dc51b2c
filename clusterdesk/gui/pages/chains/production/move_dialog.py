"""Moving a production project: the day, by whom, what is to be said; where it produces, what proves it."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.production import MoveProduction
from clusterdesk.domain.production.stages import is_back
from clusterdesk.domain.records.production import ProductionStage, ProductionStep
from clusterdesk.domain.views.production import ProductionRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.forms.special_fields import GrowingNote
from clusterdesk.gui.pages.chains.production.reading import move
from clusterdesk.gui.pages.organisation.proof_fields import AskedProof, ChosenProof, ProofFields
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.label import Label

_LONGEST = 300
_STARTED = N_("The result « production started » is noted with it: the day is the first day of production.")


class StageDialog(AskDialog):
    """Asks about a stage, then moves the project; a refusal is told in the dialog."""

    def __init__(self, context: Context, row: ProductionRow, stage: ProductionStage, parent: QWidget) -> None:
        """Ask about a project and the stage it is to reach."""
        t = context.kit.t
        words = t(choice_label(stage))
        back = is_back(row.steps, stage)
        danger = stage is ProductionStage.ABANDONED
        super().__init__(context.kit, words, t("Note it"), danger=danger, parent=parent)
        self.context, self._row, self._stage = context, row, stage
        self.day = InlineDate(self.kit, t("On"), required=True)
        self.day.set_value(self.kit.clock.today())
        self.by = InlineText(self.kit, t("By"), longest=_LONGEST, required=True)
        self.by.set_value(context.settings.profile_name)
        self.remark = GrowingNote(self.kit, t("Reason") if back else t("Remark"), least=2)
        for field in (self.day, self.by):
            field.edit.setProperty("role", "input")
        self.content.addWidget(Label(row.project.title, "muted", wrap=True))
        self.proved: InlineChoice | None = None
        self.proof: ProofFields | None = None
        fields: list[QWidget] = [self.day, self.by, self.remark]
        if stage is ProductionStage.IN_PRODUCTION and (row.result is None or row.result.confirmed_on is None):
            self.content.addWidget(Label(t(_STARTED), "small", wrap=True))
            self.proved = InlineChoice(
                self.kit,
                t("Proved already?"),
                [
                    Option(True, t("Yes: confirm the result with this evidence")),
                    Option(False, t("Not yet: note it, to be confirmed")),
                ],
            )
            self.proved.set_value(True)
            self.proved.box.setProperty("role", "input")
            self.proved.committed.connect(self._turn)
            self.proof = ProofFields(self.kit, AskedProof())
            fields = [self.day, self.by, self.proved, self.proof, self.remark]
        self.scroll_content(*fields)
        self.agreed.connect(self._agree)

    @Slot()
    def _turn(self) -> None:
        if self.proof is not None and self.proved is not None:
            self.proof.setVisible(bool(self.proved.value))

    @Slot()
    def _agree(self) -> None:
        chosen: ChosenProof | None = None
        if self.proof is not None and self.proved is not None and self.proved.value:
            chosen = self.proof.given()
            if chosen is None:
                return
        if not (self.day.commit() and self.by.commit()) or self.day.value is None:
            return
        self.remark.commit()
        command = MoveProduction(
            project_id=self._row.project.id,
            stage=self._stage,
            on=self.day.value,
            by=self.by.value or "",
            remark=self.remark.text(),
            proof=chosen.proof if chosen is not None else None,
        )
        self.wait()
        title, stage = self._row.project.title, self.kit.t(choice_label(self._stage))
        toast = self.kit.t("{title}: {stage}.", title=title, stage=stage)
        self.context.write(partial(move, command, chosen), self._done, self._refused, toast=toast, owner=self)

    def _done(self, _step: ProductionStep) -> None:
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))
