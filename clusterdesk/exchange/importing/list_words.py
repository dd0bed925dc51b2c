"""Further words for the rows of the shipped lists, as real lists write them."""

from uuid import UUID

from clusterdesk.domain.parsing.text import match_key
from clusterdesk.domain.records.directory import ReferralKind
from clusterdesk.domain.records.lists import CircularModel, Named, Track, ValueChain


def label_key(text: str) -> str:
    """Return by what the labels of editable lists are compared."""
    return match_key(text) if text else ""


def aliases(cls: type[Named], known: dict[str, UUID]) -> dict[str, UUID]:
    """Return further words for shipped rows, as real lists write them."""
    words: dict[type[Named], dict[str, str]] = {
        ValueChain: {
            "wood": "bois|hout|menuiserie|meubles|meubelen|bois et meubles",
            "textile": "textile|textiel|mode|vêtements|kleding",
            "bike": "vélo|fiets|cycle|cyclologistique|vélos",
            "eee": "eee|deee|aeea|electro|électro|électronique|elektro|elektronica|weee|électroménager",
        },
        Track: {
            "business_scale_up": "business|scale-up business|croissance|commercial",
            "industrial_scale_up": "industriel|scale-up industriel|industrialisation|industrie|industrieel",
            "break_even": "seuil|rentabilité|break-even|seuil de rentabilité",
            "employment": "emploi|tewerkstelling|emplois|jobs",
            "international": "export|international|internationalisation",
        },
        CircularModel: {},
        ReferralKind: {
            "international": "export|international|internationalisation|étranger|buitenland|abroad",
            "finance": "financement|finances|financiering|crédit|krediet|funding",
            "research": "r d|rd|r&d|recherche|innovation|onderzoek|onderzoek en ontwikkeling|research",
            "premises": "locaux|immobilier|local|bedrijfsruimte|vestiging|space|premises",
            "jobs": "emploi|recrutement|tewerkstelling|aanwerving|jobs|recruitment",
            "permit": "permis|vergunning|permit|permis d environnement|omgevingsvergunning",
            "legal": "juridique|droit|juridisch|legal|law",
            "other_cluster": "autre cluster|cluster|andere cluster|other cluster",
        },
    }
    found: dict[str, UUID] = {}
    for key, labels in words.get(cls, {}).items():
        row = known.get(label_key(key))
        if row is not None:
            for label in labels.split("|"):
                found.setdefault(label_key(label), row)
    return {label: row for label, row in found.items() if label not in known}
