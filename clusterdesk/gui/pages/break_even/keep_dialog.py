"""Under which name a scenario is kept."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.label import Label

_LONGEST = 300


class KeepDialog(AskDialog):
    """Asks for the name of a scenario.

    Signals:
        named: the name; answer by ``accept`` or ``tell``.
    """

    named = Signal(str)

    def __init__(self, kit: Kit, outcome: str, name: str, parent: QWidget | None = None) -> None:
        """Ask; ``outcome`` says what is kept, ``name`` stands there."""
        t = kit.t
        super().__init__(kit, t("Keep this scenario"), t("Keep"), parent=parent)
        self.name = InlineText(kit, t("Name"), longest=_LONGEST, required=True)
        self.name.edit.setProperty("role", "input")
        self.name.set_value(name)
        self.content.addWidget(Label(outcome, "muted", wrap=True))
        self.content.addWidget(self.name)
        self.agreed.connect(self._agree)
        self.name.setFocus()

    @Slot()
    def _agree(self) -> None:
        if not self.name.value and not self.name.dirty:
            self.name.restore_draft("")
        if self.name.commit():
            self.wait()
            self.named.emit(self.name.value or "")
