"""Where in the window each type of record is seen, added, changed and thrown away.

A table, so that no later type is forgotten: the tests compare it with the record types of the domain, and its fields
with those that can really be edited there. ``docs/window.md`` is the same table in words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from clusterdesk.gui import routes

# Fields of every record: who they are and where they came from is not for people to change; the bin, undo and the
# decisions about a fact change the rest.
COMMON_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "id": "made by the program",
        "external_id": "comes from imports and archives; edited by the command line",
        "deleted": "Remove, the bin, undo",
        "recorded_on": "set on the day it is noted; a past day comes from imports or the command line",
        "revoked_on": "removing a fact puts it into the bin; only results are revoked",
    }
)


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """Where records of a type are edited: the key of the place, and the part of it that holds them.

    ``special`` names fields that are no field of a form there, each with how they are changed instead, or why not.
    """

    place: str
    part: str
    special: Mapping[str, str] = field(default_factory=dict)


def _here(part: str, **special: str) -> RecordPlace:
    return RecordPlace(routes.ORGANISATION, part, special)


def _figures(part: str, **special: str) -> RecordPlace:
    return RecordPlace(routes.FIGURES, part, special)


def _teams(part: str, **special: str) -> RecordPlace:
    return RecordPlace(routes.TEAMS, part, special)


def _chains(part: str, **special: str) -> RecordPlace:
    return RecordPlace(routes.CHAINS, part, special)


def _vision(part: str, **special: str) -> RecordPlace:
    return RecordPlace(routes.VISION, part, special)


def _strategy(part: str, **special: str) -> RecordPlace:
    return RecordPlace(routes.STRATEGY, part, special)


def _list(**special: str) -> RecordPlace:
    return RecordPlace(routes.LISTS, "list", special)


_OWNER = "whose part it is; it is added there"
_KEY = "made from the name, stays"
_RANK = "Move up, Move down"
_MERGE = "merge, take apart"
_CHIPS = "the chips of the field"

RECORD_PLACES: Mapping[str, RecordPlace] = MappingProxyType(
    {
        "profile": _list(),
        "value_chain": _list(key=_KEY, position=_RANK),
        "circular_model": _list(key=_KEY, position=_RANK),
        "track": _list(key=_KEY, position=_RANK),
        "question": _list(key=_KEY, position=_RANK),
        "mrl_question": _list(key=_KEY, position=_RANK),
        "contract_type": _list(key=_KEY, position=_RANK),
        "milestone_template": _list(key=_KEY, position=_RANK),
        "diagnostic_criterion": _list(key=_KEY, position=_RANK),
        "referral_kind": _list(key=_KEY, position=_RANK),
        "country_group": _list(key=_KEY, position=_RANK),
        "readiness_question": _list(key=_KEY, position=_RANK),
        "event_kind": _list(key=_KEY, position=_RANK),
        "tag": _list(),
        "saved_filter": _list(
            criteria="Organisations › its menu › As the list is now", sort="the order of the list when it is saved"
        ),
        "named_mapping": _list(target="set in the import", mapping="corrected in the import, shown in the list"),
        "hub_team": _teams("the team's row"),
        "hub_team_person": _teams("people, in the team's row", hub_team_id=_OWNER),
        "hub_team_country": _teams("countries, in the team's row", hub_team_id=_OWNER, country=_CHIPS),
        "hub_team_sector": _teams("value chains, in the team's row", hub_team_id=_OWNER, value_chain_id=_CHIPS),
        "hub_team_referral_kind": _teams(
            "kinds of orientation, in the team's row", hub_team_id=_OWNER, referral_kind_id=_CHIPS
        ),
        "organisation": _here("head, summary, identity", merged_into=_MERGE, merged_on=_MERGE),
        "organisation_status": _here("membership and situation", organisation_id=_OWNER),
        "address": _here("places", organisation_id=_OWNER),
        "establishment": _here("places", organisation_id=_OWNER),
        "membership": _here("membership and situation", organisation_id=_OWNER),
        "organisation_activity": _here(
            "identity", organisation_id=_OWNER, code="another code is another row", version="another is another row"
        ),
        "organisation_value_chain": _here("identity", organisation_id=_OWNER, value_chain_id=_CHIPS),
        "organisation_circular_model": _here("identity", organisation_id=_OWNER, circular_model_id=_CHIPS),
        "import_note": _here("from imported lists", organisation_id=_OWNER),
        "contact": _here("contacts"),
        "contact_role": _here("contacts", contact_id=_OWNER, organisation_id=_OWNER),
        "contact_point": _here(
            "contacts, identity",
            organisation_id=_OWNER,
            contact_id=_OWNER,
            value="the line of the phone, mail or site",
            position="in the order they were added",
        ),
        "consent": _here(
            "contacts, identity",
            organisation_id=_OWNER,
            contact_id=_OWNER,
            purpose="a line for each purpose",
            given="Yes, No, Not asked",
        ),
        "project": _here("projects and files", organisation_id="Change the holder"),
        "project_partner": _here("the project's row", project_id=_OWNER, organisation_id="chosen when added"),
        "project_value_chain": _here("the project's row", project_id=_OWNER, value_chain_id=_CHIPS),
        "coaching_file": RecordPlace(
            routes.COACHING,
            "the file's card; the row of projects and files",
            {
                "project_id": "accompanies exactly one project",
                "closed_on": "Close the file…, Reopen the file",
                "close_reason": "Close the file…",
            },
        ),
        "coaching_file_track": RecordPlace(
            routes.COACHING,
            "the track's row",
            {
                "coaching_file_id": _OWNER,
                "track_id": _CHIPS,
                **dict.fromkeys(
                    ("unit", "baseline", "baseline_on", "baseline_remark", "baseline_reason"),
                    "Freeze the baseline…, Change the baseline…",
                ),
            },
        ),
        "milestone": RecordPlace(routes.COACHING, "the milestones of its track", {"coaching_file_id": _OWNER}),
        "funding_application": RecordPlace(routes.COACHING, "funding", {"organisation_id": _OWNER}),
        "diagnostic": RecordPlace(routes.DIAGNOSTIC, "this diagnostic", {"organisation_id": _OWNER}),
        "diagnostic_score": RecordPlace(
            routes.DIAGNOSTIC, "criteria", {"diagnostic_id": _OWNER, "criterion_id": "a line for each criterion"}
        ),
        "coaching_file_manager": _here("the file's row", coaching_file_id=_OWNER),
        "one_off_advice": _here("one-off advice", organisation_id=_OWNER),
        "session": RecordPlace(
            routes.SESSION,
            "the page",
            {"organisation_id": _OWNER, "template": "opens its questions"},
        ),
        "session_attendee": RecordPlace(
            routes.SESSION,
            "attendees",
            {"session_id": _OWNER, "contact_id": "chips", "profile_id": "chips", "name": "Somebody else"},
        ),
        "session_note": RecordPlace(
            routes.SESSION,
            "notes, decisions",
            {
                "session_id": _OWNER,
                "kind": "noted as one or the other",
                "question_key": "kept as it was asked",
                "question": "kept as it was asked",
                "position": "in the order of the questions",
            },
        ),
        "action": _here(
            "promises",
            organisation_id="whose part it is; in a meeting the promise's row",
            session_id=_OWNER,
            meeting_id=_OWNER,
            coaching_file_id="that of its session",
        ),
        "referral": RecordPlace(
            routes.REFERRAL,
            "the page",
            {
                "organisation_id": _OWNER,
                "token": "drawn when it begins; answers find it by its code",
                "state": "the buttons of the head",
                "state_on": "the day of the last move",
            },
        ),
        "referral_country": RecordPlace(
            routes.REFERRAL, "what it is about", {"referral_id": _OWNER, "country": _CHIPS}
        ),
        "referral_document": RecordPlace(
            routes.REFERRAL, "attachments", {"referral_id": _OWNER, "document_id": "chosen when attached"}
        ),
        "referral_step": RecordPlace(
            routes.REFERRAL, "what happened", {"referral_id": _OWNER, "act": "the move that made it"}
        ),
        "referral_answer": RecordPlace(
            routes.REFERRAL,
            "answers of the team",
            {
                "referral_id": _OWNER,
                "act": "what it said when it was taken",
                "sha256": "names its content, so that it counts once",
                "document_id": "the mail or file it came in",
            },
        ),
        "readiness_answer": RecordPlace(
            routes.REFERRAL,
            "readiness for abroad",
            {
                "referral_id": _OWNER,
                "question_id": "which question it answers",
                "asked": "kept as it was asked",
                "reply": "Yes, No, Does not apply",
            },
        ),
        "mrl_assessment": RecordPlace(
            routes.INDUSTRY, "assessments", {"project_id": _OWNER, "level": "follows from its answers"}
        ),
        "mrl_answer": RecordPlace(
            routes.INDUSTRY,
            "questions",
            {
                "assessment_id": _OWNER,
                "question_id": "which question it answers",
                "asked": "kept as it was asked",
                "reply": "Yes, No, Does not apply; their keys",
            },
        ),
        "capacity_sheet": RecordPlace(routes.INDUSTRY, "capacity", {"project_id": _OWNER}),
        "scenario": RecordPlace(routes.BREAK_EVEN, "kept scenarios", {"ledger_id": _OWNER}),
        "result_event": _here(
            "results and evidence",
            organisation_id=_OWNER,
            ledger_id="the figures that showed it",
            rule="the rule that proposed it",
            confirmed_by="Confirm",
            confirmed_on="Confirm",
            validated_by="Validate",
            validated_on="Validate",
            revoked_on="Revoke",
            revoke_reason="Revoke",
        ),
        "ledger": _figures("ledgers", organisation_id=_OWNER),
        "ledger_line": _figures("the ledger's row", ledger_id=_OWNER),
        "monthly_figures": _figures(
            "the column of the grid",
            ledger_id=_OWNER,
            period="which column it is",
            closed_on="Close the period",
            closed_by="Close the period",
            remark="the line under the grid, on the row of the state",
        ),
        "figure": _figures(
            "the cell of the grid",
            ledger_id=_OWNER,
            period="which column it is",
            line="which row it is",
            own_line_id="which row it is",
            amount="typed into the cell",
            entered="typed into the cell, with VAT",
            vat_rate="that of the ledger, or typed with the amount",
            source="the line under the grid, and its key",
            precision="the line under the grid, its key, or typed with the amount",
            remark="the line under the grid",
            visibility="the line under the grid",
        ),
        "headcount": RecordPlace(
            routes.EMPLOYMENT,
            "head counts",
            {"organisation_id": _OWNER, "session_id": "the session in which it was said"},
        ),
        "headcount_part": RecordPlace(
            routes.EMPLOYMENT,
            "the head count's row",
            {"headcount_id": _OWNER, "contract_type_id": "a line for each kind of contract"},
        ),
        "annual_accounts": RecordPlace(
            routes.ACCOUNTS,
            "annual accounts",
            {"organisation_id": _OWNER, "document_id": "Attach the filed accounts, or drop them on the year"},
        ),
        "document": _here(
            "documents",
            organisation_id=_OWNER,
            session_id=_OWNER,
            sha256="of the content",
            size="of the content",
            media_type="of the name",
        ),
        "evidence": _here("results and evidence", organisation_id=_OWNER),
        "quick_note": RecordPlace(
            routes.TODAY,
            "to sort",
            dict.fromkeys(
                ("organisation_id", "kind", "on", "text", "owner", "owner_name", "due_on", "visibility", "filed_on"),
                "File it: the line that wrote it opens again",
            ),
        ),
        "difficulty_theme": _list(key=_KEY, position=_RANK),
        "difficulty_recipient": _list(key=_KEY, position=_RANK),
        "difficulty": RecordPlace(
            routes.DIFFICULTY,
            "the page",
            {
                **dict.fromkeys(
                    ("state", "state_on", "approved_by", "approved_on", "sent_on", "answered_on", "closed_on"),
                    "Approve, Send back, Sent, Answer, Tell, Close, Take up again",
                ),
                "joined_into": "Join, Take apart",
                "session_id": "the session in which it was said",
            },
        ),
        "difficulty_organisation": RecordPlace(
            routes.DIFFICULTY,
            "who meets it",
            {
                "difficulty_id": _OWNER,
                "organisation_id": "chosen when added",
                **dict.fromkeys(("named", "named_by", "named_on"), "It agrees to be named…, No longer by name"),
                "fed_back_on": "Tell the organisations…",
            },
        ),
        "difficulty_quote": RecordPlace(
            routes.DIFFICULTY,
            "quotes",
            {"difficulty_id": _OWNER, "session_id": "the session in which it was said"},
        ),
        "difficulty_step": RecordPlace(
            routes.DIFFICULTY,
            "what happened",
            {
                "difficulty_id": _OWNER,
                **dict.fromkeys(("act", "on", "by"), "written by the moves"),
                "sha256": "of what was read before it left",
            },
        ),
        "commitment": RecordPlace(routes.PROGRAMME, "commitments"),
        "theme": RecordPlace(routes.PROGRAMME, "themes"),
        "theme_vote": RecordPlace(routes.PROGRAMME, "the theme's row", {"theme_id": _OWNER}),
        "programme_event": RecordPlace(routes.EVENT, "the page"),
        "event_participation": RecordPlace(
            routes.EVENT,
            "participants",
            {"programme_event_id": _OWNER, "contact_id": "who was invited or recognised in a list"},
        ),
        "satisfaction": RecordPlace(routes.EVENT, "satisfaction", {"programme_event_id": _OWNER}),
        "chain_link": _chains("links", key=_KEY, position=_RANK, value_chain_id="the chain that is shown"),
        "chain_actor": _chains("the link's row", chain_link_id=_OWNER, organisation_id="chosen when placed"),
        "vision_dossier": _vision("question and scope"),
        "vision_step": _vision("what happened", vision_dossier_id=_OWNER),
        "vision_chapter": _vision("chapters", vision_dossier_id=_OWNER, position=_RANK),
        "vision_source": _vision("sources", vision_dossier_id=_OWNER),
        "vision_contributor": _vision(
            "contributors",
            vision_dossier_id=_OWNER,
            organisation_id="chosen when added",
            contact_id="comes from archives and the command line; a name is typed",
        ),
        "open_question": _vision("open questions", vision_dossier_id=_OWNER),
        "communication_channel": _list(key=_KEY, position=_RANK),
        "communication_item": RecordPlace(routes.COMMUNICATION, "published"),
        "feature": RecordPlace(
            routes.COMMUNICATION,
            "organisations featured, in the row of a communication",
            {"communication_item_id": _OWNER, "organisation_id": _CHIPS},
        ),
        "project_chain_link": _chains(
            "the project's row: links it needs",
            project_id=_OWNER,
            chain_link_id="chosen when taken",
            organisation_id="Who fills it…, Nobody any more",
        ),
        "production_step": _chains(
            "the project's row: what happened", project_id=_OWNER, stage="the move that made it"
        ),
        "project_rating": _chains("the project's row: ratings", project_id=_OWNER),
        "exchange": _chains(
            "its row", organisation_id="chosen when noted", session_id="the session in which it was said"
        ),
        "prospect": _chains("the prospect's row", organisation_id="Joined: who it became"),
        "prospect_step": _chains(
            "the prospect's row: what happened", prospect_id=_OWNER, state="the move that made it"
        ),
        "record_tag": _here("tags", tag_id="the line and the crosses", record_type=_OWNER, record_id=_OWNER),
        "strategic_objective": _strategy("strategic objectives", key=_KEY, position=_RANK),
        "operational_objective": _strategy("operational objectives", key=_KEY, position=_RANK),
        "indicator": _strategy("indicators", key=_KEY, position=_RANK),
        "indicator_year": _strategy(
            "the line of years, in the indicator's row",
            indicator_id=_OWNER,
            year="a field for each year of the plan",
            expected="typed into the field of its year",
        ),
        "rule_set": _strategy(
            "rules of counting",
            version="counted on with each change of the rules",
            parameters="a strategy file brings them, as the next version",
        ),
        "plan_item": _strategy("action plan", position="in the order they were added"),
        "board_freeze": _strategy(
            "frozen quarters",
            **dict.fromkeys(
                ("period", "as_of", "rule_set_id", "frozen_on", "frozen_by", "content", "sha256"),
                "Freeze the quarter, on the board; never written anew",
            ),
        ),
        "board_remark": _strategy("messages to the board", position="in the order they were added"),
        "working_group": RecordPlace(routes.GROUP, "the group"),
        "group_member": RecordPlace(
            routes.GROUP,
            "members",
            {
                "working_group_id": _OWNER,
                "organisation_id": "found by the name when added",
                "contact_id": "found by the name when added",
            },
        ),
        "meeting": RecordPlace(routes.MEETING, "the page", {"working_group_id": _OWNER}),
        "meeting_attendance": RecordPlace(
            routes.MEETING,
            "attendance",
            {
                "meeting_id": _OWNER,
                **dict.fromkeys(("organisation_id", "contact_id", "name"), "expected, or typed when somebody comes"),
                "presence": "Present, Excused, Absent; 1, 2, 3",
                "remark": "the note at the end of the row; F2",
            },
        ),
        "meeting_decision": RecordPlace(routes.MEETING, "decisions", {"meeting_id": _OWNER}),
    }
)
