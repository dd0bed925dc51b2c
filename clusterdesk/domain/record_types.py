"""The one table of record types: tables, journal, archive, command line and forms are made from it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from clusterdesk.base.marks import N_
from clusterdesk.domain.collective_types import COLLECTIVE_TYPES
from clusterdesk.domain.fields import FieldSpec, Kind
from clusterdesk.domain.forwarded_types import FORWARDED_TYPES
from clusterdesk.domain.measured_types import MEASURED_TYPES
from clusterdesk.domain.record_type import RecordType
from clusterdesk.domain.record_type import record_type as _type
from clusterdesk.domain.records import coaching, contacts, inbox, lists, organisations, projects, results, sessions
from clusterdesk.domain.records.base import Record

_ALL: tuple[RecordType, ...] = (
    _type("profile", lists.Profile, N_("Colleague"), N_("Colleagues"), title_fields=("name",)),
    _type("value_chain", lists.ValueChain, N_("Value chain"), N_("Value chains"), title_fields=("name_fr",)),
    _type(
        "circular_model", lists.CircularModel, N_("Circular model"), N_("Circular models"), title_fields=("name_fr",)
    ),
    _type("track", lists.Track, N_("Track"), N_("Tracks"), title_fields=("name_fr",)),
    _type("question", lists.Question, N_("Question"), N_("Questions"), title_fields=("name_fr",)),
    _type("tag", lists.Tag, N_("Tag"), N_("Tags"), title_fields=("name",)),
    _type("saved_filter", lists.SavedFilter, N_("Saved filter"), N_("Saved filters"), title_fields=("name",)),
    _type("named_mapping", lists.NamedMapping, N_("Named mapping"), N_("Named mappings"), title_fields=("name",)),
    _type(
        "organisation",
        organisations.Organisation,
        N_("Organisation"),
        N_("Organisations"),
        title_fields=("name",),
        search_title=("name", "enterprise_number"),
        search_body=("summary", "notes"),
    ),
    _type(
        "organisation_status",
        organisations.OrganisationStatus,
        N_("Legal situation"),
        N_("Legal situations"),
        title_fields=("situation",),
    ),
    _type(
        "address", organisations.Address, N_("Address"), N_("Addresses"), title_fields=("street", "postcode", "city")
    ),
    _type(
        "establishment",
        organisations.Establishment,
        N_("Establishment"),
        N_("Establishments"),
        title_fields=("name", "street", "postcode", "city"),
    ),
    _type("membership", organisations.Membership, N_("Membership"), N_("Memberships"), title_fields=("status",)),
    _type(
        "organisation_activity",
        organisations.OrganisationActivity,
        N_("Activity (NACE)"),
        N_("Activities (NACE)"),
        title_fields=("code", "version"),
        member_of_set=True,
    ),
    _type(
        "organisation_value_chain",
        organisations.OrganisationValueChain,
        N_("Value chain of an organisation"),
        N_("Value chains of organisations"),
        member_of_set=True,
    ),
    _type(
        "organisation_circular_model",
        organisations.OrganisationCircularModel,
        N_("Circular model of an organisation"),
        N_("Circular models of organisations"),
        member_of_set=True,
    ),
    _type(
        "import_note",
        organisations.ImportNote,
        N_("Import note"),
        N_("Import notes"),
        title_fields=("column",),
        search_body=("text",),
        search_date="on",
    ),
    _type(
        "contact",
        contacts.Contact,
        N_("Contact person"),
        N_("Contact persons"),
        title_fields=("first_name", "last_name"),
        search_title=("first_name", "last_name"),
        search_body=("notes",),
    ),
    _type("contact_role", contacts.ContactRole, N_("Role"), N_("Roles"), title_fields=("role",)),
    _type(
        "contact_point",
        organisations.ContactPoint,
        N_("Phone, mail or site"),
        N_("Phones, mails and sites"),
        title_fields=("value",),
    ),
    _type("consent", contacts.Consent, N_("Consent"), N_("Consents"), title_fields=("purpose",)),
    _type(
        "project",
        projects.Project,
        N_("Project"),
        N_("Projects"),
        title_fields=("title",),
        search_title=("title",),
        search_body=("description",),
    ),
    _type(
        "project_partner",
        projects.ProjectPartner,
        N_("Project partner"),
        N_("Project partners"),
        title_fields=("role",),
    ),
    _type(
        "project_value_chain",
        projects.ProjectValueChain,
        N_("Value chain of a project"),
        N_("Value chains of projects"),
        member_of_set=True,
    ),
    _type(
        "coaching_file",
        coaching.CoachingFile,
        N_("Coaching file"),
        N_("Coaching files"),
        title_fields=("opened_on",),
        search_body=("plan", "close_reason"),
        search_date="opened_on",
    ),
    _type(
        "coaching_file_track",
        coaching.CoachingFileTrack,
        N_("Track of a file"),
        N_("Tracks of files"),
        member_of_set=True,
    ),
    _type(
        "coaching_file_manager",
        coaching.CoachingFileManager,
        N_("Manager of a file"),
        N_("Managers of files"),
        title_fields=("role",),
    ),
    _type(
        "one_off_advice",
        coaching.OneOffAdvice,
        N_("One-off advice"),
        N_("One-off advice given"),
        title_fields=("on", "subject"),
        search_body=("subject", "answer"),
        search_date="on",
    ),
    _type(
        "session",
        sessions.Session,
        N_("Session"),
        N_("Sessions"),
        title_fields=("on", "subject"),
        search_body=("subject", "next_step"),
        search_date="on",
    ),
    _type("session_attendee", sessions.SessionAttendee, N_("Attendee"), N_("Attendees"), title_fields=("name",)),
    _type(
        "session_note", sessions.SessionNote, N_("Note"), N_("Notes"), title_fields=("question",), search_body=("text",)
    ),
    _type(
        "action",
        sessions.Action,
        N_("Promise"),
        N_("Promises"),
        title_fields=("text",),
        search_body=("text", "owner_name"),
        search_date="due_on",
    ),
    _type(
        "quick_note",
        inbox.QuickNote,
        N_("Quick note"),
        N_("Quick notes"),
        title_fields=("text",),
        search_body=("text", "owner_name"),
        search_date="on",
    ),
    *MEASURED_TYPES,
    *FORWARDED_TYPES,
    _type(
        "result_event",
        results.ResultEvent,
        N_("Result"),
        N_("Results"),
        title_fields=("kind", "on"),
        search_body=("remark",),
        search_date="on",
    ),
    _type(
        "document",
        results.Document,
        N_("Document"),
        N_("Documents"),
        title_fields=("name",),
        search_body=("name", "remark"),
        search_date="on",
    ),
    _type(
        "evidence",
        results.Evidence,
        N_("Evidence"),
        N_("Pieces of evidence"),
        title_fields=("title",),
        search_body=("title", "remark"),
        search_date="on",
    ),
    _type("record_tag", lists.RecordTag, N_("Tag of a record"), N_("Tags of records"), member_of_set=True),
    *COLLECTIVE_TYPES,
)

RECORD_TYPES: Mapping[str, RecordType] = MappingProxyType({kind.key: kind for kind in _ALL})
_BY_CLASS: Mapping[type, RecordType] = MappingProxyType({kind.cls: kind for kind in _ALL})


def type_of(record: Record | type[Record]) -> RecordType:
    """Return the type of a record or of a record class."""
    return _BY_CLASS[record if isinstance(record, type) else type(record)]


def owned_types(key: str) -> tuple[tuple[RecordType, FieldSpec], ...]:
    """Return the types that are parts of records of type ``key``, with the field that says so."""
    return tuple((kind, spec) for kind in _ALL for spec in kind.references if spec.refers_to == key and spec.owned)


TitleOf = Callable[[Record], str]
__all__ = ["RECORD_TYPES", "Kind", "RecordType", "owned_types", "type_of"]
