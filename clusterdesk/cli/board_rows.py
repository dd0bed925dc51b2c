"""The rows of the board, and what stands beside their numbers, for people and for programs."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.views.board import BoardRow
from clusterdesk.domain.views.board_beside import Beside, DossierState
from clusterdesk.i18n.translator import Translator


def row_cells(row: BoardRow, t: Translator) -> list[str]:
    """Return the cells of the table of people."""
    ahead = "" if row.ahead is None else f"{row.ahead:+d}"
    return [
        row.indicator.name_in(t.language),
        str(row.total),
        "" if row.provable is None else str(row.provable),
        "" if row.indicator.target is None else str(row.indicator.target),
        "" if row.wanted is None else str(row.wanted),
        ahead,
        f"{row.trend:+d}",
    ]


def row_document(row: BoardRow) -> dict[str, object]:
    """Return an indicator for programs."""
    return {
        "key": row.indicator.key,
        "name": row.indicator.name_fr,
        "target": row.indicator.target,
        "total": row.total,
        "provable": row.provable,
        "still_holding": row.still_holding,
        "expected": _amount(row.expected),
        "planned": _amount(row.planned),
        "ahead": row.ahead,
        "trend": row.trend,
        "frozen": row.frozen,
        "restated": row.restated,
        "beside": _beside(row.beside),
    }


def beside_lines(row: BoardRow, t: Translator) -> Iterator[str]:
    """Give a sentence for each thing that stands beside a number."""
    beside, name = row.beside, row.indicator.name_in(t.language)
    if beside.chains:
        chains = " · ".join(f"{one.chain.name_in(t.language)} {one.count}" for one in beside.chains)
        yield t("{name}: {what}", name=name, what=chains)
    if beside.year is not None and beside.year.wanted:
        year = beside.year
        yield t(
            "{name}: {held} of {wanted} held in {year}", name=name, held=year.held, wanted=year.wanted, year=year.year
        )
    if beside.median_days is not None:
        yield t.n(
            "{name}: median delay of {n} day",
            "{name}: median delay of {n} days",
            n=round(beside.median_days),
            name=name,
        )
    for one in beside.dossiers:
        stage = t(choice_label(one.stage)) if one.stage is not None else t("not begun")
        yield t(
            "{title}: {stage}; sources: {sources}; meetings of working groups: {held} of {meetings}",
            title=one.title,
            stage=stage,
            sources=one.sources,
            held=one.held,
            meetings=one.meetings,
        )


def _beside(beside: Beside) -> dict[str, Any]:
    """Return it for programs; what a measure has not is left out."""
    found: dict[str, Any] = {}
    if beside.things:
        found["things"] = [
            {"type": one.type_key, "id": str(one.id), "title": one.title, "on": one.on.isoformat()}
            for one in beside.things
        ]
    if beside.chains:
        found["by_value_chain"] = {
            one.chain.key: {"count": one.count, "projects": [str(each) for each in one.project_ids]}
            for one in beside.chains
        }
    if beside.year is not None:
        found["year"] = {"year": beside.year.year, "held": beside.year.held, "wanted": beside.year.wanted}
    if beside.median_days is not None:
        found["median_days"] = beside.median_days
    if beside.dossiers:
        found["dossiers"] = [_dossier(one) for one in beside.dossiers]
    return found


def _dossier(one: DossierState) -> dict[str, Any]:
    return {
        "id": str(one.dossier_id),
        "title": one.title,
        "stage": one.stage.value if one.stage is not None else None,
        "stages": {each.stage.value: each.on.isoformat() if each.on else None for each in one.stages},
        "sources": one.sources,
        "meetings_held": one.held,
        "meetings": one.meetings,
    }


def _amount(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"
