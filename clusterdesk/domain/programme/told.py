"""What was noted at an event, read line by line: decisions apart from what was said."""

import re
from dataclasses import dataclass

from clusterdesk.domain.parsing.text import even

# "@décision …" as in a meeting, or "Décision : …" as people write it.
_WORD = r"(?:decisions?|decide|decided|beslissing(?:en)?|beslist|besluit)"
_DECISION = re.compile(rf"(?:[-–•*]\s*)?(?:[@!]\s*{_WORD}\b\s*[:,]?|{_WORD}\s*:)\s*")


@dataclass(frozen=True, slots=True)
class Noted:
    """The minutes of an event: what was told, and what was decided."""

    told: str
    decisions: tuple[str, ...] = ()


def noted(text: str) -> Noted:
    """Part the lines that begin with “Décision :” (or the mark of a meeting) from the others."""
    told: list[str] = []
    decisions: list[str] = []
    for line in text.splitlines():
        stripped = line.strip()
        found = _DECISION.match(even(stripped))
        rest = stripped[found.end() :].strip() if found is not None else ""
        if rest:
            decisions.append(rest)
        else:
            told.append(line)
    return Noted("\n".join(told).strip(), tuple(decisions))
