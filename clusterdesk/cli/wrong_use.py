"""Wrong use of the command line, told in the user's language."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from clusterdesk.base.errors import DATA_SAFE, KnownError
from clusterdesk.base.marks import N_

_ADVICE = N_("See “{command} --help”.")


class WrongUseError(KnownError):
    """The command was called in a way it does not know; ``details`` join the JSON document of the error."""

    def __init__(
        self,
        message: str,
        /,
        *,
        code: str = "wrong_use",
        advice: str = _ADVICE,
        details: Mapping[str, Any] | None = None,
        lines: Sequence[str] = (),
        **params: object,
    ) -> None:
        """Keep the msgids; ``lines`` are shown under the sentences."""
        params.setdefault("command", "clusterdesk")
        super().__init__(code, message, advice=advice, safe=DATA_SAFE, **params)
        self.details = dict(details or {})
        self.lines = tuple(lines)


# What argparse says, always in English, and what we say instead.
_SAYINGS: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (?P<names>.*)", N_("Something is missing: {names}.")),
    (r"unrecognized arguments: (?P<names>.*)", N_("These arguments are not known here: {names}.")),
    (
        r"argument (?P<name>.*?): invalid choice: (?P<value>.*?) \(choose from,? ?(?P<choices>.*)\)",
        N_("“{value}” is not known for {name}. Use one of: {choices}."),
    ),
    (r"argument (?P<name>.*?): expected at least one argument", N_("{name} wants at least one value.")),
    (r"argument (?P<name>.*?): expected (?:one|(?P<count>\d+)) arguments?", N_("{name} wants a value.")),
    (r"argument (?P<name>.*?): invalid (?P<kind>\w+) value: (?P<value>.*)", N_("“{value}” does not fit {name}.")),
    (
        r"argument (?P<name>.*?): not allowed with argument (?P<other>.*)",
        N_("{name} and {other} do not go together."),
    ),
    (r"argument (?P<name>.*?): ignored explicit argument (?P<value>.*)", N_("{name} takes no value.")),
    (r"one of the arguments (?P<names>.*) is required", N_("One of these is needed: {names}.")),
)
_ANY = N_("The command was not understood: {text}.")


def from_argparse(message: str, command: str) -> WrongUseError:
    """Return our error for a message of argparse."""
    for pattern, ours in _SAYINGS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            params: dict[str, Any] = {name: _plain(name, text) for name, text in found.groupdict().items() if text}
            return WrongUseError(ours, command=command, **params)
    return WrongUseError(_ANY, command=command, text=message)


def _plain(name: str, text: str) -> str:
    """Leave out the quotation marks: argparse writes a value as Python does."""
    if name == "value":
        return text.strip("'\"")
    return text.replace("'", "") if name == "choices" else text
