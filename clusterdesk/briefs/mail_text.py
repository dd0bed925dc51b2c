"""The words of the mail that carries a brief; the person reads and changes them before sending."""

from dataclasses import dataclass
from datetime import date

from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


@dataclass(frozen=True, slots=True)
class MailText:
    """Subject and body of a draft."""

    subject: str
    body: str


def report_mail(organisation: str, on: date, greeting: str, author: str, t: Translator, formats: Formats) -> MailText:
    """Word the mail that goes with a visit report; ``greeting`` is the receiver's name, which may be empty."""
    opening = t("Hello {name},", name=greeting) if greeting else t("Hello,")
    body = t(
        "{opening}\n\n"
        "Please find attached the report of our visit of {date}. "
        "Does something not match what you remember? Simply answer this mail.\n\n"
        "Kind regards,\n{author}\n",
        opening=opening,
        date=formats.long_date(on),
        author=author,
    )
    subject = t("Report of our visit of {date} – {organisation}", date=formats.date(on), organisation=organisation)
    return MailText(subject, body)


def minutes_mail(group: str, on: date, greeting: str, author: str, t: Translator, formats: Formats) -> MailText:
    """Word the mail that goes with the minutes of a meeting, to those who sit in the group."""
    opening = t("Hello {name},", name=greeting) if greeting else t("Hello,")
    body = t(
        "{opening}\n\n"
        "Please find attached the minutes of our meeting of {date}. "
        "Does something not match what you remember? Simply answer this mail.\n\n"
        "Kind regards,\n{author}\n",
        opening=opening,
        date=formats.long_date(on),
        author=author,
    )
    return MailText(t("Minutes of {date} – {organisation}", date=formats.date(on), organisation=group), body)


def page_mail(title: str, author: str, t: Translator) -> MailText:
    """Word the mail that goes with any other page; its title is the subject."""
    return MailText(title, t("Hello,\n\nThe page is attached.\n\n{author}\n", author=author))


def sheet_mail(organisation: str, on: date | None, author: str, t: Translator, formats: Formats) -> MailText:
    """Word the mail that goes with a visit sheet, to a colleague."""
    if on is None:
        subject = t("Visit sheet – {organisation}", organisation=organisation)
    else:
        subject = t("Visit sheet of {date} – {organisation}", date=formats.date(on), organisation=organisation)
    return MailText(subject, t("Hello,\n\nAttached is the visit sheet.\n\n{author}\n", author=author))
