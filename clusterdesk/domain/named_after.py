"""Records that people know by another one as well as by their own words, like a file by its project."""

from collections.abc import Mapping

from clusterdesk.domain.record_types import RecordType

_NAMED_AFTER: Mapping[str, tuple[str, ...]] = {
    "coaching_file": ("project_id",),
    "contact_role": ("contact_id", "organisation_id"),
    "coaching_file_manager": ("profile_id", "coaching_file_id"),
    "project_partner": ("organisation_id", "project_id"),
    "consent": ("contact_id", "organisation_id"),
    "membership": ("organisation_id",),
    "organisation_status": ("organisation_id",),
    "commitment": ("event_kind_id",),
    "theme_vote": ("theme_id", "organisation_id"),
    "event_participation": ("programme_event_id", "organisation_id"),
    "satisfaction": ("programme_event_id",),
    "result_event": ("project_id", "organisation_id"),
    "group_member": ("working_group_id", "organisation_id", "contact_id"),
    "meeting": ("working_group_id",),
    "meeting_attendance": ("meeting_id", "organisation_id", "contact_id"),
}


def named_after(kind: RecordType) -> tuple[str, ...]:
    """Return the fields that lead to the records one of this type is named after, in order."""
    if kind.title_fields:
        return _NAMED_AFTER.get(kind.key, ())
    return tuple(spec.name for spec in kind.references)
