"""What a command works with: translator, formats, settings, output, and the binder once it is asked for."""

import os
import sys
from argparse import Namespace
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.cli.output import Output
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.i18n.translator import Translator

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.config.settings import Settings
    from clusterdesk.config.settings_store import SettingsStore
    from clusterdesk.domain.referrals.silence import SilenceRule
    from clusterdesk.i18n.formats import Formats

BINDER_VARIABLE = "CLUSTERDESK_BINDER"


class Windows(Protocol):
    """What needs a window; handed in by the entry point, so that the command line knows no screen."""

    def has_display(self) -> bool:
        """Tell whether somebody would see a window."""
        ...

    def can_open(self) -> bool:
        """Tell whether a window can be opened at all, seen or not."""
        ...

    def run(self, binder: Path | None, settings: "Settings", language: str) -> int:
        """Open the window on a binder (``None``: the last one) and return its exit code when it closes."""
        ...

    def selftest(self, binder: Path, language: str) -> bool:
        """Open and close a window where nobody sees it; tell whether all went well."""
        ...


class CancelledError(Exception):
    """The user answered no."""


class Context:
    """One call of a command."""

    def __init__(self, options: Namespace, t: Translator, output: Output, windows: Windows, closing: ExitStack) -> None:
        """Take the options given; nothing is opened yet. ``closing`` closes what a command opened."""
        self.options = options
        self.t = t
        self.output = output
        self.windows = windows
        self._closing = closing

    @cached_property
    def formats(self) -> "Formats":
        """Return how dates and numbers are written."""
        from clusterdesk.i18n.formats import Formats

        return Formats(self.t.language)

    @cached_property
    def settings_store(self) -> "SettingsStore":
        """Return the file of the settings."""
        from clusterdesk.config.settings_store import SettingsStore

        return SettingsStore()

    @cached_property
    def settings(self) -> "Settings":
        """Return the settings in force."""
        return self.settings_store.load()

    @property
    def silence(self) -> "SilenceRule":
        """Return from when on a team counts as silent."""
        from clusterdesk.services.referral_rules import silence_rule

        return silence_rule(self.settings)

    @cached_property
    def desk(self) -> "Desk":
        """Open the binder that is meant; it is closed at the end of the command.

        Raises:
            KnownError: none is meant, or it cannot be opened.
        """
        from clusterdesk.bootstrap import open_desk

        desk = open_desk(self.binder(), self.settings)
        self._closing.callback(desk.close)
        return desk

    def close(self) -> None:
        """Close what the command opened; the binder may be opened again afterwards."""
        self._closing.close()
        self.__dict__.pop("desk", None)

    def binder(self) -> Path:
        """Return the folder of the binder that is meant: the option, the environment, or the last one used."""
        path = self.binder_or_none()
        if path is None:
            raise KnownError(
                "no_binder_chosen",
                N_("No binder was named, and none was opened before."),
                advice=N_(
                    "Name one with --binder, make one (clusterdesk binder create) or try the sample: clusterdesk demo."
                ),
            )
        return path

    def binder_or_none(self) -> Path | None:
        """Return the folder of the binder that is meant, if any."""
        given = getattr(self.options, "binder", None) or os.environ.get(BINDER_VARIABLE) or self.settings.last_binder
        return binder_path(given) if given else None

    def progress(self, text: str) -> None:
        """Tell on standard error how far things are."""
        self.output.note(text)

    def confirm(self, question: str) -> None:
        """Ask before something is done that cannot be taken back easily; ``--yes`` answers yes.

        Raises:
            CancelledError: the answer is no.
            WrongUseError: there is nobody to ask.
        """
        if getattr(self.options, "yes", False):
            return
        sys.stderr.write(question + " " + self.t("[y/N]") + " ")
        sys.stderr.flush()
        answer = _typed_line()
        if not answer:
            sys.stderr.write("\n")
            raise WrongUseError(N_("This needs a yes."), code="confirmation_needed", advice=N_("Add --yes."))
        if answer.strip().casefold() not in {"y", "yes", "o", "oui", "j", "ja"}:
            raise CancelledError


def _typed_line() -> str:
    """Return what was typed; empty where nobody can type."""
    try:
        return sys.stdin.readline() if sys.stdin is not None else ""
    except (OSError, ValueError):
        return ""


def binder_path(text: str) -> Path:
    """Return the folder of a binder as somebody named it; its database may be named instead.

    Raises:
        KnownError: it is an address, not a folder.
    """
    if "://" in text:
        raise KnownError(
            "binder_not_local",
            N_("The binder cannot lie on a network drive or in a cloud folder: {folder}"),
            advice=N_("Give the path of a folder on this computer."),
            folder=text,
        )
    path = Path(text).expanduser()
    return path.parent if path.name == "binder.db" else path
