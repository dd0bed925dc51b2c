"""What the commands of the week answer."""

from typing import TYPE_CHECKING, Any

from clusterdesk.cli import values
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.short_codes import short_code

if TYPE_CHECKING:
    from clusterdesk.domain.records.sessions import Session
    from clusterdesk.domain.views.week import Proposal, WeekVisit


def planned(context: Context, session: "Session") -> Answer:
    """Answer with a session that was planned or moved."""
    formats = context.formats
    hour = formats.time(session.starts_at) if session.starts_at else ""
    document = {
        "id": str(session.id),
        "organisation_id": str(session.organisation_id),
        "on": session.on.isoformat(),
        "starts_at": values.plain(session.starts_at),
        "code": short_code(session.id),
    }
    return Answer(document, [Lines([f"{short_code(session.id)}  {formats.long_date(session.on)} {hour}".rstrip()])])


def visit_row(context: Context, visit: "WeekVisit") -> list[str]:
    """Return a visit as a row of a table."""
    formats = context.formats
    return [
        formats.weekday_date(visit.on),
        formats.time(visit.starts_at) if visit.starts_at else "",
        visit.organisation,
        context.t(choice_label(visit.kind)),
        " ".join(part for part in (visit.postcode, visit.city) if part),
        short_code(visit.session_id),
    ]


def visit_document(visit: "WeekVisit") -> dict[str, Any]:
    """Return a visit of the week."""
    return {
        "id": str(visit.session_id),
        "code": short_code(visit.session_id),
        "organisation": visit.organisation,
        "organisation_id": str(visit.organisation_id),
        "kind": visit.kind.value,
        "state": visit.state.value,
        "on": visit.on.isoformat(),
        "starts_at": values.plain(visit.starts_at),
        "minutes": visit.minutes,
        "subject": visit.subject,
        "postcode": visit.postcode,
        "city": visit.city,
    }


def proposal_document(context: Context, proposal: "Proposal") -> dict[str, Any]:
    """Return somebody to see, with the reasons."""
    return {
        "organisation": proposal.organisation,
        "organisation_id": str(proposal.organisation_id),
        "postcode": proposal.postcode,
        "city": proposal.city,
        "points": proposal.points,
        "last_contact_on": values.plain(proposal.last_contact_on),
        "suggested_on": values.plain(proposal.suggested_on),
        "reasons": [
            {
                "kind": reason.kind.value,
                "points": reason.points,
                "days": reason.days,
                "count": reason.count,
                "text": reason.text,
                "on": values.plain(reason.on),
                "words": words,
            }
            for reason, words in zip(proposal.reasons, proposal_words(context, proposal), strict=True)
        ],
    }


def proposal_words(context: Context, proposal: "Proposal") -> list[str]:
    """Return the reasons in words."""
    from clusterdesk.services.reason_words import reason_words

    return [reason_words(reason, context.t, context.formats) for reason in proposal.reasons]
