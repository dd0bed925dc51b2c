"""Where a jotted line went, and why one waits, in words (msgids and their values)."""

from collections.abc import Callable, Mapping
from typing import Any

from clusterdesk.base.marks import N_
from clusterdesk.domain.capture.understood import Destination, Unclear, Understood

_WENT: Mapping[Destination, str] = {
    Destination.PROMISE: N_("Promise for {organisation}: {text}"),
    Destination.HEADCOUNT: N_("Head count of {organisation}: {text}"),
    Destination.EXCHANGE: N_("Offer or need of {organisation}: {text}"),
    Destination.FIL: N_("Note on the timeline of {organisation}: {text}"),
    Destination.SESSION: N_("Note in the session with {organisation}: {text}"),
    Destination.INBOX: N_("To be sorted: {text}"),
}
_UNOWNED = N_("Promise: {text}")
_WHY: Mapping[Unclear, str] = {
    Unclear.NO_ORGANISATION: N_("It does not say which organisation it is about."),
    Unclear.SEVERAL_ORGANISATIONS: N_("“{name}” may be several organisations: {names}."),
    Unclear.UNKNOWN_ORGANISATION: N_("No organisation is called “{name}”."),
    Unclear.NO_SUCH_DAY: N_("“{day}” is not a day that exists."),
    Unclear.KEPT_FOR_LATER: N_("Lines of this kind are kept until they can be filed as what they are."),
}

type Told = tuple[str, dict[str, Any]]


def where_it_goes(destination: Destination, organisation: str, text: str) -> Told:
    """Return what is told of a line that was kept: where it is now."""
    message = _WENT[destination]
    if destination is Destination.PROMISE and not organisation:
        message = _UNOWNED
    return message, {"organisation": organisation, "text": text}


def why_it_waits(meant: Understood, joined: Callable[[list[str]], str]) -> Told | None:
    """Return why a line waits to be sorted, None where it does not; ``joined`` makes a sentence of several names."""
    if meant.unclear is None:
        return None
    mark = meant.captured.organisation
    values = {
        "name": mark.words[0] if mark is not None else "",
        "names": joined([one.name for one in meant.candidates]),
        "day": meant.captured.no_day,
    }
    return _WHY[meant.unclear], values
