"""Reference data that ships with the program: activities (NACE-BEL) and postcodes around Brussels.

A file is read when first asked for and kept; unknown codes give None, never an error: codes of an older version
stay as they were recorded.
"""

import csv
from collections.abc import Mapping
from functools import cache

from clusterdesk.config.paths import resource

NACE_VERSION = "2025"
_NACE_FILES = {NACE_VERSION: "nacebel_2025.csv"}


def nace_label(code: str, version: str = NACE_VERSION, language: str = "fr") -> str | None:
    """Return what an activity code means in ``fr``, ``nl``, ``en`` or ``de``; dots in the code do not matter."""
    labels = _nace(version).get(_bare(code))
    return labels.get(language) if labels else None


def nace_codes(version: str = NACE_VERSION) -> frozenset[str]:
    """Return all codes of a version, without dots; none for a version whose list we do not have."""
    return frozenset(_nace(version))


def postcode_locality(postcode: str, language: str = "fr") -> str | None:
    """Return the locality of a postcode in or around Brussels, by its Dutch name for ``nl``, else the French one."""
    names = _postcodes().get(postcode.strip())
    return names["nl" if language == "nl" else "fr"] if names else None


@cache
def _nace(version: str) -> Mapping[str, Mapping[str, str]]:
    name = _NACE_FILES.get(version)
    if name is None:
        return {}
    with resource("reference", name).open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: {language: row[f"label_{language}"] for language in ("fr", "nl", "en", "de")}
            for row in csv.DictReader(file)
        }


@cache
def _postcodes() -> Mapping[str, Mapping[str, str]]:
    with resource("reference", "brussels_postcodes.csv").open(encoding="utf-8", newline="") as file:
        return {row["postcode"]: {"fr": row["locality_fr"], "nl": row["locality_nl"]} for row in csv.DictReader(file)}


def _bare(code: str) -> str:
    return code.replace(".", "").replace(" ", "").upper()
