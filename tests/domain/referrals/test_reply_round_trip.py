"""The reply block: what we write is read back equal, in three languages, quoted and wrapped."""

import textwrap
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.records.referrals import ReferralOutcome
from clusterdesk.domain.referrals.replies import Certainty, Reply, ReplyKind
from clusterdesk.domain.referrals.reply_blocks import blank_block, filled_block
from clusterdesk.domain.referrals.reply_reading import read_replies
from clusterdesk.domain.referrals.tokens import token_of
from tests.domain.referrals.countries import COUNTRIES, READABLE

TODAY = date(2027, 6, 30)
LANGUAGES = ("fr", "nl", "en")
_words = st.lists(
    st.text("abcdefghijklmnopqrstuvwxyzéèàçëïœ", min_size=2, max_size=12).map(lambda word: f"q{word}"),
    min_size=1,
    max_size=30,
).map(" ".join)
_names = st.text("ABCDEFabcdefghéèç -'", min_size=3, max_size=30).map(lambda name: "Q" + " ".join(name.split()))
_days = st.dates(date(2024, 1, 1), TODAY)
_amounts = st.decimals(0, 99_999_999, places=2, allow_nan=False, allow_infinity=False)


@st.composite
def replies(draw: st.DrawFn) -> Reply:
    kind = draw(st.sampled_from(ReplyKind))
    answered_on, by = draw(_days), draw(_names)
    if kind is ReplyKind.DECLINED:
        return Reply(kind, reason=draw(st.just("") | _words), answered_on=answered_on, by=by)
    note = draw(st.just("") | _words)
    if kind is not ReplyKind.DONE:
        return Reply(kind, note=note, answered_on=answered_on, by=by)
    return Reply(
        kind,
        note=note,
        outcome=draw(st.sampled_from(ReferralOutcome)),
        value=draw(st.none() | _amounts),
        country=draw(st.sampled_from(["", *COUNTRIES["fr"]])),
        on=draw(st.none() | st.dates(date(1990, 1, 1), date(2050, 1, 1))),
        answered_on=answered_on,
        by=by,
    )


def _wrapped(text: str, width: int, prefix: str = "") -> str:
    lines = (
        textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""] for line in text.split("\n")
    )
    return "\n".join(prefix + piece for line in lines for piece in line)


DRESSES: dict[str, Callable[[str], str]] = {
    "plain": str,
    "windows": lambda text: text.replace("\n", "\r\n"),
    "quoted": lambda text: "\n".join("> " + line for line in text.split("\n")),
    "quoted twice": lambda text: "\n".join(">> " + line for line in text.split("\n")),
    "wrapped": lambda text: _wrapped(text, 72),
    "quoted and wrapped": lambda text: _wrapped(text, 50, "> "),
    "paragraphs": lambda text: text.replace("\n", "\n\n"),
    "below a greeting": lambda text: f"Bonjour,\n\nVoici notre retour.\n\n{text}\n\nBien à vous,\nA. Willems",
    "accents lost": lambda text: (
        text.replace("Réponse", "Reponse").replace("accepté", "accepte").replace("reçu", "recu")
    ),
    "above the old mail": lambda text: (
        f"{text}\n\nOp 3 mei 2027 schreef Desk <desk@example.org>:\n> Dag\n> Antwoord: …"
    ),
}


@given(replies(), st.sampled_from(LANGUAGES), st.sampled_from(sorted(DRESSES)))
def test_what_is_written_is_read_back(reply: Reply, language: str, dress: str) -> None:
    token = token_of(4_711_000_815)
    text = DRESSES[dress](filled_block(language, token, [reply], COUNTRIES[language]))
    read = read_replies(text, TODAY, READABLE)
    assert [each.reply for each in read.answers] == [reply]
    assert read.answers[0].certainty is Certainty.SURE
    assert read.tokens == (token,)
    assert not read.blank


@given(st.lists(replies(), min_size=2, max_size=5), st.sampled_from(LANGUAGES))
def test_several_answers_come_back_in_the_order_of_their_days(many: list[Reply], language: str) -> None:
    dated = [replace(reply, answered_on=date(2026, 1, 1) + timedelta(days=n)) for n, reply in enumerate(many)]
    text = filled_block(language, token_of(99), reversed(dated), COUNTRIES[language])
    assert [each.reply for each in read_replies(text, TODAY, READABLE).answers] == dated


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [30, 50, 72, 200])
@pytest.mark.parametrize("prefix", ["", "> ", "| "])
@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_the_empty_block_is_no_answer(language: str, width: int, prefix: str, apart: str) -> None:
    token = token_of(123_456_789_012)
    text = _wrapped(blank_block(language, token), width, prefix).replace("\n", apart)
    read = read_replies(text, TODAY, READABLE)
    assert read.answers == ()
    assert read.blank
    assert read.tokens == (token,)


@given(st.text(max_size=400))
def test_nothing_people_paste_breaks_the_reading(text: str) -> None:
    for each in read_replies(text, TODAY, READABLE).answers:
        assert each.certainty is not Certainty.SURE or each.reply is not None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", ["0.00", "7.00", "999.50", "1000.00", "12000.00", "1234567.89"])
def test_amounts_are_written_as_the_language_writes_them(language: str, value: str) -> None:
    reply = Reply(ReplyKind.DONE, outcome=ReferralOutcome.CONTRACT, value=Decimal(value), answered_on=TODAY, by="Q")
    text = filled_block(language, token_of(1), [reply], {})
    assert [each.reply for each in read_replies(text, TODAY, READABLE).answers] == [reply]
