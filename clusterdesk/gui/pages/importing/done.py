"""The last step: what was done, and what became of the rows that were refused."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.importing.tally import Tally
from clusterdesk.gui.shortcuts import UNDO, shown_keys
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label
from clusterdesk.i18n.translator import Translator


class DoneStep(QWidget):
    """A summary and ways on.

    Signals:
        save_asked: the refused rows are wanted as a file.
        again_asked: another list is to be imported.
        list_asked: what was imported is to be shown; twins_asked: those that may be entered twice.
        back_asked: the import was taken back; its preview is to be shown again.
    """

    save_asked = Signal()
    again_asked = Signal()
    list_asked = Signal()
    twins_asked = Signal()
    back_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._kit = kit
        t = kit.t
        self.heading = Label("", "heading", wrap=True)
        self.lines = Label("", wrap=True)
        self.hint = Label("", "muted", wrap=True)
        self.save = Button(kit, t("Save the refused rows…"), icon="download")
        self.again = Button(kit, t("Import another list"), icon="import")
        self.organisations = Button(kit, t("Show the organisations"), "primary", icon="building-2")
        self.twins = Button(kit, t("Look for duplicates"), icon="merge")
        self.back = Button(kit, t("Back to the preview"), icon="arrow-left")
        for button, signal in (
            (self.save, self.save_asked),
            (self.again, self.again_asked),
            (self.organisations, self.list_asked),
            (self.twins, self.twins_asked),
            (self.back, self.back_asked),
        ):
            button.clicked.connect(signal)
        card = Card(margin=24, spacing=12)
        card.add(self.heading, self.lines, self.hint)
        row = QWidget()
        flow = FlowLayout(row, spacing=8)
        for button in (self.organisations, self.save, self.twins, self.again, self.back):
            flow.addWidget(button)
        card.add(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)

    def show_done(
        self, tally: Tally, name: str, *, refused_file: bool, onward: str, list_there: bool, twins_there: bool
    ) -> None:
        """Tell what was imported from the file of a name; ``onward`` says (translated) where the first button leads.

        The others say which buttons lead somewhere.
        """
        t = self._kit.t
        self.organisations.set_text(onward)
        self.save.set_text(save_words(t, tally))
        written = imported(self._kit, tally.written, name)
        self.heading.setText(written if tally.written else t("Nothing was to be imported from {name}.", name=name))
        self.lines.setText("\n".join(summary(self._kit, tally)))
        hint = t(
            "Save these rows, correct them in a spreadsheet program, and import that file: "
            "what is imported now is known then."
        )
        self.hint.setText(hint if refused_file else t("One Undo ({key}) takes all of it back.", key=shown_keys(UNDO)))
        self.save.setVisible(refused_file)
        self.organisations.setVisible(list_there)
        self.twins.setVisible(twins_there)
        self.again.show()
        self.back.hide()

    def show_undone(self, name: str) -> None:
        """Tell that the import was taken back."""
        t = self._kit.t
        self.heading.setText(t("The import of {name} was taken back.", name=name))
        self.lines.setText(t("The binder is as it was before."))
        self.hint.setText(t("Redo brings it back; or look at the preview again."))
        self.twins.hide()
        self.back.show()


def save_words(t: Translator, tally: Tally) -> str:
    """Return what the button says that makes a file of the rows that are not imported."""
    return t("Save the rows left out…") if tally.undecided else t("Save the refused rows…")


def imported(kit: Kit, n: int, name: str) -> str:
    """Return that so many rows of a file are imported."""
    count = kit.formats.number(n)
    return kit.t.n(
        "{count} row of {name} is imported.", "{count} rows of {name} are imported.", n=n, count=count, name=name
    )


def summary(kit: Kit, tally: Tally) -> list[str]:
    """Return a line for each thing that became of rows."""
    t, number = kit.t, kit.formats.number
    new, updated, left, passed, refused = tally.new, tally.updated, tally.left_out, tally.passed_over, tally.refused
    waiting = tally.undecided
    found = (
        (new, t.n("{count} new", "{count} new", n=new, count=number(new))),
        (updated, t.n("{count} updated", "{count} updated", n=updated, count=number(updated))),
        (
            left,
            t.n("{count} likely duplicate left out", "{count} likely duplicates left out", n=left, count=number(left)),
        ),
        (waiting, t.n("{count} to decide, left out", "{count} to decide, left out", n=waiting, count=number(waiting))),
        (passed, t.n("{count} skipped", "{count} skipped", n=passed, count=number(passed))),
        (refused, t.n("{count} refused", "{count} refused", n=refused, count=number(refused))),
    )
    return [words for count, words in found if count]
