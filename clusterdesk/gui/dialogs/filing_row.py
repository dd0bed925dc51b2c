"""One file to be put in its place: what it is, where it would go and why, and a line to say it oneself."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.dropped import DroppedFile
from clusterdesk.domain.views.filing import FilingPlace, Reason
from clusterdesk.gui.forms.parts_card import AddLine
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.label import Chip, ElidedLabel, Label

_SURE = (Reason.CODE, Reason.MAILBOX, Reason.CHOSEN, Reason.HOUR)
_LEFT, _ELSEWHERE = -1, -2
_REASONS = {
    Reason.CODE: N_("code read"),
    Reason.HOUR: N_("taken during the visit"),
    Reason.DAY: N_("taken that day"),
    Reason.MAILBOX: N_("known address"),
    Reason.DOMAIN: N_("same mail domain"),
    Reason.CHOSEN: N_("chosen by you"),
}


class FilingRow(QWidget):
    """A line of the dialog.

    Signals:
        looked: the file was read (this row).
        chosen: it has another place, or none.
        code_given: somebody typed a code, a name or a number (this row, the text).
    """

    looked = Signal(object)
    chosen = Signal()
    code_given = Signal(object, str)

    def __init__(self, kit: Kit, path: Path) -> None:
        """Show a file that is still being read."""
        super().__init__()
        self.kit, self.path = kit, path
        self.dropped: DroppedFile | None = None
        self.done = False
        t = kit.t
        self._name = ElidedLabel(path.name, "strong")
        self._why = Chip(t("Reading…"), Tone.NEUTRAL)
        self._places: tuple[FilingPlace, ...] = ()
        self.choice = InlineChoice(kit, t("Where: {what}", what=path.name), [])
        self.choice.hide_caption()
        self.choice.committed.connect(self._pick)
        self.choice.hide()
        self.line = AddLine(kit, t("Code of the sheet, or name of the organisation"))
        self.line.entered.connect(self._give)
        self.line.hide()
        self._problem = Label("", "problem", wrap=True)
        self._problem.hide()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._name, 1)
        head.addWidget(self._why, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        for widget in (self.choice, self.line, self._problem):
            column.addWidget(widget)

    @property
    def place(self) -> FilingPlace | None:
        """Where it would go, None while nobody knows or once it is there."""
        number = self.choice.value
        known = isinstance(number, int) and not self.done and self.dropped is not None
        return self._places[number] if known and isinstance(number, int) and number >= 0 else None

    def seen(self, dropped: DroppedFile) -> None:
        """The file was read."""
        self.dropped = dropped
        self.looked.emit(self)

    def offer(self, places: Sequence[FilingPlace]) -> None:
        """Offer these places, the surest one chosen."""
        self._offer(tuple(places))
        if not places:
            self._say(self.kit.t("nothing tells where"), Tone.WARN)

    def offer_code(self, places: Sequence[FilingPlace]) -> None:
        """Offer what a typed code or name leads to, before what was offered."""
        if places:
            self._offer((*places, *(one for one in self._places if one not in places)))
        else:
            self._tell(self.kit.t("No visit has this code, and no organisation this name."))

    def failed(self, error: BaseException) -> None:
        """It could not be read or filed: say why, lose nothing."""
        t = self.kit.t
        if isinstance(error, KnownError):
            texts = error.texts(t)
            self._tell(t("{message} {advice}", message=texts.message, advice=texts.advice))
        else:
            self._tell(t("This was not saved."))
        self._say(t("not filed"), Tone.BAD)

    def filed(self, left_out: tuple[str, ...]) -> None:
        """It is in its place."""
        self.done = True
        self.choice.set_read_only(True)
        self.choice.setEnabled(False)
        self.line.hide()
        self._say(self.kit.t("filed"), Tone.OK)
        if left_out:
            names = self.kit.formats.joined(list(left_out))
            self._tell(self.kit.t("Left out because it is a program: {names}.", names=names))

    def _offer(self, places: tuple[FilingPlace, ...]) -> None:
        self._tell("")
        self._places = places
        options = [Option(number, self._words(place)) for number, place in enumerate(places)]
        t = self.kit.t
        self.choice.set_options([*options, Option(_ELSEWHERE, t("Elsewhere…")), Option(_LEFT, t("Leave it"))])
        self.choice.set_value(0 if places else _LEFT)
        self.choice.setVisible(bool(places))
        self.line.setVisible(not places or places[0].reason not in _SURE)
        self._explain()
        self.chosen.emit()

    def _words(self, place: FilingPlace) -> str:
        t, formats = self.kit.t, self.kit.formats
        if place.evidence_id is not None:
            return t("{organisation} · {title}", organisation=place.organisation, title=place.title)
        if place.on is None or place.kind is None:
            return place.organisation
        day = formats.weekday_date(place.on)
        when = t("{day}, {time}", day=day, time=formats.time(place.starts_at)) if place.starts_at else day
        kind = t(choice_label(place.kind))
        return t("{organisation} · {kind} · {when}", organisation=place.organisation, kind=kind, when=when)

    @Slot(object)
    def _pick(self, number: object) -> None:
        if number == _ELSEWHERE:
            self.line.show()
            self.line.setFocus()
            self._say(self.kit.t("say where"), Tone.WARN)
        self._explain()
        self.chosen.emit()

    @Slot(str)
    def _give(self, text: str) -> None:
        self.code_given.emit(self, text)

    def _explain(self) -> None:
        place = self.place
        if place is not None:
            self._say(self.kit.t(_REASONS[place.reason]), Tone.OK if place.reason in _SURE else Tone.INFO)

    def _say(self, text: str, tone: Tone) -> None:
        self._why.setText(text)
        self._why.set_tone(tone)

    def _tell(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
