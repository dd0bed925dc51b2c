"""Who is invited to an event as the command line gives it: for people, and as JSON."""

from typing import TYPE_CHECKING, Any

from clusterdesk.cli.answer import Block, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.domain.views.invitations import LEFT_OUT_LABELS, Invitations

if TYPE_CHECKING:
    from clusterdesk.exchange.invitations import Draft


def document(found: Invitations, drafts: "list[Draft]", *, dry: bool) -> dict[str, Any]:
    """Return who was found, who was invited, and the drafts."""
    return {
        "event": {"id": str(found.event.id), "title": found.event.title, "on": found.event.on.isoformat()},
        "dry_run": dry,
        "invited": 0 if dry else len(found.open),
        "candidates": [
            {
                "contact_id": str(one.contact_id) if one.contact_id is not None else None,
                "name": one.name or None,
                "organisation": one.organisation,
                "mail": one.mail or None,
                "language": one.language or None,
                "left_out": one.left_out.value if one.left_out is not None else None,
                "invited_on": one.invited_on.isoformat() if one.invited_on is not None else None,
            }
            for one in found.candidates
        ],
        "drafts": [{"path": str(one.path.absolute()), "language": one.language, "to": one.count} for one in drafts],
    }


def blocks(context: Context, found: Invitations, drafts: "list[Draft]", *, dry: bool) -> list[Block]:
    """Return who was found for people; why somebody is left out stands beside."""
    t, count = context.t, len(found.open)
    said = t.n("{n} person would be invited.", "{n} persons would be invited.", n=count)
    if not dry:
        said = t.n("{n} person invited.", "{n} persons invited.", n=count)
    rows = [
        [one.name, one.organisation, one.mail, t(LEFT_OUT_LABELS[one.left_out]) if one.left_out is not None else ""]
        for one in found.candidates
    ]
    table = Table([t("Name"), t("Organisation"), t("Mail"), t("Left out because")], rows)
    return [Lines([said]), table, Lines([str(one.path) for one in drafts])]
