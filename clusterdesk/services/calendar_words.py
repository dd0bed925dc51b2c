"""What a calendar would change, in words."""

from collections.abc import Mapping
from datetime import date, time

from clusterdesk.domain.views.calendar import CalendarChange, ChangeKind, Ignored
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


def kind_words(kind: ChangeKind, t: Translator) -> str:
    """Return what a change does, as one word."""
    match kind:
        case ChangeKind.MOVED:
            return t.c("visit", "moved")
        case ChangeKind.CANCELLED:
            return t.c("visit", "called off")
        case ChangeKind.NEW:
            return t.c("visit", "new")


def change_words(one: CalendarChange, t: Translator, formats: Formats) -> str:
    """Return when a proposed change leaves a visit, and when it was."""
    after = moment_words(one.on, one.starts_at, t, formats)
    if one.kind is ChangeKind.CANCELLED:
        return after
    if one.before is None:
        return t("{day} – “{summary}”", day=after, summary=one.summary)
    before = moment_words(*one.before, t, formats)
    if before == after:
        return t("{day}: now {length}", day=after, length=formats.duration(one.minutes or 0))
    return t("{before} → {after}", before=before, after=after)


def moment_words(on: date, hour: time | None, t: Translator, formats: Formats) -> str:
    """Return a day, with its hour where there is one."""
    day = formats.weekday_date(on)
    return t("{day}, {hour}", day=day, hour=formats.time(hour)) if hour else day


def ignored_words(ignored: Mapping[Ignored, int], t: Translator, formats: Formats) -> str:
    """Return how many appointments are left alone, and why."""
    count = sum(ignored.values())
    why = formats.joined([_reason(reason, number, t) for reason, number in ignored.items() if number])
    return t.n("{n} appointment is left alone: {why}.", "{n} appointments are left alone: {why}.", n=count, why=why)


def _reason(reason: Ignored, number: int, t: Translator) -> str:
    match reason:
        case Ignored.UNCHANGED:
            return t.n("{n} without change", "{n} without change", n=number)
        case Ignored.UNKNOWN:
            return t.n("{n} with nobody known", "{n} with nobody known", n=number)
        case Ignored.AMBIGUOUS:
            return t.n("{n} that fits several organisations", "{n} that fit several organisations", n=number)
        case Ignored.PLANNED:
            return t.n("{n} already planned that day", "{n} already planned that day", n=number)
        case Ignored.HELD:
            return t.n("{n} held already", "{n} held already", n=number)
        case Ignored.PAST:
            return t.n("{n} in the past", "{n} in the past", n=number)
        case Ignored.RECURRING:
            return t.n("{n} that repeats", "{n} that repeat", n=number)
        case Ignored.UNREADABLE:
            return t.n("{n} that cannot be read", "{n} that cannot be read", n=number)
