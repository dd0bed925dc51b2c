"""What the fields of a list choose from: templates of questions, levels, indicators, rows of other lists."""

from collections.abc import Mapping, Sequence

from clusterdesk.domain.choice_labels import INDICATOR_LABELS
from clusterdesk.domain.industrialisation.maturity import LEVELS
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.industrialisation import MrlQuestion
from clusterdesk.domain.records.lists import Named, Question, Track
from clusterdesk.domain.records.plan import MilestoneTemplate
from clusterdesk.domain.records.programme import EventKind
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.lists import words
from clusterdesk.gui.pages.session.loading import TEMPLATE_LABELS
from clusterdesk.gui.widgets.fields.choice import Option
from clusterdesk.i18n.locale_facts import month_name

_BY_KEY = {"track": "track_key", "diagnostic_criterion": "criterion_key", "milestone_template": "parent_key"}


def options_of(
    kit: Kit, row: Record, templates: Sequence[str], keyed: Mapping[str, Sequence[Record]]
) -> dict[str, list[Option]]:
    """Return the answers of the fields of a row.

    ``templates`` are the question templates there are, ``keyed`` the lists that its fields name rows of.
    """
    if isinstance(row, Question):
        keys = dict.fromkeys((*TEMPLATE_LABELS, *templates))
        return {"template": [Option(key, words.template_words(kit, key)) for key in keys]}
    if isinstance(row, MrlQuestion):
        return {"level": [Option(each, words.level_words(kit, each)) for each in LEVELS]}
    if isinstance(row, MilestoneTemplate):
        return {name: _rows(kit, keyed.get(kind, ()), row, getattr(row, name)) for kind, name in _BY_KEY.items()}
    if isinstance(row, EventKind):
        return {"month": [Option(None, "–"), *(Option(one, month_name(kit.t.language, one)) for one in range(1, 13))]}
    if isinstance(row, Track):
        own = row.indicator
        known = [Option(key, kit.t(label)) for key, label in INDICATOR_LABELS.items()]
        more = [Option(own, own)] if own and own not in INDICATOR_LABELS else []
        return {"indicator": [Option(None, "–"), *known, *more]}
    return {}


def _rows(kit: Kit, rows: Sequence[Record], own: Record, kept: str) -> list[Option]:
    """Return the rows of another list by their keys; a key without a row stays as it is."""
    language = kit.t.language
    found = {one.key: one.name_in(language) for one in rows if isinstance(one, Named) and one.id != own.id}
    if kept and kept not in found:
        found[kept] = kept
    return [Option("", "–"), *(Option(key, name) for key, name in found.items())]
