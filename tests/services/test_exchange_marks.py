"""Offers and needs of a jotted line or a note become records of their organisation, matched like all others."""

from datetime import date
from decimal import Decimal

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.capture.understood import Around, Corrections, Destination, Unclear
from clusterdesk.domain.commands.exchange import NoteExchanges
from clusterdesk.domain.commands.sessions import LogSession, NewNote, StartSession
from clusterdesk.domain.exchanges.noted import exchanges_of
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.exchange import Exchange, ExchangeKind, ExchangeSide
from clusterdesk.domain.records.inbox import CaptureKind, QuickNote
from clusterdesk.domain.records.sessions import Session, SessionKind
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.services.capture import understand, understand_waiting
from clusterdesk.services.capture_filing import keep
from clusterdesk.services.exchange_noting import note_exchanges
from clusterdesk.services.exchanges import read_exchanges
from clusterdesk.services.inbox import waiting
from clusterdesk.services.page_views import read_session, read_timeline
from clusterdesk.services.session_closing import log_session
from clusterdesk.services.sessions import start_session
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.factories import make_organisation


def test_a_jotted_line_meets_that_of_another_and_is_undone_at_once(store: Store) -> None:
    noord, zuid = make_organisation(store, "Atelier Noord"), make_organisation(store, "Halle Zuid")
    kept = keep(store, understand(store, "Appel de Sofie : #cherche 200 m² de stockage #noord")).output
    assert (kept.destination, kept.text) == (Destination.EXCHANGE, "200 m² de stockage")
    (need,) = store.find(Exchange)
    assert (need.organisation_id, need.side, need.kind) == (noord.id, ExchangeSide.NEED, ExchangeKind.SPACE)
    assert (need.quantity, need.unit, need.from_on) == (Decimal(200), "m²", store.clock.today())
    assert (need.remark, need.visibility) == ("Appel de Sofie", Visibility.INTERNAL)
    keep(store, understand(store, "#biedt opslag stockage 300 m2 #zuid"))
    (match,) = read_exchanges(store).matches
    assert (match.need.organisation_id, match.offer.organisation_id) == (noord.id, zuid.id)
    told = read_timeline(store, noord.id, kinds=(TimelineKind.EXCHANGE,))
    assert [entry.title for entry in told.entries] == ["200 m² de stockage"]
    undo(store)
    undo(store)
    assert (store.find(Exchange), store.find(QuickNote)) == ([], [])


def test_a_line_may_say_both_in_one_step(store: Store) -> None:
    make_organisation(store)
    keep(store, understand(store, "#cherche 20 m² #propose 40 palettes #noord"))
    assert {one.side for one in store.find(Exchange)} == set(ExchangeSide)
    undo(store)
    assert store.find(Exchange) == []


def test_without_an_organisation_it_waits_with_its_mark_and_is_one_once_sorted(store: Store) -> None:
    noord = make_organisation(store)
    meant = understand(store, "#zoekt 12 pallets")
    assert (meant.destination, meant.unclear) == (Destination.INBOX, Unclear.NO_ORGANISATION)
    keep(store, meant)
    (line,) = waiting(store)
    assert line.text == "#zoekt 12 pallets"
    note = store.get(QuickNote, line.id)
    sorted_ = understand_waiting(store, note, by_hand=Corrections(organisation=noord.id))
    keep(store, sorted_, note.id)
    assert [(one.text, one.kind) for one in store.find(Exchange)] == [("12 pallets", ExchangeKind.MATERIALS)]
    assert waiting(store) == ()
    undo(store)
    assert (store.find(Exchange), len(waiting(store))) == ([], 1)


def test_said_to_be_a_note_it_stays_one(store: Store) -> None:
    make_organisation(store)
    keep(store, understand(store, "#cherche du bois #noord", by_hand=Corrections(kind=CaptureKind.NOTE)))
    assert store.find(Exchange) == []
    assert [one.text for one in store.find(QuickNote)] == ["#cherche du bois"]


def test_that_of_a_session_stands_on_its_page(store: Store) -> None:
    noord = make_organisation(store)
    session = start_session(store, StartSession(organisation_id=noord.id, language="fr")).output[0]
    session_id = store.get(Session, session.id).id
    said = exchanges_of("#propose 40 palettes")
    note_exchanges(store, NoteExchanges(said=said, session_id=session_id, visibility=Visibility.SHAREABLE))
    keep(store, understand(store, "#cherche une ponceuse", Around(session=session_id)))
    page = read_session(store, session_id)
    assert {(one.text, one.organisation_id) for one in page.exchanges} == {
        ("40 palettes", noord.id),
        ("Une ponceuse", noord.id),
    }
    with pytest.raises(KnownError, match="organisation"):
        note_exchanges(store, NoteExchanges(said=said))


def test_a_note_after_the_fact_brings_them_in_the_same_step(store: Store) -> None:
    noord = make_organisation(store)
    text = "Appelé.\n#cherche 3 heures de scie\n#propose des chutes"
    note = NewNote(text=text, visibility=Visibility.RESTRICTED)
    day = date(2026, 11, 20)
    log_session(
        store,
        LogSession(
            organisation_id=noord.id, on=day, kind=SessionKind.CALL, notes=(note,), exchanges=exchanges_of(text)
        ),
    )
    made = store.find(Exchange)
    assert {(one.text, one.from_on, one.visibility) for one in made} == {
        ("3 heures de scie", day, Visibility.RESTRICTED),
        ("Des chutes", day, Visibility.RESTRICTED),
    }
    undo(store)
    assert (store.find(Exchange), store.find(Session)) == ([], [])
