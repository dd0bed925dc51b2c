"""What is asked to search KBO open data: folder, link and project, activities, postcodes."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from clusterdesk.domain.chains.nace_list import NACE_LIST
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.views.prospects import ProspectList
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.pages.chains.prospects import words
from clusterdesk.gui.pages.chains.prospects.new_dialog import Lacking
from clusterdesk.gui.pages.chains.prospects.reading import read
from clusterdesk.gui.pages.chains.prospects.searching import KboSearch
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.page_header import FoldingRow

REGION = "1000-1299"
_NONE = Option(None, "–")
_FOLD = 460


class FindForm(QWidget):
    """The fields and the button that searches.

    Signals:
        searched: a ``KboSearch``.
        refused: what is wrong, in words; "" where nothing is.
    """

    searched = Signal(object)
    refused = Signal(str)
    last_folder = ""  # where the open data lay the last time, as long as the program runs

    def __init__(self, context: Context, wanted: Lacking) -> None:
        """Propose the activities of the link that is lacking."""
        super().__init__()
        kit, t = context.kit, context.kit.t
        self.context, self.kit, self._wanted = context, kit, wanted
        self._data = ProspectList()
        self.folder = InlineText(kit, t("Folder of the unpacked KBO open data"), longest=1000)
        self.folder.set_value(FindForm.last_folder)
        self.choose = Button(kit, t("Choose a folder…"), "link", icon="folder-open")
        self.link = InlineChoice(kit, t("Link of the chain"), [_NONE])
        self.project = InlineChoice(kit, t("Project"), [_NONE])
        self.nace = InlineText(kit, t("Activities (NACE)"), longest=1000)
        self.nace.set_placeholder(t("Beginnings of codes: 31, 16.23"))
        self.postcodes = InlineText(kit, t("Postcodes"), longest=1000)
        self.postcodes.set_value(REGION)
        self.keep = Button(kit, t("Keep these activities for the link"), "link", icon="check")
        self.search = Button(kit, t("Search"), icon="search")
        self._assemble()
        for box in (self.link, self.project):
            box.box.setProperty("role", "input")
        for field in (self.folder, self.nace, self.postcodes):
            field.edit.setProperty("role", "input")
        self.choose.clicked.connect(self._choose_folder)
        self.link.committed.connect(self._propose)
        self.keep.clicked.connect(self._keep_codes)
        self.search.clicked.connect(self._search)
        context.desk.submit(read, self._show, owner=self)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.folder)
        column.addWidget(Row(self.choose))
        for pair in ((self.link, self.project), (self.nace, self.postcodes)):
            row = FoldingRow(self.kit, _FOLD)
            for field in pair:
                row.add(field, 1)
            column.addWidget(row)
        column.addWidget(Row(self.search, self.keep))

    @property
    def lacking(self) -> Lacking:
        """What somebody is sought for."""
        link, project = self.link.value, self.project.value
        return Lacking(link if isinstance(link, UUID) else None, project if isinstance(project, UUID) else None)

    @Slot(str)
    def take_folder(self, folder: str) -> None:
        """Search in a folder."""
        self.folder.set_value(folder)

    def _show(self, data: ProspectList) -> None:
        self._data = data
        self.link.set_options([_NONE, *words.link_options(self.kit, data)])
        self.project.set_options([_NONE, *(Option(one.id, one.title) for one in data.projects)])
        self.link.set_value(self._wanted.link_id)
        self.project.set_value(self._wanted.project_id)
        self._propose()

    @Slot()
    def _propose(self) -> None:
        link = next((one for one in self._data.links if one.id == self.link.value), None)
        if link is not None and link.nace_codes:
            self.nace.set_value(link.nace_codes)
        self.keep.setVisible(link is not None)

    @Slot()
    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.kit.t("Choose the folder of the KBO open data"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.take_folder)
        dialog.open()

    @Slot()
    def _keep_codes(self) -> None:
        if isinstance(self.link.value, UUID) and self._has_codes():
            values = {"nace_codes": self.nace.value or ""}
            command = EditRecord(type_key="chain_link", record_id=self.link.value, values=values)
            toast = self.kit.t("Activities kept for the link.")
            self.context.write(partial(jobs.edit, command), None, self._not_kept, toast=toast, owner=self)

    def _not_kept(self, error: BaseException) -> None:
        self.refused.emit(self.context.error_text(error))

    def _has_codes(self) -> bool:
        self.nace.commit()
        text = self.nace.value or ""
        holds = bool(text.strip()) and NACE_LIST.holds(text)
        self.refused.emit("" if holds else self.kit.t(NACE_LIST.message))
        return holds

    @Slot()
    def _search(self) -> None:
        if not self._has_codes():
            return
        self.folder.commit()
        self.postcodes.commit()
        folder, codes = self.folder.value or "", self.postcodes.value or ""
        FindForm.last_folder = folder
        step = self.kit.t("Searching the KBO open data")
        self.searched.emit(KboSearch(Path(folder).expanduser(), self.nace.value or "", codes, step))
