"""Signing an employment attestation on the spot, or asking for it on paper."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from clusterdesk.briefs.statement import statement
from clusterdesk.domain.views.attestation import Attestation
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.forms.language_names import LANGUAGES
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.employment.attestation_reading import Person, Prepared
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_scroll import page_scroll
from clusterdesk.gui.widgets.signature_pad import SignaturePad
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_LONGEST = 200
_MOST_HEIGHT, _LEAST_HEIGHT = 190, 110  # of what is signed; more of it scrolls
_SIDES = 24


class AttestationDialog(AskDialog):
    """Shows what is signed, in the language of the organisation, asks who signs and gives room to do it.

    Signals:
        signed: the Attestation with name, day and strokes; answer by ``accept`` or ``tell``.
        paper_asked: print it, to be signed by hand.
        language_asked: show it in this language ("fr", "nl", "en").
    """

    signed = Signal(object)
    paper_asked = Signal()
    language_asked = Signal(str)

    def __init__(self, kit: Kit, prepared: Prepared, parent: QWidget | None = None) -> None:
        """Show what was prepared."""
        t = kit.t
        super().__init__(kit, t("Employment attestation"), t("Sign and keep"), parent=parent)
        self.prepared = prepared
        self.language = InlineChoice(
            kit, t("Language of the page"), [Option(key, t(name)) for key, name in LANGUAGES.items()]
        )
        self.language.committed.connect(self._ask_language)
        self.words = Label("", wrap=True)
        self._reading = page_scroll(self.words, t("What is signed"))
        self.name = InlineText(kit, t("Who signs"), longest=_LONGEST, required=True)
        self.role = InlineText(kit, t("Function"), longest=_LONGEST)
        self.place = InlineText(kit, t("Place"), longest=_LONGEST)
        for field in (self.name, self.role, self.place):
            field.edit.setProperty("role", "input")
        self.pad = SignaturePad(kit, t("Signature"), t("Sign here with a pen, a finger or the mouse"))
        self.back = Button(kit, t("Take the last stroke back"), "link", icon="undo-2")
        self.anew = Button(kit, t("Begin anew"), "link")
        self.paper = Button(kit, t("Sign on paper…"), icon="printer")
        for button in (self.back, self.anew, self.paper):
            button.setAutoDefault(False)
        self.back.clicked.connect(self.pad.take_back)
        self.anew.clicked.connect(self.pad.clear)
        self.paper.clicked.connect(self.paper_asked)
        self.pad.changed.connect(self._show_pad)
        self.agreed.connect(self._agree)
        self._offer(prepared.people)
        self._assemble()
        self.show_prepared(prepared)
        self._show_pad()

    def show_prepared(self, prepared: Prepared) -> None:
        """Show the page as it was prepared; who signs and what was written stay."""
        self.prepared = prepared
        words, formats = Translator(prepared.language), Formats(prepared.language)
        self.language.set_value(prepared.language)
        self.words.setText("\n".join(statement(prepared.view, words, formats)))
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many lines of what is signed as there is room for."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        room = self.contentsRect().width() - 2 * _SIDES
        most = max(_MOST_HEIGHT - (self.kit.theme.text_scale - 100), _LEAST_HEIGHT)
        self._reading.setFixedHeight(min(max(self.words.heightForWidth(max(room, 1)), 1) + 6, most))

    def _offer(self, people: Sequence[Person]) -> None:
        completer = QCompleter([one.name for one in people], self.name.edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.name.edit.setCompleter(completer)
        self.name.committed.connect(self._know)
        if people:
            self.name.set_value(people[0].name)
            self.role.set_value(people[0].role)
        self.place.set_value(self.prepared.place)

    def _assemble(self) -> None:
        who = QHBoxLayout()
        who.setSpacing(10)
        for field in (self.name, self.role, self.place):
            who.addWidget(field, 1)
        strokes = QHBoxLayout()
        strokes.addWidget(self.back)
        strokes.addWidget(self.anew)
        strokes.addStretch(1)
        strokes.addWidget(self.paper)
        self.content.addWidget(self.language)
        self.content.addWidget(self._reading)
        self.content.addLayout(who)
        self.content.addWidget(self.pad)
        self.content.addLayout(strokes)
        self.setMinimumWidth(self.kit.theme.length(640))

    @Slot(object)
    def _ask_language(self, language: object) -> None:
        self.language_asked.emit(str(language))

    @Slot(object)
    def _know(self, name: object) -> None:
        known = next((one for one in self.prepared.people if one.name == name), None)
        if known is not None:
            self.role.set_value(known.role)

    @Slot()
    def _show_pad(self) -> None:
        written = bool(self.pad.signature.strokes)
        self.back.setEnabled(written)
        self.anew.setEnabled(written)
        if written:
            self.tell("")

    @Slot()
    def _agree(self) -> None:
        if not self.name.value and not self.name.dirty:
            self.name.restore_draft("")
        if not all(field.commit() for field in (self.name, self.role, self.place)):
            return
        if self.pad.signature.empty:
            self.tell(self.kit.t("There is no signature yet."))
            self.pad.setFocus()
            return
        self.wait()
        self.signed.emit(self._signed_view())

    def _signed_view(self) -> Attestation:
        return replace(
            self.prepared.view,
            signer=self.name.value or "",
            role=self.role.value or "",
            place=self.place.value or "",
            signed_on=self.kit.clock.today(),
            signature=self.pad.signature,
        )
