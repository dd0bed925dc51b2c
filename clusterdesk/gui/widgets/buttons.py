"""Buttons: primary, plain, danger, link, one that gives way, and the icon button that always has a name."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from clusterdesk.gui.icons import SIZE
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shortcuts import Shortcut, shown_keys, with_keys
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.label import plain_tooltip


class PressedByEnter(QPushButton):
    """A button that Enter presses as Space does while it has the focus, in the window as in a dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter act like Space."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)


class Button(PressedByEnter):
    """A text button, with an icon when given; ``role``: "plain", "primary", "danger", "link", "filter", "toast"."""

    def __init__(
        self, kit: Kit, text: str, role: str = "plain", *, icon: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        """Make a button; ``hint`` is the tooltip, to which ``say_keys`` adds the shortcut."""
        super().__init__(parent)
        self._kit, self._icon = kit, icon
        self.setProperty("role", role)
        self._words = text
        self.setText(VEIL.words(text).replace("&", "&&"))
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_hint(hint)
        if icon:
            self._draw_icon()
            kit.theme.changed.connect(self._draw_icon)

    def set_text(self, text: str) -> None:
        """Change text and accessible name; "&" is shown, never taken for a mnemonic."""
        self._words = text
        self.setAccessibleName(text)
        self._show_words()

    def reveil(self) -> None:
        """Show the text anew: the veil has changed."""
        self._show_words()

    def set_hint(self, hint: str) -> None:
        """Change the tooltip."""
        self.setToolTip(plain_tooltip(hint) if hint else "")

    def say_keys(self, shortcut: Shortcut) -> None:
        """Tell in the tooltip which key does the same."""
        hint = self.toolTip()
        self.setToolTip(with_keys(self._kit.t, hint, shortcut) if hint else plain_tooltip(shown_keys(shortcut)))

    def _show_words(self) -> None:
        shown = VEIL.words(self._words)
        spaced = f" {shown}" if self._icon and shown else shown  # an icon alone stands in the middle
        self.setText(spaced.replace("&", "&&"))

    @Slot()
    def _draw_icon(self) -> None:
        colour = {
            "primary": "on_accent",
            "visit-primary": "on_accent",
            "danger": "bad",
            "link": "accent",
            "toast": "toast_accent",
        }
        token = colour.get(str(self.property("role")), "text")
        self.setIcon(self._kit.icons.icon(self._icon, token))
        side = self._kit.theme.length(SIZE - 2)
        self.setIconSize(QSize(side, side))
        self._show_words()


class CutButton(Button):
    """A button that gives way where there is little room: its text ends in "…", the whole of it is then its tooltip."""

    def __init__(
        self,
        kit: Kit,
        text: str,
        role: str = "link",
        *,
        icon: str = "",
        cut: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Make the button; one that is not ``cut`` keeps its width."""
        self._whole, self._cut = VEIL.words(text), cut
        super().__init__(kit, text, role, icon=icon, parent=parent)
        if cut:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _show_words(self) -> None:
        self._whole = VEIL.words(self._words)
        super()._show_words()
        self.updateGeometry()
        if self.isVisible():
            self._fit()

    def sizeHint(self) -> QSize:
        """Ask for the room of the whole text, whatever is shown now."""
        size = super().sizeHint()
        if self._cut:
            self.ensurePolished()
            size.setWidth(self.fontMetrics().horizontalAdvance(self._whole) + self._around())
        return size

    def minimumSizeHint(self) -> QSize:
        """Insist on a few letters only."""
        size = super().minimumSizeHint()
        return QSize(min(size.width(), 40), size.height()) if self._cut else size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text where it does not fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._cut:
            return
        room = self.width() - self._around() + 6
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        spaced = f" {shown}" if not self.icon().isNull() else shown
        self.setText(spaced.replace("&", "&&"))
        self.setToolTip(plain_tooltip(self._whole) if shown != self._whole else "")

    def _around(self) -> int:
        """Return the pixels beside the text: edges, the icon and its gap."""
        icon = 0 if self.icon().isNull() else self.iconSize().width() + self.fontMetrics().horizontalAdvance(" ") + 4
        return 16 + icon


class IconButton(QToolButton):
    """A button that is only an icon; its name is its tooltip and what screen readers say."""

    def __init__(self, kit: Kit, icon: str, name: str, *, colour: str = "muted", parent: QWidget | None = None) -> None:
        """Make the button; ``name`` is a translated verb ("Remove", "Open calendar")."""
        super().__init__(parent)
        self._kit, self._icon, self._colour = kit, icon, colour
        self.setProperty("role", "icon")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_name(name)
        self._draw_icon()
        kit.theme.changed.connect(self._draw_icon)

    def set_name(self, name: str) -> None:
        """Change the name."""
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))

    def set_icon(self, icon: str) -> None:
        """Show another drawing (an arrow that turns)."""
        self._icon = icon
        self._draw_icon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter act like Space."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _draw_icon(self) -> None:
        self.setIcon(self._kit.icons.icon(self._icon, self._colour, chosen="text"))
        side = self._kit.theme.length(SIZE)
        self.setIconSize(QSize(side, side))


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether Enter was pressed by itself, on either part of the keyboard."""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
