"""What a command gives back: one JSON document, and the same for people as blocks of text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from clusterdesk.cli.exit_codes import DONE, KNOWN_ERROR

__all__ = ["DONE", "KNOWN_ERROR", "Answer", "Block", "Lines", "Pairs", "Table"]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headers (translated); ``right`` numbers the columns that are set to the right."""

    headers: Sequence[str]
    rows: Sequence[Sequence[str]]
    right: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels with their values, one below the other; a value may have several lines."""

    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Lines:
    """Plain lines."""

    lines: Sequence[str]


Block = Table | Pairs | Lines


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome of a command.

    ``document`` is what ``--json`` prints; ``blocks`` what people read on standard output; ``notes`` are messages for
    standard error; ``code`` is the exit code.
    """

    document: Mapping[str, Any]
    blocks: Sequence[Block] = ()
    notes: Sequence[str] = ()
    code: int = field(default=DONE)
