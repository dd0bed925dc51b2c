"""What has to be known before the command line is parsed: the command, the language, the form of the answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from clusterdesk.base.marks import N_
from clusterdesk.cli.parser import LANGUAGES
from clusterdesk.cli.wrong_use import WrongUseError

_WITH_VALUE = ("--binder", "--language")
_FLAGS = ("--json", "--yes", "-y", "--quiet", "-q")


@dataclass(frozen=True, slots=True)
class Early:
    """The first look at the arguments.

    ``before`` are the options in front of the command, ``rest`` what follows it; ``command`` is ``None`` where there
    is none.
    """

    command: str | None
    before: tuple[str, ...]
    rest: tuple[str, ...]
    language: str | None
    as_json: bool
    quiet: bool
    binder: str | None

    @classmethod
    def of(cls, arguments: Sequence[str]) -> "Early":
        """Look at the arguments; nothing is refused here."""
        position = _command_position(arguments)
        # What follows a bare "--" is never an option.
        options = list(arguments[: arguments.index("--")]) if "--" in arguments else list(arguments)
        found = position < len(arguments)
        return cls(
            command=arguments[position] if found else None,
            before=tuple(arguments[:position]),
            rest=tuple(arguments[position + 1 :]),
            language=_value(options, "--language"),
            as_json="--json" in options,
            quiet="--quiet" in options or "-q" in options,
            binder=_value(options, "--binder"),
        )

    def chosen_language(self) -> str:
        """Return the language of the option, else of the settings."""
        if self.language in LANGUAGES:
            return str(self.language)
        from clusterdesk.config.settings_store import SettingsStore

        return SettingsStore().load().language


def _command_position(arguments: Sequence[str]) -> int:
    position = 0
    while position < len(arguments) and arguments[position].startswith("-"):
        position += 2 if arguments[position] in _WITH_VALUE else 1
    return min(position, len(arguments))


def _value(options: Sequence[str], name: str) -> str | None:
    found = None
    for position, option in enumerate(options):
        if option == name and position + 1 < len(options):
            found = options[position + 1]
        elif option.startswith(name + "="):
            found = option.partition("=")[2]
    return found


def options_known(before: Sequence[str]) -> str | None:
    """Return the first option in front of the command that does not exist, if any."""
    position = 0
    while position < len(before):
        option = before[position]
        name = option.partition("=")[0]
        if name in _WITH_VALUE:
            position += 1 if "=" in option else 2
            continue
        if option not in (*_FLAGS, "--help", "-h", "--version"):
            return option
        position += 1
    return None


def check_texts(arguments: Sequence[str]) -> None:
    """Refuse arguments that are no text.

    Raises:
        WrongUseError: one holds bytes that no letter stands for.
    """
    for argument in arguments:
        try:
            argument.encode()
        except UnicodeEncodeError:
            shown = argument.encode("utf-8", "replace").decode()
            raise WrongUseError(N_("“{text}” holds bytes that are no text."), text=shown) from None
