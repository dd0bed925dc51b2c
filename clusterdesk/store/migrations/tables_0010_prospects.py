"""The tables of prospects."""

TABLES = {
    "prospect": """
        recorded_on TEXT, revoked_on TEXT, name TEXT NOT NULL, enterprise_number TEXT, chain_link_id BLOB >
        chain_link, project_id BLOB > project, organisation_id BLOB > organisation, profile_id BLOB >
        profile, street TEXT NOT NULL, postcode TEXT NOT NULL, city TEXT NOT NULL, nace_code TEXT NOT NULL,
        nace_version TEXT NOT NULL, contact_name TEXT NOT NULL, phone TEXT NOT NULL, mail TEXT NOT NULL,
        source TEXT NOT NULL, next_step TEXT NOT NULL, next_step_on TEXT, remark TEXT NOT NULL
    """,
    "prospect_step": """
        recorded_on TEXT, revoked_on TEXT, prospect_id BLOB NOT NULL > prospect, state TEXT NOT NULL, "on"
        TEXT NOT NULL, "by" TEXT NOT NULL, remark TEXT NOT NULL
    """,
}
INDEXES = (
    ("prospect", ("chain_link_id",)),
    ("prospect", ("organisation_id",)),
    ("prospect", ("profile_id",)),
    ("prospect", ("project_id",)),
    ("prospect_step", ("prospect_id",)),
)
