"""The named results of a calculation."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from clusterdesk.domain.breakeven.given import plain
from clusterdesk.domain.breakeven.messages import Message

type Value = Fraction | int | str | date | list[int] | None


class Answer:
    """Collects results; a value that does not exist is None, with a message."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._values: dict[str, Value] = {}
        self._messages: dict[Message, None] = {}

    def put(self, **values: Value) -> None:
        """Add results by name."""
        self._values |= values

    def put_named(self, name: str, value: Value) -> None:
        """Add a result whose name is made from what was given."""
        self._values[name] = value

    def drop(self, *names: str) -> None:
        """Take results back that say nothing here."""
        for name in names:
            self._values.pop(name, None)

    def say(self, messages: Iterable[Message]) -> None:
        """Add messages, each once."""
        self._messages |= dict.fromkeys(messages)

    def fraction(self, name: str) -> Fraction | None:
        """Return a number exactly; ``None`` where it does not exist."""
        value = self._values.get(name)
        return Fraction(value) if isinstance(value, int | Fraction) else None

    def whole(self, name: str) -> int | None:
        """Return a whole number; ``None`` where it does not exist."""
        value = self._values.get(name)
        return value if isinstance(value, int) else None

    @property
    def messages(self) -> tuple[Message, ...]:
        """What is said, in order."""
        return tuple(self._messages)

    def document(self) -> dict[str, Any]:
        """Return names and values ready for JSON: exact numbers as text, whole ones as numbers, dates as text."""
        made: dict[str, Any] = {name: _plain(value) for name, value in self._values.items()}
        made["messages"] = [message.value for message in self._messages]
        return made


def _plain(value: Value) -> str | int | list[int] | None:
    if isinstance(value, Fraction):
        return plain(value)
    return value.isoformat() if isinstance(value, date) else value
