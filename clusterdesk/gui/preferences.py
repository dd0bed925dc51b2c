"""The settings as the window sees them: read once, changed one key at a time, announced."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from clusterdesk.base.errors import KnownError
from clusterdesk.config.settings import Settings, Value
from clusterdesk.config.settings_store import SettingsStore


class Preferences(QObject):
    """Holds the settings in force.

    Signals:
        changed: a key has a new value (the key).
        failed: a change could not be written (the KnownError); it is in force until the end all the same.
    """

    changed = Signal(str)
    failed = Signal(object)

    def __init__(self, settings: Settings, store: SettingsStore | None = None) -> None:
        """Start from these settings; changes go into ``store`` (None: nowhere, for tests)."""
        super().__init__()
        self._settings, self._store = settings, store

    @classmethod
    def kept(cls, settings: Settings) -> "Preferences":
        """Return preferences whose changes go into the user's settings file."""
        return cls(settings, SettingsStore())

    @property
    def current(self) -> Settings:
        """The settings in force."""
        return self._settings

    def set(self, key: str, value: Value) -> None:
        """Change a key, keep it in the settings file, and announce it."""
        if getattr(self._settings, key) == value:
            return
        self._settings = _with(self._settings, key, value)
        if self._store is not None:
            try:
                self._settings = self._store.change(**{key: value})
            except KnownError as error:
                self.failed.emit(error)
        self.changed.emit(key)


def _with(settings: Settings, key: str, value: Value) -> Settings:
    return replace(settings, **{key: value})  # type: ignore[arg-type]
