"""Mails about an orientation with their text ready: a reminder to the team, a word to the organisation."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from clusterdesk.base.filenames import safe_filename, unique_path
from clusterdesk.base.told_file import write_file
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.referrals import Referral, ReferralAct, ReferralOutcome, ReferralState
from clusterdesk.domain.referrals.addressing import team_address, team_language
from clusterdesk.domain.referrals.reply_blocks import blank_block
from clusterdesk.domain.views.referrals import ReferralPage, ReferralRow
from clusterdesk.exchange.mail import MailDraft, Receiver, mail_draft
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.mail_drafts import mail_language, recipients_of
from clusterdesk.services.page_views import read_organisation
from clusterdesk.services.referral_views import read_referral
from clusterdesk.store.desk_store import Store


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail to be read over, in the language of whoever receives it."""

    act: ReferralAct
    draft: MailDraft
    language: str


def letter(store: Store, referral_id: UUID, act: ReferralAct, author: str, t: Translator) -> Letter:
    """Return the reminder to the team (``CHASED``) or the word to the organisation (``FED_BACK``).

    Raises:
        KnownError: there is no such orientation.
    """
    page = read_referral(store, referral_id)
    if act is ReferralAct.CHASED:
        return _reminder(page, author, t)
    return _word(store, page, author, t)


def write_letter(folder: Path, draft: MailDraft, name: str) -> Path:
    """Write a mail draft into a folder, under a name that is free; return the file.

    Raises:
        KnownError: it cannot be written, or an address is none.
    """
    content = mail_draft(draft)
    folder.mkdir(parents=True, exist_ok=True)
    path = unique_path(folder, safe_filename(name, ".eml"))
    write_file(path, content)
    return path


def _reminder(page: ReferralPage, author: str, t: Translator) -> Letter:
    row = page.row
    language = team_language(row, t.language)
    greeting = row.person.name if row.person is not None else ""
    theirs = t.other(language)
    mail, name = team_address(row)
    receivers = (Receiver(mail, name),) if mail else ()
    draft = MailDraft(_reminder_subject(row, theirs), _reminder_body(row, greeting, author, theirs), receivers)
    return Letter(ReferralAct.CHASED, draft, language)


def _reminder_subject(row: ReferralRow, t: Translator) -> str:
    return t("{organisation} – how does it stand? ({token})", organisation=row.organisation, token=row.record.token)


def _reminder_body(row: ReferralRow, greeting: str, author: str, t: Translator) -> str:
    on = row.record.handed_over_on or row.record.on
    return t(
        "{opening}\n\n"
        "On {day} we handed {organisation} over to you: {need}\n\n"
        "{since} Could you tell us in a line how it stands? The company is waiting, and a no "
        "helps it as well.\n\n"
        "{block}\n\n"
        "Thank you and kind regards,\n{author}\n",
        opening=_opening(greeting, t),
        day=Formats(t.language).long_date(on),
        organisation=row.organisation,
        need=row.record.need,
        since=_since(row, t),
        block=blank_block(t.language, row.record.token),
        author=author,
    )


def _since(row: ReferralRow, t: Translator) -> str:
    """Return what was heard since: who said that it arrived, or took it up, is not told that nothing was answered."""
    if row.record.state is ReferralState.ACKNOWLEDGED:
        return t("You told us that it arrived; we have read nothing more since.")
    if row.record.state in {ReferralState.ACCEPTED, ReferralState.IN_PROGRESS}:
        return t("You took it up; we have read nothing more since.")
    return t("We have not read an answer since.")


def _opening(name: str, t: Translator) -> str:
    return t("Hello {name},", name=name) if name else t("Hello,")


def _word(store: Store, page: ReferralPage, author: str, t: Translator) -> Letter:
    organisation = read_organisation(store, page.organisation.id)
    language = mail_language(organisation, t.language)
    recipients = recipients_of(organisation)
    greeting = recipients[0].name if len(recipients) == 1 else ""
    receivers = tuple(Receiver(one.mail, one.name) for one in recipients)
    theirs = t.other(language)
    draft = MailDraft(_word_subject(page.row, theirs), _word_body(page.row, greeting, author, theirs), receivers)
    return Letter(ReferralAct.FED_BACK, draft, language)


def _word_subject(row: ReferralRow, t: Translator) -> str:
    kind = row.kind.name_in(t.language) if row.kind is not None else t("Orientation")
    return t("News of your orientation – {kind}", kind=kind)


def _word_body(row: ReferralRow, greeting: str, author: str, t: Translator) -> str:
    return t(
        "{opening}\n\n{news}\n\nKind regards,\n{author}\n",
        opening=_opening(greeting, t),
        news=_news(row, t),
        author=author,
    )


def _news(row: ReferralRow, t: Translator) -> str:
    """Return how an orientation stands, for the organisation; nothing that is internal."""
    record, formats = row.record, Formats(t.language)
    team = row.team.name if row.team is not None else ""
    on = formats.long_date(record.state_on or record.on)
    if record.state is ReferralState.DECLINED:
        return t("{team} cannot take it up: {reason}\nWe look for another way and will call you.", team=team,
                 reason=record.reason)  # fmt: skip
    if record.state is ReferralState.DONE:
        return _result(record, team, t)
    if record.state is ReferralState.IN_PROGRESS:
        return t("{team} has been working on it since {day}.", team=team, day=on)
    if record.state is ReferralState.ACCEPTED:
        return t("{team} took it up on {day} and will contact you.", team=team, day=on)
    if record.state in {ReferralState.WITHDRAWN, ReferralState.REVOKED}:
        return t("As agreed, nothing more is done about it. You can come back to it at any time.")
    return t("{team} has received your question on {day}. We will tell you as soon as it answers.", team=team, day=on)


def _result(record: Referral, team: str, t: Translator) -> str:
    outcome = record.outcome
    if outcome is None or outcome is ReferralOutcome.NONE:
        return t("{team} is through with it; nothing came of it this time. {remark}", team=team,
                 remark=record.outcome_remark).strip()  # fmt: skip
    result = t(choice_label(outcome)).lower()
    return t("{team} is through with it. Result: {result}. {remark}", team=team, result=result,
             remark=record.outcome_remark).strip()  # fmt: skip
