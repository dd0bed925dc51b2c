"""The diagnostic itself: its day, by whom, for which file; thrown away, looked back on."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot

from clusterdesk.domain.records.diagnostics import Diagnostic
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.history import open_history
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.diagnostic.reading import DiagnosticData
from clusterdesk.gui.pages.organisation.loading import profile_options
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import FormCard, Row
from clusterdesk.gui.widgets.fields.choice import Option

_ROWS = (("on",), ("profile_id",), ("coaching_file_id",), ("remark",), ("visibility",))
_NONE = Option(None, "–")


class DetailsCard(FormCard):
    """The fields of a diagnostic."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(t("This diagnostic"))
        self.context, self.kit = context, context.kit
        self._diagnostic: Diagnostic | None = None
        options = {"profile_id": [_NONE], "coaching_file_id": [_NONE]}
        self.form = RecordForm(context, "diagnostic", _ROWS, options)
        remove = Button(self.kit, t("Remove"), "link", icon="trash-2")
        remove.clicked.connect(self._remove)
        past = Button(self.kit, t("History"), "link", icon="history")
        past.clicked.connect(self._show_history)
        self.add(self.form, Row(remove, past))

    def show_data(self, data: DiagnosticData) -> None:
        """Show the diagnostic chosen."""
        if data.now is None:
            return
        self._diagnostic = data.now.diagnostic
        files = [Option(one.file.id, one.project.title) for one in data.page.all_files]
        self._offer("profile_id", profile_options(data.lists.profiles))
        self._offer("coaching_file_id", files)
        self.form.show_record(self._diagnostic)

    def _offer(self, name: str, options: Sequence[Option]) -> None:
        self.form.offer(name, [_NONE, *options])

    @Slot()
    def _remove(self) -> None:
        if self._diagnostic is not None:
            day = self.kit.formats.date(self._diagnostic.on)
            toast = self.kit.t("To the bin: {what}", what=self.kit.t("Diagnostic of {day}", day=day))
            self.context.write(partial(jobs.remove, "diagnostic", self._diagnostic.id), toast=toast)

    @Slot()
    def _show_history(self) -> None:
        if self._diagnostic is not None:
            title = self.kit.t("Diagnostic of {day}", day=self.kit.formats.date(self._diagnostic.on))
            open_history(self.context, self, "diagnostic", self._diagnostic.id, title)
