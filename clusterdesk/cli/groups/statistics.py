"""statistics: a year in numbers."""

from argparse import Namespace
from collections.abc import Mapping
from enum import Enum
from typing import Any

from clusterdesk.base.errors import Translate
from clusterdesk.cli.answer import Answer, Lines, Pairs
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.cli.years import year_given
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.views.year_statistics import StatusCount, WentUp, YearStatistics


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the arguments."""
    parser.wanted.add_argument("year", metavar=t("YEAR"), nargs="?", help=t("the year; else this one"))
    parser.set_defaults(handler=statistics)


def statistics(context: Context, options: Namespace) -> Answer:
    """Count a year."""
    from clusterdesk.services.year_statistics import year_statistics

    year = year_given(options.year) if options.year else context.desk.clock.today().year
    view = year_statistics(context.desk.store, year)
    return Answer(
        _document(view), [Lines([context.t("The year {year} in numbers", year=str(year))]), _pairs(context, view)]
    )


def _document(view: YearStatistics) -> dict[str, Any]:
    return {
        "year": view.year,
        "until": view.until.isoformat(),
        "members": _status(view.members),
        "partners": _status(view.partners),
        "candidates": view.candidates,
        "participation": {
            "events": view.participation.events,
            "members": view.participation.members,
            "came": view.participation.came,
            "times": view.participation.times,
            "never": list(view.participation.never),
        },
        "coaching": {kind.value: number for kind, number in view.coaching.items()},
        "coached": view.coached,
        "files": {"open": view.files, "opened": view.opened, "closed": view.closed},
        "advice": {kind.value: number for kind, number in view.advice.items()},
        "advised": view.advised,
        "referrals": _went(view.referrals),
        "difficulties": _went(view.difficulties),
        "communications": view.communications,
        "featured": view.featured,
    }


def _status(count: StatusCount) -> dict[str, Any]:
    return {
        "before": count.before,
        "at_end": count.at_end,
        "joined": [{"name": one.name, "on": one.on.isoformat()} for one in count.joined],
        "left": [{"name": one.name, "on": one.on.isoformat(), "reason": one.reason} for one in count.left],
    }


def _went(went: WentUp) -> dict[str, Any]:
    return {
        "sent": went.sent,
        "answered": went.answered,
        "succeeded": went.succeeded,
        "open": went.open,
        "closed_without": went.closed_without,
        "median_days": went.median_days,
    }


def _pairs(context: Context, view: YearStatistics) -> Pairs:
    t, number = context.t, context.formats.number
    came, all_of_them = number(view.participation.came), number(view.participation.members)
    joined = ", ".join(one.name for one in view.members.joined)
    left = ", ".join(one.name for one in view.members.left)
    return Pairs(
        [
            (t("Members"), t("{before} → {now}", before=number(view.members.before), now=number(view.members.at_end))),
            (t("Joined"), joined),
            (t.c("year", "Left"), left),
            (t("Partners"), number(view.partners.at_end)),
            (t("Events held"), number(view.participation.events)),
            (t("Members and partners who came"), t("{came} of {all}", came=came, all=all_of_them)),
            (t("Never came"), ", ".join(view.participation.never)),
            (t("Coaching actions"), _by_kind(context, view.coaching)),
            (t("One-off advice"), _by_kind(context, view.advice)),
            (t("Orientations"), number(view.referrals.sent)),
            (t("Difficulties of the field"), number(view.difficulties.sent)),
            (t("Communication"), number(view.communications)),
        ]
    )


def _by_kind[K: Enum](context: Context, counts: Mapping[K, int]) -> str:
    """Write a total and what it is made of: "59 – Visit 35 · Meeting 24"."""
    t, number = context.t, context.formats.number
    total = number(sum(counts.values()))
    parts = " · ".join(f"{t(choice_label(kind))} {number(n)}" for kind, n in sorted(counts.items(), key=_place))
    return f"{total} – {parts}" if parts else total


def _place[K: Enum](count: tuple[K, int]) -> int:
    return list(type(count[0])).index(count[0])
