"""Answers of teams, as the command line gives them."""

from typing import TYPE_CHECKING, Any

from clusterdesk.base.errors import KnownError
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.domain.choice_labels import choice_label

if TYPE_CHECKING:
    from clusterdesk.domain.views.referral_answers import AnswerProposal, ProposedAnswer

_REFUSALS = 3
_EMPTY: dict[str, Any] = {
    "file": None,
    "referral": None,
    "organisation": None,
    "token": None,
    "answer": None,
    "on": None,
    "by": None,
    "words": None,
    "verdict": "",
    "certainty": None,
    "doubts": [],
    "state": None,
    "taken": False,
    "error": None,
}


def refused(context: Context, name: str, error: KnownError) -> dict[str, Any]:
    """Return the row of a file that was refused."""
    return {**_EMPTY, "file": name, "verdict": "refused", "error": _error(context, error)}


def row(context: Context, proposal: "AnswerProposal", one: "ProposedAnswer", *, taken: bool) -> dict[str, Any]:
    """Return the row of an answer."""
    reply, record = one.read.reply, proposal.row.record
    return {
        "file": proposal.received.name or None,
        "referral": str(record.id),
        "organisation": proposal.row.organisation,
        "token": record.token,
        "answer": reply.kind.act.value if reply is not None else None,
        "on": reply.answered_on.isoformat() if reply is not None and reply.answered_on is not None else None,
        "by": (reply.by if reply is not None else "") or None,
        "words": one.read.words,
        "verdict": one.standing.value,
        "certainty": one.read.certainty.value,
        "doubts": [{"code": doubt.code, "message": doubt.text(context.t)} for doubt in one.read.doubts],
        "state": one.end.value if one.end is not None else record.state.value,
        "taken": taken,
        "error": _error(context, one.refusal) if one.refusal is not None else None,
    }


def _error(context: Context, error: KnownError) -> dict[str, str]:
    told = error.texts(context.t)
    return {"code": error.code, "message": told.message, "safe": told.safe, "advice": told.advice}


def told(context: Context, rows: list[dict[str, Any]]) -> Answer:
    """Return what became of answers."""
    t = context.t
    cells = [[one["organisation"] or one["file"] or "", one["words"] or "", _words(context, one)] for one in rows]
    table = Table([t("Organisation"), t("Answer"), t("What was done")], cells)
    lines = [t("Nothing proves who has written an answer: it counts because you took it.")]
    if not rows:
        lines = [t("No answer lies there.")]
    elif any(one["taken"] for one in rows):
        lines.append(t("Back with: clusterdesk undo"))
    missed = any(one["verdict"] in ("refused", "unclear", "impossible") for one in rows)
    return Answer({"answers": rows}, [table, Lines(lines)] if rows else [Lines(lines)], code=_REFUSALS if missed else 0)


def _words(context: Context, row: dict[str, Any]) -> str:
    from clusterdesk.domain.records.referrals import ReferralState

    t = context.t
    if row["error"]:
        return str(row["error"]["message"])
    if row["verdict"] == "known":
        return t("taken before")
    if row["verdict"] == "unclear":
        return t("unclear: note it yourself")
    state = t(choice_label(ReferralState(row["state"])))
    if row["verdict"] == "kept":
        return t("kept; it changes no state ({state})", state=state)
    return t("taken: {state}", state=state) if row["taken"] else t("it would become: {state}", state=state)
