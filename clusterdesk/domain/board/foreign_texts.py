"""Texts that stand in a report in another language than the report's: how they are marked, and how that is told."""

from collections.abc import Mapping

from clusterdesk.base.marks import N_

MARKS: Mapping[str, str] = {
    "fr": N_("{text} (in French)"),
    "nl": N_("{text} (in Dutch)"),
    "en": N_("{text} (in English)"),
}
WARNINGS: Mapping[str, str] = {
    "fr": N_("Not in the language of the report; it stands there in French, and says so: “{text}”"),
    "nl": N_("Not in the language of the report; it stands there in Dutch, and says so: “{text}”"),
    "en": N_("Not in the language of the report; it stands there in English, and says so: “{text}”"),
}
