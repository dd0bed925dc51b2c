"""Opening what an entry of the Fil stands for: its row in the cards, its page, its line, else its history."""

from collections.abc import Callable, Mapping
from uuid import UUID

from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.views.timeline import TimelineEntry, TimelineKind
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.history import open_history
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.pages.organisation.side_cards import SideCards
from clusterdesk.gui.shell.places import Route

# What stands on another tab of the organisation than its Fil: the way there.
_TABS: Mapping[TimelineKind, Callable[[UUID], Route]] = {
    TimelineKind.MATURITY: routes.industry,
    TimelineKind.CAPACITY: routes.industry,
    TimelineKind.HEADCOUNT: routes.employment,
    TimelineKind.ACCOUNTS: routes.accounts,
    TimelineKind.MILESTONE: routes.coaching,
    TimelineKind.FUNDING: routes.coaching,
    TimelineKind.DIAGNOSTIC: routes.diagnostic,
    TimelineKind.FIGURES: routes.figures,
    TimelineKind.SCENARIO: routes.break_even,
}
# What has a page of its own: the way there.
_PAGES: Mapping[TimelineKind, Callable[[UUID], Route]] = {
    TimelineKind.SESSION: routes.session,
    TimelineKind.DIFFICULTY: routes.difficulty,
    TimelineKind.REFERRAL: routes.referral,
    TimelineKind.GROUP: routes.group,
    TimelineKind.GROUP_MEETING: routes.meeting,
    TimelineKind.CHAIN: routes.chain_link,
    TimelineKind.COMMUNICATION: routes.communication,
    TimelineKind.PRODUCTION: routes.production,
    TimelineKind.EVENT: routes.event,
    TimelineKind.EXCHANGE: routes.exchange,
    TimelineKind.PROSPECT: routes.prospect,
}


def open_entry(context: Context, side: SideCards, entry: TimelineEntry, organisation_id: UUID) -> None:
    """Go to a page of its own or another tab, open a document or the row of anything else; else show the history."""
    card = _card(side, entry.kind)
    if entry.kind in _TABS:
        context.shell.go(_TABS[entry.kind](organisation_id))
    elif entry.kind in _PAGES:
        context.shell.go(_PAGES[entry.kind](entry.id))
    elif entry.kind is TimelineKind.DOCUMENT:
        side.documents.open_document(entry.id)
    elif entry.kind is TimelineKind.NOTE:
        context.shell.capture(entry.id)
    elif entry.kind is TimelineKind.EVIDENCE:
        side.results.open_evidence(entry.id)
    elif card is not None and entry.id in card.rows:
        card.open_when_shown(entry.id)
    else:
        open_history(context, side, entry.kind.value, entry.id, entry.title)


def _card(side: SideCards, kind: TimelineKind) -> PartsCard | None:
    return {
        TimelineKind.RESULT: side.results,
        TimelineKind.FILE: side.projects,
        TimelineKind.MEMBERSHIP: side.memberships,
        TimelineKind.SITUATION: side.memberships,
        TimelineKind.IMPORT_NOTE: side.import_notes,
        TimelineKind.ADVICE: side.advice,
    }.get(kind)


def show_history(context: Context, side: SideCards, organisation: Organisation) -> None:
    """Show everything that changed in an organisation."""
    open_history(context, side, "organisation", organisation.id, organisation.name)
