"""The sentences of an employment attestation that are signed, and their fingerprint."""

import hashlib
from collections.abc import Sequence

from clusterdesk.briefs.characters import one_line
from clusterdesk.domain.views.attestation import Attestation, StaffOn
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.staff_numbers import fte_text, signed_fte
from clusterdesk.i18n.translator import Translator


def statement(view: Attestation, t: Translator, formats: Formats) -> tuple[str, ...]:
    """Return what is signed, sentence by sentence: the fingerprint is made of them. No person is named in them."""
    who = t("{name} (enterprise number {number})", name=view.organisation, number=view.number)
    lines = [
        t(
            "The undersigned declares, for {who} and its project “{project}”:",
            who=who if view.number else view.organisation,
            project=view.project,
        ),
        t(
            "on {day} {fte} full-time equivalents worked there;",
            day=_day(view.before, formats),
            fte=_fte(view.before, formats),
        ),
        t(
            "on {day} {fte} full-time equivalents work there.",
            day=_day(view.after, formats),
            fte=_fte(view.after, formats),
        ),
    ]
    if view.year is not None and view.year.mean is not None and view.year.difference is not None:
        numbers = [end.fte for end in view.year.quarters if end.fte is not None]
        lines.append(
            t(
                "Mean of {year} over the ends of its quarters: ({numbers}) ÷ {n} = {mean}, that is {difference}"
                " against the start.",
                year=str(view.year.year),
                numbers=" + ".join(fte_text(one, formats) for one in numbers),
                n=view.year.known,
                mean=fte_text(view.year.mean, formats),
                difference=signed_fte(view.year.difference, formats),
            )
        )
    if view.created is not None:
        lines.append(t("FTE created because of the project: {fte}.", fte=fte_text(view.created, formats)))
    if view.retained is not None:
        lines.append(t("FTE retained because of the project: {fte}.", fte=fte_text(view.retained, formats)))
    if view.counted:
        lines.append(t("Filled posts only; counted are: {kinds}.", kinds=formats.joined(list(view.counted))))
    return tuple(one_line(line) for line in lines)


def fingerprint(lines: Sequence[str]) -> str:
    """Return the SHA-256 of the sentences that were signed: UTF-8, one a line."""
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()


def _day(staff: StaffOn, formats: Formats) -> str:
    return formats.date(staff.on)


def _fte(staff: StaffOn, formats: Formats) -> str:
    return fte_text(staff.fte, formats)
