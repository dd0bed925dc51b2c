"""The file of the answer form: read back as it was written, and refused where a single byte differs."""

import hashlib
import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.parsing.text import plain_line
from clusterdesk.domain.records.referrals import ReferralOutcome
from clusterdesk.domain.referrals.replies import Reply, ReplyKind
from clusterdesk.domain.referrals.tokens import token_of
from clusterdesk.exchange.answers.answer_files import (
    LARGEST,
    AnswerFile,
    is_answer_file,
    read_answer_file,
    write_answer_file,
)
from clusterdesk.i18n.translator import LANGUAGES, Translator

DAY = date(2026, 12, 2)
ACCEPTED = Reply(ReplyKind.ACCEPTED, note="on s’en occupe", answered_on=DAY, by="Anna Willems")
DONE = Reply(
    ReplyKind.DONE,
    outcome=ReferralOutcome.CONTRACT,
    value=Decimal("12000.00"),
    country="NL",
    on=date(2027, 3, 15),
    answered_on=date(2027, 4, 1),
    by="Anna “Q\\” Willems",
)
TRANSLATORS = [Translator(language) for language in LANGUAGES]
ANSWER = AnswerFile(token_of(815), "fr", DAY, (ACCEPTED, DONE))


def _code(content: bytes, name: str = "orientation.json") -> str:
    with pytest.raises(KnownError) as caught:
        read_answer_file(name, content)
    for translator in TRANSLATORS:
        told = caught.value.texts(translator)
        assert all((told.message, told.safe, told.advice))
    return caught.value.code


def test_what_is_written_is_read_back() -> None:
    content = write_answer_file(ANSWER)
    assert is_answer_file(content)
    assert read_answer_file("x.json", content) == ANSWER


@given(st.lists(st.text(max_size=40).map(plain_line), min_size=3, max_size=3))
def test_any_text_is_read_back(texts: list[str]) -> None:
    reason, note, by = texts
    answer = AnswerFile(
        token_of(7),
        "nl",
        DAY,
        (
            Reply(ReplyKind.DECLINED, reason=reason, answered_on=DAY, by=by),
            Reply(ReplyKind.ACKNOWLEDGED, note=note, answered_on=DAY),
        ),
    )
    assert read_answer_file("x.json", write_answer_file(answer)) == answer


def test_every_truncation_is_refused() -> None:
    content = write_answer_file(ANSWER)
    codes = {_code(content[:length]) for length in range(len(content))}
    assert codes == {"answer_file_altered", "not_an_answer_file"}


def test_every_flipped_byte_is_refused() -> None:
    content = write_answer_file(ANSWER)
    for place in range(len(content)):
        for flip in (0x01, 0x20, 0x80):
            changed = bytearray(content)
            changed[place] ^= flip
            assert _code(bytes(changed)) in {"answer_file_altered", "not_an_answer_file", "answer_file_newer"}


@pytest.mark.parametrize("more", [b"\n", b" ", b"}", b"\0"])
def test_anything_added_is_refused(more: bytes) -> None:
    content = write_answer_file(ANSWER)
    assert _code(content + more) == "answer_file_altered"
    assert _code(content[:1] + more + content[1:]) == "answer_file_altered"


def test_another_file_is_told_from_a_damaged_one() -> None:
    assert _code(b'{"name": "package"}') == "not_an_answer_file"
    assert _code(b"") == "not_an_answer_file"
    assert not is_answer_file(b"PK\x03\x04")


def test_a_file_that_is_too_large_is_not_even_read() -> None:
    assert _code(write_answer_file(ANSWER) + b" " * LARGEST) == "answer_file_large"


def _resealed(**changes: object) -> bytes:
    """Return the file with other contents and a checksum that fits: made by hand, not by the form."""
    told = {**json.loads(write_answer_file(ANSWER)), **changes}
    del told["checksum"]
    for key in [key for key, value in told.items() if value is ...]:
        del told[key]
    bare = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    told["checksum"] = hashlib.sha256(bare.encode()).hexdigest()
    return json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def test_resealing_by_itself_changes_nothing() -> None:
    assert read_answer_file("x.json", _resealed()) == ANSWER


_TOLD = json.loads(write_answer_file(ANSWER))["answers"]


@pytest.mark.parametrize(
    "changes",
    [
        {"token": "AAAA-AAAA-AAAA"},
        {"token": 5},
        {"language": "de"},
        {"saved_on": "2026-02-30"},
        {"version": True},
        {"version": 0},
        {"more": 1},
        {"language": ...},
        {"answers": []},
        {"answers": {}},
        {"answers": _TOLD * 20},
        {"answers": [{**_TOLD[0], "kind": "maybe"}]},
        {"answers": [{**_TOLD[0], "by": 7}]},
        {"answers": [{**_TOLD[0], "by": "a\nb"}]},
        {"answers": [{**_TOLD[0], "by": "\u202eabc"}]},
        {"answers": [{**_TOLD[0], "note": "x" * 2001}]},
        {"answers": [{**_TOLD[0], "country": "NL"}]},
        {"answers": [{**_TOLD[0], "answered_on": None}]},
        {"answers": [{**_TOLD[0], "answered_on": "20261202"}]},
        {"answers": [{**_TOLD[1], "value": "NaN"}]},
        {"answers": [{**_TOLD[1], "value": "1E+5"}]},
        {"answers": [{**_TOLD[1], "value": 12000}]},
        {"answers": [{**_TOLD[1], "country": "Pays-Bas"}]},
        {"answers": [{**_TOLD[1], "outcome": None}]},
        {"answers": [{key: value for key, value in _TOLD[0].items() if key != "note"}]},
        {"answers": [[]]},
    ],
)
def test_contents_that_the_form_never_writes_are_refused(changes: dict[str, object]) -> None:
    assert _code(_resealed(**changes)) == "answer_file_altered"


def test_a_newer_form_is_told_as_such() -> None:
    assert _code(_resealed(version=2)) == "answer_file_newer"


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 30_000 + b"clusterdesk-referral-answer",
        b'{"format":"clusterdesk-referral-answer","format":"clusterdesk-referral-answer"}',
        b'{"format":"clusterdesk-referral-answer","version":' + b"9" * 5000 + b"}",
        b'{"format":"clusterdesk-referral-answer","version":NaN}',
        b'"clusterdesk-referral-answer"',
        b"\xff\xfeclusterdesk-referral-answer",
        b"\xef\xbb\xbf" + write_answer_file(ANSWER),
    ],
)
def test_hostile_files_end_in_a_refusal(content: bytes) -> None:
    assert _code(content) == "answer_file_altered"
