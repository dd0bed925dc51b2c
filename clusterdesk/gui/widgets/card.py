"""Cards, lines and headings: the calm frames a page is laid out with."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from clusterdesk.gui.widgets.label import Label


class Card(QFrame):
    """A white, rounded frame; put things into ``body`` (a vertical layout)."""

    def __init__(self, *, margin: int = 16, spacing: int = 8, parent: QWidget | None = None) -> None:
        """Make an empty card; lengths are in pixels."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin - 2, margin, margin)
        self.body.setSpacing(spacing)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets under the others."""
        for widget in widgets:
            self.body.addWidget(widget)


class SectionHeader(QWidget):
    """A heading with a muted note at its right ("7 · 2 late") and room for buttons after it."""

    def __init__(
        self, text: str, note: str = "", *, role: str = "heading", wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        """Show a heading; ``role`` is "heading" in cards, "title" at the top of a page.

        One that may ``wrap`` takes several lines where buttons beside it leave little room.
        """
        super().__init__(parent)
        self._heading = Label(text, role, wrap=wrap)
        self._note = Label(note, "muted", wrap=wrap)
        self._note.setVisible(bool(note))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._heading, int(wrap))
        # Beside a page's title, at the right end in a card.
        if role == "title":
            self._row.addWidget(self._note, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(int(not wrap))
        if role != "title":
            self._row.addWidget(self._note)

    def set_text(self, text: str) -> None:
        """Change the heading."""
        self._heading.setText(text)

    def set_role(self, role: str) -> None:
        """Change the look of the heading: a smaller one within a card."""
        self._heading.set_role(role)

    def set_note(self, note: str) -> None:
        """Change the note at the right; an empty one takes no room."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def add(self, *widgets: QWidget) -> None:
        """Put buttons or chips at the right end."""
        for widget in widgets:
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


class FormCard(Card):
    """A card of fields: their captions stand under the heading, their frames reach a little further out."""

    def __init__(self, heading: str, *, parent: QWidget | None = None) -> None:
        """Make a card with a heading."""
        super().__init__(margin=9, spacing=6, parent=parent)
        self.header = SectionHeader(heading)
        self.header.setContentsMargins(7, 4, 7, 0)
        self.add(self.header)


class Line(QFrame):
    """A thin horizontal line between parts of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the line."""
        super().__init__(parent)
        self.setProperty("role", "line")


class Row(QWidget):
    """Widgets side by side, without margins; a stretch fills what is left."""

    def __init__(
        self, *widgets: QWidget, spacing: int = 8, stretch: bool = True, parent: QWidget | None = None
    ) -> None:
        """Lay out the widgets from left to right."""
        super().__init__(parent)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(spacing)
        for widget in widgets:
            self.line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        if stretch:
            self.line.addStretch(1)


class Column(QWidget):
    """Widgets one under another, without margins: what a row of a card opens into."""

    def __init__(self, *widgets: QWidget, spacing: int = 6, parent: QWidget | None = None) -> None:
        """Lay out the widgets from top to bottom."""
        super().__init__(parent)
        self.line = QVBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(spacing)
        for widget in widgets:
            self.line.addWidget(widget)


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and delete it (cards that are filled anew)."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear_layout(inner)
