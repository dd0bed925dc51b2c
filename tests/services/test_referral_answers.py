"""Answers of a team in a real binder: read from what came, shown, taken once, taken back by one undo."""

from datetime import date
from decimal import Decimal
from email.message import EmailMessage
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.records import DeleteRecord
from clusterdesk.domain.commands.referral_answers import TakeAnswers, TakenAnswer
from clusterdesk.domain.commands.referrals import CreateReferral, GiveConsent, HandOver
from clusterdesk.domain.records.directory import HubTeam, ReferralKind
from clusterdesk.domain.records.referrals import (
    AnswerChannel,
    Referral,
    ReferralAct,
    ReferralAnswer,
    ReferralOutcome,
    ReferralState,
    ReferralStep,
)
from clusterdesk.domain.records.results import Document, Evidence
from clusterdesk.domain.referrals.received import Received
from clusterdesk.domain.referrals.replies import Reply, ReplyKind
from clusterdesk.domain.referrals.reply_blocks import blank_block
from clusterdesk.domain.referrals.tokens import token_of
from clusterdesk.domain.views.referral_answers import AnswerProposal, Standing
from clusterdesk.exchange.answers.answer_files import AnswerFile, write_answer_file
from clusterdesk.exchange.answers.receiving import in_folder, may_be_answer, read_pasted, read_received
from clusterdesk.i18n.translator import LANGUAGES, Translator
from clusterdesk.services import records
from clusterdesk.services.referral_answer_views import propose_answers
from clusterdesk.services.referral_answers import take_answers
from clusterdesk.services.referral_moves import move_referral
from clusterdesk.services.referrals import create_referral
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.exchange.filing import makers
from tests.factories import add, make_organisation

TODAY = date(2026, 11, 23)  # of the store's clock
HANDED_OVER = date(2026, 11, 6)


@pytest.fixture
def referral(store: Store) -> Referral:
    """An orientation that a team has."""
    return _handed_over(store)


def _handed_over(store: Store) -> Referral:
    kind = next(one for one in store.find(ReferralKind) if not one.international)
    cmd = CreateReferral(
        organisation_id=make_organisation(store).id, need="Un prêt", kind_id=kind.id, on=date(2026, 11, 2)
    )
    begun = create_referral(store, cmd).output
    consent = GiveConsent(
        referral_id=begun.id, on=date(2026, 11, 4), consent_by="Sofie Peeters", consent_what="Tout le dossier"
    )
    move_referral(store, consent)
    team = add(store, HubTeam(name="Équipe export"))
    return move_referral(store, HandOver(referral_id=begun.id, hub_team_id=team.id, on=HANDED_OVER)).output


def take(store: Store, proposal: AnswerProposal) -> Referral:
    """Take all that can be taken, as a person who agrees does."""
    answers = tuple(
        TakenAnswer(reply=one.read.reply, words=one.read.words, key=one.key)
        for one in proposal.answers
        if one.read.reply is not None and one.standing in (Standing.MOVES, Standing.KEPT)
    )
    cmd = TakeAnswers(referral_id=proposal.row.record.id, received=proposal.received, answers=answers)
    return take_answers(store, cmd).output.referral


def pasted(store: Store, text: str, referral: Referral | None = None) -> AnswerProposal:
    return propose_answers(store, read_pasted(text, TODAY), referral.id if referral is not None else None)


def mail(folder: Path, body: str, *, name: str = "re.eml", attached: bytes = b"") -> Path:
    message = EmailMessage()
    message["From"] = "Anna Willems <anna@equipe.example>"
    message["To"] = "marc@cluster.example"
    message["Date"] = "Tue, 17 Nov 2026 10:12:00 +0100"
    message["Subject"] = "RE: orientation"
    message.set_content(body)
    if attached:
        message.add_attachment(attached, maintype="application", subtype="json", filename="orientation.json")
    path = folder / name
    path.write_bytes(bytes(message))
    return path


def refused(store: Store, text: str, referral: Referral | None = None) -> str:
    with pytest.raises(KnownError) as caught:
        pasted(store, text, referral)
    for language in LANGUAGES:
        told = caught.value.texts(Translator(language))
        assert all((told.message, told.safe, told.advice))
        assert "{" not in told.message
    return caught.value.code


def test_a_pasted_acceptance_moves_its_orientation_once(store: Store, referral: Referral) -> None:
    text = (
        f"Référence : {referral.token}\nRéponse : accepté – on les appelle lundi\nDate : 18/11/2026\nNom : Anna Willems"
    )
    proposal = pasted(store, text)
    assert [(one.standing, one.end) for one in proposal.answers] == [(Standing.MOVES, ReferralState.ACCEPTED)]
    assert store.get(Referral, referral.id).state is ReferralState.HANDED_OVER, "nothing is applied by showing it"
    after = take(store, proposal)
    assert (after.state, after.state_on) == (ReferralState.ACCEPTED, date(2026, 11, 18))
    assert store.get(Referral, referral.id) == after
    (answer,) = store.find(ReferralAnswer)
    assert (answer.act, answer.by, answer.channel) == (ReferralAct.ACCEPTED, "Anna Willems", AnswerChannel.PASTED)
    assert "on les appelle lundi" in answer.text
    (step,) = store.find(ReferralStep, referral_id=referral.id, act=ReferralAct.ACCEPTED)
    assert (step.on, step.by, step.remark) == (date(2026, 11, 18), "Anna Willems", "on les appelle lundi")
    again = pasted(store, text)
    assert [(one.standing, one.taken_on) for one in again.answers] == [(Standing.KNOWN, date(2026, 11, 18))]
    with pytest.raises(KnownError) as caught:
        take(store, proposal)
    assert caught.value.code == "answer_known"
    undo(store)
    assert store.get(Referral, referral.id).state is ReferralState.HANDED_OVER
    assert store.find(ReferralAnswer) == []
    assert pasted(store, text).answers[0].standing is Standing.MOVES, "what was undone may be taken again"


def test_a_mail_is_kept_and_proves_the_outcome(store: Store, referral: Referral, tmp_path: Path) -> None:
    path = mail(tmp_path, f"Bonjour,\n\nRéférence : {referral.token}\nRéponse : fait : contrat, 12 000 €, 16/11/2026\n")
    (received,) = read_received(path, TODAY, limit_mb=50)
    assert may_be_answer(path)
    after = take(store, propose_answers(store, received))
    assert (after.state, after.outcome, after.outcome_value) == (
        ReferralState.DONE,
        ReferralOutcome.CONTRACT,
        Decimal(12000),
    )
    assert (after.state_on, after.outcome_on) == (date(2026, 11, 17), date(2026, 11, 16))
    (document,) = store.find(Document)
    assert store.documents.read(document.sha256) == path.read_bytes()
    (answer,) = store.find(ReferralAnswer)
    assert (answer.document_id, answer.by, answer.channel) == (document.id, "Anna Willems", AnswerChannel.MAIL)
    assert [one.document_id for one in store.find(Evidence)] == [document.id]
    undo(store)
    assert store.get(Referral, referral.id).outcome is None
    assert not store.find(Document)
    assert not store.find(Evidence)
    assert not store.find(ReferralAnswer)


def test_an_outlook_mail_is_read_as_well(store: Store, referral: Referral, tmp_path: Path) -> None:
    path = tmp_path / "re.msg"
    path.write_bytes(makers.outlook("RE", "A <a@equipe.example>", f"Antwoord: aanvaard\n{referral.token}"))
    (received,) = read_received(path, TODAY, limit_mb=50)
    assert take(store, propose_answers(store, received)).state is ReferralState.ACCEPTED


FORM = (
    Reply(ReplyKind.ACCEPTED, answered_on=date(2026, 11, 9), by="Anna Willems"),
    Reply(
        ReplyKind.DONE,
        outcome=ReferralOutcome.PARTNER,
        value=Decimal("500.00"),
        country="NL",
        answered_on=date(2026, 11, 20),
        by="Anna Willems",
    ),
)


def form(token: str) -> bytes:
    return write_answer_file(AnswerFile(token, "fr", date(2026, 11, 20), FORM))


def test_the_file_of_the_form_brings_several_dated_answers(store: Store, referral: Referral, tmp_path: Path) -> None:
    path = tmp_path / "orientation.json"
    path.write_bytes(form(referral.token))
    (received,) = read_received(path, TODAY, limit_mb=50)
    proposal = propose_answers(store, received)
    assert [one.end for one in proposal.answers] == [ReferralState.ACCEPTED, ReferralState.DONE]
    after = take(store, proposal)
    assert (after.decided_on, after.outcome, after.outcome_country) == (
        date(2026, 11, 9),
        ReferralOutcome.PARTNER,
        "NL",
    )
    assert {one.channel for one in store.find(ReferralAnswer)} == {AnswerChannel.FORM}
    assert len(store.find(ReferralStep, referral_id=referral.id)) == 5
    attached = mail(tmp_path, "Voyez la pièce jointe.", attached=form(referral.token))
    (by_mail,) = read_received(attached, TODAY, limit_mb=50)
    known = propose_answers(store, by_mail).answers
    assert {one.standing for one in known} == {Standing.KNOWN}, "the same file by another way counts once"


def test_an_altered_file_is_refused(referral: Referral, tmp_path: Path) -> None:
    path = tmp_path / "orientation.json"
    path.write_bytes(form(referral.token).replace(b"500.00", b"900.00"))
    with pytest.raises(KnownError) as caught:
        read_received(path, TODAY, limit_mb=50)
    assert caught.value.code == "answer_file_altered"
    path.write_bytes(form(referral.token)[:-40])
    with pytest.raises(KnownError):
        read_received(path, TODAY, limit_mb=50)


def test_what_is_foreign_cut_off_or_empty_is_refused(store: Store, referral: Referral) -> None:
    token = referral.token
    assert refused(store, f"Référence : {token_of(42)}\nRéponse : accepté") == "answer_foreign"
    assert refused(store, f"Référence : {token_of(42)}\nRéponse : accepté", referral) == "answer_foreign"
    assert refused(store, "Réponse : accepté") == "answer_without_code"
    assert refused(store, f"Référence : {token[:-2]}\nRéponse : accepté") == "answer_code_spoilt"
    wrong = "A" if token[-1] != "A" else "B"
    assert refused(store, f"Référence : {token[:-1]}{wrong}\nRéponse : accepté") == "answer_code_spoilt"
    assert refused(store, blank_block("fr", token)) == "answer_blank"
    other = _handed_over(store)
    assert refused(store, f"Référence : {other.token}\nRéponse : accepté", referral) == "answer_of_another"
    assert refused(store, f"{other.token} et {token}\nRéponse : accepté") == "answer_of_several"
    records.delete_record(store, DeleteRecord(type_key="referral", record_id=referral.id))
    assert refused(store, f"Référence : {token}\nRéponse : accepté") == "referral_binned"


def test_without_a_code_a_person_says_which_one_it_is(store: Store, referral: Referral) -> None:
    proposal = pasted(store, "Réponse : accepté", referral)
    assert proposal.codeless
    assert take(store, proposal).state is ReferralState.ACCEPTED


def test_what_cannot_follow_says_why_and_what_is_known_is_kept(store: Store, referral: Referral) -> None:
    head = f"Référence : {referral.token}\n"
    take(store, pasted(store, f"{head}Réponse : accepté\nDate : 10/11/2026"))
    late = pasted(store, f"{head}Réponse : bien reçu\nDate : 12/11/2026")
    assert [one.standing for one in late.answers] == [Standing.KEPT]
    assert take(store, late).state is ReferralState.ACCEPTED
    early = pasted(store, f"{head}Réponse : en cours\nDate : 02/11/2026").answers[0]
    assert (early.standing, early.refusal.code if early.refusal else "") == (Standing.IMPOSSIBLE, "referral_day")
    take(store, pasted(store, f"{head}Réponse : en cours – premier rendez-vous\nDate : 13/11/2026"))
    news = take(store, pasted(store, f"{head}Réponse : en cours – offre remise\nDate : 16/11/2026"))
    assert news.state is ReferralState.IN_PROGRESS
    steps = store.find(ReferralStep, referral_id=referral.id, act=ReferralAct.STARTED)
    assert sorted(one.remark for one in steps) == ["offre remise", "premier rendez-vous"], "news ends a silence"
    no = pasted(store, f"{head}Réponse : refusé parce que trop tard").answers[0]
    assert (no.standing, no.refusal.code if no.refusal else "") == (Standing.IMPOSSIBLE, "referral_move")
    bare = pasted(store, f"{head}Réponse : fait").answers[0]
    assert (bare.standing, bare.refusal.code if bare.refusal else "") == (Standing.IMPOSSIBLE, "answer_outcome")


def test_nothing_is_taken_where_one_of_several_cannot_follow(store: Store, referral: Referral) -> None:
    received = Received(AnswerChannel.PASTED, TODAY, (), ())
    given = (
        Reply(ReplyKind.DECLINED, reason="trop loin", answered_on=date(2026, 11, 9)),
        Reply(ReplyKind.ACCEPTED, answered_on=date(2026, 11, 10)),
    )
    answers = tuple(TakenAnswer(reply=one, words="x", key=str(number)) for number, one in enumerate(given))
    with pytest.raises(KnownError):
        take_answers(store, TakeAnswers(referral_id=referral.id, received=received, answers=answers))
    assert store.get(Referral, referral.id).state is ReferralState.HANDED_OVER
    assert store.find(ReferralAnswer) == []


def test_the_folder_of_a_parcel_is_looked_through(store: Store, referral: Referral, tmp_path: Path) -> None:
    parcel = tmp_path / "colis"
    (parcel / "retour").mkdir(parents=True)
    (parcel / "retour" / "orientation.json").write_bytes(form(referral.token))
    mail(parcel, blank_block("fr", referral.token), name="colis.eml")
    reply = mail(parcel, f"Réponse : bien reçu\n\n{referral.token}", name="re.eml")
    (parcel / "package.json").write_text('{"name": "x"}')
    (parcel / "photo.jpg").write_bytes(b"\xff\xd8")
    assert in_folder(parcel) == (reply, parcel / "retour" / "orientation.json")
    with pytest.raises(KnownError) as caught:
        in_folder(tmp_path / "absent")
    assert caught.value.code == "answer_folder"
