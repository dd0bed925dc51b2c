"""The answer form: one page of HTML that works from a file, without a network, in three languages."""

import base64
import hashlib
import json
from dataclasses import dataclass
from datetime import date
from html import escape

from clusterdesk.base.resources import resource
from clusterdesk.domain.referrals.reply_blocks import NUMBER_MARKS, blank_block
from clusterdesk.domain.referrals.reply_words import BLOCK_WORDS, BlockWords
from clusterdesk.exchange.answers.answer_files import FORMAT, VERSION
from clusterdesk.exchange.answers.form_words import NO_SCRIPT, form_words
from clusterdesk.i18n.countries import countries
from clusterdesk.i18n.translator import LANGUAGES, Translator

FILENAME = "answer.html"
_SCRIPTS = ("sha256.js", "form.js")


@dataclass(frozen=True, slots=True)
class FormFacts:
    """What the form tells of its orientation; nothing of it is internal. ``reply_to`` is where its file is mailed."""

    token: str
    organisation: str
    need: str = ""
    asked: str = ""
    team: str = ""
    sender: str = ""
    reply_to: str = ""
    due_on: date | None = None


def answer_form(facts: FormFacts, t: Translator) -> bytes:
    """Return the form of an orientation; it opens in the translator's language.

    All it needs is inside, and its own policy forbids the browser to fetch anything. What people wrote stands in it as
    data only, never as markup.
    """
    style = _part("form.css")
    script = "\n".join(_part(name) for name in _SCRIPTS)
    parts = {
        "language": t.language,
        "title": escape(form_words(t)["page"].replace("{organisation}", facts.organisation)),
        "noscript": escape(t(NO_SCRIPT)),
        "block": escape(blank_block(t.language, facts.token)),
        "style": style,
        "style_hash": _hash(style),
        "script": script,
        "script_hash": _hash(script),
        "data": _data(facts, t),
    }
    pieces = _part("form.html").split("@")
    # Every other piece is a name: nothing that was put in is looked at again.
    return "".join(parts[piece] if number % 2 else piece for number, piece in enumerate(pieces)).encode()


def _data(facts: FormFacts, t: Translator) -> str:
    told = {
        "format": FORMAT,
        "version": VERSION,
        "language": t.language,
        "token": facts.token,
        "facts": {
            "organisation": facts.organisation,
            "need": facts.need,
            "asked": facts.asked,
            "team": facts.team,
            "sender": facts.sender,
            "reply_to": facts.reply_to,
            "due_on": facts.due_on.isoformat() if facts.due_on is not None else "",
        },
        "words": {language: form_words(t.other(language)) for language in LANGUAGES},
        "blocks": {language: _block(BLOCK_WORDS[language]) for language in LANGUAGES},
        "numbers": NUMBER_MARKS,
        "countries": {language: [(one.code, one.name) for one in countries(language)] for language in LANGUAGES},
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    # JSON knows these characters in its texts only, and there any of them may be written by its number.
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _block(words: BlockWords) -> dict[str, object]:
    names = ("colon", "reference", "answer", "day", "name", "because")
    return {
        **{name: getattr(words, name) for name in names},
        "kinds": {kind.value: text for kind, text in words.kinds.items()},
        "outcomes": {outcome.value: text for outcome, text in words.outcomes.items()},
    }


def _part(name: str) -> str:
    return resource("answer_form", name).read_text(encoding="utf-8").strip()


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
