"""The columns of a sheet of figures that hold no amounts, by what people call them in three languages."""

from collections.abc import Mapping
from enum import Enum, StrEnum

from clusterdesk.domain.parsing.text import match_key
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.figures import FigureSource, Precision


class Part(StrEnum):
    """What a column, or a row of a wide sheet, says about a figure."""

    PERIOD = "period"
    YEAR = "year"
    MONTH = "month"
    LINE = "line"
    DETAIL = "detail"
    AMOUNT = "amount"
    ENTERED = "entered"
    VAT_RATE = "vat_rate"
    SOURCE = "source"
    PRECISION = "precision"
    REMARK = "remark"
    VISIBILITY = "visibility"
    CURRENCY = "currency"


DETAILS = (Part.AMOUNT, Part.ENTERED, Part.VAT_RATE, Part.SOURCE, Part.PRECISION, Part.REMARK, Part.VISIBILITY)
_PARTS: Mapping[Part, str] = {
    Part.PERIOD: "period|période|periode|date|datum|mois et année|trimestre|kwartaal|quarter",
    Part.YEAR: "year|année|annee|jaar|exercice|boekjaar",
    Part.MONTH: "month|mois|maand",
    Part.LINE: "line|ligne|lijn|regel|poste|rubrique|rubriek|post|libellé|omschrijving|item|account|compte|rekening",
    Part.DETAIL: "detail|détail",
    Part.AMOUNT: "amount|montant|bedrag|valeur|waarde|value",
    Part.ENTERED: "amount with vat as entered|amount with vat|montant tvac encodé|montant tvac, tel qu'encodé"
    "|montant tvac|montant ttc|bedrag met btw zoals ingevoerd|bedrag incl btw|bedrag met btw",
    Part.VAT_RATE: "vat rate|vat rate %|taux de tva|taux tva|btw-tarief|btw tarief|tarief btw|btw-percentage",
    Part.SOURCE: "source|bron|origine",
    Part.PRECISION: "precision|précision|nauwkeurigheid",
    Part.REMARK: "remark|note|comment|remarque|commentaire|opmerking|nota",
    Part.VISIBILITY: "visibility|visibilité|zichtbaarheid",
    Part.CURRENCY: "currency|devise|monnaie|munt|valuta",
}
_SOURCES: Mapping[FigureSource, str] = {
    FigureSource.ORAL: "oral|said|by phone|dit|oralement|par téléphone|mondeling|telefonisch|gezegd",
    FigureSource.COMPANY: "company|the company|l'entreprise|entreprise|het bedrijf|bedrijf|onderneming",
    FigureSource.ACCOUNTANT: "accountant|the accountant|comptable|le comptable|boekhouder|de boekhouder",
    FigureSource.FILED: "filed|filed accounts|comptes déposés|comptes annuels|neergelegde rekeningen|jaarrekening",
}
_PRECISIONS: Mapping[Precision, str] = {
    Precision.EXACT: "exact|exacte|exactement",
    Precision.ABOUT: "about|environ|ongeveer|approximatif|à peu près|circa|≈",
}
_VISIBILITIES: Mapping[Visibility, str] = {
    Visibility.SHAREABLE: "shareable|partageable|deelbaar",
    Visibility.INTERNAL: "internal|interne|intern",
    Visibility.RESTRICTED: "restricted|restreint|restreinte|beperkt",
}


def _table[E: Enum](words: Mapping[E, str]) -> dict[str, E]:
    return {match_key(word): choice for choice, names in words.items() for word in names.split("|") if match_key(word)}


_PART_KEYS, _SOURCE_KEYS = _table(_PARTS), _table(_SOURCES)
_PRECISION_KEYS, _VISIBILITY_KEYS = _table(_PRECISIONS), _table(_VISIBILITIES)


def part_of(text: str) -> Part | None:
    """Return what a column or row of this title says about figures; None where it is something else."""
    return _PART_KEYS.get(match_key(text))


def source_of(text: str) -> FigureSource | None:
    """Return the source a cell names."""
    return _SOURCE_KEYS.get(match_key(text))


def precision_of(text: str) -> Precision | None:
    """Return the precision a cell names."""
    return Precision.ABOUT if text.strip() in {"≈", "~"} else _PRECISION_KEYS.get(match_key(text))


def visibility_of(text: str) -> Visibility | None:
    """Return the visibility a cell names."""
    return _VISIBILITY_KEYS.get(match_key(text))
