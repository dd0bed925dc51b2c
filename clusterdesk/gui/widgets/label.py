"""Labels: plain text only, so that nothing a user typed is ever taken for markup."""

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.veil import VEIL

_LONG_WORD = re.compile(r"\S{50,}")
_PIECE = re.compile(r"\S{1,16}")


class Label(QLabel):
    """A plain-text label; ``role`` chooses its look.

    Roles: "" body, "title", "heading", "strong", "figure", "muted", "small", "caption", "problem". Where it takes
    several lines, a very long word – a link – may be broken, so that it does not push its neighbours out of the window;
    not where the text can be selected, to be copied as it is.
    """

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> None:
        """Show a text; ``wrap`` lets it take several lines."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        self._words = ""
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text, as far as the veil lets it be seen."""
        self._words = text
        super().setText(self._shown())

    def setTextInteractionFlags(self, flags: Qt.TextInteractionFlag) -> None:
        """Let the text be selected, or no longer."""
        super().setTextInteractionFlags(flags)
        self.setText(self._words)

    def _shown(self) -> str:
        text = VEIL.words(self._words)
        if not self.wordWrap() or self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            return text
        return _LONG_WORD.sub(_with_breaks, text)

    @property
    def words(self) -> str:
        """The whole text, also where the veil hides some of it: what is written elsewhere is taken from here."""
        return self._words

    def reveil(self) -> None:
        """Show the text anew: the veil has changed."""
        if self._shown() != self.text():
            self.setText(self._words)

    def set_role(self, role: str) -> None:
        """Change the look."""
        if self.property("role") != role:
            self.setProperty("role", role)
            restyle(self)


class ElidedLabel(Label):
    """A one-line label that ends in "…" where there is no room; the whole text is then its tooltip."""

    def __init__(self, text: str = "", role: str = "", *, parent: QWidget | None = None) -> None:
        """Show a text on one line, however narrow."""
        super().__init__("", role, parent=parent)
        self.setMinimumWidth(24)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text if text.isprintable() else _plain(text))
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the tooltip only while something is hidden."""
        super().resizeEvent(event)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a change of font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as there is room for."""
        painter = QPainter(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)

    def _tell(self) -> None:
        hidden = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        self.setToolTip(plain_tooltip(self.text()) if hidden else "")


class Chip(Label):
    """A small coloured word: a state, a tag, a count. The word carries the meaning, the colour repeats it.

    Where there is no room for all of it, it ends in "…", and the whole is in its tooltip.
    """

    _explanation = ""

    def __init__(self, text: str, tone: Tone = Tone.NEUTRAL, *, parent: QWidget | None = None) -> None:
        """Show a word in the colours of a tone."""
        super().__init__(text, "chip", parent=parent)
        self.setProperty("chip", tone.value)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def set_tone(self, tone: Tone) -> None:
        """Change the colours."""
        if self.property("chip") != tone.value:
            self.setProperty("chip", tone.value)
            restyle(self)

    def explain(self, text: str) -> None:
        """Say in the tooltip, and to screen readers, what the word means here."""
        self._explanation = VEIL.words(text)
        self.setAccessibleDescription(text)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the whole word in the tooltip while something of it is hidden."""
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the word, cut with a sign where it does not fit."""
        if not self._is_cut():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.drawFrame(painter)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        align = int(Qt.AlignmentFlag.AlignCenter)
        self.style().drawItemText(painter, room, align, self.palette(), True, shown, self.foregroundRole())

    def _tell(self) -> None:
        whole = self.text() if self._is_cut() else ""
        self.setToolTip(plain_tooltip("\n".join(part for part in (whole, self._explanation) if part)))

    def _is_cut(self) -> bool:
        return self.width() < self.sizeHint().width()


def _with_breaks(word: re.Match[str]) -> str:
    return "\u200b".join(_PIECE.findall(word.group()))


def _plain(text: str) -> str:
    # Asked for late: hardly any text of the first screen needs it.
    from clusterdesk.domain.parsing.text import plain_line

    return plain_line(text)


def restyle(widget: QWidget) -> None:
    """Make the style sheet look again at a widget whose dynamic property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def plain_tooltip(text: str) -> str:
    """Return a text that Qt's tooltips show as it is, also when it looks like markup."""
    if "<" not in text and "&" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>"
