"""The second step: what was read, which column goes where, and mappings kept under a name."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.exchange.mapping.column_mapping import ColumnMapping
from clusterdesk.exchange.mapping.opened_list import OpenedList
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.pages.importing.columns_card import ColumnsCard
from clusterdesk.gui.pages.importing.kept import KeepMapping, kept_mappings
from clusterdesk.gui.pages.importing.reading import Reading
from clusterdesk.gui.pages.importing.source_card import SourceCard
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.line_edit import LineEdit
from clusterdesk.gui.widgets.page_scroll import page_scroll

_NAME = 120


class ColumnsStep(QWidget):
    """Two cards in a scroll area.

    Signals:
        reread_asked: the file has to be read in another way (a Reading).
        mapped: the mapping has been corrected (a ColumnMapping).
    """

    reread_asked = Signal(object)
    mapped = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Make empty cards."""
        super().__init__(parent)
        self._context, self._kit = context, context.kit
        t = self._kit.t
        self._opened: OpenedList | None = None
        self._kept: Mapping[str, ColumnMapping] = {}
        self.source = SourceCard(self._kit)
        self.source.changed.connect(self.reread_asked)
        self.columns = ColumnsCard(self._kit)
        self.columns.corrected.connect(self.mapped)
        self.mappings = ChoiceBox()
        self.mappings.setAccessibleName(t("Use a mapping kept before"))
        self.mappings.activated.connect(self._use)
        self._caption = Label(t("Use a mapping kept before"), "muted")
        self._caption.setBuddy(self.mappings)
        self.keep = Button(self._kit, t("Keep this mapping…"), "link", hint=t("For the next list of this kind"))
        self.keep.clicked.connect(self._ask_name)
        self.columns.heading.add(self.keep)
        self._chooser = Row(self._caption, self.mappings)
        self.columns.body.insertWidget(1, self._chooser)
        self._assemble()

    def show_opened(self, reading: Reading, opened: OpenedList) -> None:
        """Show how a file was read and its columns were mapped."""
        self._opened = opened
        self.source.show_opened(reading, opened)
        self.columns.show_opened(opened)
        self._offer({})
        self._ask_kept()

    def _assemble(self) -> None:
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        column.addWidget(self.source)
        column.addWidget(self.columns)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page_scroll(inner, self._kit.t("Columns")))

    def _ask_kept(self) -> None:
        if self._opened is not None:
            job = partial(kept_mappings, self._opened.mapping.kind)
            self._context.desk.submit(job, self._offer, latest="kept-mappings", owner=self)

    def _offer(self, kept: Mapping[str, ColumnMapping]) -> None:
        self._kept = kept
        guessed = self._kit.t("None: as guessed from the titles")
        self.mappings.set_options([Option("", guessed), *(Option(name, name) for name in kept)])
        present = self._opened.mapping.name if self._opened else ""
        self.mappings.choose(present if present in kept else "")
        self._chooser.setVisible(bool(kept))

    @Slot(int)
    def _use(self, _index: int) -> None:
        if self._opened is None:
            return
        chosen = self._kept.get(str(self.mappings.currentData()))
        mapping = self._opened.with_mapping(chosen).mapping if chosen is not None else self._opened.mapping
        self.columns.show_mapping(mapping)
        self.mapped.emit(mapping)

    @Slot()
    def _ask_name(self) -> None:
        kit, t = self._kit, self._kit.t
        dialog = AskDialog(kit, t("Keep this mapping"), t("Keep"), parent=self.window())
        name = LineEdit(self.mappings.currentText() if self.mappings.currentData() else "")
        name.setMaxLength(_NAME)
        name.setAccessibleName(t("Name"))
        dialog.content.addWidget(
            Label(
                t("It will be offered for the next list of this kind. One of the same name is replaced."),
                "muted",
                wrap=True,
            )
        )
        dialog.content.addWidget(name)
        self._dialog, self._name = dialog, name
        dialog.agreed.connect(self._keep)
        dialog.open()
        name.setFocus()

    @Slot()
    def _keep(self) -> None:
        name, mapping = self._name.text().strip(), self.columns.mapping
        if not name or mapping is None:
            self._dialog.tell(self._kit.t("Give it a name."))
            return
        self._dialog.wait()
        toast = self._kit.t("Mapping kept: {name}", name=name)
        self._context.write(KeepMapping(name, mapping), self._was_kept, self._not_kept, toast=toast, owner=self)

    def _was_kept(self, _name: str) -> None:
        self._dialog.accept()
        self._ask_kept()

    def _not_kept(self, error: BaseException) -> None:
        self._dialog.tell(self._context.error_text(error))
