"""What tells a workbook that comes back: whose request it answers, and that months and lines are those asked for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from clusterdesk.domain.parsing.text import folded

SHEET = "clusterdesk"
"""The hidden sheet that carries the token in its first cell."""
PROPERTY = "ClusterDesk"
"""The property of the document that carries it too."""

_VERSION = "CDF1"
_WRITTEN = re.compile(rf"{_VERSION}-([0-9a-f]{{32}})-([0-9a-f]{{32}})-([0-9]{{1,3}})-([0-9]{{1,3}})-([0-9a-f]{{24}})")


@dataclass(frozen=True, slots=True)
class RequestToken:
    """The promise a workbook answers, its ledger, how many columns and rows it asks for, and what they must be."""

    request_id: UUID
    ledger_id: UUID
    columns: int
    rows: int
    digest: str

    def __str__(self) -> str:
        return "-".join(
            (_VERSION, self.request_id.hex, self.ledger_id.hex, str(self.columns), str(self.rows), self.digest)
        )

    def fits(self, currency: str, periods: Sequence[str], headings: Sequence[str]) -> bool:
        """Tell whether these are the periods and headings that were asked for."""
        return self.digest == _digest(self.request_id, self.ledger_id, currency, periods, headings)


def token_of(
    request_id: UUID, ledger_id: UUID, currency: str, periods: Sequence[str], headings: Sequence[str]
) -> RequestToken:
    """Return the token of a workbook that asks for these periods and lines."""
    digest = _digest(request_id, ledger_id, currency, periods, headings)
    return RequestToken(request_id, ledger_id, len(periods), len(headings), digest)


def read_token(text: str) -> RequestToken | None:
    """Read a token; None where the text is none."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    return RequestToken(UUID(found[1]), UUID(found[2]), int(found[3]), int(found[4]), found[5])


def looks_like_token(text: str) -> bool:
    """Tell whether a text was a token once: it may have been changed since."""
    return text.strip().startswith(_VERSION)


def _digest(request_id: UUID, ledger_id: UUID, currency: str, periods: Sequence[str], headings: Sequence[str]) -> str:
    parts = (request_id.hex, ledger_id.hex, currency, *periods, "", *(folded(heading) for heading in headings))
    return sha256("\n".join(parts).encode()).hexdigest()[:24]
