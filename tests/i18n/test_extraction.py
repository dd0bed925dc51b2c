"""Texts are found in the syntax tree wherever they are shown."""

from pathlib import Path

import pytest

from clusterdesk.i18n.extraction import Extraction, area_of, extract_source

SOURCE = """
from x import N_
LABEL = N_("Marked")
def f(self, t, desk, translator):
    t("Plain")
    self._t("Private {a}", a=1)
    desk.translator("Attribute")
    t("Yes" if desk else "No")
    t("Split " "in two")
    t.n("{n} visit", "{n} visits", n=3)
    self.t.c("verb", "Open")
    t(LABEL)
    t(label, n=1)
    t("Packed {x}", **desk)
    raise KnownError("full", "Disk of {name} full", advice="Empty {name}", safe=N_("Safe"), name="x")
class E(KnownError):
    def __init__(self, n):
        super().__init__("own", "Own message", advice="Own advice")
data.t("")
print("not a text")
numpy.c(1, 2)
t()
"""


def found_in(source: str) -> Extraction:
    """Extract one module of the area gui."""
    result = Extraction()
    extract_source(source, "gui/x.py", "gui", result)
    return result


def test_every_form_is_found() -> None:
    result = found_in(SOURCE)
    assert result.problems == []
    messages = result.areas["gui"].values()
    assert {m.msgid for m in messages} == {
        "Marked",
        "Plain",
        "Private {a}",
        "Attribute",
        "Yes",
        "No",
        "Split in two",
        "{n} visit",
        "Open",
        "Packed {x}",
        "Disk of {name} full",
        "Empty {name}",
        "Safe",
        "Own message",
        "Own advice",
    }
    assert [m.plural for m in messages if m.plural] == ["{n} visits"]
    assert [m.context for m in messages if m.context] == ["verb"]
    assert all(m.files == ["gui/x.py"] for m in messages)


def test_a_text_with_and_without_plural_is_one_message() -> None:
    messages = found_in('t("a")\nt.n("a", "b", n=1)\nt("a")').areas["gui"]
    assert [(m.msgid, m.plural) for m in messages.values()] == [("a", "b")]


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ('t(f"Hello {x}")', "gui/x.py:1: a text made at run time cannot be translated; use placeholders"),
        ('t("Hello " + x)', "gui/x.py:1: a text made at run time cannot be translated; use placeholders"),
        ('t("Hello {x}", y=1)', "gui/x.py:1: no value for {x}"),
        ('t.n("{n} of {x}", "{n} of {x}", n=1)', "gui/x.py:1: no value for {x}"),
        ('t.c("a", "Hello {x}")', "gui/x.py:1: no value for {x}"),
        ('KnownError("c", "m", advice="Look at {x}")', "gui/x.py:1: no value for {x}"),
    ],
)
def test_what_cannot_work_is_a_problem(source: str, problem: str) -> None:
    assert found_in(source).problems == [problem]


@pytest.mark.parametrize(
    ("file", "area"),
    [
        ("gui/pages/today/page.py", "gui"),
        ("bootstrap.py", "bootstrap"),
        ("__main__.py", "bootstrap"),
        ("__init__.py", "base"),
    ],
)
def test_areas(file: str, area: str) -> None:
    assert area_of(Path(file)) == area
