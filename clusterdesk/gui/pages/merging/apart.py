"""Taking a merge apart: which of the merged organisations shall stand on its own again."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from clusterdesk.domain.views.organisation_page import MergedOrganisation
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.pages.merging import jobs
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.label import Label


class TakeApart(AskDialog):
    """Offers the organisations that are read as one."""

    def __init__(self, context: Context, merged: Sequence[MergedOrganisation], parent: QWidget) -> None:
        """Offer them, the first one chosen."""
        kit, t = context.kit, context.kit.t
        super().__init__(kit, t("Take a merge apart"), t("Take apart"), parent=parent)
        self._context, self._merged = context, merged
        sentence = t(
            "It gets its own page back, with all that belongs to it. What the merge wrote into the kept one is taken "
            "back where nobody has changed it since."
        )
        self.content.addWidget(Label(sentence, "muted", wrap=True))
        self._group = QButtonGroup(self)
        self.radios: list[QRadioButton] = []
        for number, one in enumerate(merged):
            day = kit.formats.date(one.merged_on) if one.merged_on else "–"
            words = t("{name} – merged on {day}", name=one.name, day=day)
            radio = QRadioButton(VEIL.words(words).replace("&", "&&"))
            radio.setAccessibleName(words)
            self._group.addButton(radio, number)
            self.radios.append(radio)
            self.content.addWidget(radio)
        if self.radios:
            self.radios[0].setChecked(True)
        self.content.addStretch(1)
        self.agreed.connect(self._apart)

    @Slot()
    def _apart(self) -> None:
        number = self._group.checkedId()
        if number < 0:
            return
        one = self._merged[number]
        self._taken: UUID = one.id
        self.wait()
        toast = self.kit.t("“{name}” stands on its own again.", name=one.name)
        self._context.write(partial(jobs.take_apart, one.id), self._done, self._refused, toast=toast, owner=self)

    def _done(self, _organisation: object) -> None:
        self.accept()
        self._context.shell.go(routes.organisation(self._taken))

    def _refused(self, error: BaseException) -> None:
        self.tell(self._context.error_text(error))


def open_apart(context: Context, merged: Sequence[MergedOrganisation], parent: QWidget) -> TakeApart:
    """Ask over the window of a widget."""
    dialog = TakeApart(context, merged, parent.window())
    dialog.open()
    return dialog
