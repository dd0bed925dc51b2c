"""A parcel as a mail draft: a few words, the reply block to answer by, everything else attached."""

from collections.abc import Iterable

from clusterdesk.domain.referrals.reply_blocks import blank_block
from clusterdesk.domain.views.parcel import ParcelView
from clusterdesk.exchange.mail import Attachment, MailDraft, Receiver
from clusterdesk.exchange.parcels.contents import ParcelFile
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


def parcel_mail(view: ParcelView, files: Iterable[ParcelFile], t: Translator) -> MailDraft:
    """Return the draft to the team, in the translator's language; without an address the person fills it in."""
    receivers = (Receiver(view.mail, view.person or view.team),) if view.mail else ()
    subject = t("Orientation – {organisation} ({token})", organisation=view.organisation, token=view.token)
    attachments = tuple(Attachment(one.name, one.content) for one in files)
    return MailDraft(subject, _body(view, t), receivers, attachments)


def _body(view: ParcelView, t: Translator) -> str:
    opening = t("Hello {name},", name=view.person) if view.person else t("Hello,")
    about = " · ".join([view.kind or t("Orientation"), *view.countries])
    asked = t("What we ask: {asked}", asked=view.asked) if view.asked else ""
    due = ""
    if view.due_on is not None:
        due = t("Could you answer by {day}? A no helps as well.", day=Formats(t.language).long_date(view.due_on))
    words = t(
        "We would like to hand {organisation} over to you ({about}). In agreement with the company, the page attached "
        "says who it is, what it needs and how to reach it.",
        organisation=view.organisation,
        about=about,
    )
    need = t("The need: {need}", need=view.need)
    block = blank_block(t.language, view.token)
    closing = t("Thank you and kind regards,\n{author}", author=view.manager.name or view.footer.author)
    parts = (opening, words, need, asked, due, block, closing)
    return "\n\n".join(part for part in parts if part) + "\n"
