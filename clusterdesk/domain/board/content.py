"""What a frozen board keeps: its numbers as JSON that never changes, and the sum that says so."""

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from clusterdesk.domain.views.board import Board, BoardRow


def content_of(board: Board) -> str:
    """Return the numbers of a board as JSON: the same board gives the same text."""
    plain = {
        "as_of": board.as_of.isoformat(),
        "quarter": board.quarter,
        "rules": board.rules,
        "indicators": [_row(row) for row in board.rows()],
    }
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sum_of(content: str) -> str:
    """Return the SHA-256 of a content."""
    return hashlib.sha256(content.encode()).hexdigest()


def totals_of(content: str) -> Mapping[str, int]:
    """Return the totals that a content holds, by the key of the indicator; nothing where it cannot be read."""
    try:
        return {str(one["key"]): int(one["total"]) for one in json.loads(content)["indicators"]}
    except (ValueError, KeyError, TypeError):
        return {}


def _row(row: BoardRow) -> dict[str, Any]:
    one = row.indicator
    lines = () if row.view is None else row.view.counted
    return {
        "key": one.key,
        "name_fr": one.name_fr,
        "name_nl": one.name_nl,
        "name_en": one.name_en,
        "target": one.target,
        "total": row.total,
        "provable": row.provable,
        "still_holding": row.still_holding,
        "expected": _text(row.expected),
        "planned": _text(row.planned),
        "per_year": {str(year): n for year, n in row.per_year.items()},
        "counted": [
            {
                "project": str(line.project_id) if line.project_id else None,
                "organisation": str(line.organisation_id) if line.organisation_id else None,
                "on": line.on.isoformat(),
                "evidence": line.evidence,
                "provable": line.provable,
            }
            for line in lines
        ],
    }


def _text(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"
