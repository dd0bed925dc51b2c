"""One head count in a card: a line in words that opens into its fields, with a line for each kind of contract."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.employment import ContractType
from clusterdesk.domain.records.figures import Precision
from clusterdesk.domain.views.employment import HeadcountLine
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.employment.contract_fields import ContractFields
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.card import Column
from clusterdesk.gui.widgets.fields.choice import Option
from clusterdesk.i18n.staff_numbers import fte_text
from clusterdesk.services.employment_words import count_notes

_ROWS = (
    ("on", "fte"),
    ("persons", "source"),
    ("created", "retained"),
    ("precision", "visibility"),
    ("project_id",),
    ("remark",),
)


class HeadcountRow(PartRow):
    """One head count."""

    type_key = "headcount"
    wraps = True
    part: HeadcountLine

    def __init__(
        self, context: Context, part: HeadcountLine, kinds: Sequence[ContractType], projects: Sequence[Option]
    ) -> None:
        """Show it, closed."""
        super().__init__(context, part)
        self._kinds, self._projects = kinds, projects

    def words(self) -> None:
        """Say number and day; under it persons, source, created and retained, and what is judged."""
        t, formats, record = self.kit.t, self.kit.formats, self.part.record
        day = formats.date(record.on)
        number = record.fte if record.fte is not None else self.part.count.fte
        if number is not None:
            title = t("{day} · {fte} FTE", day=day, fte=fte_text(number, formats))
        else:
            title = t("{day} · FTE not known", day=day)
        facts = [t.n("{n} person", "{n} persons", n=record.persons)] if record.persons is not None else []
        facts.append(t(choice_label(record.source)))
        if record.created is not None:
            facts.append(t("created {fte}", fte=fte_text(record.created, formats)))
        if record.retained is not None:
            facts.append(t("retained {fte}", fte=fte_text(record.retained, formats)))
        if record.project_id is not None:
            facts += [one.label for one in self._projects if one.key == record.project_id]
        facts += [note.rstrip(".") for note in count_notes(self.part, t, formats)]
        self.say(title, " · ".join(facts), *self._doubts())

    def build(self) -> QWidget:
        """Return the fields, and a line for each kind of contract."""
        options = {"project_id": list(self._projects)}
        self.form = RecordForm(self.context, self.type_key, _ROWS, options, required=("on",))
        self.contracts = ContractFields(self.context, self.part.record.id, self._kinds)
        return Column(self.form, self.contracts)

    def fill(self) -> None:
        """Show the head count."""
        self.form.offer("project_id", list(self._projects))
        self.form.show_record(self.part.record)
        self.contracts.show_parts(self.part.record, self.part.parts)

    def _doubts(self) -> list[tuple[str, Tone]]:
        t = self.kit.t
        doubts = []
        if self.part.record.precision is Precision.ABOUT:
            doubts.append((t("About, not judged"), Tone.WARN))
        if self.part.contradicted:
            doubts.append((t("Two numbers"), Tone.WARN))
        return doubts
