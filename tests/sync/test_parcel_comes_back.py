"""A parcel waits for the drive, arrives, and the answer that the team puts beside it is picked up and taken."""

from datetime import timedelta
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.referrals import CreateReferral, GiveConsent, HandOver
from clusterdesk.domain.records.directory import HubTeam, ReferralKind
from clusterdesk.domain.records.referrals import Referral, ReferralOutcome, ReferralState
from clusterdesk.domain.referrals.replies import Reply, ReplyKind
from clusterdesk.exchange.answers.answer_files import AnswerFile, write_answer_file
from clusterdesk.exchange.answers.receiving import in_folder, read_received
from clusterdesk.exchange.parcels.contents import ParcelChoice, ParcelFile, parcel_files
from clusterdesk.exchange.parcels.places import queue_parcel
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.parcel_folders import parcel_folders
from clusterdesk.services.parcels import parcel_view
from clusterdesk.services.referral_answer_views import all_of, propose_answers
from clusterdesk.services.referral_answers import take_answers
from clusterdesk.services.referral_moves import move_referral
from clusterdesk.services.referrals import create_referral
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_organisation
from tests.sync.conftest import Office


def _handed_over(store: Store) -> Referral:
    day = store.clock.today() - timedelta(days=5)
    kind = next(one for one in store.find(ReferralKind) if not one.international)
    begun = create_referral(
        store, CreateReferral(organisation_id=make_organisation(store).id, need="Un prêt", kind_id=kind.id, on=day)
    ).output
    move_referral(store, GiveConsent(referral_id=begun.id, on=day, consent_by="Sofie", consent_what="Tout"))
    team = add(store, HubTeam(name="Prêts"))
    return move_referral(store, HandOver(referral_id=begun.id, hub_team_id=team.id, on=day)).output


def test_the_answer_lies_beside_the_parcel_on_the_drive(office: Office) -> None:
    store = office.store
    referral = _handed_over(store)
    away = office.share.with_name("away")
    office.share.rename(away)
    view = parcel_view(store, referral.id, author="Claire Delvaux")
    files = parcel_files(store, view, ParcelFile("fiche.pdf", b"%PDF-1.7"), ParcelChoice(), Translator("fr"))
    queue_parcel(store, view, files, "parcels/{organisation}")
    office.round()
    assert parcel_folders(store, str(office.share), referral.id) == (), "it waits: there is nowhere to look yet"
    away.rename(office.share)
    office.clock.move(minutes=5)
    office.rounds(2)
    (folder,) = parcel_folders(store, str(office.share), referral.id)
    assert (folder / "answer.html").read_bytes() == next(one.content for one in files if one.name == "answer.html")
    assert parcel_folders(store, str(office.share)) == (folder,)
    assert in_folder(folder) == ()

    today = store.clock.today()
    done = Reply(ReplyKind.DONE, outcome=ReferralOutcome.PARTNER, answered_on=today, by="Anna")
    saved = folder / f"orientation-{referral.token}.json"
    saved.write_bytes(write_answer_file(AnswerFile(referral.token, "fr", today, (done,))))
    (found,) = in_folder(folder)
    (received,) = read_received(found, today, limit_mb=50)
    command = all_of(propose_answers(store, received))
    assert command is not None
    assert take_answers(store, command).output.referral.state is ReferralState.DONE
    assert all_of(propose_answers(store, received)) is None, "it still lies there, and counts once"
    assert parcel_folders(store, str(office.share)) == (), "nothing more is awaited"


def test_a_drive_that_is_away_is_told(office: Office, tmp_path: Path) -> None:
    assert parcel_folders(office.store, "") == ()
    with pytest.raises(KnownError) as caught:
        in_folder(tmp_path / "gone" / "parcels")
    assert caught.value.code == "answer_folder"
