"""The settings file: read leniently, written whole, never losing what it does not understand."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from clusterdesk.base.atomic_write import write_atomically
from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.base.refusals import refusal
from clusterdesk.config.paths import config_file
from clusterdesk.config.settings import Settings, SettingSpec, Value, checked, parsed, spec_of, specs


class SettingsStore:
    """Reads and changes the settings of this user.

    ``notices`` holds what a person should be told after a read: a damaged file set aside, a value that does not
    fit (its default is used, the file keeps what it says).
    """

    def __init__(self, path: Path | None = None) -> None:
        """Use the given file, else the usual one; it is made by the first change."""
        self.path = path or config_file()
        self.notices: list[KnownError] = []

    def load(self) -> Settings:
        """Read the file; a missing one gives the defaults. KnownError when the disk refuses."""
        self.notices = []
        known: dict[str, Any] = {}
        for key, value in self._read().items():
            spec = specs().get(key)
            if spec is None:
                continue
            try:
                known[key] = checked(spec, value)
            except KnownError as misfit:
                self.notices.append(misfit)
        return replace(Settings(), **known)

    def change(self, **values: Value) -> Settings:
        """Set some keys and return all settings; KnownError for an unknown key, a wrong value or a refusing disk.

        The file is read again first, so a change made meanwhile by another window or the command line stays.
        """
        checked_values = {key: checked(spec_of(key), value) for key, value in values.items()}
        self._write({**self._read(), **checked_values})
        return self.load()

    def get(self, key: str) -> Value:
        """Return the value in force of a key (KnownError when there is no such key)."""
        spec_of(key)
        value: Value = getattr(self.load(), key)
        return value

    def set(self, key: str, text: str) -> Value:
        """Set a key from what a person typed and return the value (KnownError when it does not fit)."""
        value = parsed(spec_of(key), text)
        self.change(**{key: value})
        return value

    def reset(self, key: str) -> Value:
        """Take a key out of the file and return its default (KnownError when there is no such key)."""
        spec: SettingSpec = spec_of(key)
        document = dict(self._read())
        if document.pop(key, None) is not None:
            self._write(document)
        return spec.default

    def _read(self) -> Mapping[str, Any]:
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise KnownError(
                "settings_unreadable",
                N_("The settings file {path} cannot be read: {reason_label}."),
                advice=N_("Check that the file and its folder belong to you."),
                path=self.path,
                reason_label=refusal(error),
            ) from error
        # Imported here: a first start has no file, and the parser costs some milliseconds.
        import tomllib

        try:
            return tomllib.loads(data.decode("utf-8-sig"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
            self._set_aside()
            return {}

    def _set_aside(self) -> None:
        """Keep a damaged file under another name and go on with the defaults."""
        # Imported here: a file is seldom damaged, and what knows all letters costs a start something.
        from clusterdesk.base.filenames import unique_path

        kept = unique_path(self.path.parent, f"{self.path.stem} (damaged).toml")
        notice = KnownError(
            "settings_damaged",
            N_("The settings file was damaged; the usual settings are used."),
            safe=N_("Your binders are safe, and the damaged file was kept as {path}."),
            advice=N_("Choose your settings again, or repair that file and put it back."),
            path=kept,
        )
        try:
            self.path.rename(kept)
        except OSError as error:
            raise self._refused(error) from error
        self.notices.append(notice)

    def _write(self, document: Mapping[str, Any]) -> None:
        import tomli_w

        try:
            write_atomically(self.path, tomli_w.dumps(document).encode())
        except OSError as error:
            raise self._refused(error) from error

    def _refused(self, error: OSError) -> KnownError:
        return KnownError(
            "settings_unwritable",
            N_("The settings file {path} cannot be written: {reason_label}."),
            advice=N_("Check that the disk is not full and that the folder belongs to you."),
            path=self.path,
            reason_label=refusal(error),
        )
