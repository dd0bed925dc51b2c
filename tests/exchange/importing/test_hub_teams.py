"""Lists of receiving teams: countries by any name and group, people row by row, what is not understood kept."""

from pathlib import Path

import pytest
import xlsxwriter

from clusterdesk.domain.commands.directory import BinExampleTeams
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.directory import (
    HubTeam,
    HubTeamCountry,
    HubTeamKind,
    HubTeamPerson,
    HubTeamReferralKind,
    HubTeamSector,
    ReferralKind,
)
from clusterdesk.exchange.importing.plan import ImportPlan, plan_import, run_import
from clusterdesk.exchange.importing.verdicts import Verdict
from clusterdesk.exchange.listing.hub_teams import teams_listing
from clusterdesk.exchange.mapping.opened_list import open_list
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.exchange.writing.listing_files import write_listing
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.hub_teams import bin_examples, read_directory
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store

FRENCH = (
    "Équipe;Type;Pays;Secteurs;Types d’orientation;Langues;E-mail;Délai de réponse;Valable à partir du;"
    "Personne de contact;Fonction;Mail de la personne;Remarque\n"
    "Cellule Nord;Département;Pays-Bas, Allemagne;Bois;Export;NL/EN;nord@hub.example;2 semaines;09/2025;"
    "Hanne Deprez;conseillère;hanne@hub.example;Appeler avant 10 h\n"
    "Cellule Nord;;;;;;;;;Julien Maes;conseiller;julien@hub.example;\n"
    "Guichet Sud;consulat;Maghreb et Barbarie;toutes les filières;Financement;FR;sud@hub.example;15 jours;;;;;\n"
    ";Agence;France;;;;;;;;;;\n"
)


def plan_of(store: Store, path: Path, text: str = "") -> ImportPlan:
    if text:
        path.write_text(text, encoding="utf-8")
    return plan_import(store, open_list(path, ImportKind.HUB_TEAMS))


def team(store: Store, name: str) -> HubTeam:
    return next(one for one in store.find(HubTeam) if one.name == name)


def test_a_list_becomes_teams_with_what_they_cover_and_their_people(store: Store, tmp_path: Path) -> None:
    plan = plan_of(store, tmp_path / "équipes.csv", FRENCH)
    assert [row.verdict for row in plan.rows] == [Verdict.NEW, Verdict.UPDATED, Verdict.NEW, Verdict.REFUSED]
    assert not any(one.name == "Cellule Nord" for one in store.find(HubTeam)), "a preview writes nothing"
    run_import(store, plan)
    north = team(store, "Cellule Nord")
    assert (north.kind, north.languages, north.answer_days) == (HubTeamKind.DEPARTMENT, ("nl", "en"), 14)
    assert (north.mail, north.from_on, north.remark) == (
        "nord@hub.example",
        PartialDate("2025-09"),
        "Appeler avant 10 h",
    )
    assert (north.every_sector, north.example) == (False, False)
    assert {one.country for one in store.find(HubTeamCountry, hub_team_id=north.id)} == {"NL", "DE"}
    people = {one.name: (one.role, one.mail) for one in store.find(HubTeamPerson, hub_team_id=north.id)}
    assert people == {
        "Hanne Deprez": ("conseillère", "hanne@hub.example"),
        "Julien Maes": ("conseiller", "julien@hub.example"),
    }
    kinds = {one.id: one.key for one in store.find(ReferralKind)}
    taken = [kinds[one.referral_kind_id] for one in store.find(HubTeamReferralKind, hub_team_id=north.id)]
    assert taken == ["international"]
    assert len(store.find(HubTeamSector, hub_team_id=north.id)) == 1
    undo(store)
    assert not any(one.name == "Cellule Nord" for one in store.find(HubTeam)), "one step takes all of it back"


def test_what_is_not_understood_is_told_and_kept(store: Store, tmp_path: Path) -> None:
    plan = plan_of(store, tmp_path / "équipes.csv", FRENCH)
    south, nameless = plan.rows[2], plan.rows[3]
    assert {one.code for one in south.read.warnings} == {"unknown_country"}
    assert {one.code for one in south.errors} == {"unknown_choice"}
    assert {one.code for one in nameless.errors} == {"team_missing"}
    run_import(store, plan)
    made = team(store, "Guichet Sud")
    assert {one.country for one in store.find(HubTeamCountry, hub_team_id=made.id)} >= {"MA", "DZ", "TN"}
    assert made.every_sector
    assert "Barbarie" in made.remark
    assert "consulat" in made.remark, "a type that is not known stays word for word"


def test_the_same_list_again_brings_nothing_and_a_changed_cell_one_update(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "équipes.csv"
    run_import(store, plan_of(store, path, FRENCH))
    again = plan_of(store, path)
    assert [row.verdict for row in again.rows][:3] == [Verdict.SKIPPED] * 3
    changed = plan_of(store, path, FRENCH.replace("2 semaines", "21").replace("conseiller;", "coordinateur;"))
    assert [row.verdict for row in changed.rows][:3] == [Verdict.UPDATED, Verdict.UPDATED, Verdict.SKIPPED]
    assert [(one.field, one.new) for row in changed.rows[:2] for one in row.updates] == [
        ("answer_days", 21),
        ("role", "coordinateur"),
    ]
    run_import(store, changed)
    assert team(store, "Cellule Nord").answer_days == 21
    assert len(store.find(HubTeamPerson, hub_team_id=team(store, "Cellule Nord").id)) == 2


def test_a_dutch_workbook_with_several_addresses_in_a_cell_loses_none(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "teams.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Team", "Soort", "Landen", "Talen", "E-mail", "Telefoon", "Antwoordtijd", "Zaal"])
        sheet.write_row(
            1, 0, ["Handelsdienst", "Handelsattaché", "alle landen", "NL", "a@hub.example; b@hub.example", "", 10, "3B"]
        )
    plan = plan_of(store, path)
    assert [row.verdict for row in plan.rows] == [Verdict.NEW], [row.errors for row in plan.rows]
    run_import(store, plan)
    made = team(store, "Handelsdienst")
    assert (made.kind, made.everywhere, made.answer_days) == (HubTeamKind.ATTACHE, True, 10)
    assert made.mail == "a@hub.example"
    assert "b@hub.example" in made.remark
    assert "Zaal: 3B" in made.remark, "a column without a field is kept as well"


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_an_exported_directory_is_read_back_whole(store: Store, tmp_path: Path, language: str, suffix: str) -> None:
    path = tmp_path / f"équipes{suffix}"
    before = _told(store)
    write_listing(path, teams_listing(store, Translator(language)))
    same = plan_of(store, path)
    assert {row.verdict for row in same.rows} == {Verdict.SKIPPED}, [row.updates for row in same.rows]
    bin_examples(store, BinExampleTeams())
    back = plan_of(store, path)
    assert not any(row.errors or row.read.warnings for row in back.rows)
    run_import(store, back)
    assert _told(store) == before


def _told(store: Store) -> list[object]:
    """Return the directory without ids."""
    return [
        (
            card.team.name,
            card.team.kind,
            card.team.mail,
            card.team.phone,
            card.team.languages,
            card.team.answer_days,
            card.team.every_sector,
            card.team.from_on,
            card.team.to_on,
            card.team.example,
            card.team.remark,
            card.countries,
            [one.key for one in card.sectors],
            [one.key for one in card.kinds],
            [(one.name, one.role, one.mail, one.phone) for one in card.people],
        )
        for card in read_directory(store).cards
    ]
