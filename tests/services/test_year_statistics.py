"""The year in numbers: who joined and left, what was done, what was sent on; as counted by hand."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.base.errors import KnownError
from clusterdesk.briefs.drawing import pdf_of
from clusterdesk.briefs.house import House
from clusterdesk.briefs.jobs import BriefJob
from clusterdesk.domain.commands.merging import MergeOrganisations
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.coaching import AdviceKind, CoachingFile, OneOffAdvice
from clusterdesk.domain.records.contacts import Consent, ConsentPurpose
from clusterdesk.domain.records.groups import GatheringState, Presence
from clusterdesk.domain.records.organisations import Membership, MembershipStatus, Organisation
from clusterdesk.domain.records.programme import EventParticipation, ProgrammeEvent
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.sessions import Session, SessionKind, SessionNote, SessionState
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.year_statistics import Participation
from clusterdesk.domain.year.membership import movements
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services import merging, records
from clusterdesk.services.printed_pages import PageWish, read_page
from clusterdesk.services.year_statistics import year_of, year_statistics
from clusterdesk.store.desk_store import Store
from tests.briefs.pdf_reading import pdf_text
from tests.factories import make_organisation

MEMBER, PARTNER = MembershipStatus.MEMBER, MembershipStatus.PARTNER


def _add[R: Record](store: Store, record: R) -> R:
    records.add_record(store, AddRecord(record=record))
    return record


def _member(store: Store, name: str, first: str, last: str | None = None, reason: str = "") -> Organisation:
    one = make_organisation(store, name=name)
    until = PartialDate(last) if last else None
    fact = Membership(organisation_id=one.id, status=MEMBER, from_on=PartialDate(first), to_on=until, reason=reason)
    _add(store, fact)
    return one


def _names(moves: object) -> list[str]:
    return [one.name for one in moves]  # type: ignore[attr-defined]


def test_who_joined_and_who_left(store: Store) -> None:
    _member(store, "Ancienne", "2024-05-01")
    _member(store, "Partie", "2024", "2025-06-30", "Fusion")
    _member(store, "Nouvelle", "2025-03")
    _member(store, "De passage", "2025-02-01", "2025-11-30")
    _member(store, "Après", "2026-01-01")
    view = year_statistics(store, 2025)
    assert (view.members.before, view.members.at_end) == (2, 2)
    assert _names(view.members.joined) == ["De passage", "Nouvelle"]
    assert [(one.name, one.on, one.reason) for one in view.members.left] == [
        ("Partie", date(2025, 7, 1), "Fusion"),
        ("De passage", date(2025, 12, 1), ""),
    ]


def test_merged_organisations_count_once(store: Store) -> None:
    kept, twin = _member(store, "Vraie", "2025-02-01"), _member(store, "Double", "2025-04-01")
    assert len(year_statistics(store, 2025).members.joined) == 2
    merging.merge_organisations(store, MergeOrganisations(kept_id=kept.id, absorbed_id=twin.id))
    view = year_statistics(store, 2025)
    assert (_names(view.members.joined), view.members.at_end) == (["Vraie"], 1)


def test_only_what_is_a_coaching_action_counts_as_one(store: Store) -> None:
    one = make_organisation(store, name="Atelier")
    project = _add(store, Project(title="Banc", organisation_id=one.id))
    file = _add(store, CoachingFile(project_id=project.id, opened_on=date(2025, 1, 6), closed_on=date(2025, 9, 1)))

    def session(kind: SessionKind, state: SessionState, text: str, file_id: UUID | None = file.id) -> None:
        held = Session(organisation_id=one.id, kind=kind, state=state, on=date(2025, 3, 3), coaching_file_id=file_id)
        _add(store, held)
        if text:
            _add(store, SessionNote(session_id=held.id, text=text))

    session(SessionKind.VISIT, SessionState.HELD, "Vu")
    session(SessionKind.CALL, SessionState.HELD, "Dit")
    session(SessionKind.VISIT, SessionState.HELD, "  ")
    session(SessionKind.VISIT, SessionState.PLANNED, "Vu")
    session(SessionKind.MAIL, SessionState.HELD, "Vu")
    session(SessionKind.MEETING, SessionState.HELD, "Vu", None)
    _add(store, OneOffAdvice(organisation_id=one.id, on=date(2025, 5, 5), kind=AdviceKind.ANSWER, subject="Bail"))
    view = year_statistics(store, 2025)
    assert dict(view.coaching) == {SessionKind.VISIT: 1, SessionKind.CALL: 1}
    assert (view.coached, view.opened, view.closed, view.files) == (1, 1, 1, 0)
    assert (dict(view.advice), view.advised) == ({AdviceKind.ANSWER: 1}, 1)
    assert not year_statistics(store, 2024).coaching


def test_who_takes_part_in_events_and_who_never_does(store: Store) -> None:
    each = [_member(store, name, "2024-05-01") for name in ("Rabot Vert", "Vis Douce", "Jamais Vue", "Hôtesse")]
    _member(store, "Partie", "2024-01-01", "2024-12-31")
    held = [
        _add(store, ProgrammeEvent(title="Visite", on=date(2025, month, 4), state=GatheringState.HELD))
        for month in (2, 6)
    ]
    _add(store, ProgrammeEvent(title="Annulée", on=date(2025, 3, 4), state=GatheringState.CANCELLED))
    _add(store, replace(held[0], id=UUID(int=7), host_id=each[3].id))

    def came(event: ProgrammeEvent, one: Organisation, presence: Presence) -> None:
        _add(store, EventParticipation(programme_event_id=event.id, organisation_id=one.id, presence=presence))

    came(held[0], each[0], Presence.PRESENT)
    came(held[0], each[0], Presence.PRESENT)
    came(held[1], each[0], Presence.PRESENT)
    came(held[1], each[1], Presence.PRESENT)
    came(held[1], each[2], Presence.EXCUSED)
    view = year_statistics(store, 2025)
    assert view.participation == Participation(events=3, members=4, came=2, times=3, never=("Jamais Vue",))
    assert year_statistics(store, 2024).participation == Participation(members=5)
    for edition in Edition:
        _, page = read_page(store, "statistics", "2025", PageWish(language="fr", edition=edition))
        text = " ".join(pdf_text(pdf_of(BriefJob(page, Translator("fr"), Formats("fr")), House("Le cluster"))).split())
        assert "2 membres et partenaires sur 4" in text
        assert ("Jamais Vue" in text) is (edition in (Edition.INTERNAL, Edition.DIRECTION))


def test_outside_only_who_agreed_is_named(store: Store) -> None:
    agreed = _member(store, "Rabot Vert", "2025-03-01")
    _member(store, "Vis Douce", "2025-04-01")
    _add(store, Consent(organisation_id=agreed.id, purpose=ConsentPurpose.CITATION, on=date(2025, 3, 1)))
    texts = {}
    for edition in Edition:
        for language in ("fr", "nl", "en"):
            spoken, view = read_page(store, "statistics", "2025", PageWish(language=language, edition=edition))
            job = BriefJob(view, Translator(spoken, strict=True), Formats(spoken))
            texts[edition] = pdf_text(pdf_of(job, House("Le cluster")))
            assert "Rabot Vert" in texts[edition]
    assert "Vis Douce" in texts[Edition.INTERNAL]
    assert "Vis Douce" not in texts[Edition.SHAREABLE]


@pytest.mark.parametrize("text", ["", "26", "deux mille", "99999", "٢٠٢٦", "1800"])
def test_what_is_no_year_is_refused(text: str) -> None:
    with pytest.raises(KnownError) as caught:
        year_of(text)
    assert caught.value.code == "no_year"


def test_a_year_to_come_is_refused(store: Store) -> None:
    with pytest.raises(KnownError, match="has not begun"):
        year_statistics(store, store.clock.today().year + 1)


type _Fact = tuple[MembershipStatus, date, date | None]
_DAYS = st.dates(date(2024, 6, 1), date(2026, 6, 1))
_FACTS = st.lists(st.tuples(st.sampled_from([MEMBER, PARTNER]), _DAYS, st.none() | _DAYS), max_size=5)


@given(st.lists(_FACTS, max_size=4))
def test_what_came_and_went_explains_the_difference(
    each: list[list[tuple[MembershipStatus, date, date | None]]],
) -> None:
    facts = {
        UUID(int=place): [
            Membership(
                organisation_id=UUID(int=place),
                status=status,
                from_on=PartialDate(first.isoformat()),
                to_on=PartialDate(last.isoformat()) if last is not None else None,
            )
            for status, first, last in found
        ]
        for place, found in enumerate(each)
    }
    moved = movements(facts, MEMBER, date(2025, 1, 1), date(2025, 12, 31))
    assert len(moved.before) + len(moved.joined) - len(moved.left) == len(moved.at_end)
    assert all(date(2025, 1, 1) <= one.on <= date(2025, 12, 31) for one in (*moved.joined, *moved.left))
