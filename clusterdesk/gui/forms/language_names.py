"""The languages people and documents have, by their code (English msgids)."""

from collections.abc import Mapping

from clusterdesk.base.marks import N_

LANGUAGES: Mapping[str, str] = {"fr": N_("French"), "nl": N_("Dutch"), "en": N_("English")}
