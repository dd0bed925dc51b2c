"""Fields of settings: each bound to its key, in force at once, refused where the value does not fit."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from clusterdesk.base.errors import KnownError
from clusterdesk.config.settings import Value, checked, spec_of
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.special_fields import InlineWhole
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.inline import InlineField
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.label import Label

type Fields = dict[str, InlineField]
type Check = Callable[[str], None]


class SettingsCard(Card):
    """A card of settings under a heading and a sentence; its fields go into ``fields`` by key."""

    def __init__(self, context: Context, heading: str, note: str, fields: Fields) -> None:
        """Make an empty card."""
        super().__init__(spacing=10)
        self.context, self.kit, self._fields = context, context.kit, fields
        self.add(SectionHeader(heading), Label(note, "muted", wrap=True))

    def choice(self, key: str, caption: str, options: Sequence[Option]) -> None:
        """Add a choice."""
        self.bind(key, InlineChoice(self.kit, caption, options))

    def yes_or_no(self, key: str, caption: str) -> None:
        """Add a choice of yes and no."""
        t = self.kit.t
        self.choice(key, caption, [Option(True, t("Yes")), Option(False, t("No"))])

    def text(self, key: str, caption: str) -> None:
        """Add a line of text."""
        self.bind(key, InlineText(self.kit, caption))

    def whole(self, key: str, caption: str) -> None:
        """Add a whole number."""
        self.bind(key, InlineWhole(self.kit, caption, required=True), undoes=True)

    def bind(self, key: str, field: InlineField, check: "Check | None" = None, *, undoes: bool = False) -> None:
        """Add a field of one's own for a key; ``check`` refuses what fits its type and makes no sense all the same.

        With ``undoes`` a message offers the value before: of a number nobody remembers it.
        """
        field.set_value(getattr(self.context.settings, key))
        SettingBinding(self.context, key, field, check, undoes=undoes)
        self._fields[key] = field
        self.add(field)


class SettingBinding(QObject):
    """Puts the value of a field into the settings."""

    def __init__(
        self, context: Context, key: str, field: InlineField, check: "Check | None" = None, *, undoes: bool = False
    ) -> None:
        """Live as long as the field."""
        super().__init__(field)
        self._context, self._key, self._field, self._check = context, key, field, check
        self._undoes = undoes
        field.committed.connect(self._commit)
        context.preferences.changed.connect(self._changed)

    @Slot(object)
    def _commit(self, value: object) -> None:
        try:
            good = checked(spec_of(self._key), "" if value is None else value)
            if self._check is not None:
                self._check(str(good))
        except KnownError as error:
            self._field.not_saved(self._context.error_text(error))
            return
        before = getattr(self._context.settings, self._key)
        self._set(good)
        self._field.mark_saved()
        if self._undoes and good != before:
            t = self._context.kit.t
            text = t("{field}: {value}", field=self._field.caption, value=good)
            self._context.shell.toast(text, t("Undo"), partial(self._set, before))

    def _set(self, value: Value) -> None:
        """Change the setting, and let pages that count by it count anew."""
        self._context.preferences.set(self._key, value)
        if self._undoes:
            self._context.shell.reload()

    @Slot(str)
    def _changed(self, key: str) -> None:
        """Show what was changed elsewhere: the colours by the palette, the timer in visit mode."""
        if key == self._key:
            self._field.set_value(getattr(self._context.settings, key))
