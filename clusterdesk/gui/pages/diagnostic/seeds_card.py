"""What low scores ask for: milestones offered, ticked, put into the plan of a file in one step."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot

from clusterdesk.domain.commands.plans import AddMilestones
from clusterdesk.domain.views.coaching import FilePlan
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.coaching import reading as plan_jobs
from clusterdesk.gui.pages.coaching.template_ticks import TemplateTicks
from clusterdesk.gui.pages.diagnostic.reading import DiagnosticData
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.label import Label


class SeedsCard(Card):
    """The milestones of low scores.

    Signals:
        file_chosen: another file's plan shall take them (its id).
    """

    file_chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__(margin=16, spacing=8)
        self.context, self.kit = context, context.kit
        t = self.kit.t
        self._file: FilePlan | None = None
        self._ids: list[UUID] = []
        self._start: date | None = None
        self.header = SectionHeader(t("What low scores ask for"))
        self.words = Label("", "muted", wrap=True)
        self.files = ChoiceBox("input")
        self.files.setAccessibleName(t("Into the plan of"))
        self.files.activated.connect(self._choose)
        self.ticks = TemplateTicks(self.kit)
        self.put = Button(self.kit, t("Put into the plan"), "primary", icon="list-checks")
        self.put.clicked.connect(self.put_into_plan)
        self.add(self.header, self.words, self.files, self.ticks)
        self.body.addWidget(self.put, 0, Qt.AlignmentFlag.AlignLeft)

    def show_data(self, data: DiagnosticData) -> None:
        """Offer what the low scores of the diagnostic shown ask for."""
        t = self.kit.t
        self._file = data.file
        files = data.page.files
        self._ids = [one.file.id for one in files]
        self.files.set_options(
            [Option(one.file.id, t("Into the plan: {title}", title=one.project.title)) for one in files]
        )
        if data.file is not None:
            self.files.choose(data.file.file.id)
        self.files.setVisible(len(files) > 1)
        low = any(one.is_low for one in data.now.scores) if data.now is not None else False
        if data.file is None:
            words = t("Open a coaching file to put milestones into its plan.")
        elif data.asked:
            words = t("Scores from 0 to 2. Tick what belongs in the plan; one step, one undo.")
        elif low:
            words = t("Everything that low scores ask for is in the plan.")
        else:
            words = t("No low score: nothing is asked for.")
        self.words.setText(words)
        self.header.set_note(self.kit.formats.number(len(data.asked)) if data.asked else "")
        if data.file is not None and data.now is not None:
            self._start = max(data.file.file.opened_on, data.now.diagnostic.on)
            self.ticks.show_templates(self._start, data.asked, ())
        self.ticks.setVisible(bool(data.asked))
        self.put.setVisible(bool(data.asked))

    @Slot()
    def put_into_plan(self) -> None:
        """Put what is ticked into the plan."""
        if self._file is None:
            return
        command = AddMilestones(
            coaching_file_id=self._file.file.id,
            template_ids=tuple(one.id for one in self.ticks.chosen),
            language=self.kit.t.language,
            from_on=self._start,
        )
        toast = self.kit.t("Milestones put into the plan.")
        self.context.write(partial(plan_jobs.add_milestones, command), on_error=self._refused, toast=toast, owner=self)

    @Slot(int)
    def _choose(self, index: int) -> None:
        self.file_chosen.emit(self._ids[index])

    def _refused(self, error: BaseException) -> None:
        self.words.setText(self.context.error_text(error))
