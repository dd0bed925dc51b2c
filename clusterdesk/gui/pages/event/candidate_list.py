"""The people whom an invitation may reach: those who can be invited with a tick, the others with why not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QWidget

from clusterdesk.domain.views.invitations import LEFT_OUT_LABELS, Candidate, LeftOut
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.veil import VEIL

_HEIGHT, _LEAST = 200, 150  # pixels: the dialog fits a small screen with large text


class CandidateList(QListView):
    """A list with ticks.

    Signals:
        ticked: somebody was ticked, or no longer is.
    """

    ticked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._kit = kit
        self._open: list[tuple[QStandardItem, Candidate]] = []
        self._unticked: set[object] = set()
        self._model = QStandardItemModel(self)
        self.setProperty("role", "options")
        self.setAccessibleName(kit.t("Who is invited"))
        self.setModel(self._model)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(max(_LEAST, min(kit.theme.length(_HEIGHT), _HEIGHT)))
        self._model.itemChanged.connect(self._changed)

    def show_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Show who can be invited, then the others; whom somebody unticked stays so."""
        blocked = self._model.blockSignals(True)
        self._model.clear()
        self._open = []
        for one in sorted(candidates, key=lambda each: each.left_out is not None):
            item = QStandardItem(VEIL.words(self._words(one)))
            if one.left_out is None:
                item.setCheckable(True)
                unticked = one.contact_id in self._unticked
                item.setCheckState(Qt.CheckState.Unchecked if unticked else Qt.CheckState.Checked)
                self._open.append((item, one))
            else:
                item.setEnabled(False)
            self._model.appendRow(item)
        self._model.blockSignals(blocked)
        self._model.layoutChanged.emit()
        self.ticked.emit()

    @property
    def chosen(self) -> tuple[Candidate, ...]:
        """Those who are ticked."""
        return tuple(one for item, one in self._open if item.checkState() is Qt.CheckState.Checked)

    def tick(self, *, all_of_them: bool) -> None:
        """Tick everybody who can be invited, or nobody."""
        state = Qt.CheckState.Checked if all_of_them else Qt.CheckState.Unchecked
        for item, _ in self._open:
            item.setCheckState(state)

    def _words(self, one: Candidate) -> str:
        t, kit = self._kit.t, self._kit
        who = (
            t("{name} – {organisation}", name=one.name, organisation=one.organisation) if one.name else one.organisation
        )
        if one.left_out is None:
            return who
        if one.left_out is LeftOut.INVITED and one.invited_on is not None:
            return t("{who} · invited on {day}", who=who, day=kit.formats.date(one.invited_on))
        return t("{who} · {reason}", who=who, reason=t(LEFT_OUT_LABELS[one.left_out]))

    @Slot(QStandardItem)
    def _changed(self, item: QStandardItem) -> None:
        for each, one in self._open:
            if each is item:
                if item.checkState() is Qt.CheckState.Checked:
                    self._unticked.discard(one.contact_id)
                else:
                    self._unticked.add(one.contact_id)
        self.ticked.emit()
