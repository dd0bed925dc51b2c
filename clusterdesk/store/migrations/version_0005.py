"""Coaching that is measured: plans, diagnostics, figures, head counts, maturity; and what a result rests on."""

from alembic import op

# A column of the tables beside id, external_id and deleted; ``id>table`` refers to one.
_TABLES = {
    "milestone_template": """
        "key" TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL, name_en TEXT NOT NULL, position
        INTEGER NOT NULL, active INTEGER NOT NULL, track_key TEXT NOT NULL, parent_key TEXT NOT NULL,
        criterion_key TEXT NOT NULL, unit TEXT NOT NULL, target_value TEXT, months INTEGER, version INTEGER
        NOT NULL
    """,
    "diagnostic_criterion": """
        "key" TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL, name_en TEXT NOT NULL, position
        INTEGER NOT NULL, active INTEGER NOT NULL, area TEXT NOT NULL, hint_fr TEXT NOT NULL, hint_nl TEXT NOT
        NULL, hint_en TEXT NOT NULL, version INTEGER NOT NULL
    """,
    "mrl_question": """
        "key" TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL, name_en TEXT NOT NULL, position
        INTEGER NOT NULL, active INTEGER NOT NULL, level INTEGER NOT NULL, circular INTEGER NOT NULL,
        action_fr TEXT NOT NULL, action_nl TEXT NOT NULL, action_en TEXT NOT NULL, version INTEGER NOT NULL
    """,
    "contract_type": """
        "key" TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL, name_en TEXT NOT NULL, position
        INTEGER NOT NULL, active INTEGER NOT NULL, counts INTEGER NOT NULL
    """,
    "milestone": """
        recorded_on TEXT, revoked_on TEXT, coaching_file_id BLOB NOT NULL > coaching_file, track_id BLOB >
        track, parent_id BLOB > milestone, title TEXT NOT NULL, unit TEXT NOT NULL, target_value TEXT,
        reached_value TEXT, due_on TEXT, done_on TEXT, remark TEXT NOT NULL, position INTEGER NOT NULL,
        visibility TEXT NOT NULL
    """,
    "funding_application": """
        recorded_on TEXT, revoked_on TEXT, organisation_id BLOB NOT NULL > organisation, project_id BLOB >
        project, coaching_file_id BLOB > coaching_file, funder TEXT NOT NULL, scheme TEXT NOT NULL, asked
        TEXT, granted TEXT, currency TEXT NOT NULL, deadline TEXT, submitted_on TEXT, decision TEXT NOT NULL,
        decided_on TEXT, remark TEXT NOT NULL, visibility TEXT NOT NULL
    """,
    "diagnostic": """
        recorded_on TEXT, revoked_on TEXT, organisation_id BLOB NOT NULL > organisation, coaching_file_id BLOB
        > coaching_file, profile_id BLOB > profile, "on" TEXT NOT NULL, remark TEXT NOT NULL, visibility TEXT
        NOT NULL
    """,
    "diagnostic_score": """
        diagnostic_id BLOB NOT NULL > diagnostic, criterion_id BLOB NOT NULL > diagnostic_criterion, score
        INTEGER, sentence TEXT NOT NULL
    """,
    "ledger": """
        organisation_id BLOB NOT NULL > organisation, project_id BLOB > project, name TEXT NOT NULL, currency
        TEXT NOT NULL, cadence TEXT NOT NULL, seasonal INTEGER NOT NULL, starts_on TEXT, vat_rate TEXT
    """,
    "ledger_line": """
        ledger_id BLOB NOT NULL > ledger, name TEXT NOT NULL, share TEXT NOT NULL, position INTEGER NOT NULL
    """,
    "monthly_figures": """
        recorded_on TEXT, revoked_on TEXT, ledger_id BLOB NOT NULL > ledger, period TEXT NOT NULL, closed_on
        TEXT, closed_by TEXT NOT NULL, remark TEXT NOT NULL
    """,
    "figure": """
        recorded_on TEXT, revoked_on TEXT, ledger_id BLOB NOT NULL > ledger, period TEXT NOT NULL, line TEXT
        NOT NULL, own_line_id BLOB > ledger_line, amount TEXT, entered TEXT, vat_rate TEXT, source TEXT NOT NULL,
        precision TEXT NOT NULL, remark TEXT NOT NULL, visibility TEXT NOT NULL
    """,
    "scenario": """
        recorded_on TEXT, revoked_on TEXT, ledger_id BLOB NOT NULL > ledger, name TEXT NOT NULL, "on" TEXT NOT
        NULL, base_period TEXT NOT NULL, price TEXT, variable_cost TEXT, fixed_costs TEXT, units TEXT, growth
        TEXT, months INTEGER NOT NULL, remark TEXT NOT NULL, visibility TEXT NOT NULL
    """,
    "headcount": """
        recorded_on TEXT, revoked_on TEXT, organisation_id BLOB NOT NULL > organisation, project_id BLOB >
        project, session_id BLOB > session, "on" TEXT NOT NULL, fte TEXT, persons INTEGER, created TEXT,
        retained TEXT, source TEXT NOT NULL, precision TEXT NOT NULL, remark TEXT NOT NULL, visibility TEXT
        NOT NULL
    """,
    "headcount_part": """
        headcount_id BLOB NOT NULL > headcount, contract_type_id BLOB NOT NULL > contract_type, fte TEXT,
        persons INTEGER
    """,
    "mrl_assessment": """
        recorded_on TEXT, revoked_on TEXT, project_id BLOB NOT NULL > project, profile_id BLOB > profile, "on"
        TEXT NOT NULL, level INTEGER NOT NULL, remark TEXT NOT NULL, visibility TEXT NOT NULL
    """,
    "mrl_answer": """
        assessment_id BLOB NOT NULL > mrl_assessment, question_id BLOB NOT NULL > mrl_question, asked TEXT
        NOT NULL, reply TEXT NOT NULL, remark TEXT NOT NULL
    """,
    "capacity_sheet": """
        recorded_on TEXT, revoked_on TEXT, project_id BLOB NOT NULL > project, "on" TEXT NOT NULL, product
        TEXT NOT NULL, units_now TEXT, units_target TEXT, takt_seconds TEXT, hours TEXT, bottleneck TEXT NOT
        NULL, square_metres TEXT, people TEXT, remark TEXT NOT NULL, visibility TEXT NOT NULL
    """,
    "annual_accounts": """
        recorded_on TEXT, revoked_on TEXT, organisation_id BLOB NOT NULL > organisation, document_id BLOB >
        document, from_on TEXT NOT NULL, to_on TEXT NOT NULL, currency TEXT NOT NULL, turnover TEXT,
        gross_margin TEXT, depreciation TEXT, operating_subsidies TEXT, operating_result TEXT, fte TEXT,
        filed_on TEXT, remark TEXT NOT NULL, visibility TEXT NOT NULL
    """,
}
_INDEXES = (
    ("milestone", ("coaching_file_id",)),
    ("milestone", ("parent_id",)),
    ("milestone", ("track_id",)),
    ("funding_application", ("coaching_file_id",)),
    ("funding_application", ("organisation_id",)),
    ("funding_application", ("project_id",)),
    ("diagnostic", ("coaching_file_id",)),
    ("diagnostic", ("organisation_id",)),
    ("diagnostic", ("profile_id",)),
    ("diagnostic_score", ("criterion_id",)),
    ("diagnostic_score", ("diagnostic_id",)),
    ("ledger", ("organisation_id",)),
    ("ledger", ("project_id",)),
    ("ledger_line", ("ledger_id",)),
    ("monthly_figures", ("ledger_id", "period")),
    ("figure", ("ledger_id", "period")),
    ("figure", ("own_line_id",)),
    ("scenario", ("ledger_id",)),
    ("headcount", ("organisation_id", "on")),
    ("headcount", ("project_id",)),
    ("headcount", ("session_id",)),
    ("headcount_part", ("contract_type_id",)),
    ("headcount_part", ("headcount_id",)),
    ("mrl_assessment", ("profile_id",)),
    ("mrl_assessment", ("project_id",)),
    ("mrl_answer", ("assessment_id",)),
    ("mrl_answer", ("question_id",)),
    ("capacity_sheet", ("project_id",)),
    ("annual_accounts", ("document_id",)),
    ("annual_accounts", ("organisation_id",)),
    ("result_event", ("ledger_id",)),
)
_COLUMNS = (
    "coaching_file ADD COLUMN blocking TEXT NOT NULL DEFAULT ''",
    "coaching_file ADD COLUMN next_step TEXT NOT NULL DEFAULT ''",
    "coaching_file ADD COLUMN next_step_on TEXT",
    "coaching_file_track ADD COLUMN status TEXT NOT NULL DEFAULT 'active'",
    "coaching_file_track ADD COLUMN unit TEXT NOT NULL DEFAULT ''",
    "coaching_file_track ADD COLUMN baseline TEXT",
    "coaching_file_track ADD COLUMN baseline_on TEXT",
    "coaching_file_track ADD COLUMN baseline_remark TEXT NOT NULL DEFAULT ''",
    "coaching_file_track ADD COLUMN baseline_reason TEXT NOT NULL DEFAULT ''",
    "coaching_file_track ADD COLUMN target TEXT",
    "coaching_file_track ADD COLUMN target_on TEXT",
    "coaching_file_track ADD COLUMN target_remark TEXT NOT NULL DEFAULT ''",
    "coaching_file_track ADD COLUMN outcome TEXT",
    "coaching_file_track ADD COLUMN outcome_reason TEXT NOT NULL DEFAULT ''",
    "result_event ADD COLUMN ledger_id BLOB REFERENCES ledger (id) DEFERRABLE INITIALLY DEFERRED",
    "result_event ADD COLUMN rule TEXT NOT NULL DEFAULT ''",
    "result_event ADD COLUMN override_reason TEXT NOT NULL DEFAULT ''",
)
_GATE = (
    'CREATE TRIGGER gate_{table}_{name} AFTER {event} ON "{table}"'
    " WHEN (SELECT open FROM write_gate) IS NOT 1 BEGIN SELECT RAISE(ABORT, 'written outside an operation'); END"
)


def upgrade() -> None:
    """Add the tables with their indexes and the triggers that keep other writers out, then the columns."""
    for table, written in _TABLES.items():
        columns, keys = ["id BLOB NOT NULL", "external_id TEXT", "deleted INTEGER NOT NULL"], []
        for column in written.split(","):
            text, _, target = " ".join(column.split()).partition(" > ")
            columns.append(text)
            if target:
                name = text.split()[0]
                keys.append(
                    f"CONSTRAINT fk_{table}_{name} FOREIGN KEY({name}) REFERENCES {target} (id)"
                    " DEFERRABLE INITIALLY DEFERRED"
                )
        inner = ", ".join([*columns, f"CONSTRAINT pk_{table} PRIMARY KEY (id)", *keys])
        op.execute(f"CREATE TABLE {table} ({inner})")
        for event in ("INSERT", "UPDATE", "DELETE"):
            op.execute(_GATE.format(table=table, name=event.lower(), event=event))
    for statement in _COLUMNS:
        op.execute(f"ALTER TABLE {statement}")
    for table, names in _INDEXES:
        quoted = ", ".join(f'"{name}"' if name == "on" else name for name in names)
        op.execute(f"CREATE INDEX ix_{table}_{'_'.join(names)} ON {table} ({quoted})")
