"""Groups and meetings in words, the same in the list, on their pages and in the Fil."""

from collections.abc import Mapping

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.groups.seats import Seats
from clusterdesk.domain.records.groups import GatheringState, GroupKind, Meeting, MemberCategory, Presence, WorkingGroup
from clusterdesk.domain.views.groups import GroupRow, MeetingRow, MemberLine
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone

STATE_TONES: Mapping[GatheringState, Tone] = {
    GatheringState.PLANNED: Tone.INFO,
    GatheringState.HELD: Tone.OK,
    GatheringState.CANCELLED: Tone.NEUTRAL,
}
PRESENCE_TONES: Mapping[Presence, Tone] = {
    Presence.UNKNOWN: Tone.NEUTRAL,
    Presence.PRESENT: Tone.OK,
    Presence.EXCUSED: Tone.INFO,
    Presence.ABSENT: Tone.WARN,
}


def kind_words(kit: Kit, row: GroupRow) -> str:
    """Return what a group works for: its value chain, else its kind."""
    if row.chain is not None and row.record.kind is GroupKind.VALUE_CHAIN:
        return row.chain.name_in(kit.t.language)
    return kit.t(choice_label(row.record.kind))


def seat_words(kit: Kit, seats: Seats) -> str:
    """Return how many seats of a category are filled, and how many are free."""
    t, number = kit.t, kit.formats.number
    facts = {"filled": number(seats.filled), "all": number(seats.all or 0)}
    if seats.category is MemberCategory.COMPANY:
        words = t("Companies: {filled} of {all} seats", **facts)
    else:
        words = t("Partners: {filled} of {all} seats", **facts)
    if seats.free:
        return t.n("{words}, {n} free", "{words}, {n} free", n=seats.free, words=words)
    if seats.over:
        return t.n("{words}, {n} too many", "{words}, {n} too many", n=seats.over, words=words)
    return words


def hours(kit: Kit, meeting: Meeting) -> str:
    """Return from when to when, as far as it is said."""
    if meeting.starts_at is None:
        return ""
    start = kit.formats.time(meeting.starts_at)
    if meeting.ends_at is None:
        return start
    return kit.t("{start}–{end}", start=start, end=kit.formats.time(meeting.ends_at))


def when_words(kit: Kit, meeting: Meeting) -> str:
    """Return the day of a meeting, with its year."""
    return kit.t(
        "{weekday} {day}", weekday=kit.formats.weekday(meeting.on, short=True), day=kit.formats.date(meeting.on)
    )


def meeting_title(kit: Kit, meeting: Meeting) -> str:
    """Return what a meeting is called: its title, else its day."""
    return meeting.title or kit.t("Meeting of {day}", day=kit.formats.long_date(meeting.on))


def counts(kit: Kit, row: MeetingRow) -> str:
    """Return who came and what came of it, as far as anything did."""
    t = kit.t
    facts = []
    if row.present:
        facts.append(t.n("{n} present", "{n} present", n=row.present))
    if row.excused:
        facts.append(t.n("{n} excused", "{n} excused", n=row.excused))
    if row.decisions:
        facts.append(t.n("{n} decision", "{n} decisions", n=row.decisions))
    if row.promises:
        facts.append(t.n("{n} promise", "{n} promises", n=row.promises))
    return " · ".join(facts)


def mandate_words(kit: Kit, line: MemberLine) -> str:
    """Return since when and until when somebody sits in a group."""
    t, record = kit.t, line.record
    start = kit.formats.partial(record.from_on) if record.from_on is not None else ""
    end = kit.formats.partial(record.to_on) if record.to_on is not None else ""
    if start and end:
        return t("{start} – {end}", start=start, end=end)
    if start:
        return t("since {day}", day=start)
    return t("until {day}", day=end) if end else ""


def lasts(group: WorkingGroup, kit: Kit) -> bool:
    """Tell whether a group still works today."""
    return group.to_on is None or group.to_on.latest() >= kit.clock.today()
