"""The entries of the Fil in words."""

from collections.abc import Mapping

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.coaching import AdviceKind
from clusterdesk.domain.records.organisations import LegalSituation, MembershipStatus
from clusterdesk.domain.records.plan import FundingDecision
from clusterdesk.domain.records.results import EvidenceLevel, ResultKind
from clusterdesk.domain.records.sessions import OwnerKind, SessionKind, SessionState
from clusterdesk.domain.views.timeline import TimelineEntry as FilEntry
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.organisation.fil_collective import (
    COLLECTIVE,
    MARKED,
    collective_body,
    collective_mark,
    collective_title,
)
from clusterdesk.gui.pages.organisation.fil_figures import accounts_words, after, figures_words, staff_words
from clusterdesk.gui.pages.organisation.fil_states import SENT_ON, sent_on_body, sent_on_mark
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.timeline import TimelineEntry

CHIP_LABELS: Mapping[TimelineKind, str] = {
    TimelineKind.SESSION: N_("Sessions"),
    TimelineKind.ADVICE: N_("Advice"),
    TimelineKind.RESULT: N_("Results"),
    TimelineKind.EVIDENCE: N_("Evidence pieces"),
    TimelineKind.DOCUMENT: N_("Documents"),
    TimelineKind.PROMISE_KEPT: N_("Promises kept"),
    TimelineKind.FILE: N_("Files"),
    TimelineKind.MEMBERSHIP: N_("Membership"),
    TimelineKind.SITUATION: N_("Legal situation"),
    TimelineKind.NOTE: N_("Notes"),
    TimelineKind.IMPORT_NOTE: N_("Imported"),
    TimelineKind.MATURITY: N_("Maturity"),
    TimelineKind.CAPACITY: N_("Capacity"),
    TimelineKind.HEADCOUNT: N_("Staff"),
    TimelineKind.MILESTONE: N_("Milestones"),
    TimelineKind.DIAGNOSTIC: N_("Diagnostics"),
    TimelineKind.FUNDING: N_("Funding"),
    TimelineKind.FIGURES: N_("Figures"),
    TimelineKind.SCENARIO: N_("Scenarios"),
    TimelineKind.ACCOUNTS: N_("Accounts"),
    TimelineKind.DIFFICULTY: N_("Difficulties"),
    TimelineKind.REFERRAL: N_("Orientations"),
    TimelineKind.CHAIN: N_("Value chains"),
    TimelineKind.COMMUNICATION: N_("Communication"),
    TimelineKind.PRODUCTION: N_("Production projects"),
    TimelineKind.EVENT: N_("Events"),
    TimelineKind.EXCHANGE: N_("Offers and needs"),
    TimelineKind.PROSPECT: N_("Prospecting"),
    TimelineKind.GROUP: N_("Working groups"),
    TimelineKind.GROUP_MEETING: N_("Meetings of groups"),
}
_ICONS: Mapping[TimelineKind, str] = {
    TimelineKind.SESSION: "message-square",
    TimelineKind.ADVICE: "lightbulb",
    TimelineKind.RESULT: "target",
    TimelineKind.EVIDENCE: "list-checks",
    TimelineKind.DOCUMENT: "file-text",
    TimelineKind.PROMISE_KEPT: "square-check-big",
    TimelineKind.FILE: "briefcase",
    TimelineKind.MEMBERSHIP: "user-check",
    TimelineKind.SITUATION: "shield",
    TimelineKind.NOTE: "notebook-pen",
    TimelineKind.IMPORT_NOTE: "file-input",
    TimelineKind.MATURITY: "factory",
    TimelineKind.CAPACITY: "gauge",
    TimelineKind.HEADCOUNT: "users",
    TimelineKind.MILESTONE: "flag",
    TimelineKind.DIAGNOSTIC: "gauge",
    TimelineKind.FUNDING: "handshake",
    TimelineKind.FIGURES: "table",
    TimelineKind.SCENARIO: "trending-up",
    TimelineKind.ACCOUNTS: "book-open",
    TimelineKind.DIFFICULTY: "flag",
    TimelineKind.REFERRAL: "share-2",
    TimelineKind.CHAIN: "workflow",
    TimelineKind.COMMUNICATION: "message-square",
    TimelineKind.PRODUCTION: "workflow",
    TimelineKind.EVENT: "calendar-days",
    TimelineKind.EXCHANGE: "handshake",
    TimelineKind.PROSPECT: "search",
    TimelineKind.GROUP: "users",
    TimelineKind.GROUP_MEETING: "users",
}
SESSION_ICONS: Mapping[str, str] = {
    SessionKind.VISIT.value: "map-pin",
    SessionKind.MEETING.value: "users",
    SessionKind.CALL.value: "phone",
    SessionKind.MAIL.value: "mail",
}
_FILE_WORDS = {"opened": N_("Coaching file opened"), "closed": N_("Coaching file closed")}
_RESULT_MARKS = {
    "proposed": (N_("To confirm"), Tone.WARN),
    "confirmed": (N_("Confirmed"), Tone.INFO),
    "validated": (N_("Validated"), Tone.OK),
}
_DECISION_TONES = {FundingDecision.GRANTED: Tone.OK, FundingDecision.REFUSED: Tone.BAD}
_VISIBILITY_TONES = {Visibility.INTERNAL: Tone.NEUTRAL, Visibility.RESTRICTED: Tone.WARN}


def entry_words(kit: Kit, entry: FilEntry) -> TimelineEntry:
    """Return an entry ready to show."""
    mark, tone = _mark(kit, entry)
    icon = SESSION_ICONS.get(entry.detail) if entry.kind is TimelineKind.SESSION else None
    return TimelineEntry(
        id=(entry.kind, entry.id, entry.detail),
        when=kit.formats.partial(entry.on) if entry.on else "–",
        icon=icon or _ICONS[entry.kind],
        title=_title(kit, entry),
        body=_body(kit, entry),
        mark=mark,
        tone=tone,
        session_id=entry.id if entry.kind is TimelineKind.SESSION else None,
        visibility=entry.visibility,
    )


def _title(kit: Kit, entry: FilEntry) -> str:
    t = kit.t
    if entry.kind is TimelineKind.SESSION:
        return after(kit, t(choice_label(SessionKind(entry.detail))), entry.title)
    if entry.kind is TimelineKind.ADVICE:
        return after(kit, t(choice_label(AdviceKind(entry.detail))), entry.title)
    if entry.kind is TimelineKind.MEMBERSHIP:
        return t(choice_label(MembershipStatus(entry.detail)))
    if entry.kind is TimelineKind.SITUATION:
        return t(choice_label(LegalSituation(entry.detail)))
    if entry.kind is TimelineKind.FILE:
        return after(kit, t(_FILE_WORDS.get(entry.detail, _FILE_WORDS["opened"])), entry.title)
    if entry.kind is TimelineKind.MATURITY:
        return t("Maturity: level {level} · {title}", level=entry.detail, title=entry.title)
    if entry.kind is TimelineKind.CAPACITY:
        return after(kit, t("Capacity sheet"), entry.detail or entry.title)
    if entry.kind is TimelineKind.HEADCOUNT:
        return staff_words(kit, entry)
    if entry.kind is TimelineKind.MILESTONE:
        return after(kit, t("Milestone reached"), entry.title)
    if entry.kind is TimelineKind.FUNDING:
        return after(kit, t("Funding"), entry.title)
    if entry.kind is TimelineKind.SCENARIO:
        return after(kit, t("Scenario kept"), entry.title)
    if entry.kind is TimelineKind.ACCOUNTS:
        return accounts_words(kit, entry)
    if entry.kind is TimelineKind.DIAGNOSTIC:
        return t("Diagnostic")
    if entry.kind is TimelineKind.DIFFICULTY:
        return after(kit, t("Difficulty"), entry.title)
    if entry.kind is TimelineKind.REFERRAL:
        return after(kit, t("Orientation"), entry.title)
    if entry.kind in COLLECTIVE:
        return collective_title(kit, entry)
    if entry.kind is TimelineKind.COMMUNICATION:
        return after(kit, t("Featured"), entry.title)
    if entry.kind is TimelineKind.FIGURES:
        return figures_words(kit, entry)
    if entry.kind is TimelineKind.RESULT:
        kind = next((one for one in ResultKind if one.value in (entry.detail, entry.title)), None)
        return t(choice_label(kind)) if kind is not None else entry.title
    return entry.title or t(CHIP_LABELS[entry.kind])


def _body(kit: Kit, entry: FilEntry) -> str:
    if entry.kind is TimelineKind.PROMISE_KEPT and entry.detail in set(OwnerKind):
        return kit.t("Kept by: {who}", who=kit.t(choice_label(OwnerKind(entry.detail))))
    if entry.kind is TimelineKind.EVIDENCE:
        level = kit.t(choice_label(EvidenceLevel(int(entry.detail))))
        return kit.t("{kind} · {title}", kind=level, title=entry.body) if entry.body else level
    if entry.kind in COLLECTIVE:
        return collective_body(kit, entry)
    return sent_on_body(kit, entry) if entry.kind in SENT_ON else entry.body


def _mark(kit: Kit, entry: FilEntry) -> tuple[str, Tone]:
    t = kit.t
    if entry.kind is TimelineKind.SESSION and entry.state == SessionState.PLANNED:
        return t("Planned"), Tone.INFO
    if entry.kind is TimelineKind.SESSION and entry.state == SessionState.CANCELLED:
        return t("Cancelled"), Tone.NEUTRAL
    if entry.kind is TimelineKind.RESULT and entry.state in _RESULT_MARKS:
        words, tone = _RESULT_MARKS[entry.state]
        return t(words), tone
    if entry.kind in SENT_ON and entry.state:
        return sent_on_mark(kit, entry)
    if entry.kind in MARKED and entry.detail:
        return collective_mark(kit, entry)
    if entry.kind is TimelineKind.FUNDING:
        decision = FundingDecision(entry.detail)
        return t(choice_label(decision)), _DECISION_TONES.get(decision, Tone.INFO)
    if entry.visibility in _VISIBILITY_TONES:
        return t(choice_label(entry.visibility)), _VISIBILITY_TONES[entry.visibility]
    if entry.promises:
        return t.n("{n} promise", "{n} promises", n=entry.promises), Tone.NEUTRAL
    if entry.documents:
        return t.n("{n} document", "{n} documents", n=entry.documents), Tone.NEUTRAL
    return "", Tone.NEUTRAL
