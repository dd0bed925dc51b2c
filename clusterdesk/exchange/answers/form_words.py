"""The texts of the answer form; the form itself carries all three languages."""

from collections.abc import Mapping

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_

_WORDS: Mapping[str, str] = {
    "kicker": N_("Answer form"),
    "page": N_("Answer to the orientation of {organisation}"),
    "title": N_("Your answer to an orientation"),
    "lead": N_("A company was referred to you. Tell us in a minute what becomes of it."),
    "languages": N_("Language"),
    "answer": N_("Your answer"),
    "answer_number": N_("Answer {number}"),
    "remove": N_("Remove"),
    "add": N_("Add another dated answer"),
    "reason": N_("For what reason?"),
    "outcome": N_("What came of it?"),
    "value": N_("Value in euros"),
    "country": N_("Country"),
    "on": N_("On which day?"),
    "note": N_("Remark (if any)"),
    "by": N_("Your full name"),
    "answered_on": N_("Date of the answer"),
    "way_back": N_("Sending it back"),
    "way_back_how": N_(
        "Save the answer file and send it back as an attachment, or put it into the folder you received. "
        "Or copy the answer and paste it into a mail."
    ),
    "save": N_("Save the answer file"),
    "copy": N_("Copy the answer"),
    "print": N_("Print"),
    "block": N_("The answer as text"),
    "no_proof": N_("Nothing in this form proves who has filled it in: please give your name."),
    "nothing_sent": N_(
        "This page works without a network and sends nothing by itself. What you do not save is gone once you close it."
    ),
    "saved": N_(
        "“{name}” is among your downloads. Send it back or put it into the folder: nothing was sent by itself."
    ),
    "saved_mail": N_("“{name}” is among your downloads. Send it to {mailbox}: nothing was sent by itself."),
    "copied": N_("The answer is copied: paste it into a mail."),
    "not_copied": N_("The answer is selected below: copy it with Ctrl+C, then paste it into a mail."),
    "incomplete": N_("Something is still missing: see above."),
    "need_kind": N_("Choose one of the answers."),
    "need_reason": N_("Say in a few words why."),
    "need_outcome": N_("Say what came of it."),
    "need_day": N_("Give a day."),
    "day_ahead": N_("This day is still to come."),
    "bad_value": N_("This is not an amount: write for example 12000 or 12000,50."),
    "bad_day": N_("This is not a day that exists."),
    "fact_organisation": N_("Company"),
    "fact_need": N_("Need"),
    "fact_asked": N_("What is asked of you"),
    "fact_team": N_("Sent to"),
    "fact_sender": N_("Sent by"),
    "fact_due_on": N_("To be answered by"),
    "fact_token": N_("Reference"),
}
NO_SCRIPT = N_("This browser does not run the form. Please answer by mail with these lines:")


def form_words(t: Translate) -> dict[str, str]:
    """Return the form's texts in one language; what is in braces is filled in by the form."""
    return {key: t(message, **_BRACES) for key, message in _WORDS.items()}


# The form fills its placeholders itself.
_BRACES = {name: f"{{{name}}}" for name in ("organisation", "number", "name", "mailbox")}
