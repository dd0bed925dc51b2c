"""The numbers of a year as rows: of the page, and of the list that is exported."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.coaching import AdviceKind
from clusterdesk.domain.records.sessions import SessionKind
from clusterdesk.domain.views.year_statistics import MemberMove, Participation, StatusCount, WentUp, YearStatistics
from clusterdesk.gui.kit import Kit


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its name; ``note`` says who, or since when."""

    name: str
    value: int | Decimal | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Numbers that belong together."""

    heading: str
    figures: tuple[Figure, ...]


def sections(kit: Kit, view: YearStatistics) -> tuple[Section, ...]:
    """Return the numbers of a year in the order of the page."""
    t = kit.t
    return (
        Section(t("Members and partners"), tuple(_members(kit, view))),
        Section(t("Participation"), tuple(_participation(kit, view.participation))),
        Section(t("Coaching"), tuple(_coaching(kit, view))),
        Section(t("One-off advice"), tuple(_advice(kit, view))),
        Section(t("Orientations"), tuple(_went(kit, view.referrals, succeeded=True))),
        Section(t("Difficulties of the field"), tuple(_went(kit, view.difficulties, succeeded=False))),
        Section(
            t("Communication"),
            (Figure(t.c("year", "Published"), view.communications), Figure(t("Organisations featured"), view.featured)),
        ),
    )


def _members(kit: Kit, view: YearStatistics) -> Iterator[Figure]:
    t = kit.t
    yield from _status(kit, t("Members"), view.members)
    yield Figure(t("Joined"), len(view.members.joined), _names(kit, view.members.joined))
    yield Figure(t.c("year", "Left"), len(view.members.left), _names(kit, view.members.left))
    yield from _status(kit, t("Partners"), view.partners)
    yield Figure(t("Candidates"), view.candidates)


def _status(kit: Kit, name: str, count: StatusCount) -> Iterator[Figure]:
    yield Figure(name, count.at_end, kit.t("{n} on 1 January", n=kit.formats.number(count.before)))


def _participation(kit: Kit, found: Participation) -> Iterator[Figure]:
    t = kit.t
    of_all = t.n("of {n} member or partner", "of {n} members and partners", n=found.members)
    yield Figure(t("Events held"), found.events)
    yield Figure(t("Members and partners who came"), found.came, of_all)
    mean = t("{n} per event", n=kit.formats.decimal(found.times / found.events, 1)) if found.events else ""
    yield Figure(t("Times they came"), found.times, mean)
    yield Figure(t("Never came"), len(found.never), kit.formats.joined(found.never) if found.never else "")


def _coaching(kit: Kit, view: YearStatistics) -> Iterator[Figure]:
    t = kit.t
    for kind in (SessionKind.VISIT, SessionKind.MEETING, SessionKind.CALL):
        yield Figure(t(choice_label(kind)), view.coaching.get(kind, 0))
    yield Figure(t("Organisations coached"), view.coached)
    changes = t("{opened} opened, {closed} closed", opened=str(view.opened), closed=str(view.closed))
    yield Figure(t("Coaching files open"), view.files, changes)


def _advice(kit: Kit, view: YearStatistics) -> Iterator[Figure]:
    for kind in AdviceKind:
        yield Figure(kit.t(choice_label(kind)), view.advice.get(kind, 0))
    yield Figure(kit.t("Organisations advised"), view.advised)


def _went(kit: Kit, went: WentUp, *, succeeded: bool) -> Iterator[Figure]:
    t = kit.t
    yield Figure(t.c("year", "Sent"), went.sent)
    yield Figure(t.c("year", "Answered"), went.answered)
    if succeeded:
        yield Figure(t.c("year", "Succeeded"), went.succeeded)
        yield Figure(t("Without outcome"), went.closed_without)
    yield Figure(t.c("year", "Open"), went.open)
    days = Decimal(str(went.median_days)) if went.median_days is not None else None
    yield Figure(t("Median delay in days"), days)


def _names(kit: Kit, moves: tuple[MemberMove, ...]) -> str:
    return kit.formats.joined([one.name for one in moves]) if moves else ""
