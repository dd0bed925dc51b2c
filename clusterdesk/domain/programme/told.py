"""What was noted at an event, read line by line: decisions apart from what was said."""

from dataclasses import dataclass

from clusterdesk.domain.parsing.decision_mark import decided


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
        if rest := decided(line.strip()):
            decisions.append(rest)
        else:
            told.append(line)
    return Noted("\n".join(told).strip(), tuple(decisions))
