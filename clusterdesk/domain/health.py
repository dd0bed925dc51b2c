"""The one table of checks of data health: what is looked for, why it matters, how it is put right.

Page, counts and command line are made from it; ``store/queries/health.py`` knows how each is looked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from clusterdesk.base.marks import N_

WANTED_FOR_DAYS = 60


class HealthKey(StrEnum):
    """The stable names of the checks, as the command line spells them."""

    NUMBER = "enterprise-number"
    ORGANISATION_LANGUAGE = "organisation-language"
    CONTACT_LANGUAGE = "contact-language"
    CONTACT_REACH = "contact-reach"
    POSTCODE = "postcode"
    SESSION_NOTES = "session-notes"
    FILE_ACTION = "file-action"
    PROMISE_OWNER = "promise-owner"
    HEADCOUNT = "headcount"
    FIGURES = "figures"
    EVIDENCE = "evidence"
    DOCUMENT_FILE = "document-file"
    DUPLICATES = "duplicates"


@dataclass(frozen=True, slots=True)
class HealthCheck:
    """One check.

    ``label`` names what is missing, ``why`` says what it is needed for, ``fine`` is said where nothing is missing; all
    are msgids. ``field`` is what one edits to put a row right; empty where more than a field is needed.
    """

    key: HealthKey
    label: str
    why: str
    fine: str
    field: str = ""


_ALL = (
    HealthCheck(
        HealthKey.NUMBER,
        N_("Number missing"),
        N_("Without its enterprise number an organisation is easily entered twice, and no subsidy file can name it."),
        N_("Every organisation has its number."),
        "enterprise_number",
    ),
    HealthCheck(
        HealthKey.ORGANISATION_LANGUAGE,
        N_("Language of documents unknown"),
        N_("The first language of an organisation is that of its visit sheets and reports."),
        N_("The language of every member, candidate and partner is known."),
        "languages",
    ),
    HealthCheck(
        HealthKey.CONTACT_LANGUAGE,
        N_("Language of a person unknown"),
        N_("Questions are asked, and mails written, in the language of the person."),
        N_("The language of every contact person is known."),
        "language",
    ),
    HealthCheck(
        HealthKey.CONTACT_REACH,
        N_("Neither phone nor mail"),
        N_("A person one cannot reach is of no help on the day of the visit."),
        N_("Every contact person can be reached."),
    ),
    HealthCheck(
        HealthKey.POSTCODE,
        N_("Postcode missing"),
        N_("The week proposes visits near each other by postcode, and duplicates are found by it."),
        N_("Every Belgian address has its postcode."),
        "postcode",
    ),
    HealthCheck(
        HealthKey.SESSION_NOTES,
        N_("Held without notes"),
        N_("A visit, meeting or call without a written trace does not count as a coaching action."),
        N_("Everything that was held has a written trace."),
    ),
    HealthCheck(
        HealthKey.FILE_ACTION,
        N_("File without a coaching action"),
        N_("Results count for a file from its first coaching action on: before that nothing is attributed."),
        N_("Every open file has a coaching action."),
    ),
    HealthCheck(
        HealthKey.PROMISE_OWNER,
        N_("Promise without an owner"),
        N_("What is owed by nobody in particular is seldom done."),
        N_("Every open promise has somebody who owes it."),
    ),
    HealthCheck(
        HealthKey.HEADCOUNT,
        N_("Head count of the quarter missing"),
        N_("A year of employment growth is judged by the staff at the ends of its quarters; three must be known."),
        N_("The staff at the end of the last quarter is known wherever employment is followed."),
    ),
    HealthCheck(
        HealthKey.FIGURES,
        N_("Figures of the last period missing"),
        N_("Break-even is judged by periods without a gap: a period that is missing interrupts the series."),
        N_("The figures of every last period are there, and closed."),
    ),
    HealthCheck(
        HealthKey.EVIDENCE,
        N_("Evidence long awaited"),
        N_("A result without its evidence is not provable on the board."),
        N_("No evidence has been wanted for long."),
    ),
    HealthCheck(
        HealthKey.DOCUMENT_FILE,
        N_("File missing on disk"),
        N_("The record is here, but the folder of the binder no longer holds the file itself."),
        N_("The file of every document lies in the folder of the binder."),
    ),
    HealthCheck(
        HealthKey.DUPLICATES,
        N_("Probably entered twice"),
        N_("History and figures of one organisation stand under two names until they are merged."),
        N_("Names, numbers and postcodes were compared: no two organisations look alike."),
    ),
)

CHECKS: Mapping[HealthKey, HealthCheck] = MappingProxyType({check.key: check for check in _ALL})
