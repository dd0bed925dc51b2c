"""What the program writes when something happens, and what proves that it did: nobody types it, nobody moves it.

Forms, the generic commands of records and imports of lists ask here. Moves, the reading of a paper and the taking of
an answer write such records themselves; undo, archives and colleagues bring back what they wrote.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from clusterdesk.base.marks import N_
from clusterdesk.domain.record_types import type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.difficulties import DifficultyAct
from clusterdesk.domain.records.referrals import ReferralAct

# Words that change no state: somebody phoned.
_SAID_BY_HAND = frozenset({ReferralAct.CREATED, ReferralAct.CHASED, ReferralAct.FED_BACK})


@dataclass(frozen=True, slots=True)
class Written:
    """``fields`` that nobody changes; ``early`` names the field of a new record that says what has not happened.

    ``advice`` says what makes such a record instead. Where ``standing``, it is not taken up again once it is revoked.
    """

    fields: tuple[str, ...]
    advice: str
    early: Callable[[Any], str | None] = lambda _record: None
    standing: bool = False


def _early_step(step: Any) -> str | None:  # noqa: ANN401 - a step of a difficulty
    return "sha256" if step.sha256 else "act" if step.act is not DifficultyAct.CREATED else None


def _early_move(step: Any) -> str | None:  # noqa: ANN401 - a step of a referral
    return None if step.act in _SAID_BY_HAND else "act"


def _early_answer(answer: Any) -> str | None:  # noqa: ANN401 - an answer to a referral
    return "sha256" if answer.sha256 else None


def _early_stage(_step: Any) -> str | None:  # noqa: ANN401 - a stage of a production project
    return "stage"


def _early_state(_step: Any) -> str | None:  # noqa: ANN401 - a state of a prospect
    return "state"


def _early_freeze(frozen: Any) -> str | None:  # noqa: ANN401 - a frozen quarter
    return "content" if frozen.content else "sha256" if frozen.sha256 else None


WRITTEN: Mapping[str, Written] = {
    "board_freeze": Written(
        ("period", "as_of", "rule_set_id", "frozen_on", "frozen_by", "content", "sha256"),
        N_("Freeze a quarter on the board; what was frozen stays as it was."),
        _early_freeze,
        standing=True,
    ),
    "difficulty_step": Written(
        ("difficulty_id", "act", "on", "by", "sha256"),
        N_("Approve, send, answer … the difficulty, or read its preview to the end: each writes its own step."),
        _early_step,
        standing=True,
    ),
    "referral_step": Written(
        ("referral_id", "act"),
        N_("Note the consent, the hand-over, the answer …: each writes its own step."),
        _early_move,
    ),
    "referral_answer": Written(
        ("referral_id", "act", "sha256", "document_id"),
        N_("Take the answer as it came: the mail, the file or the pasted text."),
        _early_answer,
    ),
    "production_step": Written(
        ("project_id", "stage"),
        N_("Move the project to its next stage, or back with a reason: each move writes its own step."),
        _early_stage,
        standing=True,
    ),
    "prospect_step": Written(
        ("prospect_id", "state"),
        N_("Move the prospect to its next state: each move writes its own step, and joining makes the organisation."),
        _early_state,
        standing=True,
    ),
    "readiness_answer": Written(("asked",), N_("Answer the question anew: it is kept as it is asked then.")),
    "mrl_answer": Written(("asked",), N_("Answer the question anew: it is kept as it is asked then.")),
    "document": Written(("sha256", "size"), N_("Attach the other file as a document of its own.")),
}
"""By the key of the type."""


def forged(before: Record | None, after: Record) -> str | None:
    """Return the field of a record that says by hand what only the program says; ``None`` where it says nothing such.

    ``before`` is ``None`` for a new one.
    """
    rule = WRITTEN.get(type_of(after).key)
    if rule is None:
        return None
    if before is None:
        return rule.early(after)
    changed = next((name for name in rule.fields if getattr(before, name) != getattr(after, name)), None)
    if changed is None and rule.standing:
        revoked = getattr(before, "revoked_on", None)
        changed = "revoked_on" if revoked is not None and getattr(after, "revoked_on", None) != revoked else None
    return changed
