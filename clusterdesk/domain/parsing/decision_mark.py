"""How people mark what was decided in a line of their notes."""

import re

from clusterdesk.domain.parsing.text import even

_WORD = r"(?:decisions?|decide|decided|beslissing(?:en)?|beslist|besluit)"
# "@décision …", or "Décision : …" as people write it.
_DECISION = re.compile(rf"(?:[-–•*]\s*)?(?:[@!]\s*{_WORD}\b\s*[:,]?|{_WORD}\s*:)\s*")


def decided(line: str) -> str | None:
    """Return what a line says was decided, None where it is not marked as a decision."""
    found = _DECISION.match(even(line))
    return line[found.end() :].strip() if found is not None else None
