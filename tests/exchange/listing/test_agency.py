"""The open export: facts to count, no person, no word that somebody wrote, never what is restricted."""

from datetime import date
from decimal import Decimal

from clusterdesk.domain.commands.difficulties import AddTouched, JoinDifficulties
from clusterdesk.domain.commands.referrals import CreateReferral, GiveConsent, HandOver
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.coaching import CoachingFile, OneOffAdvice
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyTheme
from clusterdesk.domain.records.directory import HubTeam, ReferralKind
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.organisations import Address, Organisation
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.referrals import Referral
from clusterdesk.domain.records.sessions import Session, SessionNote, SessionState
from clusterdesk.exchange.listing.agency_facts import AgencyFacts
from clusterdesk.exchange.listing.agency_tables import TABLES, agency_listing
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.difficulties import add_touched
from clusterdesk.services.difficulty_moves import join_difficulties
from clusterdesk.services.referral_moves import move_referral
from clusterdesk.services.referrals import create_referral
from clusterdesk.store.desk_store import Store
from tests.exchange.listing.test_records import put, texts

DAY = date(2026, 11, 23)


def facts(store: Store, *, personal: bool = False) -> AgencyFacts:
    """Return what the export sees, in French."""
    return AgencyFacts(store, Translator("fr"), DAY, personal)


def test_files_are_counted_by_what_was_held_and_written(store: Store) -> None:
    noord = put(store, Organisation(name="Atelier Noord", enterprise_number="0403170701"))
    put(store, Address(organisation_id=noord.id, postcode="1070", city="Anderlecht"))
    project = put(store, Project(title="Banc", organisation_id=noord.id))
    file = put(store, CoachingFile(project_id=project.id, opened_on=date(2026, 1, 5)))
    for month, written in ((2, True), (3, True), (4, False)):
        held = put(
            store,
            Session(
                organisation_id=noord.id,
                coaching_file_id=file.id,
                on=date(2026, month, 3),
                state=SessionState.HELD,
            ),
        )
        if written:
            put(store, SessionNote(session_id=held.id, text="PLANT"))
    (row,) = agency_listing(facts(store), "coaching").rows
    assert row == ("Atelier Noord", date(2026, 1, 5), None, "", 2, date(2026, 3, 3))
    (row,) = agency_listing(facts(store), "organisations").rows
    assert row[:6] == ("Atelier Noord", "0403.170.701", "Entreprise", "", "1070", "Anderlecht")


def test_no_person_unless_agreed(store: Store) -> None:
    alone = put(store, Organisation(name="PLANT Dupont", enterprise_number="0403170701", sole_trader=True))
    put(store, Headcount(organisation_id=alone.id, on=DAY, fte=Decimal(1)))
    every = [agency_listing(facts(store), key) for key in TABLES]
    assert "PLANT" not in texts(every)
    assert "0403" not in texts(every)
    assert agency_listing(facts(store, personal=True), "headcounts").rows[0][0] == "PLANT Dupont"


def test_no_written_word_and_nothing_restricted(store: Store) -> None:
    noord = put(store, Organisation(name="Atelier Noord", notes="PLANT", summary="PLANT"))
    put(store, OneOffAdvice(organisation_id=noord.id, on=DAY, subject="PLANT", answer="PLANT"))
    put(store, OneOffAdvice(organisation_id=noord.id, on=DAY, subject="x", visibility=Visibility.RESTRICTED))
    internal = Headcount(organisation_id=noord.id, on=DAY, fte=Decimal(3), visibility=Visibility.INTERNAL)
    put(store, internal)
    team = put(store, HubTeam(name="Poste de La Haye", mail="plant@example.org"))
    kind = store.find(ReferralKind, key="international")[0]
    asked = CreateReferral(organisation_id=noord.id, kind_id=kind.id, need="PLANT", countries=("NL",), on=DAY)
    referral = create_referral(store, asked).output
    move_referral(store, GiveConsent(referral_id=referral.id, on=DAY, consent_by="PLANT", consent_what="PLANT"))
    move_referral(store, HandOver(referral_id=referral.id, on=DAY, hub_team_id=team.id))
    put(store, Referral(organisation_id=noord.id, on=DAY, need="PLANT", visibility=Visibility.RESTRICTED))
    every = {key: agency_listing(facts(store), key) for key in TABLES}
    assert "PLANT" not in texts(list(every.values()))
    assert len(every["advice"].rows) == 1
    assert every["headcounts"].rows == ()
    (row,) = every["referrals"].rows
    assert (row[1], row[4]) == ("Pays-Bas", "Transmise")
    assert "Noord" not in texts([every["referrals"], every["advice"]])


def test_a_joined_difficulty_counts_with_the_one_it_joined(store: Store) -> None:
    noord = put(store, Organisation(name="Atelier Noord"))
    zuid = put(store, Organisation(name="Atelier Zuid"))
    theme = store.find(DifficultyTheme, key="permit")[0]
    kept = put(store, Difficulty(title="PLANT", theme_id=theme.id, on=DAY, happens="PLANT"))
    joined = put(store, Difficulty(title="PLANT", on=DAY))
    for difficulty, organisation in ((kept, noord), (joined, zuid), (joined, noord)):
        add_touched(store, AddTouched(difficulty_id=difficulty.id, organisation_id=organisation.id))
    join_difficulties(store, JoinDifficulties(difficulty_id=joined.id, into_id=kept.id, on=DAY))
    (row,) = agency_listing(facts(store), "difficulties").rows
    assert row == ("Permis", "Coûteuse", "Brouillon", DAY, None, None, None, 2)
