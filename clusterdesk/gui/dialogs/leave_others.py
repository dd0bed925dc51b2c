"""Undo meets what somebody else has changed since: take the rest back and leave that, or leave everything."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.label import Label


class LeaveOthers(AskDialog):
    """Asks once; what it is answered with ``leave`` goes on without what somebody else has changed."""

    def __init__(self, kit: Kit, count: int, leave: Callable[[], None], parent: QWidget | None) -> None:
        """``count`` is how many fields or records somebody else has changed."""
        t = kit.t
        super().__init__(kit, t("Changed by somebody else"), t("Go on with the rest"), parent=parent)
        self._leave = leave
        counted = t.n(
            "Somebody else has changed one thing of this step since.",
            "Somebody else has changed {n} things of this step since.",
            n=count,
        )
        sentence = t(
            "What they wrote stays as it is; you can go on with the rest of the step. Where nothing else is left of "
            "it, the step is passed over, and the next one has its turn."
        )
        self.content.addWidget(Label(counted, wrap=True))
        self.content.addWidget(Label(sentence, "muted", wrap=True))
        self.content.addStretch(1)
        self.agreed.connect(self._go_on)

    @Slot()
    def _go_on(self) -> None:
        self.accept()
        self._leave()
