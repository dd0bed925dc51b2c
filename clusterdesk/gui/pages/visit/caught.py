"""What was caught while talking, in short lines: promises, head counts, decisions, offers, needs, what to send on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.figures import Precision
from clusterdesk.domain.records.sessions import Action
from clusterdesk.domain.views.employment import HeadcountLine
from clusterdesk.domain.views.session_page import SessionPage
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.chains.exchanges.of_session import exchange_words
from clusterdesk.gui.pages.visit.sent_on_card import sent_on_words
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.label import Label
from clusterdesk.i18n.staff_numbers import fte_text


class Caught(QWidget):
    """The list; it takes no room while there is nothing."""

    def __init__(self, kit: Kit) -> None:
        """Make an empty list."""
        super().__init__()
        self.kit = kit
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(kit.t("Caught so far"), "strong"))
        column.addLayout(self._lines)
        column.addStretch(1)
        self.hide()

    def show_page(self, page: SessionPage) -> None:
        """Show what this session brought."""
        lines = [
            *_promises(self.kit, page.promises),
            *_headcounts(self.kit, page.headcounts),
            *(self.kit.t("Decided: {what}", what=one.text) for one in page.decisions),
            *(exchange_words(self.kit, one) for one in page.exchanges),
            *sent_on_words(self.kit, page),
        ]
        clear_layout(self._lines)
        for text in lines:
            self._lines.addWidget(Label(text, "muted", wrap=True), 0, Qt.AlignmentFlag.AlignTop)
        self.setVisible(bool(lines))


def _headcounts(kit: Kit, lines: Sequence[HeadcountLine]) -> list[str]:
    return [
        kit.t("Head count: about {fte} FTE", fte=fte_text(one.count.fte, kit.formats))
        if one.record.precision is Precision.ABOUT
        else kit.t("Head count: {fte} FTE", fte=fte_text(one.count.fte, kit.formats))
        for one in lines
        if one.count.fte is not None
    ]


def _promises(kit: Kit, promises: Sequence[Action]) -> list[str]:
    return [
        kit.t(
            "{owner}: {what} ({day})",
            owner=one.owner_name or kit.t(choice_label(one.owner)),
            what=one.text,
            day=kit.formats.weekday_date(one.due_on),
        )
        if one.due_on
        else kit.t("{owner}: {what}", owner=one.owner_name or kit.t(choice_label(one.owner)), what=one.text)
        for one in promises
    ]
