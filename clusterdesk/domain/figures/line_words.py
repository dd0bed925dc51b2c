"""What people call the lines of a ledger, in French, Dutch and English, and what a heading says beside the line.

``CA HTVA (k€)`` is the turnover, ex VAT, in thousands of euro; ``Marge brute`` is computed and no line of its own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from clusterdesk.domain.parsing.text import folded, match_key
from clusterdesk.domain.records.figures import FigureLine

_LINES: Mapping[FigureLine, str] = {
    FigureLine.REVENUE: """
        turnover|revenue|revenues|sales|net sales|income|operating income|invoiced|
        chiffre d'affaires|chiffre d'affaire|chiffre affaires|ca|c.a.|ventes|recettes|revenus|produits|facturation|
        facturé|produits d'exploitation|ventes et prestations|
        omzet|zakencijfer|verkoop|verkopen|opbrengsten|bedrijfsopbrengsten|inkomsten|gefactureerd
    """,
    FigureLine.TOTAL_COSTS: """
        total costs|costs|expenses|total expenses|operating costs|operating expenses|
        charges totales|total des charges|total charges|charges|coûts totaux|total des coûts|coûts|coût total|dépenses|
        frais totaux|total des frais|frais|charges d'exploitation|coût des ventes et prestations|
        totale kosten|totaal kosten|totaal van de kosten|kosten|bedrijfskosten|uitgaven totaal
    """,
    FigureLine.VARIABLE: """
        variable costs|variable expenses|variable|purchases|goods|cost of goods sold|cost of sales|cogs|raw materials|
        materials|subcontracting|
        charges variables|coûts variables|frais variables|variables|achats|marchandises|achats de marchandises|
        approvisionnements|matières premières|matières|sous-traitance|coût des ventes|coût d'achat|emballages|
        variabele kosten|variabel|aankopen|aankoop|handelsgoederen|grondstoffen|materialen|onderaanneming|
        kostprijs van de verkopen|kostprijs verkopen
    """,
    FigureLine.SEMI_VARIABLE: """
        semi-variable costs|semivariable costs|semi-variable|mixed costs|
        charges semi-variables|coûts semi-variables|frais semi-variables|semi-variables|charges mixtes|
        semivariabele kosten|semi-variabele kosten|semivariabel|gemengde kosten
    """,
    FigureLine.FIXED: """
        fixed costs|fixed expenses|fixed|overhead|overheads|rent|wages|salaries|payroll|staff costs|insurance|
        charges fixes|coûts fixes|frais fixes|fixes|frais généraux|services et biens divers|loyer|loyers|salaires|
        rémunérations|rémunérations et charges sociales|charges sociales|frais de personnel|charges de personnel|
        assurances|leasing|
        vaste kosten|vast|algemene kosten|diensten en diverse goederen|huur|lonen|bezoldigingen|personeelskosten|
        verzekeringen
    """,
    FigureLine.DEPRECIATION: """
        depreciation|amortisation|amortization|depreciation and amortisation|
        amortissements|amortissement|dotations aux amortissements|
        afschrijvingen|afschrijving
    """,
    FigureLine.OPERATING_SUBSIDY: """
        operating subsidies|operating subsidy|operating grants|subsidies|grants|subsidy|
        subsides d'exploitation|subside d'exploitation|subsides|subventions|subventions d'exploitation|
        exploitatiesubsidies|exploitatiesubsidie|bedrijfssubsidies|subsidies exploitatie
    """,
    FigureLine.CAPITAL_SUBSIDY: """
        capital subsidies|capital subsidy|capital grants|
        subsides en capital|subside en capital|subsides en capital pris en résultat|subventions en capital|
        kapitaalsubsidies|kapitaalsubsidie
    """,
    FigureLine.UNITS: """
        units sold|units|unit|quantity|quantities|pieces|volume|units produced|
        unités vendues|unités|quantité|quantités|quantités vendues|pièces|pièces vendues|nombre de ventes|
        verkochte eenheden|eenheden|aantal|aantallen|stuks|verkochte stuks|hoeveelheid
    """,
    FigureLine.CASH_IN: """
        cash received|cash in|cash receipts|receipts|money in|
        encaissements|encaissement|entrées de trésorerie|entrées de caisse|
        ontvangsten|geïnd|kasontvangsten
    """,
    FigureLine.CASH_OUT: """
        cash paid|cash out|cash payments|payments|money out|
        décaissements|décaissement|sorties de trésorerie|sorties de caisse|paiements|
        uitgaven|betalingen|kasuitgaven
    """,
}
_COMPUTED = """
    result|operating result|profit|loss|gross margin|margin|ebitda|ebit|contribution|contribution margin|balance|
    cumulative|running total|break-even|threshold|difference|
    résultat|résultat d'exploitation|bénéfice|perte|marge|marge brute|marge sur coûts variables|solde|cumul|cumulé|
    seuil de rentabilité|écart|valeur ajoutée|
    resultaat|bedrijfsresultaat|winst|verlies|marge|brutomarge|saldo|gecumuleerd|verschil|break-evenpunt|
    toegevoegde waarde
"""
_STAFF = "fte|etp|vte|effectif|effectifs|personnel|headcount|staff|personeelsbestand|équivalents temps plein"
# Words that say too little to be looked for inside longer headings.
_ALONE = """
    personnel|staff|effectif|effectifs|balance|loss|perte|charges|frais|coûts|costs|kosten|expenses|dépenses|produits|
    income|variable|variables|fixed|fixes|vast|unit|ca|goods
"""
_WITH_VAT = re.compile(
    r"\b(?:tvac|ttc|tva comprise|btw inbegrepen|incl(?:\.|usief)? ?(?:btw|tva)|vat included|incl\.? vat|with vat)\b"
)
_WITHOUT_VAT = re.compile(
    r"\b(?:htva|ht|hors tva|excl(?:\.|usief)? ?(?:btw|tva|vat)|ex vat|ex btw|zonder btw|net of vat)\b"
)
_THOUSANDS = re.compile(
    r"(?<![\w])(?:k ?€|k ?eur|keur|en milliers(?: d[’' ]?euros?)?|in duizenden?(?: euro)?|in thousands?"
    r"|[x×] ?1[. ]?000)"
)
_ACCOUNT = re.compile(r"^[0-9]{2,6}(?:[/-][0-9]{1,6})?[ .:)-]+(?=\D)")
_TOTAL = re.compile(r"^(?:sous-total|sub-?total|subtotaal|totaal|totale|total)\b")
_CURRENCY_SIGNS: Mapping[str, str] = {"€": "EUR", "$": "USD", "£": "GBP"}
_CURRENCY_WORDS: Mapping[str, str] = {
    "eur": "EUR", "euro": "EUR", "euros": "EUR", "usd": "USD", "dollar": "USD", "dollars": "USD", "gbp": "GBP",
    "chf": "CHF", "jpy": "JPY", "cad": "CAD", "sek": "SEK", "dkk": "DKK", "nok": "NOK", "pln": "PLN",
}  # fmt: skip
_SIGNS_OR_WORDS = re.compile(r"[€$£]|\b(?:" + "|".join(_CURRENCY_WORDS) + r")\b")


class HeadingKind(StrEnum):
    """What a heading stands for."""

    LINE = "line"
    COMPUTED = "computed"
    STAFF = "staff"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says: the line, whether amounts are with VAT, by how much they are to be multiplied."""

    kind: HeadingKind
    line: FigureLine | None = None
    with_vat: bool = False
    scale: int = 1
    total: bool = False


@lru_cache(maxsize=2048)
def read_heading(text: str) -> Heading:
    """Return what a heading says."""
    plain = " ".join(text.casefold().replace("’", "'").split())
    with_vat, scale = _WITH_VAT.search(plain) is not None, 1000 if _THOUSANDS.search(plain) else 1
    for pattern in (_THOUSANDS, _WITH_VAT, _WITHOUT_VAT, _SIGNS_OR_WORDS):
        plain = pattern.sub(" ", plain)
    plain = _ACCOUNT.sub("", plain.strip())
    total = _TOTAL.match(plain) is not None
    key = match_key(plain)
    found = _EXACT.get(key) or (_EXACT.get(match_key(_TOTAL.sub("", plain))) if total else None) or _inside(key)
    if found is None:
        return Heading(HeadingKind.UNKNOWN, None, with_vat, scale, total)
    return Heading(found[0], found[1], with_vat, scale, total)


def currencies_in(text: str) -> frozenset[str]:
    """Return the currencies that a text names, by sign or word."""
    found = _SIGNS_OR_WORDS.findall(text.casefold())
    return frozenset(_CURRENCY_SIGNS.get(one) or _CURRENCY_WORDS[one] for one in found)


def _inside(key: str) -> tuple[HeadingKind, FigureLine | None] | None:
    """Find the longest name that stands in a longer heading: ``achats bois`` are purchases."""
    padded = f" {key} "
    return next((meaning for name, meaning in _LONGEST_FIRST if f" {name} " in padded), None)


def _keys(names: str) -> list[str]:
    return [match_key(name) for name in names.split("|") if folded(name)]


_EXACT: dict[str, tuple[HeadingKind, FigureLine | None]] = {
    **dict.fromkeys(_keys(_COMPUTED), (HeadingKind.COMPUTED, None)),
    **dict.fromkeys(_keys(_STAFF), (HeadingKind.STAFF, None)),
    **{key: (HeadingKind.LINE, line) for line, names in _LINES.items() for key in _keys(names)},
}
_LONGEST_FIRST = sorted(
    ((key, meaning) for key, meaning in _EXACT.items() if key not in set(_keys(_ALONE))),
    # What is computed goes before lines: “marge sur ventes” is no turnover.
    key=lambda one: (one[1][0] is HeadingKind.LINE, -len(one[0])),
)
