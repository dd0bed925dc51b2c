"""The record types of a cluster's strategy: objectives, indicators, the rules that count, the action plan."""

from clusterdesk.base.marks import N_
from clusterdesk.domain.record_type import RecordType
from clusterdesk.domain.record_type import record_type as _type
from clusterdesk.domain.records import strategy

_NAMES = ("name_fr", "name_nl", "name_en")

STRATEGY_TYPES: tuple[RecordType, ...] = (
    _type(
        "strategic_objective",
        strategy.StrategicObjective,
        N_("Strategic objective"),
        N_("Strategic objectives"),
        title_fields=("code", "name_fr"),
        search_title=_NAMES,
    ),
    _type(
        "operational_objective",
        strategy.OperationalObjective,
        N_("Operational objective"),
        N_("Operational objectives"),
        title_fields=("code", "name_fr"),
        search_title=_NAMES,
        search_body=("how_fr", "how_nl", "how_en"),
    ),
    _type(
        "indicator",
        strategy.Indicator,
        N_("Indicator"),
        N_("Indicators"),
        title_fields=("name_fr",),
        search_title=_NAMES,
    ),
    _type(
        "indicator_year",
        strategy.IndicatorYear,
        N_("Year of an indicator"),
        N_("Years of indicators"),
        title_fields=("year",),
        member_of_set=True,
        measured=True,
    ),
    _type(
        "rule_set",
        strategy.RuleSet,
        N_("Rules of counting"),
        N_("Rules of counting, by version"),
        title_fields=("version", "valid_from"),
        search_body=("owner", "reason"),
        search_date="valid_from",
    ),
    _type(
        "plan_item",
        strategy.PlanItem,
        N_("Point of the action plan"),
        N_("Action plan"),
        title_fields=("year", "text"),
        search_title=("text",),
        search_body=("owner_name", "remark"),
        search_date="due_on",
    ),
    _type(
        "board_freeze",
        strategy.BoardFreeze,
        N_("Frozen quarter"),
        N_("Frozen quarters"),
        title_fields=("period",),
        search_body=("remark", "frozen_by"),
        search_date="as_of",
    ),
    _type(
        "board_remark",
        strategy.BoardRemark,
        N_("Message to the board"),
        N_("Messages to the board"),
        title_fields=("kind", "period"),
        search_body=("text",),
    ),
)
