"""Which sheet of a workbook holds the list."""

from clusterdesk.domain.parsing.text import folded, match_key
from clusterdesk.exchange.reading.refusals import refusal
from clusterdesk.exchange.reading.source import SheetInfo

_WANTED_WORDS = """
    membres leden members liste lijst list organisations organisaties entreprises bedrijven companies contacts contacten
    contactpersonen projets projecten projects dossiers visites bezoeken visits sessions actions acties actiepunten
    resultats resultaten results adhesions lidmaatschappen conseils adviezen data donnees gegevens export adherents
    societes firmes beneficiaires base
"""
_WANTED = frozenset(match_key(word) for word in _WANTED_WORDS.split())
_UNWANTED = tuple(
    """
    ne pas utiliser|niet gebruiken|do not use|lisez|readme|read me|leesmij|instruction|mode d emploi|legende|legend|
    parametre|parameter|lookup|codes|aide|help|notes|archive|archief|old|ancien|synthese|resume|samenvatting|summary|
    graph|tcd|pivot|totaux
    """.replace("\n    ", "")
    .strip()
    .split("|")
)


def choose_sheet(sheets: tuple[SheetInfo, ...], wanted: str | None) -> str:
    """Return the name of the sheet to read: the wanted one, else the most list-like visible one.

    Raises:
        KnownError: ``sheet_missing``.
    """
    if wanted is not None:
        for sheet in sheets:
            if sheet.name == wanted:
                return wanted
        raise refusal("sheet_missing", sheet=wanted, sheets=", ".join(sheet.name for sheet in sheets))
    return max(sheets, key=_likeness).name


def _likeness(sheet: SheetInfo) -> tuple[bool, int]:
    """Rank a sheet; the first one wins among equals."""
    name = folded(sheet.name)
    if any(word in name for word in _UNWANTED):
        return not sheet.hidden, -1
    return not sheet.hidden, sum(word in _WANTED for word in match_key(sheet.name).split())
