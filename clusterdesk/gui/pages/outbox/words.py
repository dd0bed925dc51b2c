"""An export as a row: what it is, how far it came, why not further."""

from collections.abc import Mapping
from datetime import datetime

from clusterdesk.base.marks import N_
from clusterdesk.domain.outgoing.states import JobState, Trouble
from clusterdesk.domain.outgoing.words import PURPOSES, TROUBLES
from clusterdesk.domain.views.outbox import ExportJob
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.models.rows import Column, TableRow
from clusterdesk.gui.tokens import Tone
from clusterdesk.i18n.translator import Translator

STATES: Mapping[JobState, tuple[str, Tone]] = {
    JobState.QUEUED: (N_("Waits"), Tone.WARN),
    JobState.COPYING: (N_("On its way"), Tone.INFO),
    JobState.COPIED: (N_("Arrived"), Tone.OK),
    JobState.VERIFIED: (N_("Arrived, checked"), Tone.OK),
    JobState.FAILED: (N_("Cannot be sent"), Tone.BAD),
}


def columns(t: Translator) -> tuple[Column, ...]:
    """Return the columns of the table."""
    return (
        Column("what", t("What"), 296, sortable=False),
        Column("state", t("State"), 126, chip=True, sortable=False),
        Column("when", t("Since"), 152, sortable=False),
        Column("why", t("Why it waits, or where it went"), 298, sortable=False),
        Column("kind", t("Kind"), 108, sortable=False),
    )


def row_of(kit: Kit, job: ExportJob) -> TableRow:
    """Return an export as a row."""
    t = kit.t
    state, tone = STATES[job.state]
    arrived = job.state in (JobState.COPIED, JobState.VERIFIED) and job.trouble is None
    why = job.arrived_as if arrived else reason(kit, job)
    since = (job.verified_at or job.copied_at or job.created_at) if arrived else job.created_at
    return TableRow(
        job.id,
        (
            job.title,
            t(state),
            moment(kit, since),
            why,
            t(PURPOSES[job.purpose]),
        ),
        (None, tone, None, None, None),
    )


def reason(kit: Kit, job: ExportJob) -> str:
    """Say why an export waits, and when it is tried again."""
    t = kit.t
    if job.trouble is None:
        return t("It leaves as soon as the drive is there.") if job.waits else ""
    said = t(TROUBLES[job.trouble])
    if job.trouble in (Trouble.LOCAL_MISSING, Trouble.LOCAL_CHANGED) or job.next_try_at is None:
        return said
    return t("{reason} Tried again at {time}.", reason=said, time=kit.formats.time(job.next_try_at))


def moment(kit: Kit, instant: datetime) -> str:
    """Say when: the hour today, else the day and the hour."""
    day = instant.astimezone().date()
    if day == kit.clock.today():
        return kit.t("today, {time}", time=kit.formats.time(instant))
    return kit.t("{day}, {time}", day=kit.formats.date(day), time=kit.formats.time(instant))


def details(kit: Kit, job: ExportJob) -> str:
    """Say the whole of an export: when it was made, where it goes, its hash, how often it was tried, what failed."""
    t = kit.t
    said = t(
        "Made {made}, {size}, for {place}. SHA-256 {hash}",
        size=kit.formats.file_size(job.size),
        made=moment(kit, job.created_at),
        place=job.arrived_as or job.destination,
        hash=job.sha256,
    )
    tried = ""
    if job.attempts and job.last_try_at is not None:
        when = moment(kit, job.last_try_at)
        tried = t.n("Tried {n} time, last {when}.", "Tried {n} times, last {when}.", n=job.attempts, when=when)
    return "\n".join(line for line in (said, reason(kit, job), tried, job.detail) if line)
