"""Headers of lists in three languages, and what their columns hold."""

from pathlib import Path

import pytest

from clusterdesk.exchange.mapping.guess import guess_mapping
from clusterdesk.exchange.mapping.layout import lay_out
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.exchange.mapping.targets.catalogue import TARGETS
from clusterdesk.exchange.reading.source import TableSource

_LONG_NUMBER = "le_numero_de_bce_du_beneficiaire_de_la_subvention_kbo_nummer_van_de_begunstigde_van_de_subsidie"


def _guess(kind: str, *rows: str) -> dict[str, str]:
    """Guess the mapping of a list given as lines with bars; return header -> field, unmapped ones left out."""
    table = [row.split("|") for row in rows]
    source = TableSource(Path("list.csv"), "csv", table, max(map(len, table)))
    layout = lay_out(source, TARGETS[ImportKind(kind)])
    mapping = guess_mapping(source, layout, ImportKind(kind))
    return {column.header: column.field for column in mapping.columns if column.field}


@pytest.mark.parametrize(
    ("kind", "header", "fields"),
    [
        (
            "organisations",
            "N° d'entreprise|Dénomination|Forme juridique|Rue|N°|Boîte|CP|Commune|Pays|Tél.|Courriel|Site internet",
            "enterprise_number name legal_form street - box postcode city country phone email website",
        ),
        (
            "organisations",
            "Ondernemingsnummer|Naam|Rechtsvorm|Straat|Huisnummer|Bus|Postcode|Gemeente|Telefoonnummer|"
            "E-mailadres|Website|VTE|Omzet 2023",
            "enterprise_number name legal_form street house_number box postcode city phone email website fte revenue",
        ),
        (
            "organisations",
            "Company name|Enterprise number|Legal form|Address|Zip code|City|Country|Phone|Email|Website|"
            "Value chain|FTE|Turnover 2024|Member since",
            "name enterprise_number legal_form street postcode city country phone email website value_chains fte "
            "revenue member_since",
        ),
        (
            "organisations",
            "Entreprise|Prénom|Nom|Fonction|GSM|Adresse e-mail|Adresse du siège|Statut membre|Langue|Remarques",
            "name contact_first_name contact_last_name contact_role phone email street membership_status "
            "languages notes",
        ),
        (
            "organisations",
            "Bedrijfsnaam|BTW-nummer|Contactpersoon|Functie|Waardeketen|Lid sinds|Taal|Opmerkingen",
            "name enterprise_number contact_name contact_role value_chains member_since languages notes",
        ),
        (
            "organisations",
            "EnterpriseNumber|Denomination|JuridicalForm|Zipcode|MunicipalityFR|StreetFR|HouseNumber|Box|"
            "NaceCode|NaceVersion",
            "enterprise_number name legal_form postcode city street house_number box nace nace_version",
        ),
        (
            "organisations",
            "Nom social|TVA|Unité d'établissement|Effectif (ETP)|CA 2024 hors TVA (EUR)|"
            "Date d'adhésion au cluster|Connu depuis",
            "name enterprise_number establishment_number fte revenue member_since known_since",
        ),
        (
            "contacts",
            "Prénom|Nom|Entreprise|N° BCE|Fonction|E-mail|GSM|Langue|Newsletter|Photo",
            "first_name last_name organisation enterprise_number role email phone languages consent_mailing "
            "consent_photo",
        ),
        (
            "contacts",
            "Voornaam|Familienaam|Organisatie|Functie|E-mailadres|Telefoon|Taal|Opmerking",
            "first_name last_name organisation role email phone languages notes",
        ),
        ("contacts", "Name|Company|Job title|Email|Phone", "full_name organisation role email phone"),
        (
            "memberships",
            "N° d'entreprise|Nom|Statut|Date de début|Date de fin|Motif|Connu depuis",
            "enterprise_number organisation status from_on to_on reason known_since",
        ),
        (
            "memberships",
            "Ondernemingsnummer|Organisatie|Lidmaatschap|Startdatum|Einddatum|Reden",
            "enterprise_number organisation status from_on to_on reason",
        ),
        (
            "projects",
            "Projet|Porteur|N° BCE|Partenaires|Filière|Stade|Date de début|Description|Chargé de cluster",
            "title organisation enterprise_number partners value_chains stage started_on description manager",
        ),
        (
            "projects",
            "Titel|Bedrijf|Waardeketen|Fase|Startdatum|Omschrijving|Accountmanager",
            "title organisation value_chains stage started_on description manager",
        ),
        (
            "files",
            "Dossier|Entreprise|Projet|Axe|Date d'ouverture|Date de clôture|Chargé|Plan",
            "title organisation project tracks opened_on closed_on manager plan",
        ),
        (
            "sessions",
            "Date|Entreprise|Type|Durée|Participants|Lieu|Sujet|Notes|Décisions|Chargé de cluster",
            "date organisation kind minutes attendees place subject notes decisions manager",
        ),
        (
            "sessions",
            "Datum|Bedrijf|Soort|Duur|Aanwezigen|Onderwerp|Opmerkingen|Gekend sinds",
            "date organisation kind minutes attendees subject notes known_since",
        ),
        (
            "advice",
            "Date|Organisation|Question|Réponse|Chargé de cluster|Durée",
            "date organisation subject answer manager minutes",
        ),
        (
            "actions",
            "Action|Entreprise|À charge de|Échéance|Fait le|Statut",
            "text organisation owner due_on done_on status",
        ),
        ("actions", "Actiepunt|Bedrijf|Wie|Deadline|Status", "text organisation owner due_on status"),
        (
            "results",
            "Résultat|Projet|Entreprise|Date effective|Preuve|Confirmé par|Validé par|Remarque",
            "kind project organisation date evidence_level confirmed_by validated_by notes",
        ),
    ],
)
def test_headers(kind: str, header: str, fields: str) -> None:
    wanted = {title: field for title, field in zip(header.split("|"), fields.split(), strict=True) if field != "-"}
    guessed = _guess(kind, header)
    assert {title: guessed.get(title) for title in wanted} == wanted


def test_bilingual_headers_of_a_city() -> None:
    assert _guess(
        "organisations",
        "article_budgetaire_begrotingsartikel|nom_de_la_subvention_naam_van_de_subsidie|"
        "nom_du_beneficiaire_de_la_subvention_naam_begunstigde_van_de_subsidie|" + _LONG_NUMBER + "|"
        "l_objet_de_la_subvention_doel_van_de_subsidie|montant_octroye_toegekend_bedrag|"
        "l_annee_de_debut_d_octroi_de_la_subvention_beginjaar_waarin_de_subsidie_wordt_toegekend",
    ) == {
        "nom_du_beneficiaire_de_la_subvention_naam_begunstigde_van_de_subsidie": "name",
        _LONG_NUMBER: "enterprise_number",
    }


def test_cells_speak_where_the_title_does_not() -> None:
    guessed = _guess(
        "organisations",
        "Firma|K1|K2|K3",
        "Boisretour|1999.999.151|a@b.example|1070",
        "Vélo Coop|1999.999.250|c@d.example|1000",
        "Fil & Fibre|1999.999.349|e@f.example|1030",
    )
    assert guessed == {"Firma": "name", "K1": "enterprise_number", "K2": "email", "K3": "postcode"}


def test_a_running_number_is_no_enterprise_number() -> None:
    guessed = _guess(
        "organisations", "N°|Nom|BCE", "1|Boisretour|1999999151", "2|Vélo Coop|1999999250", "3|Fil|1999999349"
    )
    assert guessed == {"Nom": "name", "BCE": "enterprise_number"}


def test_years_are_no_postcodes() -> None:
    assert "Boekjaar" not in _guess("organisations", "Naam|Boekjaar", "A|2021", "B|2022", "C|2023")


def test_codes_are_no_membership() -> None:
    rows = ("1999999151|AC|2", "1999999250|AC|2", "1999999349|AC|1")
    assert _guess("organisations", "EnterpriseNumber|Status|TypeOfEnterprise", *rows) == {
        "EnterpriseNumber": "enterprise_number"
    }


def test_several_phones_and_one_name() -> None:
    guessed = _guess("organisations", "Nom|Téléphone|GSM|Nom commercial")
    assert guessed["Téléphone"] == guessed["GSM"] == "phone"
    assert sum(field == "name" for field in guessed.values()) == 1


def test_a_list_without_a_header() -> None:
    guessed = _guess(
        "organisations",
        "1999999151|Boisretour|a@b.example",
        "1999999250|Vélo|c@d.example",
        "1999999349|Fil|e@f.example",
    )
    assert guessed == {"A": "enterprise_number", "B": "name", "C": "email"}
