"""Identifiers of organisations and people: read in any spelling, stored one way, shown another.

Every ``parse_…`` takes the text as typed and returns a ``Parsed`` (value, warnings, error); ``show_…`` turns what is
stored into what is printed.
"""

from clusterdesk.domain.identifiers.enterprise import (
    as_enterprise_number,
    is_enterprise_number,
    parse_enterprise_number,
    parse_establishment_number,
    parse_vat_number,
    show_enterprise_number,
    show_establishment_number,
    show_vat_number,
)
from clusterdesk.domain.identifiers.iban import parse_iban, show_iban
from clusterdesk.domain.identifiers.mail import is_plausible_mail, parse_mail, parse_site, split_mails
from clusterdesk.domain.identifiers.nace import guess_nace_version, parse_nace, show_nace, split_nace
from clusterdesk.domain.identifiers.phone import as_belgian_phone, parse_phone, show_phone, split_phones
from clusterdesk.domain.identifiers.postcode import in_region, is_belgian_postcode, parse_postcode

__all__ = [
    "as_belgian_phone",
    "as_enterprise_number",
    "guess_nace_version",
    "in_region",
    "is_belgian_postcode",
    "is_enterprise_number",
    "is_plausible_mail",
    "parse_enterprise_number",
    "parse_establishment_number",
    "parse_iban",
    "parse_mail",
    "parse_nace",
    "parse_phone",
    "parse_postcode",
    "parse_site",
    "parse_vat_number",
    "show_enterprise_number",
    "show_establishment_number",
    "show_iban",
    "show_nace",
    "show_phone",
    "show_vat_number",
    "split_mails",
    "split_nace",
    "split_phones",
]
