"""What the pictures show of the outbox: files that wait for a drive that is away, and some that have arrived."""

from dataclasses import replace
from datetime import timedelta

from clusterdesk.domain.outgoing.new_export import NewExport
from clusterdesk.domain.outgoing.states import DriveState, JobState, Purpose, Trouble
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.outbox import ExportJob
from clusterdesk.gui.sending import OutboxState
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services import outbox
from clusterdesk.store.desk_store import Store
from clusterdesk.sync.drive_words import drive_error
from clusterdesk.sync.wire import Looked

FOLDER = "//serveur/circulaire/Équipe"
_MADE = (
    ("Fiche de visite – Atelier Noord", Purpose.BRIEF, "briefs/{year}/Atelier Noord", ".pdf", 84_213, None),
    ("Organisations 2026-11-20", Purpose.LIST, "lists/{year}", ".xlsx", 31_402, None),
    ("Seuil de rentabilité – Houtlus", Purpose.BRIEF, "briefs/{year}/Houtlus", ".pdf", 64_900, 2),
    ("Colis – Feutrelle, Pays-Bas", Purpose.PARCEL, "parcels/{year}/Feutrelle", ".pdf", 212_733, 3),
)


def fill_outbox(store: Store) -> None:
    """Put exports into the outbox; the last number is how many days ago one arrived, None: it waits."""
    for title, purpose, template, suffix, size, days in _MADE:
        export = NewExport(
            title=title,
            purpose=purpose,
            filename=f"{title}{suffix}",
            template=template,
            visibility=Visibility.SHAREABLE,
        )
        job = outbox.queue_bytes(store, export, title.encode().ljust(size, b"."))
        outbox.write_down(store, _waiting(job) if days is None else _arrived(job, days))


def _waiting(job: ExportJob) -> ExportJob:
    now = job.created_at
    made, again = now - timedelta(minutes=25), now + timedelta(minutes=8)
    return replace(job, created_at=made, attempts=4, last_try_at=now, next_try_at=again, trouble=Trouble.OFFLINE)


def _arrived(job: ExportJob, days: int) -> ExportJob:
    made = job.created_at - timedelta(days=days, hours=1)
    there = made + timedelta(minutes=1)
    return replace(
        job,
        created_at=made,
        state=JobState.VERIFIED,
        arrived_as=job.destination,
        copied_at=there,
        verified_at=there,
    )


def drive_is_away(window: MainWindow) -> None:
    """Let the window know of a drive that is not connected."""
    window.context.preferences.set("shared_folder", FOLDER)
    found = Looked(DriveState.OFFLINE)
    now = window.context.kit.clock.now()
    state = OutboxState(
        drive=found.state,
        trouble=drive_error(found, FOLDER),
        waiting=2,
        since=now - timedelta(minutes=25),
        asked=True,
    )
    window.context.sending.tell(state)
    window.show_state(window.context.kit.t("Backup {time}", time=window.context.kit.formats.time(now)))


def drive_is_forgotten(window: MainWindow) -> None:
    """Let the window know of no drive."""
    if window.context.settings.shared_folder:
        window.context.preferences.set("shared_folder", "")
        window.context.sending.tell(OutboxState(drive=DriveState.OFF))
