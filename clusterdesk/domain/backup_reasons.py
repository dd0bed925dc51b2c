"""Why a backup was made, in words; its file name carries the key."""

from clusterdesk.base.marks import N_

BACKUP_REASONS = {
    "start": N_("at the start"),
    "interval": N_("while working"),
    "import": N_("before an import"),
    "migration": N_("before an update"),
    "restore": N_("before going back"),
    "manual": N_("asked for"),
}
