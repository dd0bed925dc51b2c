"""A proposed result as the command line gives it: for people, and as JSON."""

from typing import Any

from clusterdesk.cli.context import Context
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.proposals.proposal import ResultProposal
from clusterdesk.services.proposal_words import STANDING_LABELS, proposal_head, sentence_words


def proposal_document(context: Context, proposal: ResultProposal) -> dict[str, Any]:
    """Return a proposal; ``standing`` and ``action`` are the stable words of ``domain/proposals``."""
    t, formats, event = context.t, context.formats, proposal.event
    return {
        "kind": proposal.kind.value,
        "standing": proposal.standing.value,
        "action": proposal.action.value,
        "on": proposal.on.isoformat() if proposal.on is not None else None,
        "rule": proposal.rule,
        "start": proposal.start.value,
        "reasons": [sentence_words(one, t, formats) for one in proposal.reasons],
        "missing": [sentence_words(one, t, formats) for one in proposal.missing],
        "evidence": [
            {"id": str(one.id), "title": one.title, "level": int(one.level), "wanted": one.wanted}
            for one in proposal.evidence
        ],
        "suggested_evidence": _suggested(context, proposal),
        "result_id": str(event.id) if event is not None else None,
        "override_reason": (event.override_reason or None) if event is not None else None,
    }


def _suggested(context: Context, proposal: ResultProposal) -> dict[str, Any] | None:
    found = proposal.suggested
    if found is None or proposal.is_proved:
        return None
    return {"title": sentence_words(found.title, context.t, context.formats), "level": int(found.level)}


def proposal_lines(context: Context, proposal: ResultProposal) -> list[str]:
    """Return a proposal in lines: how far it is, why, what is missing, what proves it."""
    t, formats = context.t, context.formats
    lines = [
        t("{kind} · {title}", kind=t(choice_label(proposal.kind)), title=t(STANDING_LABELS[proposal.standing])),
        f"  {proposal_head(proposal, t, formats)}",
    ]
    lines += [f"  + {sentence_words(one, t, formats)}" for one in proposal.reasons]
    lines += [f"  – {sentence_words(one, t, formats)}" for one in proposal.missing]
    for one in proposal.evidence:
        wanted = f" ({t('To obtain')})" if one.wanted else ""
        lines.append(f"  · {one.title} · {t(choice_label(one.level))}{wanted}")
    return lines
