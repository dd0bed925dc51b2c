"""Finding things, and where they are shown; the questions run in the desk's thread."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shell.palette import Hit
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.tasks import owner_of
from clusterdesk.i18n.translator import Translator

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.domain.views.search import SearchHit, SearchPage
    from clusterdesk.gui.desk_worker import DeskWorker

_IN_BOX = 10
_OF_STRATEGY = (
    "strategic_objective",
    "operational_objective",
    "rule_set",
    "plan_item",
    "board_freeze",
    "board_remark",
)
ICONS = {
    "organisation": "building-2",
    "contact": "user",
    "project": "workflow",
    "coaching_file": "briefcase",
    "one_off_advice": "lightbulb",
    "session": "calendar-days",
    "session_note": "notebook-pen",
    "quick_note": "inbox",
    "action": "square-check-big",
    "result_event": "flag",
    "document": "file-text",
    "evidence": "shield",
    "import_note": "file-spreadsheet",
    "headcount": "users",
    "annual_accounts": "book-open",
    "milestone": "flag",
    "funding_application": "handshake",
    "diagnostic": "gauge",
    "diagnostic_score": "gauge",
    "mrl_assessment": "factory",
    "mrl_answer": "factory",
    "capacity_sheet": "factory",
    "scenario": "trending-up",
    "ledger": "table",
    "monthly_figures": "table",
    "figure": "table",
    "hub_team": "handshake",
    "hub_team_person": "handshake",
    "referral": "share-2",
    "referral_step": "share-2",
    "readiness_answer": "share-2",
    "difficulty": "flag",
    "difficulty_quote": "flag",
    "difficulty_step": "flag",
    "working_group": "users",
    "group_member": "users",
    "meeting": "users",
    "meeting_decision": "users",
    "chain_link": "workflow",
    "chain_actor": "workflow",
    "vision_dossier": "book-open",
    "vision_chapter": "book-open",
    "vision_source": "book-open",
    "open_question": "book-open",
    "communication_item": "message-square",
    **dict.fromkeys((*_OF_STRATEGY, "indicator"), "trending-up"),
    "project_chain_link": "workflow",
    "production_step": "workflow",
    "project_rating": "workflow",
    "theme": "lightbulb",
    "programme_event": "calendar-days",
    "event_participation": "calendar-days",
    "satisfaction": "calendar-days",
    "exchange": "handshake",
    "prospect": "search",
    "prospect_step": "search",
}


# What has a page of its own, or a row of a page: the way there. Its parts are shown there, too.
_PAGES: Mapping[str, Callable[[UUID], Route]] = {
    "organisation": routes.organisation,
    "session": routes.session,
    "hub_team": routes.teams,
    "referral": routes.referral,
    "difficulty": routes.difficulty,
    "working_group": routes.group,
    "meeting": routes.meeting,
    "chain_link": routes.chain_link,
    "exchange": routes.exchange,
    "prospect": routes.prospect,
    "vision_dossier": routes.vision,
    "communication_item": routes.communication,
    "theme": routes.theme,
    "indicator": routes.indicator,
    "programme_event": routes.event,
}
# What is a part of a project, and stands on its row among the production projects.
_OF_PRODUCTION = frozenset({"project_chain_link", "production_step", "project_rating"})
# What stands on a tab of its organisation: the way there.
_TABS: Mapping[str, Callable[[UUID], Route]] = {
    "milestone": routes.coaching,
    "funding_application": routes.coaching,
    "diagnostic": routes.diagnostic,
    "diagnostic_score": routes.diagnostic,
    "headcount": routes.employment,
    "annual_accounts": routes.accounts,
    "mrl_assessment": routes.industry,
    "mrl_answer": routes.industry,
    "capacity_sheet": routes.industry,
    "scenario": routes.break_even,
    "ledger": routes.figures,
    "monthly_figures": routes.figures,
    "figure": routes.figures,
}


class Find:
    """Looks for a text."""

    def __init__(self, text: str, limit: int) -> None:
        """Take at most ``limit`` hits."""
        self._text, self._limit = text, limit

    def __call__(self, desk: "Desk") -> "SearchPage":
        """Search; no text raises."""
        from clusterdesk.services.lookup import search_while_typing

        return search_while_typing(desk.store, self._text, self._limit)


class CountFound:
    """Counts what holds a text."""

    def __init__(self, text: str) -> None:
        """Take the text."""
        self._text = text

    def __call__(self, desk: "Desk") -> int:
        """Count."""
        from clusterdesk.services.lookup import count_found

        return count_found(desk.store, self._text)


class WayTo:
    """Where a hit is shown: on its own page, on that of what it is a part of, else with its organisation."""

    def __init__(self, hit: "SearchHit") -> None:
        """Take the hit somebody opens."""
        self._hit = hit

    def __call__(self, desk: "Desk") -> Route | None:
        """Return the way, None where there is no page yet."""
        hit = self._hit
        return quick_way(hit) or _way_to_owner(desk, hit)


def _way_to_owner(desk: "Desk", hit: "SearchHit") -> Route | None:
    """Return the way to the page of what a part belongs to."""
    owner = _owner_of(hit.kind)
    if owner is None:
        return None
    from clusterdesk.domain.record_types import RECORD_TYPES

    name, target = owner
    record = desk.store.get(RECORD_TYPES[hit.kind].cls, hit.id)
    owner_id: UUID | None = getattr(record, name)
    return _PAGES[target](owner_id) if owner_id is not None else None


def _owner_of(kind: str) -> tuple[str, str] | None:
    """Return the field by which a kind of record is a part of one that has a page, and the kind of that one."""
    if kind in _PAGES or kind in _TABS:
        return None
    from clusterdesk.domain.record_types import RECORD_TYPES

    for spec in RECORD_TYPES[kind].references:
        target = spec.refers_to or ""
        if spec.owned and target in _PAGES and target != "organisation":
            return spec.name, target
    return None


def quick_way(hit: "SearchHit") -> Route | None:
    """Return the way to a hit as far as the hit itself tells."""
    if hit.kind in _OF_STRATEGY:
        return routes.strategy(hit.kind, hit.id)
    if hit.kind in _PAGES:
        return _PAGES[hit.kind](hit.id)
    if hit.kind in _OF_PRODUCTION:
        return routes.production(hit.id)
    if _owner_of(hit.kind) is not None:
        return None
    if hit.organisation_id is not None:
        return _TABS.get(hit.kind, routes.organisation)(hit.organisation_id)
    return Route(routes.TODAY) if hit.kind == "quick_note" else None


def kind_words(kind: str, t: Translator) -> str:
    """Return the name of a kind of record."""
    # Late: the first screen is painted before anybody searches.
    from clusterdesk.domain.record_types import RECORD_TYPES

    return t(RECORD_TYPES[kind].label)


class DeskSearch:
    """Answers the search field of the rail."""

    def __init__(self, worker: "DeskWorker[Desk]", kit: Kit) -> None:
        """Ask this worker; name kinds in the language of the kit."""
        self._worker, self._kit = worker, kit

    def ask(self, text: str, deliver: Callable[[Sequence[Hit]], None]) -> None:
        """Find a text; the newest question wins."""
        answer = _Hits(text, self._kit, deliver)
        self._worker.submit(Find(text, _IN_BOX), answer, latest="search-box", owner=owner_of(deliver))


class _Hits:
    """Turns what was found into lines of the search box, the way to all of it last."""

    def __init__(self, text: str, kit: Kit, deliver: Callable[[Sequence[Hit]], None]) -> None:
        self._text, self._t, self._formats, self._deliver = text, kit.t, kit.formats, deliver

    def __call__(self, page: "SearchPage") -> None:
        hits = [self._line(hit) for hit in page.hits]
        if page.hits:
            words = self._t("Show all results")
            if page.complete:
                words = self._t.n("Show {n} result", "Show all {n} results", n=page.total)
            hits.append(Hit(routes.search(self._text), words, icon="search"))
        self._deliver(hits)

    def _line(self, hit: "SearchHit") -> Hit:
        from clusterdesk.services.told_titles import told_title

        kind = kind_words(hit.kind, self._t)
        note = f"{kind} · {hit.organisation}" if hit.organisation and hit.organisation != hit.title else kind
        # A note's session is asked for only when somebody opens it: the box shows its organisation.
        way = quick_way(hit) or routes.search(self._text)
        title = told_title(hit.kind, hit.title, self._t, self._formats)
        return Hit(way, title or hit.snippet, note, ICONS.get(hit.kind, "file-text"))
