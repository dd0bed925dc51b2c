"""Inviting by a filter: who fits, who is left out and why, noted once, undone; the drafts hide addresses."""

from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from uuid import UUID

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.programme import InviteToEvent
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.contacts import Consent, ConsentPurpose
from clusterdesk.domain.records.lists import CircularModel, ValueChain
from clusterdesk.domain.records.organisations import (
    Address,
    Membership,
    MembershipStatus,
    OrganisationCircularModel,
    OrganisationValueChain,
)
from clusterdesk.domain.records.programme import EventParticipation, ProgrammeEvent
from clusterdesk.domain.views.invitations import InviteFilter, LeftOut
from clusterdesk.exchange.invitations import write_drafts
from clusterdesk.services import invitations, undo
from clusterdesk.services.programme_views import read_event
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_contact, make_organisation

ON = date(2026, 12, 10)


def agreed(store: Store, contact_id: UUID, *, given: bool = True, on: date = date(2025, 1, 1)) -> None:
    add(store, Consent(contact_id=contact_id, purpose=ConsentPurpose.MAILING, given=given, on=on))


@pytest.fixture
def event(store: Store) -> ProgrammeEvent:
    """An event, and five organisations of whom some people may be written to."""
    noord, vieux, relave = (make_organisation(store, name) for name in ("Atelier Noord", "Vieux Quai", "Relave"))
    make_organisation(store, "Personne")
    sofie = make_contact(store, noord, mail="sofie@noord.example", language="nl")
    karim = make_contact(store, noord, "Karim", "Benali", mail="karim@noord.example")
    lou = make_contact(store, vieux, "Lou", "Carlier", mail="lou@quai.example", language="fr")
    make_contact(store, vieux, "Marc", "Tielemans", mail="marc@quai.example")
    ibrahim = make_contact(store, relave, "Ibrahim", "Diallo", mail="")
    for one in (sofie, karim, lou, ibrahim):
        agreed(store, one.id)
    agreed(store, karim.id, given=False, on=date(2025, 6, 1))
    add(store, Membership(organisation_id=noord.id, status=MembershipStatus.MEMBER))
    add(store, Membership(organisation_id=vieux.id, status=MembershipStatus.PARTNER))
    add(store, Address(organisation_id=vieux.id, postcode="4000", city="Liège"))
    chain, model = store.find(ValueChain)[0], store.find(CircularModel)[0]
    add(store, OrganisationValueChain(organisation_id=noord.id, value_chain_id=chain.id))
    add(store, OrganisationCircularModel(organisation_id=relave.id, circular_model_id=model.id))
    return add(store, ProgrammeEvent(title="Event annuel", on=ON, place="Le quai", description="Venez nombreux."))


def names(store: Store, event: ProgrammeEvent, **asked: object) -> dict[str, LeftOut | None]:
    wanted = InviteFilter(store.clock.today(), **asked)  # type: ignore[arg-type]
    found = invitations.read_invitations(store, event.id, wanted).candidates
    return {one.name or one.organisation: one.left_out for one in found}


def test_everybody_is_there_with_why_somebody_is_left_out(store: Store, event: ProgrammeEvent) -> None:
    assert names(store, event) == {
        "Karim Benali": LeftOut.REFUSED,
        "Sofie Peeters": None,
        "Personne": LeftOut.NOBODY,
        "Ibrahim Diallo": LeftOut.NO_MAIL,
        "Lou Carlier": None,
        "Marc Tielemans": LeftOut.NOT_ASKED,
    }


def test_a_filter_narrows(store: Store, event: ProgrammeEvent) -> None:
    chain, model = store.find(ValueChain)[0], store.find(CircularModel)[0]
    assert set(names(store, event, memberships=(MembershipStatus.MEMBER,))) == {"Karim Benali", "Sofie Peeters"}
    assert set(names(store, event, value_chain_ids=(chain.id,))) == {"Karim Benali", "Sofie Peeters"}
    assert set(names(store, event, circular_model_ids=(model.id,))) == {"Ibrahim Diallo"}
    assert set(names(store, event, language="nl")) == {"Sofie Peeters"}
    assert set(names(store, event, municipality="LIEGE")) == {"Lou Carlier", "Marc Tielemans"}
    assert set(names(store, event, municipality="4000", language="nl")) == set()


def test_people_of_a_merged_organisation_are_those_of_the_kept_one(store: Store, event: ProgrammeEvent) -> None:
    kept = make_organisation(store, "Régie")
    twin = make_organisation(store, "Régie SCRL", merged_into=kept.id)
    nora = make_contact(store, twin, "Nora", "Lejeune", mail="nora@regie.example")
    agreed(store, nora.id)
    found = invitations.read_invitations(store, event.id, InviteFilter(store.clock.today())).candidates
    assert [(one.organisation, one.left_out) for one in found if one.name == "Nora Lejeune"] == [("Régie", None)]


def test_who_is_invited_is_noted_with_the_day_and_only_once(store: Store, event: ProgrammeEvent) -> None:
    found = invitations.read_invitations(store, event.id, InviteFilter(store.clock.today()))
    command = InviteToEvent(event_id=event.id, invited=tuple(one.pair for one in found.open))
    assert invitations.invite(store, command).output == 2
    assert names(store, event)["Lou Carlier"] is LeftOut.INVITED
    assert invitations.invite(store, command).output == 0
    again = invitations.read_invitations(store, event.id, InviteFilter(store.clock.today()))
    assert {one.invited_on for one in again.candidates if one.left_out is LeftOut.INVITED} == {store.clock.today()}
    undo.undo(store)
    undo.undo(store)
    assert read_event(store, event.id).participants == ()


def test_who_has_answered_is_not_invited_again(store: Store, event: ProgrammeEvent) -> None:
    found = invitations.read_invitations(store, event.id, InviteFilter(store.clock.today()))
    ids = {one.name: one.contact_id for one in found.candidates}
    day, other = date(2026, 11, 12), date(2026, 11, 20)
    here = event.id
    add(store, EventParticipation(programme_event_id=here, contact_id=ids["Lou Carlier"], registered_on=day))
    add(store, EventParticipation(programme_event_id=here, contact_id=ids["Sofie Peeters"], cancelled_on=other))
    told = names(store, event)
    assert (told["Lou Carlier"], told["Sofie Peeters"]) == (LeftOut.REGISTERED, LeftOut.CANCELLED)
    assert invitations.read_invitations(store, event.id, InviteFilter(store.clock.today())).open == ()


def test_a_draft_for_each_language_hides_addresses_and_carries_the_appointment(
    store: Store, event: ProgrammeEvent, tmp_path: Path
) -> None:
    found = invitations.read_invitations(store, event.id, InviteFilter(store.clock.today()))
    drafts = write_drafts(store, event.id, found.open, author="Claire Delvaux", usual="fr", folder=tmp_path)
    assert [(one.language, one.count) for one in drafts] == [("fr", 1), ("nl", 1)]
    mail = message_from_bytes(drafts[0].path.read_bytes(), policy=default)
    assert isinstance(mail, EmailMessage)
    assert mail["To"] is None
    assert "lou@quai.example" in mail["Bcc"]
    assert "sofie@noord.example" not in mail.as_string()
    assert mail["Subject"].startswith("Invitation : Event annuel")
    body = mail.get_body()
    assert body is not None
    assert "Venez nombreux." in body.get_content()
    (attached,) = mail.iter_attachments()
    appointment = attached.get_content()
    assert "SUMMARY:Event annuel" in appointment
    assert "20261210" in appointment
    assert "Uitnodiging" in message_from_bytes(drafts[1].path.read_bytes(), policy=default)["Subject"]


def test_an_event_that_is_not_shareable_has_no_drafts(store: Store, event: ProgrammeEvent, tmp_path: Path) -> None:
    hidden = add(store, ProgrammeEvent(title="Secret", on=ON, visibility=Visibility.INTERNAL))
    found = invitations.read_invitations(store, hidden.id, InviteFilter(store.clock.today()))
    with pytest.raises(KnownError) as caught:
        write_drafts(store, hidden.id, found.open, author="", usual="fr", folder=tmp_path)
    assert caught.value.code == "event_not_shareable"
    assert list(tmp_path.glob("*.eml")) == []
