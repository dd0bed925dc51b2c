"""What people read in the sample is worth reading: varied, in both languages, free of dates that would age."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from clusterdesk.base.ids import derived_id
from clusterdesk.domain.identifiers.enterprise import parse_enterprise_number, parse_establishment_number
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.coaching import CoachingFile, OneOffAdvice
from clusterdesk.domain.records.contacts import Consent
from clusterdesk.domain.records.organisations import (
    ContactPoint,
    ContactPointKind,
    Establishment,
    LegalSituation,
    Membership,
    MembershipStatus,
    Organisation,
    OrganisationKind,
    OrganisationStatus,
    OrganisationValueChain,
)
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import Evidence, EvidenceLevel, ResultEvent, ResultKind
from clusterdesk.domain.records.sessions import Action, Session, SessionNote, SessionState
from clusterdesk.exchange.sample import make_sample, reference_monday
from clusterdesk.services.binders import create_binder
from clusterdesk.store.desk_store import Store

DATED = re.compile(
    r"\b20(2[3-9]|3\d)\b|\b\d{1,2}[/-]\d{1,2}\b"
    r"|\b(janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre)\b"
    r"|\b(januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december)\b",
    re.IGNORECASE,
)
HOLLOW = re.compile(r"lorem|ipsum|\btest\d|\bfoo\b|\bxxx|\btodo\b|blabla|note \d|exemple de note", re.IGNORECASE)
DUTCH = re.compile(r"\b(de|het|een|niet|wil|voor|met)\b", re.IGNORECASE)
FRENCH = re.compile(r"\b(le|la|les|une?|des|pas|pour|avec)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = create_binder(Path(tmp_path_factory.mktemp("texts"), "binder"), sample=True)
    make_sample(store, reference_monday())
    yield store
    store.close()


def texts(store: Store) -> list[str]:
    notes = [note.text for note in store.find(SessionNote)]
    advice = [one.answer for one in store.find(OneOffAdvice)]
    return [*notes, *advice, *(action.text for action in store.find(Action))]


def test_no_text_is_written_twice(store: Store) -> None:
    assert [text for text, times in Counter(texts(store)).items() if times > 1] == []


def test_no_two_notes_begin_alike(store: Store) -> None:
    beginnings = Counter(note.text[:40] for note in store.find(SessionNote))
    assert [start for start, times in beginnings.items() if times > 1] == []


def test_texts_read_like_work_and_name_no_day(store: Store) -> None:
    found = texts(store) + [one.summary for one in store.find(Organisation)]
    assert [text for text in found if HOLLOW.search(text)] == []
    assert [text for text in found if DATED.search(text)] == []


def test_notes_are_in_the_language_of_the_company(store: Store) -> None:
    language = {one.id: one.languages[0] for one in store.find(Organisation)}
    spoken = {session.id: language[session.organisation_id] for session in store.find(Session)}
    notes = store.find(SessionNote)
    dutch = [note.text for note in notes if spoken[note.session_id] == "nl" and DUTCH.search(note.text)]
    french = [note.text for note in notes if spoken[note.session_id] == "fr" and FRENCH.search(note.text)]
    assert len(dutch) > 80
    assert len(french) > 250


def test_there_is_enough_to_show(store: Store) -> None:
    assert len(store.find(Session)) >= 150
    assert len(store.find(OneOffAdvice)) >= 25
    assert len(store.find(Project)) >= 26
    rich = Counter(one.organisation_id for one in store.find(Session, state=SessionState.HELD))
    assert sum(times >= 8 for times in rich.values()) >= 6
    per_project = Counter(file.project_id for file in store.find(CoachingFile))
    assert max(per_project.values()) >= 2
    today = reference_monday()
    actions = store.find(Action)
    assert sum(one.done_on is not None for one in actions) > 50
    assert sum(one.done_on is None and (one.due_on or today) < today for one in actions) > 10
    assert sum(one.done_on is None and one.due_on is not None and one.due_on >= today for one in actions) > 5


def test_every_kind_of_organisation_and_every_value_chain_is_there(store: Store) -> None:
    assert {one.kind for one in store.find(Organisation)} == set(OrganisationKind) - {OrganisationKind.FOREIGN}
    chains = {one.value_chain_id for one in store.find(OrganisationValueChain)}
    assert chains == {derived_id("value_chain", key) for key in ("wood", "textile", "bike", "eee")}
    assert {one.status for one in store.find(Membership)} == set(MembershipStatus)
    situations = {one.situation for one in store.find(OrganisationStatus)}
    assert {LegalSituation.JUDICIAL_REORGANISATION, LegalSituation.BANKRUPT} <= situations


def test_results_and_evidence_show_each_case(store: Store) -> None:
    events = store.find(ResultEvent)
    assert {one.kind for one in events} == set(ResultKind)
    assert any(one.revoked_on for one in events)
    assert any(one.confirmed_by and not one.validated_by for one in events)
    evidence = store.find(Evidence)
    assert {one.level for one in evidence} == set(EvidenceLevel)
    assert sum(one.wanted for one in evidence) >= 5


def test_visibility_and_consent_are_used(store: Store) -> None:
    assert {note.visibility for note in store.find(SessionNote)} == set(Visibility)
    assert {consent.given for consent in store.find(Consent)} == {True, False}


def test_numbers_are_well_formed_and_nobodys(store: Store) -> None:
    for organisation in store.find(Organisation):
        number = organisation.enterprise_number
        if number is not None:
            assert number.startswith("199999")
            assert parse_enterprise_number(number).value == number
    for place in store.find(Establishment):
        assert place.establishment_number is not None
        assert parse_establishment_number(place.establishment_number).value == place.establishment_number
    for point in store.find(ContactPoint):
        if point.kind is ContactPointKind.PHONE:
            assert re.fullmatch(r"\+322555\d{4}", point.value)
        else:
            assert point.value.endswith(".example")


def test_summaries_fit_the_visit_sheet(store: Store) -> None:
    assert [one.name for one in store.find(Organisation) if not 0 < len(one.summary) <= 320] == []


def test_nothing_was_known_before_it_happened(store: Store) -> None:
    early = [one.on for one in store.find(ResultEvent) if (one.recorded_on or date.max) < one.on]
    assert early == []
