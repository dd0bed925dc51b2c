"""Phones, mail addresses and sites as text: read, shown, told apart."""

from clusterdesk.domain.identifiers.mail import parse_mail, parse_site
from clusterdesk.domain.identifiers.phone import parse_phone, show_phone
from clusterdesk.domain.records.organisations import ContactPointKind

_LEAST_DIGITS = 6


def read_point(kind: ContactPointKind, text: str) -> str:
    """Return a phone, mail or site in the form it is kept in, what looks odd as typed; empty for nothing."""
    if not text.strip():
        return ""
    readers = {
        ContactPointKind.PHONE: parse_phone,
        ContactPointKind.MAIL: parse_mail,
        ContactPointKind.WEB: parse_site,
    }
    return readers[kind](text).value or text.strip()


def show_point(value: str) -> str:
    """Return a phone as it is dialled, a site without its scheme, a mail address as it is."""
    if value.startswith("+"):
        return show_phone(value)
    return value.removeprefix("https://").removeprefix("http://").rstrip("/")


def kind_of_point(text: str) -> ContactPointKind:
    """Guess what a text reaches: an "@" is a mail address, mostly digits a phone, anything else a site."""
    if "@" in text:
        return ContactPointKind.MAIL
    digits = sum(each.isdigit() for each in text)
    letters = sum(each.isalpha() for each in text)
    return ContactPointKind.PHONE if digits >= _LEAST_DIGITS and digits > letters else ContactPointKind.WEB
