"""How many meet difficulties, in words and tables; what may not be told says so."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from clusterdesk.briefs.outline_table import OutlineColumn, OutlineTable
from clusterdesk.domain.difficulties.cells import ChainCell
from clusterdesk.domain.views.difficulty_papers import DifficultyPaper, Met, PaperCosts, PaperTheme
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


def count_sentence(met: Met, t: Translator, formats: Formats, *, few: str) -> str:
    """Say how many organisations meet it, and which of them stand by name; ``few`` where it may not be told."""
    names = formats.joined(met.names)
    if names and met.total is None:
        return t("{names} and other organisations.", names=names)
    number = met.total or 0
    if names and met.others:
        return t.n("{n} organisation, {names}.", "{n} organisations, among them {names}.", n=number, names=names)
    if names:
        return t.n("{n} organisation: {names}.", "{n} organisations: {names}.", n=number, names=names)
    if met.total is None:
        return few if met.others else t("No organisation was noted.")
    return t.n("{n} organisation.", "{n} organisations.", n=number)


def spread_table(met: Met, chains: Mapping[UUID, str], t: Translator, formats: Formats) -> OutlineTable | None:
    """Return where they are, by value chain and municipality; ``None`` where nothing may be told of it."""
    if not met.chains:
        return None
    columns = (
        OutlineColumn(t("Value chain"), 0.34),
        OutlineColumn(t("Organisations"), 0.18, right=True),
        OutlineColumn(t("Municipalities"), 0.48),
    )
    alone = len(met.chains) == 1
    rows = tuple(
        (_chain_name(cell, chains, t, alone=alone), formats.number(cell.number), _where(cell, t, formats))
        for cell in met.chains
    )
    return OutlineTable(columns, rows)


def summary_table(paper: DifficultyPaper, names: Sequence[str], t: Translator, formats: Formats) -> OutlineTable:
    """Return the themes with their counts, and all of them together."""
    columns = (
        OutlineColumn(t("Theme"), 0.215),
        OutlineColumn(t("Difficulties"), 0.13, right=True),
        OutlineColumn(t("Organisations"), 0.155, right=True),
        OutlineColumn(t("Cost a year"), 0.145, right=True),
        OutlineColumn(t.c("difficulties", "Sent"), 0.125, right=True),
        OutlineColumn(t.c("difficulties", "Answered"), 0.135, right=True),
        OutlineColumn(t("Median, days"), 0.095, right=True),
    )
    rows = [_theme_row(name, theme, t, formats) for name, theme in zip(names, paper.themes, strict=True)]
    if len(rows) > 1:
        rows.append(
            (
                t("Together"),
                formats.number(len(paper.difficulties)),
                _number(paper.organisations, t, formats),
                _costs(_all_costs(paper.themes), formats),
                formats.number(sum(theme.sent for theme in paper.themes)),
                formats.number(sum(theme.answered for theme in paper.themes)),
                _days(paper.median_days, formats),
            )
        )
    return OutlineTable(columns, tuple(rows), total=len(rows) > 1)


def _theme_row(name: str, theme: PaperTheme, t: Translator, formats: Formats) -> tuple[str, ...]:
    return (
        name,
        formats.number(len(theme.difficulties)),
        _number(theme.met.total, t, formats),
        _costs(theme.costs, formats),
        formats.number(theme.sent),
        formats.number(theme.answered),
        _days(theme.median_days, formats),
    )


def _chain_name(cell: ChainCell, chains: Mapping[UUID, str], t: Translator, *, alone: bool) -> str:
    if cell.chain is not None:
        return chains.get(cell.chain, "")
    return t("All value chains") if alone else t("Other value chains")


def _where(cell: ChainCell, t: Translator, formats: Formats) -> str:
    """Return the municipalities of a cell with their numbers."""
    return ", ".join(
        t("{place}: {n}", place=one.name or t("other municipalities"), n=formats.number(one.number))
        for one in cell.municipalities
    )


def _number(number: int | None, t: Translator, formats: Formats) -> str:
    return t("n/c") if number is None else formats.number(number)


def _costs(costs: PaperCosts, formats: Formats) -> str:
    said = " + ".join(formats.money(amount, currency, 0) for currency, amount in costs.amounts)
    return said or "–"


def _all_costs(themes: Sequence[PaperTheme]) -> PaperCosts:
    amounts: dict[str, Decimal] = {}
    for theme in themes:
        for currency, amount in theme.costs.amounts:
            amounts[currency] = amounts.get(currency, Decimal(0)) + amount
    return PaperCosts(tuple(sorted(amounts.items())))


def _days(days: float | None, formats: Formats) -> str:
    return "–" if days is None else formats.number(round(days))
