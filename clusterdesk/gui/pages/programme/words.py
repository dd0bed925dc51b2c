"""The programme in words: where commitments and events stand, with the tone and the sign that say it too."""

from collections.abc import Iterator, Mapping
from datetime import date

from clusterdesk.base.marks import N_
from clusterdesk.domain.programme.counting import STANDING_LABELS, Counted, Standing, is_untold
from clusterdesk.domain.records.groups import GatheringState
from clusterdesk.domain.records.programme import EventKind, ProgrammeEvent, Theme, ThemeState
from clusterdesk.domain.views.programme import EventRow, KindYear
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.fields.choice import Option

STANDING_TONES: Mapping[Standing, Tone] = {
    Standing.DONE: Tone.OK,
    Standing.PLANNED: Tone.INFO,
    Standing.MISSING: Tone.WARN,
    Standing.LATE: Tone.BAD,
    Standing.EXTRA: Tone.NEUTRAL,
}
THEME_TONES: Mapping[ThemeState, Tone] = {
    ThemeState.PROPOSED: Tone.NEUTRAL,
    ThemeState.VOTED: Tone.INFO,
    ThemeState.CHOSEN: Tone.OK,
    ThemeState.DROPPED: Tone.NEUTRAL,
}
_STATES: Mapping[GatheringState, tuple[str, Tone, str]] = {
    GatheringState.PLANNED: (N_("Is to come"), Tone.INFO, "clock"),
    GatheringState.HELD: (N_("Took place"), Tone.OK, "check"),
    GatheringState.CANCELLED: (N_("Event called off"), Tone.NEUTRAL, "x"),
}


def kind_name(kit: Kit, kind: EventKind | None) -> str:
    """Return the name of a kind of event."""
    return kind.name_in(kit.t.language) if kind is not None else kit.t("Without a kind")


def event_state(kit: Kit, event: ProgrammeEvent, today: date) -> tuple[str, Tone, str]:
    """Return where an event stands: in words, as a tone, as an icon."""
    if is_untold(event, today):
        return kit.t("Did it take place?"), Tone.WARN, "circle-help"
    words, tone, icon = _STATES[event.state]
    return kit.t(words), tone, icon


def state_options(kit: Kit) -> list[Option]:
    """Return whether an event is to come, took place, or was called off."""
    return [Option(state, kit.t(told[0])) for state, told in _STATES.items()]


def standing_words(kit: Kit, counted: Counted) -> str:
    """Return where a commitment stands: "1 to be planned", "Done"."""
    if counted.standing in (Standing.MISSING, Standing.LATE) and counted.missing:
        number = kit.t.n("{n} to be planned", "{n} to be planned", n=counted.missing)
        return kit.t("Late: {what}", what=number) if counted.standing is Standing.LATE else number
    return kit.t(STANDING_LABELS[counted.standing])


def counted_words(kit: Kit, counted: Counted) -> str:
    """Return "1 of 2 held, 1 planned, 1 to be told"."""
    t, number = kit.t, kit.formats.number
    parts = [t("held: {held} of {owed}", held=number(counted.held), owed=number(counted.owed))]
    if not counted.owed:
        parts = [t.n("{n} held", "{n} held", n=counted.held)]
    if counted.coming:
        parts.append(t.n("{n} planned", "{n} planned", n=counted.coming))
    if counted.untold:
        parts.append(t.n("{n} past: did it take place?", "{n} past: did they take place?", n=counted.untold))
    return " · ".join(parts)


def year_words(kit: Kit, kinds: tuple[KindYear, ...]) -> str:
    """Return the year in a line: what took place of what is owed, what is still to be planned."""
    t, number = kit.t, kit.formats.number
    owed = sum(one.counted.owed for one in kinds)
    if not owed:
        return ""
    held = sum(min(one.counted.held, one.counted.owed) for one in kinds)
    missing = sum(one.counted.missing for one in kinds)
    first = t("{held} of {owed} commitments held", held=number(held), owed=number(owed))
    rest = t.n("{n} event to be planned", "{n} events to be planned", n=missing) if missing else t("all are planned")
    return f"{first} · {rest}" if held < owed else first


def when(kit: Kit, event: ProgrammeEvent) -> str:
    """Return "Thu 12 March 2026, 18:00–20:30"."""
    formats = kit.formats
    day = formats.weekday_date(event.on)
    if event.to_on is not None and event.to_on != event.on:
        day = kit.t("{first} – {last}", first=day, last=formats.weekday_date(event.to_on))
    hours = [formats.time(one) for one in (event.starts_at, event.ends_at) if one is not None]
    return f"{day}, {'–'.join(hours)}" if hours else day


def event_facts(kit: Kit, row: EventRow) -> str:
    """Return host or place, and how many are registered or came."""
    return " · ".join(_facts(kit, row))


def theme_options(kit: Kit, themes: tuple[Theme, ...], kept: Theme | None = None) -> list[Option]:
    """Return the themes an event may be about, each with its year; one that is no longer offered stays."""
    known = [*themes, *([kept] if kept is not None and kept.id not in {one.id for one in themes} else [])]
    return [Option(None, "–"), *(Option(one.id, f"{one.title} ({one.year})") for one in known)]


def kind_options(kit: Kit, kinds: tuple[EventKind, ...], kept: EventKind | None = None) -> list[Option]:
    """Return the kinds in use; one that no longer is stays where it is the answer."""
    known = [one for one in kinds if one.active or (kept is not None and one.id == kept.id)]
    return [Option(None, "–"), *(Option(one.id, one.name_in(kit.t.language)) for one in known)]


def _facts(kit: Kit, row: EventRow) -> Iterator[str]:
    t = kit.t
    place = row.host or row.record.place
    if place:
        yield place
    if row.present:
        yield t.n("{n} present", "{n} present", n=row.present)
    elif row.registered:
        yield t.n("{n} registered", "{n} registered", n=row.registered)
