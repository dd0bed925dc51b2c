"""Shipped French texts have the spaces a typesetter puts: no sign is left alone at the start of a line."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from clusterdesk.base.resources import resource
from clusterdesk.i18n.typography import typography

SHIPPED = sorted([*resource("templates").glob("*.jsonl"), *resource("sample").glob("*.jsonl")])


def texts(value: object, key: str = "") -> Iterator[str]:
    """Yield every text of a record but the Dutch and English names."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, key)
    elif isinstance(value, str) and not key.endswith(("_nl", "_en")):
        yield value


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_french_texts_have_no_break_spaces(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    plain = [text for line in lines for text in texts(json.loads(line)) if typography("fr", text) != text]
    assert not plain


def test_the_questions_are_among_them() -> None:
    questions = next(path for path in SHIPPED if path.name == "questions.jsonl").read_text(encoding="utf-8")
    assert questions.count("\u202f?") >= 30
