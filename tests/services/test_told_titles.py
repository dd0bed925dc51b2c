"""Titles as people read them: dates in the language's form, choices in words; other programs keep ISO."""

import pytest

from clusterdesk.domain.commands.base import operation_label
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.told_titles import told_operation, told_title


@pytest.mark.parametrize(
    ("record_type", "title", "told"),
    [
        ("session", "2026-11-16 Tour de l'atelier", "16/11/2026 Tour de l'atelier"),
        ("coaching_file", "Chaises en chutes · 2024-11-04", "Chaises en chutes · 04/11/2024"),
        (
            "coaching_file_manager",
            "Claire · Chaises · 2024-11-04 · lead",
            "Claire · Chaises · 04/11/2024 · Responsable",
        ),
        ("result_event", "Chaises · break_even_reached 2024-08", "Chaises · Équilibre atteint août 2024"),
        ("project", "Plan 2024-11-04", "Plan 2024-11-04"),
        ("session", "2024-13-45 Sujet", "2024-13-45 Sujet"),
        ("rule_set", "2 2024-01-01", "Version 2 · 1er janvier 2024"),
        ("rule_set", "Sans date", "Sans date"),
        ("no_such_type", "2024-11-04", "2024-11-04"),
        ("session", "", ""),
    ],
)
def test_dates_and_choices_are_told(record_type: str, title: str, told: str) -> None:
    assert told_title(record_type, title, Translator("fr"), Formats("fr")) == told


def test_an_operation_tells_the_title_it_names() -> None:
    args = {"type_label": "Session", "title": "2026-11-16 Tour"}
    label = operation_label("delete_record", args)
    t, formats = Translator("nl"), Formats("nl")
    assert "16/11/2026 Tour" in told_operation(label, t, formats)
    undone = operation_label(
        "undo", {"of_name": "delete_record", "of_args": '{"type_label":"Session","title":"2026-11-16 Tour"}'}
    )
    assert "16/11/2026 Tour" in told_operation(undone, t, formats)


def test_a_quarter_that_was_frozen_is_told_as_a_quarter() -> None:
    label = operation_label("freeze_quarter", {"title": "2026-Q3"})
    assert told_operation(label, Translator("fr"), Formats("fr")) == "Trimestre figé · T3 2026"


def test_a_version_of_the_rules_is_told_in_each_language() -> None:
    told = {one: told_title("rule_set", "2 2026-03-15", Translator(one), Formats(one)) for one in ("nl", "en")}
    assert told == {"nl": "Versie 2 · 15 maart 2026", "en": "Version 2 · 15 March 2026"}
