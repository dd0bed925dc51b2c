"""A scroll area for what may be higher than the window, and the way to something in it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clusterdesk.gui.kit import Kit


def page_scroll(inner: QWidget, name: str) -> QScrollArea:
    """Return a scroll area without a frame; ``name`` is what screen readers call it."""
    scroll = QScrollArea()
    scroll.setProperty("role", "page")
    scroll.setWidgetResizable(True)
    scroll.setAccessibleName(name)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inner)
    return scroll


def card_column(*cards: QWidget) -> QWidget:
    """Return cards one under the other, for a column of a page that scrolls."""
    column = QWidget()
    lay_out_cards(column, *cards)
    return column


def lay_out_cards(column: QWidget, *cards: QWidget) -> None:
    """Put cards one under the other into a column of a page that scrolls."""
    column.setProperty("role", "page")
    lines = QVBoxLayout(column)
    lines.setContentsMargins(0, 0, 4, 0)
    lines.setSpacing(12)
    for card in cards:
        lines.addWidget(card)
    lines.addStretch(1)


def narrow_column(kit: Kit, most: int) -> tuple[QWidget, QVBoxLayout]:
    """Return what goes into a scroll area, and its column of cards, no wider than ``most`` units of the theme.

    The limit is that of the column: where each card has its own, a scroll area measures them too wide and too low.
    """
    outer, inner = QWidget(), QWidget()
    outer.setProperty("role", "page")
    inner.setMaximumWidth(kit.theme.length(most))
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 12, 0)
    column.setSpacing(14)
    row = QHBoxLayout(outer)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(inner, 1)
    row.addStretch(0)
    return outer, column


def scroll_to(widget: QWidget) -> None:
    """Scroll every area around a widget to it; its head comes into view first: it may be higher than the area."""
    above = widget.parentWidget()
    while above is not None:
        inside = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and inside is not None:
            above.ensureWidgetVisible(widget, 0, 0)
            top = widget.mapTo(inside, QPoint(0, 0)).y()
            bar = above.verticalScrollBar()
            bar.setValue(min(bar.value(), max(top - 12, 0)))
        above = above.parentWidget()
