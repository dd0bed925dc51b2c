"""Free labels of an organisation."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.organisations import SetTags
from clusterdesk.domain.records.lists import Tag
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.parts_card import AddLine
from clusterdesk.gui.widgets.buttons import IconButton
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Chip, Label

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


class TagsCard(Card):
    """The card of tags: a cross takes one off, the line adds one."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__(spacing=6)
        self.context, self.kit = context, context.kit
        t = self.kit.t
        self._organisation_id: UUID | None = None
        self._names: tuple[str, ...] = ()
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._empty = Label(t("No tag yet. Tags are free words to find organisations by."), "muted", wrap=True)
        self.line = AddLine(self.kit, t("Add a tag"))
        self.line.setMaxLength(100)
        self.line.entered.connect(self._add)
        self.add(SectionHeader(t("Tags")), self._chips, self._empty, self.line)

    def show_tags(self, organisation_id: UUID, tags: tuple[Tag, ...], known: tuple[Tag, ...]) -> None:
        """Show the tags; ``known`` are offered while typing."""
        self._organisation_id = organisation_id
        self._names = tuple(tag.name for tag in tags)
        clear_layout(self._flow)
        for name in self._names:
            self._flow.addWidget(self._chip(name))
        self._chips.setVisible(bool(tags))
        self._chips.updateGeometry()
        self._empty.setVisible(not tags)
        completer = QCompleter([tag.name for tag in known if tag.name not in self._names], self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)  # the one before goes with its parent, the line

    def _chip(self, name: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        cross = IconButton(self.kit, "x", self.kit.t("Take the tag off: {name}", name=name))
        cross.setObjectName(name)
        cross.clicked.connect(self._take_off)
        row.addWidget(Chip(name))
        row.addWidget(cross)
        return holder

    @Slot(str)
    def _add(self, text: str) -> None:
        if text.casefold() not in {name.casefold() for name in self._names}:
            self._set((*self._names, text))

    @Slot()
    def _take_off(self) -> None:
        cross = self.sender()
        if cross is not None:
            self._set(tuple(name for name in self._names if name != cross.objectName()))

    def _set(self, names: tuple[str, ...]) -> None:
        if self._organisation_id is not None:
            command = SetTags(record_type="organisation", record_id=self._organisation_id, names=names)
            self.context.write(partial(_set_tags, command))


def _set_tags(command: SetTags, desk: "Desk") -> OpResult[tuple[Tag, ...]]:
    from clusterdesk.services.tags import set_tags

    return set_tags(desk.store, command)
