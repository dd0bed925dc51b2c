"""How far a dossier has come: the five stages with their days, and the step to the next one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.vision import VisionStage
from clusterdesk.domain.views.vision import VisionPage
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, Row, SectionHeader
from clusterdesk.gui.widgets.label import Chip, Label


class StageCard(Card):
    """The stages.

    Signals:
        step_asked: the button of the step was pressed.
    """

    step_asked = Signal()

    def __init__(self, kit: Kit) -> None:
        """Make the five lines."""
        super().__init__()
        self.kit = kit
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self._lines: dict[VisionStage, tuple[Label, Chip]] = {}
        for place, stage in enumerate(VisionStage):
            name, day = Label(kit.t(choice_label(stage)), wrap=True), Chip("")
            grid.addWidget(name, place, 0)
            grid.addWidget(day, place, 1)
            self._lines[stage] = name, day
        self.button = Button(kit, kit.t("Next stage…"), "primary", icon="arrow-right")
        self.button.clicked.connect(self.step_asked)
        self.add(SectionHeader(kit.t("How far it has come")))
        self.body.addLayout(grid)
        self.add(Row(self.button))

    def show_page(self, page: VisionPage) -> None:
        """Show the days on which the stages were reached; the present one stands out."""
        kit, t = self.kit, self.kit.t
        for one in page.stages:
            name, day = self._lines[one.stage]
            now = one.stage is page.stage
            name.set_role("strong" if now else "")
            day.setText(kit.formats.date(one.on) if one.on is not None else t("not yet"))
            day.set_tone(Tone.INFO if now else Tone.OK if one.on is not None else Tone.NEUTRAL)
            said = t("{stage}: {day}", stage=kit.t(choice_label(one.stage)), day=day.words)
            day.setAccessibleName(said)
        self.button.set_text(t("Next stage…") if page.next_stage is not None else t("Another stage…"))
