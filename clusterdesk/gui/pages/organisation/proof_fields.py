"""What proves a result, asked for where it is confirmed: title, level on the ladder, a document if there is one."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCompleter, QFileDialog, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.results import GivenProof
from clusterdesk.domain.records.results import Evidence, EvidenceLevel
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.flow import FlowLayout

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class AskedProof:
    """What is proposed as evidence: a title, a level; and what was noted as still to obtain, offered while typing."""

    title: str = ""
    level: EvidenceLevel = EvidenceLevel.SAID
    wanted: Sequence[Evidence] = ()


@dataclass(frozen=True, slots=True)
class ChosenProof:
    """The evidence that was given, and the file of its document."""

    proof: GivenProof
    source: Path | None = None


class ProofFields(QWidget):
    """Title and level stand there already; a file is attached by a click, and taken off by another one."""

    def __init__(self, kit: Kit, asked: AskedProof) -> None:
        """Propose evidence."""
        super().__init__()
        t = kit.t
        self.kit, self._wanted = kit, {one.title.casefold(): one for one in asked.wanted}
        self.source: Path | None = None
        self.title = InlineText(kit, t("What proves it?"), longest=_LONGEST, required=True)
        self.title.edit.setProperty("role", "input")
        self.title.set_placeholder(t("For example: said by the manager, trial balance, invoices"))
        self.title.set_value(asked.title)
        options = [Option(level, t(choice_label(level))) for level in EvidenceLevel]
        self.level = InlineChoice(kit, t("Level of evidence"), options)
        self.level.box.setProperty("role", "input")
        self.level.set_value(asked.level)
        self._offer()
        self.attach_button = Button(kit, t("Attach a file…"), "link", icon="paperclip")
        self.detach_button = Button(kit, t("Without a file"), "link", icon="x")
        for button in (self.attach_button, self.detach_button):
            button.setAutoDefault(False)
        self.attach_button.clicked.connect(self._choose)
        self.detach_button.clicked.connect(self._detach)
        self.detach_button.hide()
        files = QWidget()
        flow = FlowLayout(files, spacing=8)
        flow.addWidget(self.attach_button)
        flow.addWidget(self.detach_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.title, self.level, files):
            column.addWidget(widget)

    def given(self) -> ChosenProof | None:
        """Return what was given; ``None`` where the title is missing, which is said."""
        # A title given beforehand was never typed: it may still be empty.
        if not self.title.value and not self.title.dirty:
            self.title.restore_draft("")
        if not self.title.commit():
            return None
        level = self.level.value
        assert isinstance(level, EvidenceLevel)
        return ChosenProof(GivenProof(self.title.value or "", level), self.source)

    @Slot(list)
    def attach(self, paths: list[str]) -> None:
        """Take a file as the document; what was only said becomes a document by it."""
        self.source = Path(paths[0])
        if self.level.value in (EvidenceLevel.IMPRESSION, EvidenceLevel.SAID):
            self.level.set_value(EvidenceLevel.DOCUMENT)
        if not self.title.value and not self.title.dirty:
            self.title.set_value(self.source.stem)
        self.attach_button.set_text(VEIL.words(self.source.name))
        self.detach_button.show()

    def _offer(self) -> None:
        if not self._wanted:
            return
        completer = QCompleter([one.title for one in self._wanted.values()], self.title.edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.title.edit.setCompleter(completer)
        self.title.committed.connect(self._know)

    @Slot(object)
    def _know(self, title: str) -> None:
        """Take the level of a piece that was wanted."""
        known = self._wanted.get((title or "").casefold())
        if known is not None:
            self.level.set_value(known.level)

    @Slot()
    def _choose(self) -> None:
        dialog = QFileDialog(self.window(), self.kit.t("Attach a file…"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.filesSelected.connect(self.attach)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _detach(self) -> None:
        self.source = None
        self.attach_button.set_text(self.kit.t("Attach a file…"))
        self.detach_button.hide()
