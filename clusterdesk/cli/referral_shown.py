"""What commands about one orientation answer: all of it, as it is now."""

from argparse import Namespace
from datetime import date
from typing import Any
from uuid import UUID

from clusterdesk.cli import referral_page_shapes, values
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.referral_reference import referral_meant
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.referrals import OfReferral
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.referrals.matching import Match

_STEP = RECORD_TYPES["referral_step"].fields


def day_given(context: Context, options: Namespace) -> date | None:
    """Return the day of --on; None where it is not given."""
    found: date | None = values.read(context, _STEP["on"], "--on", options.on) if options.on else None
    return found


def answer(context: Context, referral_id: UUID, line: str = "") -> Answer:
    """Return an orientation, after a line that says what was done."""
    from clusterdesk.services.referral_views import read_referral

    page = read_referral(context.desk.store, referral_id, context.silence)
    blocks = referral_page_shapes.page_blocks(context, page)
    return Answer(referral_page_shapes.page_document(context, page), [Lines([line]), *blocks] if line else blocks)


def matches(context: Context, referral_id: UUID) -> tuple[Match, ...]:
    """Return the teams that suit an orientation, the best one first."""
    from clusterdesk.services.referral_choices import read_choices
    from clusterdesk.services.referral_views import read_referral

    store = context.desk.store
    row = read_referral(store, referral_id).row
    return read_choices(store, row.organisation_id).matches(row.kind, row.countries, store.clock.today())


def moved(context: Context, options: Namespace, command: type[OfReferral], **more: Any) -> Answer:  # noqa: ANN401
    """Let something happen to the orientation that REF means, and answer how it is then."""
    from clusterdesk.services.referral_moves import move_referral

    referral_id = referral_meant(context, options.ref)
    made = command(
        referral_id=referral_id, on=day_given(context, options), by=options.by, remark=options.remark, **more
    )
    after = move_referral(context.desk.store, made, context.silence).output
    t = context.t
    line = t("{act}. State: {state}.", act=t(choice_label(command.ACT)), state=t(choice_label(after.state)))
    return answer(context, referral_id, line)
