"""Phones, mails, sites, activity codes, postcodes: as lists really write them."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.identifiers import (
    guess_nace_version,
    in_region,
    parse_enterprise_number,
    parse_iban,
    parse_mail,
    parse_nace,
    parse_phone,
    parse_postcode,
    parse_site,
    show_establishment_number,
    show_iban,
    show_nace,
    show_phone,
    show_vat_number,
    split_mails,
    split_nace,
    split_phones,
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2.000.000.438", "establishment_number"),
        ("FR71 123456789", "foreign_number"),
        ("NL123456789B01", "foreign_number"),
        ("0314.595", "number_too_short"),
        ("0314.595.348.12", "number_too_long"),
        ("5999999999", "first_digit"),
        ("bonjour", "not_a_number"),
    ],
)
def test_enterprise_number_refused(text: str, code: str) -> None:
    error = parse_enterprise_number(text).error
    assert error is not None
    assert error.code == code


@pytest.mark.parametrize("text", ["", " ", "n.c.", "en cours", "in oprichting", "-", "onbekend"])
def test_unknown_number_is_no_error(text: str) -> None:
    assert parse_enterprise_number(text).clean


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("02 226 88 88 / 0470 12 34 56", ["+3222268888", "+32470123456"]),
        ("02/226 88 88", ["+3222268888"]),
        ("02/226.88.88 / 0470/12.34.56", ["+3222268888", "+32470123456"]),
        ("0470/123456/0471/123456", ["+32470123456", "+32471123456"]),
        ("0032 2 226 88 88", ["+3222268888"]),
        ("Tél. : 02 226 88 88 (bureau)", ["+3222268888"]),
        ("+33 1 42 68 53 00", ["+33142685300"]),
        ("+31 20 555 1111; 02 226 88 88", ["+31205551111", "+3222268888"]),
    ],
)
def test_phones(text: str, numbers: list[str]) -> None:
    assert [parse_phone(part).value for part in split_phones(text)] == numbers


def test_phone_shown_the_national_way() -> None:
    assert show_phone("+3222268888") == "02 226 88 88"
    assert show_phone("+32470123456") == "0470 12 34 56"
    assert show_phone("+33142685300").startswith("+33 1")
    assert show_phone("poste 12") == "poste 12"


@pytest.mark.parametrize(
    ("text", "mails"),
    [
        ("a@b.example\nc@d.example", ["a@b.example", "c@d.example"]),
        ("a@b.example / c@d.example", ["a@b.example", "c@d.example"]),
        ("a@b.example, c@d.example", ["a@b.example", "c@d.example"]),
        ("a@b.example c@d.example", ["a@b.example", "c@d.example"]),
        ("Jan Peeters <jan@x.example>", ["jan@x.example"]),
        ("mailto:jan@x.example", ["jan@x.example"]),
    ],
)
def test_mails(text: str, mails: list[str]) -> None:
    parsed = [parse_mail(part) for part in split_mails(text)]
    assert [each.value for each in parsed] == mails
    assert all(each.clean for each in parsed)


@pytest.mark.parametrize("text", ["a@b", "a@b..example", "a b@c.example", "jan.example.be", "@x.be"])
def test_implausible_mail_is_kept_and_flagged(text: str) -> None:
    parsed = parse_mail(text)
    assert parsed.value == text
    assert [warning.code for warning in parsed.warnings] == ["doubtful_mail"]


def test_sites() -> None:
    assert parse_site("www.boisretour.example").clean
    assert parse_site("https://veloreemploi.example/a?b=c").clean
    assert parse_site("voir facebook").warnings[0].code == "doubtful_site"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31.001", "31001"),
        ("95.29", "9529"),
        ("1392", "1392"),
        ("95.110", "95110"),
        ("C31.001", "31001"),
        ("16.10 - Sciage et rabotage", "1610"),
        ("NACE-BEL 2008: 31.001", "31001"),
    ],
)
def test_nace(text: str, code: str) -> None:
    assert parse_nace(text).value == code


def test_nace_refused_split_and_shown() -> None:
    assert parse_nace("bois").error is not None
    assert parse_nace("00.1").error is not None
    assert split_nace("31.001; 95.29 / 13.92") == ("31.001", "95.29", "13.92")
    assert show_nace("31001") == "31.001"


def test_nace_version() -> None:
    assert guess_nace_version("31001", hint="Code NACE (2008)") == "2008"
    assert guess_nace_version("31001", {"31001"}) == "2025"
    assert guess_nace_version("31009", {"31001"}) == "2008"


@pytest.mark.parametrize(
    ("text", "code", "inside"),
    [
        ("1070", "1070", True),
        ("B-1070", "1070", True),
        ("1000-BRUXELLES", "1000", True),
        ("1070 Anderlecht", "1070", True),
        ("1046", "1046", True),
        ("1299", "1299", True),
        ("1300", "1300", False),
        ("62610", "62610", False),
        ("W1A 1AA", "W1A 1AA", False),
        ("1012 AB", "1012 AB", False),
        ("1071XX", "1071XX", False),
        ("3665 As", "3665", False),
    ],
)
def test_postcodes(text: str, code: str, inside: bool) -> None:
    assert parse_postcode(text).value == code
    assert in_region(code) is inside


def test_foreign_postcode_is_never_in_the_region() -> None:
    assert not in_region("1070", "NL")


def test_unknown_bank_is_only_a_warning() -> None:
    parsed = parse_iban("BE68 5390 0754 7034")
    assert parsed.value == "BE68539007547034"
    assert [warning.code for warning in parsed.warnings] == ["unknown_bank"]
    assert show_iban("BE62510007547061") == "BE62 5100 0754 7061"


def test_shown_numbers() -> None:
    assert show_vat_number("0314595348") == "BE 0314.595.348"
    assert show_establishment_number("2000000438") == "2.000.000.438"


@given(st.from_regex(r"\+32(?:4[5-9][0-9]{7}|[1-9][0-9]{7})", fullmatch=True))
def test_our_own_rules_for_belgian_phones_agree_with_the_library(number: str) -> None:
    parsed = phonenumbers.parse(number, None)
    valid = phonenumbers.is_valid_number(parsed)
    read = parse_phone(number)
    assert (read.value, read.clean) == (number, valid)
    if valid:
        assert show_phone(number) == phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
