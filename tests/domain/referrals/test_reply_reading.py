"""What people really send: free words, other languages, missing accents, contradictions, old answers below new ones."""

from datetime import date
from decimal import Decimal

import pytest

from clusterdesk.domain.records.referrals import ReferralAct, ReferralOutcome
from clusterdesk.domain.referrals.replies import Certainty, ReadReply, Reply, ReplyKind
from clusterdesk.domain.referrals.reply_blocks import blank_block
from clusterdesk.domain.referrals.reply_reading import read_replies
from clusterdesk.domain.referrals.tokens import token_of
from tests.domain.referrals.countries import READABLE

TODAY = date(2026, 12, 6)
TOKEN = token_of(123_456_789_012)
SURE, LIKELY, UNCLEAR = Certainty.SURE, Certainty.LIKELY, Certainty.UNCLEAR


def _read(text: str) -> tuple[ReadReply, ...]:
    return read_replies(text, TODAY, READABLE, by="Jan Peeters").answers


def _one(text: str) -> ReadReply:
    (answer,) = _read(text)
    return answer


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Réponse : accepté", ReplyKind.ACCEPTED),
        ("Reponse: accepte", ReplyKind.ACCEPTED),
        ("REPONSE :ACCEPTÉE", ReplyKind.ACCEPTED),
        ("Antwoord : aanvaard", ReplyKind.ACCEPTED),
        ("Answer: accepted", ReplyKind.ACCEPTED),
        ("Réponse : nous acceptons l'orientation", ReplyKind.ACCEPTED),
        ("*Réponse* : *accepté*", ReplyKind.ACCEPTED),
        ("Notre réponse – accepté", ReplyKind.ACCEPTED),
        ("Réponse accepté", ReplyKind.ACCEPTED),
        ("Réponse :\n\naccepté\n", ReplyKind.ACCEPTED),
        ("Réponse :\u202fbien reçu, merci", ReplyKind.ACKNOWLEDGED),
        ("Antwoord: goed ontvangen", ReplyKind.ACKNOWLEDGED),
        ("Réponse : reçu", ReplyKind.ACKNOWLEDGED),
        ("Answer: received", ReplyKind.ACKNOWLEDGED),
        ("Réponse : en cours, rendez-vous le 12 janvier", ReplyKind.IN_PROGRESS),
        ("Antwoord: in behandeling", ReplyKind.IN_PROGRESS),
        ("Réponse : non accepté", ReplyKind.DECLINED),
        ("Antwoord: niet aanvaard", ReplyKind.DECLINED),
        ("Answer: we cannot accept this", ReplyKind.DECLINED),
        ("Réponse : refusé", ReplyKind.DECLINED),
        ("Réponse : fait, contrat signé", ReplyKind.DONE),
    ],
)
def test_an_answer_behind_its_label_is_sure(text: str, kind: ReplyKind) -> None:
    answer = _one(text)
    assert answer.reply is not None
    assert (answer.reply.kind, answer.certainty) == (kind, SURE)
    assert (answer.reply.answered_on, answer.reply.by) == (TODAY, "Jan Peeters")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Réponse : oui", ReplyKind.ACCEPTED),
        ("Antwoord: ja, graag", ReplyKind.ACCEPTED),
        ("Answer: no", ReplyKind.DECLINED),
        ("Réponse : reçu et accepté", ReplyKind.ACCEPTED),
        ("Réponse : accepté, en cours", ReplyKind.IN_PROGRESS),
        ("Réponse : l'entreprise a été acceptée dans notre programme", ReplyKind.ACCEPTED),
        ("Accepté, on s'en occupe.", ReplyKind.ACCEPTED),
        ("Dag,\n\nWij aanvaarden deze doorverwijzing met plezier.\n\nGroeten\nJan", ReplyKind.ACCEPTED),
        ("Bonjour,\nNous avons bien reçu votre demande, nous revenons vers vous.\nAnna", ReplyKind.ACKNOWLEDGED),
        ("Hello, we have well received your file.", ReplyKind.ACKNOWLEDGED),
        ("Bonjour, malheureusement nous devons refuser car le marché est saturé.", ReplyKind.DECLINED),
        ("Nous avons bien reçu le dossier mais nous ne pouvons pas l'accepter.", ReplyKind.DECLINED),
        ("Le dossier est en cours chez nous.", ReplyKind.IN_PROGRESS),
    ],
)
def test_free_words_are_read_and_never_sure(text: str, kind: ReplyKind) -> None:
    answer = _one(text)
    assert answer.reply is not None
    assert (answer.reply.kind, answer.certainty) == (kind, LIKELY)
    assert "free_words" in [doubt.code for doubt in answer.doubts]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Réponse : accepté / refusé", "contradictory"),
        ("Réponse : accepté ou refusé parce que …", "contradictory"),
        ("Réponse : refusé, accepté", "contradictory"),
        ("Réponse : pas encore accepté", "not_yet"),
        ("Antwoord: nog niet afgerond", "not_yet"),
        ("Réponse : on verra bien", "not_understood"),
        ("Merci de me rappeler demain au 02 555 01 23.", "not_understood"),
    ],
)
def test_what_nobody_can_tell_is_asked(text: str, code: str) -> None:
    answer = _one(text)
    assert (answer.reply, answer.certainty) == (None, UNCLEAR)
    assert [doubt.code for doubt in answer.doubts] == [code]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Réponse : refusé parce que le marché est saturé", "le marché est saturé"),
        ("Réponse : refusé parce que le marché\nest saturé", "le marché est saturé"),
        ("Réponse : refusé car hors zone.", "hors zone."),
        ("Réponse : refusé (pas assez de capacité)", "(pas assez de capacité)"),
        ("Réponse : nous refusons : déjà en cours ailleurs", "déjà en cours ailleurs"),
        ("Antwoord: geweigerd omdat de prijslijst ontbreekt", "de prijslijst ontbreekt"),
        ("Answer: declined because of the certificates", "of the certificates"),
        ("Réponse : refusé parce que …", ""),
        ("Désolé, nous devons refuser car l'équipe est trop petite.", "l'équipe est trop petite."),
    ],
)
def test_the_reason_of_a_refusal(text: str, reason: str) -> None:
    answer = _one(text)
    assert answer.reply is not None
    assert (answer.reply.kind, answer.reply.reason) == (ReplyKind.DECLINED, reason)


def _done(
    outcome: ReferralOutcome | None, value: str | None, country: str, on: date | None, note: str = ""
) -> tuple[object, ...]:
    return outcome, None if value is None else Decimal(value), country, on, note


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Réponse : fait : contrat, 12 000 €, Pays-Bas, 15/03/2027",
            _done(ReferralOutcome.CONTRACT, "12000", "NL", date(2027, 3, 15)),
        ),
        (
            "Antwoord: afgerond: verdeler, 12.000 €, Duitsland, 15 maart 2027 - eerste bestelling",
            _done(ReferralOutcome.DISTRIBUTOR, "12000", "DE", date(2027, 3, 15), "eerste bestelling"),
        ),
        (
            "Answer: done: contract, 12k, Netherlands, 15 March 2027",
            _done(ReferralOutcome.CONTRACT, "12000", "NL", date(2027, 3, 15)),
        ),
        (
            "Réponse : fait, un contrat de 12.000 euros signé aux Pays-Bas le 15 mars 2027",
            _done(ReferralOutcome.CONTRACT, "12000", "NL", date(2027, 3, 15)),
        ),
        (
            "Réponse : fait : partenaire,1.250,50 €,Allemagne,2027-03-15",
            _done(ReferralOutcome.PARTNER, "1250.50", "DE", date(2027, 3, 15)),
        ),
        ("Answer: done: contract, €1,2M, Germany", _done(ReferralOutcome.CONTRACT, "1200000", "DE", None)),
        ("Answer: done: contract, 12,000 €", _done(ReferralOutcome.CONTRACT, "12000", "", None)),
        ("Réponse : fait : sans suite", _done(ReferralOutcome.NONE, None, "", None)),
        ("Réponse : terminé, aucune suite", _done(ReferralOutcome.NONE, None, "", None)),
        ("Réponse : fait : piste, États-Unis, demain", _done(ReferralOutcome.LEAD, None, "US", date(2026, 12, 7))),
        ("Réponse : fait : contrat, Nigéria, 2/12", _done(ReferralOutcome.CONTRACT, None, "NG", date(2026, 12, 2))),
    ],
)
def test_what_came_of_it(text: str, told: tuple[object, ...]) -> None:
    reply = _one(text).reply
    assert reply is not None
    assert (reply.outcome, reply.value, reply.country, reply.on, reply.note) == told


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Réponse : fait : contrat, 12000, Pays-Bas", "bare_number"),
        ("Answer: done: contract, $12,000", "other_currency"),
        ("Réponse : fait : contrat, 31/04/2027", "no_such_date"),
        ("Réponse : fait : contrat, mars 2027", "month_only"),
        ("Réponse : fait : contrat, Pays-Bas, Allemagne", "several_countries"),
        ("Réponse : fait : contrat et distributeur", "several_outcomes"),
        ("Réponse : fait : contrat, 12 000 €, 15 000 €", "several_amounts"),
        ("Réponse : fait le 3/12/2026 : contrat, 15/11/2026", "several_days"),
        ("Réponse : fait", "no_outcome"),
    ],
)
def test_what_is_doubtful_of_an_outcome_is_told(text: str, code: str) -> None:
    answer = _one(text)
    assert answer.certainty is LIKELY
    assert [doubt.code for doubt in answer.doubts] == [code]


def test_an_answer_above_the_quoted_block() -> None:
    quoted = "\n".join("> " + line for line in blank_block("fr", TOKEN).splitlines())
    read = read_replies(f"Accepté !\n\nLe 3 déc. 2026 à 10:12, Desk a écrit :\n{quoted}", TODAY, READABLE)
    assert [each.reply.kind for each in read.answers if each.reply] == [ReplyKind.ACCEPTED]
    assert read.tokens == (TOKEN,)
    assert not read.blank


def test_an_answer_below_the_quoted_block() -> None:
    quoted = "\n".join("> " + line for line in blank_block("nl", TOKEN).splitlines())
    read = read_replies(f"Op 3/12/2026 schreef Desk:\n{quoted}\n\nWij aanvaarden.\n-- \nJan", TODAY, READABLE)
    assert [each.reply.kind for each in read.answers if each.reply] == [ReplyKind.ACCEPTED]


def test_an_answer_typed_into_the_quoted_block() -> None:
    text = "> " + blank_block("en", TOKEN).replace("Answer: …", "Answer: accepted").replace("\n", "\n> ")
    answer = _one(text)
    assert answer.certainty is SURE
    assert not answer.older


def test_an_answer_typed_between_the_quoted_lines() -> None:
    text = "> Réponse :\nrefusé parce que hors zone\n> Date : …\n> Nom : …"
    answer = _one(text)
    assert answer.reply == Reply(ReplyKind.DECLINED, reason="hors zone", answered_on=TODAY, by="Jan Peeters")


def test_whoever_strikes_out_the_other_choices_has_answered() -> None:
    lines = [line for line in blank_block("fr", TOKEN).splitlines() if not line.startswith("  •") or "accept" in line]
    answer = _one("\n".join(lines))
    assert answer.reply is not None
    assert (answer.reply.kind, answer.certainty) == (ReplyKind.ACCEPTED, LIKELY)


def test_an_older_answer_below_a_newer_one_is_marked() -> None:
    older, newer = _read(
        "Réponse : en cours\n\nDe : Desk <desk@example.org>\nEnvoyé : lundi 4 janvier\n\n"
        "Réponse : accepté\nDate : 3/12/2026"
    )
    assert (older.older, newer.older) == (True, False)
    assert older.reply == Reply(ReplyKind.ACCEPTED, answered_on=date(2026, 12, 3))
    assert newer.reply == Reply(ReplyKind.IN_PROGRESS, answered_on=TODAY, by="Jan Peeters")


def test_dated_lines_without_a_label() -> None:
    read = _read("3/12 : accepté\n5 décembre : en cours – rendez-vous pris")
    assert [(each.reply.kind, each.reply.answered_on) for each in read if each.reply] == [
        (ReplyKind.ACCEPTED, date(2026, 12, 3)),
        (ReplyKind.IN_PROGRESS, date(2026, 12, 5)),
    ]


def test_the_day_may_stand_in_the_label() -> None:
    read = _read("Réponse du 3/12/2026 : bien reçu\nRéponse (5 décembre 2026) : accepté\nAntwoord 3: geweigerd")
    days = [each.reply.answered_on for each in read if each.reply]
    assert days == [date(2026, 12, 3), date(2026, 12, 5), TODAY]


def test_an_answer_and_its_contrary_on_one_day_are_asked_about() -> None:
    read = _read("Réponse : accepté\nRéponse : refusé parce que trop loin")
    assert [each.certainty for each in read] == [UNCLEAR, UNCLEAR]


def test_a_day_that_lies_ahead_is_doubtful() -> None:
    answer = _one("Réponse : accepté\nDate : 15/01/2027")
    assert answer.certainty is LIKELY
    assert [doubt.code for doubt in answer.doubts] == ["day_ahead"]


def test_a_name_in_the_block_is_the_one_that_counts() -> None:
    answer = _one("Réponse : accepté\nNom : Anna Willems")
    assert answer.reply is not None
    assert answer.reply.by == "Anna Willems"


def test_mail_headers_are_no_fields_of_the_block() -> None:
    text = "Réponse : accepté\n\nFrom: Desk <desk@example.org>\nDate: Mon, 30 Nov 2026 10:00\nReply-To: x@example.org"
    answer = _one(text)
    assert answer.reply is not None
    assert answer.reply.answered_on == TODAY


@pytest.mark.parametrize("text", ["", "   ", "\n\n-- \nJan Peeters\n+32 2 555 01 23"])
def test_nothing_is_no_answer(text: str) -> None:
    assert read_replies(text, TODAY, READABLE).answers == ()


def test_each_kind_has_its_act() -> None:
    assert [kind.act for kind in ReplyKind] == [
        ReferralAct.ACKNOWLEDGED,
        ReferralAct.ACCEPTED,
        ReferralAct.DECLINED,
        ReferralAct.STARTED,
        ReferralAct.DONE,
    ]
