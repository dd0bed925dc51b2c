"""The record types of the programme of the year: kinds, commitments, themes, events, who took part."""

from clusterdesk.base.marks import N_
from clusterdesk.domain.record_type import RecordType
from clusterdesk.domain.record_type import record_type as _type
from clusterdesk.domain.records import programme

PROGRAMME_TYPES: tuple[RecordType, ...] = (
    _type("event_kind", programme.EventKind, N_("Kind of event"), N_("Kinds of event"), title_fields=("name_fr",)),
    _type("commitment", programme.Commitment, N_("Commitment"), N_("Commitments"), title_fields=("year",)),
    _type(
        "theme",
        programme.Theme,
        N_("Theme of the programme"),
        N_("Themes of the programme"),
        title_fields=("title",),
        search_title=("title",),
        search_body=("description", "proposed_by"),
    ),
    _type("theme_vote", programme.ThemeVote, N_("Vote on a theme"), N_("Votes on themes"), title_fields=("voter",)),
    _type(
        "programme_event",
        programme.ProgrammeEvent,
        N_("Event"),
        N_("Events"),
        title_fields=("title",),
        search_title=("title",),
        search_body=("place", "description", "minutes"),
        search_date="on",
    ),
    _type(
        "event_participation",
        programme.EventParticipation,
        N_("Participation in an event"),
        N_("Participations in events"),
        title_fields=("name",),
        search_body=("name", "remark"),
        search_date="registered_on",
    ),
    _type(
        "satisfaction",
        programme.Satisfaction,
        N_("Opinion on an event"),
        N_("Opinions on events"),
        title_fields=("on",),
        search_body=("remark",),
        search_date="on",
    ),
)
