"""Quick capture in a real binder: what is clear is filed, what is not waits, nothing is lost."""

from datetime import date
from decimal import Decimal

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.capture.understood import Around, Corrections, Destination, Unclear
from clusterdesk.domain.commands.merging import MergeOrganisations
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.commands.sessions import StartSession
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.figures import Precision
from clusterdesk.domain.records.inbox import CaptureKind, QuickNote
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.sessions import Action, OwnerKind, SessionNote
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.domain.views.today import TodayQuestion
from clusterdesk.services import lookup, merging, records
from clusterdesk.services.capture import understand, understand_waiting
from clusterdesk.services.capture_filing import keep
from clusterdesk.services.inbox import waiting
from clusterdesk.services.list_views import read_today
from clusterdesk.services.page_views import read_timeline
from clusterdesk.services.sessions import start_session
from clusterdesk.services.undo import redo, undo
from clusterdesk.store.desk_store import Store
from clusterdesk.store.first_rows import first_rows
from tests.factories import make_contact, make_organisation
from tests.store.conftest import SteppingClock

FRIDAY = date(2026, 11, 27)


def test_a_clear_promise_is_made_at_once_and_undone_at_once(store: Store) -> None:
    noord = make_organisation(store)
    kept = keep(store, understand(store, "@action devis ponceuse ven. #noord")).output
    assert (kept.destination, kept.organisation) == (Destination.PROMISE, "Atelier Noord")
    (action,) = store.find(Action)
    assert (action.text, action.due_on, action.organisation_id) == ("devis ponceuse", FRIDAY, noord.id)
    assert store.find(QuickNote) == []
    undo(store)
    assert store.find(Action) == []
    redo(store)
    assert store.find(Action)[0].text == "devis ponceuse"


def test_a_clear_note_stands_in_the_fil_and_is_found(store: Store) -> None:
    noord = make_organisation(store)
    keep(store, understand(store, "#Atelier Noord cherche 200 m² au canal"))
    (note,) = store.find(QuickNote)
    assert (note.text, note.filed_on) == ("cherche 200 m² au canal", store.clock.today())
    (entry,) = read_timeline(store, noord.id, kinds={TimelineKind.NOTE}).entries
    assert (entry.id, entry.title) == (note.id, "cherche 200 m² au canal")
    assert waiting(store) == ()
    (hit,) = lookup.search(store, "CANAL 200").hits
    assert (hit.kind, hit.organisation) == ("quick_note", "Atelier Noord")


def test_a_name_is_found_without_accents_and_in_spite_of_a_slip(store: Store) -> None:
    make_organisation(store, "Vélo Émeraude")
    make_organisation(store, "Filature Senne")
    for typed in ("#velo", "#emeraude", "#Velo emer", "#Emeruade", "#filatuur"):
        found = understand(store, f"{typed} rappeler").organisation
        assert found is not None, typed
        assert found.name == ("Filature Senne" if "filat" in typed else "Vélo Émeraude")
    assert understand(store, "#zzz rappeler").unclear is Unclear.UNKNOWN_ORGANISATION


def test_several_organisations_are_offered_and_none_is_guessed(store: Store) -> None:
    noord, zuid = make_organisation(store, "Atelier Noord"), make_organisation(store, "Atelier Zuid")
    found = understand(store, "@action devis #atelier ven.")
    assert {one.id for one in found.candidates} == {noord.id, zuid.id}
    assert (found.organisation, found.unclear) == (None, Unclear.SEVERAL_ORGANISATIONS)
    chosen = understand(store, "@action devis #atelier ven.", by_hand=Corrections(organisation=zuid.id))
    assert chosen.organisation is not None
    assert (chosen.organisation.name, chosen.text) == ("Atelier Zuid", "devis")
    assert understand(store, "@action devis #atelier zuid ven.").organisation == chosen.organisation


def test_the_whole_name_is_enough_among_longer_ones(store: Store) -> None:
    make_organisation(store, "Noord Textiel")
    noord = make_organisation(store, "Noord")
    found = understand(store, "#noord textile de réemploi")
    assert found.organisation is not None
    assert understand(store, "#noord rappeler").organisation == (noord.id, "Noord")


@pytest.mark.parametrize(
    ("line", "why", "text"),
    [
        ("@action devis ponceuse ven.", Unclear.NO_ORGANISATION, "devis ponceuse ven."),
        ("cherche 200 m2", Unclear.NO_ORGANISATION, "cherche 200 m2"),
        ("@action devis #inconnue", Unclear.UNKNOWN_ORGANISATION, "devis #inconnue"),
        ("@action bilan 31/04 #noord", Unclear.NO_SUCH_DAY, "bilan 31/04"),
        ("@difficulté délai permis #noord", Unclear.KEPT_FOR_LATER, "délai permis"),
        ("@doorverwijzing Nederland #noord", Unclear.KEPT_FOR_LATER, "Nederland"),
    ],
)
def test_what_is_not_clear_waits_with_all_its_words(store: Store, line: str, why: Unclear, text: str) -> None:
    make_organisation(store)
    meant = understand(store, line)
    assert (meant.destination, meant.unclear) == (Destination.INBOX, why)
    keep(store, meant)
    (note,) = waiting(store)
    assert (note.text, note.kind) == (text, meant.kind)
    assert note.organisation == ("Atelier Noord" if "#noord" in line else "")
    assert store.find(Action) == []


def test_a_waiting_note_is_filed_as_a_promise_in_one_step(store: Store) -> None:
    noord = make_organisation(store)
    keep(store, understand(store, "@action @eux devis ponceuse ven."))
    (note,) = store.find(QuickNote)
    meant = understand_waiting(store, note, by_hand=Corrections(organisation=noord.id))
    keep(store, meant, note.id)
    (action,) = store.find(Action)
    assert (action.text, action.due_on, action.owner) == ("devis ponceuse", FRIDAY, OwnerKind.ORGANISATION)
    assert waiting(store) == ()
    undo(store)
    assert store.find(Action) == []
    assert [one.id for one in waiting(store)] == [note.id]


def test_a_waiting_note_is_filed_as_a_note_or_goes_on_waiting_as_corrected(store: Store) -> None:
    noord = make_organisation(store)
    keep(store, understand(store, "@difficulté délai permis"))
    (note,) = store.find(QuickNote)
    still = understand_waiting(store, note, by_hand=Corrections(organisation=noord.id))
    assert keep(store, still, note.id).output.destination is Destination.INBOX
    assert waiting(store)[0].organisation == "Atelier Noord"
    as_note = understand_waiting(store, store.get(QuickNote, note.id), by_hand=Corrections(kind=CaptureKind.NOTE))
    assert keep(store, as_note, note.id).output.destination is Destination.FIL
    assert waiting(store) == ()
    undo(store)
    undo(store)
    assert waiting(store)[0].organisation == ""


def test_what_is_written_anew_holds_against_what_was_known(store: Store) -> None:
    make_organisation(store)
    zuid = make_organisation(store, "Atelier Zuid")
    keep(store, understand(store, "@difficulté délai permis ven. #noord"))
    (note,) = store.find(QuickNote)
    same = understand_waiting(store, note, note.text + " encore")
    assert (same.kind, same.organisation and same.organisation.name) == (CaptureKind.DIFFICULTY, "Atelier Noord")
    other = understand_waiting(store, note, "@action " + note.text + " #zuid demain")
    assert (other.kind, other.organisation and other.organisation.id) == (CaptureKind.ACTION, zuid.id)
    assert other.due_on == date(2026, 11, 24)


def test_a_filed_note_is_changed_and_keeps_its_day(store: Store, clock: SteppingClock) -> None:
    make_organisation(store)
    keep(store, understand(store, "@note cherche une halle #noord"))
    (note,) = store.find(QuickNote)
    changed = understand_waiting(store, note, "cherche une halle de 200 m²")
    kept = keep(store, changed, note.id).output
    assert kept.destination is Destination.FIL
    (after,) = store.find(QuickNote)
    assert (after.text, after.filed_on) == ("cherche une halle de 200 m²", note.filed_on)


def test_today_shows_what_waits_also_before_the_store_is_open(store: Store) -> None:
    make_organisation(store)
    for line in ("@action devis ven.", "@difficulté permis #noord", "@note une halle #noord"):
        keep(store, understand(store, line))
    page = read_today(store, TodayQuestion(store.clock.today(), most=1))
    assert (page.waiting, page.counts.waiting) == (waiting(store)[:1], 2)
    first = first_rows(store.folder.database, TodayQuestion(store.clock.today()))
    assert first is not None
    assert first.today.waiting == waiting(store)


def test_no_name_of_a_person_we_know_is_kept_apart(store: Store) -> None:
    noord = make_organisation(store)
    make_contact(store, noord)
    keep(store, understand(store, "@action halle 31/04 @sofie #noord"))
    keep(store, understand(store, "@action halle 31/04 @Bois-là #noord"))
    assert sorted(one.owner_name for one in store.find(QuickNote)) == ["", "Bois-là"]
    known = next(one for one in store.find(QuickNote) if not one.owner_name)
    assert understand_waiting(store, known).owner.name == "Sofie Peeters"


def test_the_organisation_in_front_is_proposed_and_its_session_takes_the_note(store: Store) -> None:
    noord, zuid = make_organisation(store), make_organisation(store, "Atelier Zuid")
    session = start_session(store, StartSession(organisation_id=noord.id)).output[0]
    around = Around(noord.id, session.id)
    keep(store, understand(store, "@action devis ven.", around))
    (action,) = store.find(Action)
    assert (action.organisation_id, action.session_id) == (noord.id, session.id)
    kept = keep(store, understand(store, "nouvelle scie livrée", around)).output
    assert kept.destination is Destination.SESSION
    assert "nouvelle scie livrée" in {one.text for one in store.find(SessionNote, session_id=session.id)}
    elsewhere = understand(store, "#zuid nouvelle scie", around)
    assert (elsewhere.organisation, elsewhere.destination) == ((zuid.id, "Atelier Zuid"), Destination.FIL)


def test_a_person_named_is_the_contact_or_the_colleague(store: Store) -> None:
    noord = make_organisation(store)
    sofie = make_contact(store, noord)
    karim = Profile(name="Karim Ben")
    records.add_record(store, AddRecord(record=karim))
    keep(store, understand(store, "@action halle @sofie #noord"))
    keep(store, understand(store, "@action plan @karim #noord"))
    keep(store, understand(store, "@action bail @Bois-là #noord"))
    owed = {one.text: (one.owner, one.owner_name, one.contact_id, one.profile_id) for one in store.find(Action)}
    assert owed == {
        "halle": (OwnerKind.ORGANISATION, "Sofie Peeters", sofie.id, None),
        "plan": (OwnerKind.US, "Karim Ben", None, karim.id),
        "bail": (OwnerKind.OTHER, "Bois-là", None, None),
    }


def test_a_promise_without_an_organisation_is_one_on_purpose(store: Store) -> None:
    keep(store, understand(store, "@action acheter du papier", by_hand=Corrections(nobody=True)))
    (action,) = store.find(Action)
    assert (action.text, action.organisation_id) == ("acheter du papier", None)


def test_a_merged_organisation_stands_for_the_kept_one(store: Store) -> None:
    kept, absorbed = make_organisation(store), make_organisation(store, "Nordwerk")
    keep(store, understand(store, "@difficulté accès #nordwerk"))
    merging.merge_organisations(store, MergeOrganisations(kept_id=kept.id, absorbed_id=absorbed.id))
    assert waiting(store)[0].organisation == "Atelier Noord"
    assert understand(store, "#nordwerk rappeler").organisation == (kept.id, "Atelier Noord")


@pytest.mark.parametrize("line", ["", "  ", "@action", "! ", "#noord", "@action ven."])
def test_nothing_is_not_kept(store: Store, line: str) -> None:
    make_organisation(store)
    with pytest.raises(KnownError, match="nothing to note"):
        keep(store, understand(store, line))


@pytest.mark.parametrize(
    ("line", "fte", "day", "precision"),
    [
        ("#Noord 3,5 ETP", "3.5", None, Precision.EXACT),
        ("#Noord environ 8 ETP", "8", None, Precision.ABOUT),
        ("3,5 ETP #Noord", "3.5", None, Precision.EXACT),
        ("#Noord 7,25 ETP 30/09/2026", "7.25", date(2026, 9, 30), Precision.EXACT),
    ],
)
def test_a_line_that_is_nothing_but_a_head_count_becomes_one(
    store: Store, line: str, fte: str, day: date | None, precision: Precision
) -> None:
    noord = make_organisation(store)
    meant = understand(store, line)
    assert meant.destination is Destination.HEADCOUNT
    keep(store, meant)
    (noted,) = store.find(Headcount)
    assert (noted.organisation_id, noted.fte, noted.precision) == (noord.id, Decimal(fte), precision)
    assert noted.on == (day or store.clock.today())
    assert store.find(QuickNote) == []
    undo(store)
    assert store.find(Headcount) == []


def test_more_than_a_head_count_stays_a_note_and_so_does_what_is_said_to_be_one(store: Store) -> None:
    make_organisation(store)
    assert understand(store, "#Noord ils sont 3,5 ETP, on cherche un menuisier").destination is Destination.FIL
    assert understand(store, "@note 3,5 ETP #Noord").destination is Destination.FIL
    said = Corrections(kind=CaptureKind.NOTE)
    assert understand(store, "#Noord 3,5 ETP", by_hand=said).destination is Destination.FIL
    assert understand(store, "3,5 ETP").destination is Destination.INBOX


def test_a_waiting_head_count_is_filed_once_its_organisation_is_known(store: Store) -> None:
    noord = make_organisation(store)
    kept = keep(store, understand(store, "3,5 ETP")).output
    assert isinstance(kept.record, QuickNote)
    meant = understand_waiting(store, kept.record, by_hand=Corrections(organisation=noord.id))
    assert meant.destination is Destination.HEADCOUNT
    keep(store, meant, kept.record.id)
    assert [one.fte for one in store.find(Headcount)] == [Decimal("3.5")]
    assert store.find(QuickNote) == []
