"""Countries as options give them: names in three languages, codes, and groups of the binder."""

from collections.abc import Sequence

from clusterdesk.base.marks import N_
from clusterdesk.cli.context import Context
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.field_rules import COUNTRY, OPTIONAL_COUNTRY
from clusterdesk.domain.fields import FieldSpec
from clusterdesk.i18n.countries import country_code
from clusterdesk.i18n.country_words import read_countries
from clusterdesk.services.country_groups import groups_by_name

_UNKNOWN = N_("“{value}” is no country that is known here, nor a group of countries ({name}).")


def is_country(spec: FieldSpec) -> bool:
    """Tell whether a field holds the code of one country."""
    return spec.rule is COUNTRY or spec.rule is OPTIONAL_COUNTRY


def one_country(flag: str, text: str) -> str:
    """Return the code of a country.

    Raises:
        WrongUseError: it is none.
    """
    code = country_code(text)
    if code is None:
        raise _unknown(flag, text)
    return code


def several_countries(context: Context, flag: str, texts: Sequence[str]) -> tuple[str, ...]:
    """Return the codes of all countries and groups named; empty texts are left out.

    Raises:
        WrongUseError: something named is neither.
    """
    found = read_countries("; ".join(text for text in texts if text.strip()), groups_by_name(context.desk.store))
    if found.everywhere or found.unknown:
        raise _unknown(flag, ", ".join(found.unknown) or "; ".join(texts))
    return found.codes


def _unknown(flag: str, text: str) -> WrongUseError:
    return WrongUseError(
        _UNKNOWN,
        code="unknown_country",
        advice=N_("Write its name in French, Dutch or English, or its code of two letters."),
        value=text,
        name=flag,
    )
