"""Fictitious parcels of orientations: a usual one in each language, and one that is as long as it can be."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.referrals import ReadinessReply
from clusterdesk.domain.views.edition import MarkedText
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.domain.views.parcel import (
    ParcelContact,
    ParcelDocument,
    ParcelOrganisation,
    ParcelReadiness,
    ParcelView,
)

_MADE = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
_WORDS = {
    "fr": (
        "International",
        "Pays-Bas",
        "Un distributeur aux Pays-Bas pour des panneaux de bois de réemploi, 60 panneaux par mois.",
        "Un salon à Utrecht en 2025 : douze contacts, aucun suivi faute de vendeur néerlandophone.",
        "Trois noms de distributeurs qui reprennent déjà des matériaux de réemploi.",
        "Le catalogue, les prix de base et le volume par mois ; pas les noms des clients.",
        ("Avez-vous une liste de prix pour l’export ?", "Quelqu’un peut-il vendre dans la langue du marché ?"),
    ),
    "nl": (
        "Internationaal",
        "Nederland",
        "Een verdeler in Nederland voor panelen van hergebruikt hout, 60 panelen per maand.",
        "Een beurs in Utrecht in 2025: twaalf contacten, geen opvolging.",
        "Drie namen van verdelers die al hergebruikte materialen verkopen.",
        "De catalogus, de basisprijzen en het volume per maand; niet de namen van klanten.",
        ("Hebben jullie een prijslijst voor de export?", "Kan iemand verkopen in de taal van de markt?"),
    ),
    "en": (
        "International",
        "Netherlands",
        "A distributor in the Netherlands for panels of reclaimed wood, 60 panels a month.",
        "A fair in Utrecht in 2025: twelve contacts, none followed up.",
        "Three names of distributors who take reclaimed materials already.",
        "The catalogue, base prices and the volume a month; not the names of clients.",
        ("Do you have a price list for export?", "Can somebody sell in the language of the market?"),
    ),
}


def a_parcel(language: str) -> ParcelView:
    """Return a usual parcel."""
    kind, country, need, tried, asked, shared, questions = _WORDS[language]
    return ParcelView(
        referral_id=UUID(int=5),
        token="K7M2-9QXT-4HBD",
        language=language,
        on=date(2026, 11, 23),
        about=ParcelOrganisation(
            name="Atelier Noord",
            legal_form="SRL",
            enterprise_number="1999.990.144",
            founded_on=PartialDate("2019-03"),
            seat="Rue Dieudonné Lefèvre 217, 1020 Laeken",
            places=("Quai des Usines 12, 1000 Bruxelles",),
            value_chains=("Bois",) if language == "fr" else ("Hout",) if language == "nl" else ("Wood",),
            languages=("fr", "nl"),
            summary=MarkedText("Panneaux trois plis en bois de démolition bruxellois."),
            site="www.noord.example",
        ),
        footer=PageFooter(_MADE, _MADE, "Claire Delvaux"),
        kind=kind,
        countries=(country,),
        need=need,
        tried=tried,
        asked=asked,
        readiness=(
            ParcelReadiness(questions[0], ReadinessReply.YES),
            ParcelReadiness(questions[1], ReadinessReply.NO),
        ),
        consent_by="Nora Lejeune",
        consent_on=date(2026, 11, 19),
        consent_what=shared,
        contacts=(ParcelContact("Nora Lejeune", "gérante", "fr", "02 555 01 25", "nora.lejeune@noord.example"),),
        manager=ParcelContact("Claire Delvaux", phone="02 555 09 01", mail="claire.delvaux@cluster.example"),
        team="Cellule export Nord",
        person="Hanne Deprez",
        mail="hanne.deprez@hub.example",
        due_on=date(2026, 12, 3),
        documents=(ParcelDocument(UUID(int=6), "Catalogue 2026.pdf", 210_000),),
    )


def a_long_parcel() -> ParcelView:
    """Return one with everything long: names without a space, accents, many questions, a need of a page."""
    usual = a_parcel("fr")
    name = "Société coopérative « Œuvre à l’Été, réemploi & éco-conception » de Woluwe-Saint-Lambert-et-environs " * 2
    about = replace(
        usual.about,
        name=name,
        summary=MarkedText("Ne jamais dire : litige en cours.", Visibility.INTERNAL),
        circular_models=tuple(f"Modèle circulaire numéro {number} – prolongation de la vie" for number in range(6)),
        site="https://www." + "sansespace" * 20 + ".example",
    )
    return replace(
        usual,
        about=about,
        need="\n".join(f"Besoin {number} : {usual.need}" for number in range(20)),
        readiness=tuple(
            ParcelReadiness(f"{usual.readiness[0].question} ({number})", ReadinessReply.UNKNOWN) for number in range(14)
        ),
        contacts=tuple(replace(usual.contacts[0], name=f"Çelik-Ünal-van den Abbeele {number}") for number in range(6)),
        documents=tuple(
            ParcelDocument(UUID(int=number), f"Annexe-{'très-longue-' * 12}{number}.pdf") for number in range(4)
        ),
    )
