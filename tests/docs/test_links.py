"""What the documentation points to is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
_LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)#\s]+)")
_CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def _targets(page: Path) -> Iterator[str]:
    for found in _LINK.finditer(_CODE.sub("", page.read_text("utf-8"))):
        if "://" not in found["target"]:
            yield found["target"]


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_links_lead_somewhere(page: Path) -> None:
    assert [target for target in _targets(page) if not (page.parent / target).exists()] == []


def test_the_guide_exists_in_every_language() -> None:
    assert all((ROOT / "docs" / "guide" / language / "README.md").is_file() for language in ("fr", "nl", "en"))
