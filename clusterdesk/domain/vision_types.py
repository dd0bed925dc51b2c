"""The record types of the common vision and of communication."""

from clusterdesk.base.marks import N_
from clusterdesk.domain.record_type import RecordType
from clusterdesk.domain.record_type import record_type as _type
from clusterdesk.domain.records import communication, vision

VISION_TYPES: tuple[RecordType, ...] = (
    _type(
        "vision_dossier",
        vision.VisionDossier,
        N_("Vision dossier"),
        N_("Vision dossiers"),
        title_fields=("title",),
        search_title=("title",),
        search_body=("question", "scope"),
    ),
    _type(
        "vision_step",
        vision.VisionStep,
        N_("Step of a vision dossier"),
        N_("Steps of vision dossiers"),
        title_fields=("stage", "on"),
    ),
    _type(
        "vision_chapter",
        vision.VisionChapter,
        N_("Chapter of a vision dossier"),
        N_("Chapters of vision dossiers"),
        title_fields=("title",),
        search_title=("title",),
        search_body=("text",),
    ),
    _type(
        "vision_source",
        vision.VisionSource,
        N_("Source of a vision dossier"),
        N_("Sources of vision dossiers"),
        title_fields=("title",),
        search_title=("title", "author"),
        search_body=("summary",),
    ),
    _type(
        "vision_contributor",
        vision.VisionContributor,
        N_("Contributor to a vision dossier"),
        N_("Contributors to vision dossiers"),
        title_fields=("name", "role"),
    ),
    _type(
        "open_question",
        vision.OpenQuestion,
        N_("Open question"),
        N_("Open questions"),
        title_fields=("text",),
        search_body=("text", "answer"),
        search_date="asked_on",
    ),
    _type(
        "communication_channel",
        communication.CommunicationChannel,
        N_("Channel of communication"),
        N_("Channels of communication"),
        title_fields=("name_fr",),
    ),
    _type(
        "communication_item",
        communication.CommunicationItem,
        N_("Communication"),
        N_("Communications"),
        title_fields=("title",),
        search_title=("title",),
        search_body=("remark",),
        search_date="on",
    ),
    _type(
        "feature",
        communication.Feature,
        N_("Organisation featured"),
        N_("Organisations featured"),
        member_of_set=True,
    ),
)
