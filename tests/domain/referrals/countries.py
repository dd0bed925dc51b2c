"""Names of countries as the reading of answers takes them."""

from clusterdesk.domain.parsing.text import even

COUNTRIES = {
    "fr": {
        "NL": "Pays-Bas",
        "DE": "Allemagne",
        "US": "États-Unis",
        "NE": "Niger",
        "NG": "Nigéria",
        "CI": "Côte d’Ivoire",
    },
    "nl": {
        "NL": "Nederland",
        "DE": "Duitsland",
        "US": "Verenigde Staten",
        "NE": "Niger",
        "NG": "Nigeria",
        "CI": "Ivoorkust",
    },
    "en": {
        "NL": "Netherlands",
        "DE": "Germany",
        "US": "United States",
        "NE": "Niger",
        "NG": "Nigeria",
        "CI": "Ivory Coast",
    },
}
READABLE = {even(name): code for names in COUNTRIES.values() for code, name in names.items()}
