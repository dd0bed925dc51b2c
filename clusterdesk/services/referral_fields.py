"""Editing the fields of an orientation one by one: its state is left to moves, and what its state needs stays."""

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.record_types import type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.referrals import Referral
from clusterdesk.domain.referrals.moving import MOVED_BY_ACTS, flaw, refused


def check_referral(before: Record | None, after: Record) -> None:
    """Refuse what would bring an orientation into a state by another road than a move, or leave it less than whole.

    ``before`` is ``None`` for a new one.

    Raises:
        KnownError: says what stands in the way.
    """
    if not isinstance(after, Referral):
        return
    before = before if isinstance(before, Referral) else None
    if before is not None:
        moved = [name for name in MOVED_BY_ACTS if getattr(before, name) != getattr(after, name)]
        if moved:
            raise KnownError(
                "referral_moved",
                N_("“{field_label}” of an orientation is not typed: it follows from what happens to it."),
                advice=N_("Note what happened (consent, hand-over, answer …); the field follows."),
                field_label=type_of(after).fields[moved[0]].label,
            )
        if one_line(before.need) and not one_line(after.need):
            raise KnownError(
                "referral_need",
                N_("An orientation says what the organisation needs."),
                advice=N_("Write the need in a sentence."),
            )
    lacking = flaw(after)
    # What it lacked before – the name of somebody whose data was erased – stands in the way of no other field.
    if lacking is not None and (before is None or flaw(before) != lacking):
        raise refused(lacking, after.state)
