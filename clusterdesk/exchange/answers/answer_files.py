"""The file that the answer form saves: one line of JSON with a checksum, refused when a single byte differs.

The checksum shows that a file is whole and as it was saved. It proves nothing about *who* filled the form in.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import OPTIONAL_COUNTRY
from clusterdesk.domain.parsing.text import plain_line
from clusterdesk.domain.records.referrals import ReferralOutcome
from clusterdesk.domain.referrals.replies import Reply, ReplyKind
from clusterdesk.domain.referrals.tokens import read_token

FORMAT, VERSION = "clusterdesk-referral-answer", 1
LARGEST = 64_000
MOST_ANSWERS, _LONGEST = 30, 2000
_FIELDS = frozenset({"answered_on", "by", "country", "kind", "note", "on", "outcome", "reason", "value"})
_KEYS = frozenset({"answers", "checksum", "format", "language", "saved_on", "token", "version"})
_AGAIN = N_("Ask for the file again, or for the answer by mail.")


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """What a form has saved: the token of its orientation, the day it was saved, its answers in their order."""

    token: str
    language: str
    saved_on: date
    replies: tuple[Reply, ...]


def write_answer_file(answer: AnswerFile) -> bytes:
    """Return the bytes of an answer file, the same that the form saves."""
    told = {
        "answers": [_told(reply) for reply in answer.replies],
        "format": FORMAT,
        "language": answer.language,
        "saved_on": answer.saved_on.isoformat(),
        "token": answer.token,
        "version": VERSION,
    }
    return _canonical({**told, "checksum": _checksum(told)}).encode()


def is_answer_file(content: bytes) -> bool:
    """Tell whether a file is one of ours, be it damaged; the form, which names the format as well, is none."""
    return FORMAT.encode() in content[:LARGEST] and content.lstrip()[:1] != b"<"


def read_answer_file(name: str, content: bytes) -> AnswerFile:
    """Read an answer file.

    Raises:
        KnownError: it is of another kind or newer, too large, or not byte for byte what was saved.
    """
    if len(content) > LARGEST:
        raise KnownError(
            "answer_file_large",
            N_("“{name}” is too large for an answer file."),
            advice=N_("Choose the file that the form has saved; its name begins with “orientation-”."),
            name=name,
        )
    if not is_answer_file(content):
        raise KnownError(
            "not_an_answer_file",
            N_("“{name}” is no answer file of an orientation."),
            advice=N_("Choose the file that the form has saved; its name begins with “orientation-”."),
            name=name,
        )
    try:
        told = json.loads(content.decode())
        if isinstance(told, dict) and told.get("format") == FORMAT and _newer(told.get("version")):
            raise KnownError(
                "answer_file_newer",
                N_("“{name}” was made by the form of a newer ClusterDesk."),
                advice=N_("Update ClusterDesk, or type the answer in."),
                name=name,
            )
        return _whole(told, content)
    except (ValueError, TypeError, KeyError, RecursionError, InvalidOperation) as error:
        raise KnownError(
            "answer_file_altered",
            N_("“{name}” is incomplete, or was changed after the form had saved it."),
            advice=_AGAIN,
            name=name,
        ) from error


def _newer(version: object) -> bool:
    return type(version) is int and version > VERSION


def _whole(told: Any, content: bytes) -> AnswerFile:  # noqa: ANN401 - whatever the JSON holds
    """Return what the file tells; ValueError, TypeError or KeyError where anything is not as we write it."""
    if set(told) != _KEYS or told["format"] != FORMAT or type(told["version"]) is not int or told["version"] != VERSION:
        raise ValueError("keys")
    rest = {key: value for key, value in told.items() if key != "checksum"}
    if told["checksum"] != _checksum(rest) or _canonical(told).encode() != content:
        raise ValueError("checksum")
    if read_token(_text(told["token"])) != told["token"] or told["language"] not in ("fr", "nl", "en"):
        raise ValueError("token")
    if not isinstance(told["answers"], list) or not 0 < len(told["answers"]) <= MOST_ANSWERS:
        raise ValueError("answers")
    replies = tuple(_reply(each) for each in told["answers"])
    return AnswerFile(told["token"], told["language"], date.fromisoformat(told["saved_on"]), replies)


def _reply(told: Mapping[str, Any]) -> Reply:
    if set(told) != _FIELDS:
        raise ValueError("fields")
    reply = Reply(
        kind=ReplyKind(told["kind"]),
        reason=_text(told["reason"]),
        note=_text(told["note"]),
        outcome=None if told["outcome"] is None else ReferralOutcome(told["outcome"]),
        value=None if told["value"] is None else _amount(told["value"]),
        country=_text(told["country"]),
        on=None if told["on"] is None else date.fromisoformat(told["on"]),
        answered_on=date.fromisoformat(told["answered_on"]),
        by=_text(told["by"]),
    )
    outcome_told = reply.outcome is not None or reply.value is not None or reply.country or reply.on
    if _told(reply) != told or (reply.kind is ReplyKind.DONE) != (reply.outcome is not None):
        raise ValueError("not as written")
    if (outcome_told and reply.kind is not ReplyKind.DONE) or not OPTIONAL_COUNTRY.holds(reply.country):
        raise ValueError("outcome")
    return reply


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST or plain_line(value) != value:
        raise ValueError("text")
    return value


def _amount(value: object) -> Decimal:
    amount = Decimal(_text(value))
    if not amount.is_finite() or amount < 0:
        raise ValueError("amount")
    return amount


def _told(reply: Reply) -> dict[str, str | None]:
    return {
        "answered_on": reply.answered_on.isoformat() if reply.answered_on is not None else None,
        "by": reply.by,
        "country": reply.country,
        "kind": reply.kind.value,
        "note": reply.note,
        "on": reply.on.isoformat() if reply.on is not None else None,
        "outcome": reply.outcome.value if reply.outcome is not None else None,
        "reason": reply.reason,
        "value": f"{reply.value:.2f}" if reply.value is not None else None,
    }


def _checksum(told: Mapping[str, object]) -> str:
    return hashlib.sha256(_canonical(told).encode()).hexdigest()


def _canonical(told: object) -> str:
    """Return the one way in which this is written: keys in order, no spaces, letters as they are."""
    return json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
