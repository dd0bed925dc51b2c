"""Rules are computed, never looked up: no answer of the worked examples stands in the code."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.architecture.source import modules

# Below this, a word or the digits before a number's last zeros are anybody's: "A", 200000.
_TELLING_LENGTH = 3


def test_no_example_is_known_to_the_code(shared_data: Callable[[str], Path]) -> None:
    texts = {module.place: module.text.replace("_", "") for module in modules()}
    found = [
        f"{place}: {word}"
        for path in sorted(shared_data("").glob("*_examples.json"))
        for word in sorted(_telling_words(json.loads(path.read_text(encoding="utf-8"))))
        for place, text in texts.items()
        if word in text and re.search(rf"(?<![\w.]){re.escape(word)}(?![\w.])", text)
    ]
    assert found == []


def _telling_words(value: Any) -> set[str]:
    """Return what gives an example away: ids and titles of cases, and long numbers that are not round."""
    words = set(_words(value))
    return {word for word in words if len(word.rstrip("0") if word.isdigit() else word) >= _TELLING_LENGTH}


def _words(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _words(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner, key)
    elif key in ("id", "title") and isinstance(value, str):
        yield value
    else:
        yield from re.findall(r"(?<![\d.])\d{6,}(?![\d.])", str(value))
