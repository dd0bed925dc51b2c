"""The tables of the vision desk."""

TABLES = {
    "vision_dossier": """
        recorded_on TEXT, revoked_on TEXT, title TEXT NOT NULL, question TEXT NOT NULL, scope TEXT NOT NULL,
        profile_id BLOB > profile, visibility TEXT NOT NULL
    """,
    "vision_step": """
        recorded_on TEXT, revoked_on TEXT, vision_dossier_id BLOB NOT NULL > vision_dossier, stage TEXT NOT
        NULL, "on" TEXT NOT NULL, "by" TEXT NOT NULL, remark TEXT NOT NULL
    """,
    "vision_chapter": """
        vision_dossier_id BLOB NOT NULL > vision_dossier, title TEXT NOT NULL, text TEXT NOT NULL, position
        INTEGER NOT NULL, visibility TEXT NOT NULL
    """,
    "vision_source": """
        recorded_on TEXT, revoked_on TEXT, vision_dossier_id BLOB NOT NULL > vision_dossier,
        vision_chapter_id BLOB > vision_chapter, document_id BLOB > document, title TEXT NOT NULL, author
        TEXT NOT NULL, published_on TEXT, consulted_on TEXT, link TEXT NOT NULL, summary TEXT NOT NULL,
        visibility TEXT NOT NULL
    """,
    "vision_contributor": """
        vision_dossier_id BLOB NOT NULL > vision_dossier, organisation_id BLOB > organisation, contact_id
        BLOB > contact, name TEXT NOT NULL, role TEXT NOT NULL
    """,
    "open_question": """
        recorded_on TEXT, revoked_on TEXT, vision_dossier_id BLOB NOT NULL > vision_dossier,
        vision_chapter_id BLOB > vision_chapter, text TEXT NOT NULL, asked_on TEXT, answered_on TEXT, answer
        TEXT NOT NULL, visibility TEXT NOT NULL
    """,
    "communication_channel": """
        "key" TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL, name_en TEXT NOT NULL, position
        INTEGER NOT NULL, active INTEGER NOT NULL
    """,
    "communication_item": """
        recorded_on TEXT, revoked_on TEXT, title TEXT NOT NULL, channel_id BLOB > communication_channel,
        profile_id BLOB > profile, document_id BLOB > document, "on" TEXT NOT NULL, link TEXT NOT NULL,
        reach INTEGER, remark TEXT NOT NULL
    """,
    "feature": """
        communication_item_id BLOB NOT NULL > communication_item, organisation_id BLOB NOT NULL >
        organisation
    """,
}
INDEXES = (
    ("vision_dossier", ("profile_id",)),
    ("vision_step", ("vision_dossier_id",)),
    ("vision_chapter", ("vision_dossier_id",)),
    ("vision_source", ("document_id",)),
    ("vision_source", ("vision_chapter_id",)),
    ("vision_source", ("vision_dossier_id",)),
    ("vision_contributor", ("contact_id",)),
    ("vision_contributor", ("organisation_id",)),
    ("vision_contributor", ("vision_dossier_id",)),
    ("open_question", ("vision_chapter_id",)),
    ("open_question", ("vision_dossier_id",)),
    ("communication_item", ("channel_id",)),
    ("communication_item", ("document_id",)),
    ("communication_item", ("profile_id",)),
    ("feature", ("communication_item_id",)),
    ("feature", ("organisation_id",)),
)
