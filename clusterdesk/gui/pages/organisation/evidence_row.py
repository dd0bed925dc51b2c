"""One piece of evidence: on its rung of the ladder, with its document."""

from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label, indicator_label
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.results import Evidence, EvidenceLevel
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.organisation.evidence_actions import EvidenceActions, attach_to
from clusterdesk.gui.pages.organisation.result_choices import ResultChoices
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.card import Column
from clusterdesk.gui.widgets.file_drop import FileDrop
from clusterdesk.gui.widgets.ladder import Ladder

_ROWS = (
    ("title",),
    ("level",),
    ("on", "wanted"),
    ("document_id",),
    ("indicator",),
    ("result_event_id",),
    ("project_id",),
    ("visibility",),
    ("remark",),
)


class EvidenceRow(PartRow):
    """One piece of evidence."""

    type_key = "evidence"
    wraps = True
    chips_below = False
    part: Evidence

    def __init__(self, context: Context, part: Evidence, choices: ResultChoices, organisation_id: UUID | None) -> None:
        """Show it, closed; a file dropped on it becomes its document."""
        super().__init__(context, part)
        self._choices, self._organisation_id = choices, organisation_id
        self.ladder = Ladder(self.kit, len(EvidenceLevel))
        self.head.addWidget(self.ladder, 0, Qt.AlignmentFlag.AlignVCenter)
        self.drop = FileDrop(self, self.kit.t("Drop: this proves it"), self.attach, margin=1)

    def words(self) -> None:
        """Say level, day, document, what it unlocks and who may read it; a chip says that it is wanted."""
        t, formats, one = self.kit.t, self.kit.formats, self.part
        level = t(choice_label(one.level))
        facts = [level, formats.date(one.on) if one.on else "", self._choices.document_name(one.document_id)]
        track = self._choices.track_name(one.indicator) if one.indicator else ""
        if track:
            facts.append(t("proves: {track}", track=track))
        elif one.indicator:
            facts.append(t("unlocks: {indicator}", indicator=t(indicator_label(one.indicator))))
        if one.visibility is not Visibility.INTERNAL:
            facts.append(t(choice_label(one.visibility)))
        chips = ((t("To obtain"), Tone.WARN),) if one.wanted else ()
        self.say(one.title, " · ".join(fact for fact in facts if fact), *chips)
        self.ladder.show_level(int(one.level), level, wanted=one.wanted)

    def build(self) -> QWidget:
        """Return what can be done with it, then the fields."""
        self.buttons = EvidenceActions(self.context, self._organisation_id)
        choices = self._choices
        options = {
            "document_id": choices.documents(),
            "indicator": choices.indicators(self.part.indicator),
            "result_event_id": choices.results(),
            "project_id": choices.projects(),
        }
        self.form = RecordForm(self.context, self.type_key, _ROWS, options, required=("title",))
        return Column(self.buttons, self.form)

    def fill(self) -> None:
        """Show it."""
        for name, options in (
            ("document_id", self._choices.documents()),
            ("result_event_id", self._choices.results()),
            ("project_id", self._choices.projects()),
        ):
            self.form.offer(name, options)
        self.form.show_record(self.part)
        self.buttons.show_evidence(self.part, has_document=bool(self._choices.document_name(self.part.document_id)))

    @Slot(list)
    def attach(self, paths: list[str]) -> None:
        """Attach files that were dropped on the row."""
        attach_to(self.context, self.part, self._organisation_id, paths)
