"""The answer form in a real browser: opened as a file, filled in by mouse and keys, its file and its text read back."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clusterdesk.domain.records.referrals import ReferralOutcome
from clusterdesk.domain.referrals.replies import Certainty, Reply, ReplyKind
from clusterdesk.domain.referrals.reply_reading import read_replies
from clusterdesk.domain.referrals.tokens import token_of
from clusterdesk.exchange.answers.answer_files import read_answer_file, write_answer_file
from clusterdesk.exchange.answers.country_words import countries_by_name
from clusterdesk.exchange.answers.form import FILENAME, FormFacts, answer_form
from clusterdesk.i18n.translator import LANGUAGES, Translator
from tests.exchange.answers.browser import Browser, browser

TOKEN = token_of(123_456_789)
FACTS = FormFacts(
    token=TOKEN,
    organisation="Atelier Noord </script><b>fin</b> &amp; @data@",
    need="Deux menuiseries d’Utrecht ont demandé une offre.\nElle cherche un agent.",
    asked="Un premier entretien.",
    team="Équipe export (exemple)",
    sender="Sofie Peeters",
    reply_to="sofie.peeters@example.org",
    due_on=date(2026, 12, 18),
)


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("browser")) as one:
        one.size(1280, 800)
        yield one


def _open(one: Browser, folder: Path, language: str = "fr") -> date:
    """Open the form anew, and return what day it is for the browser."""
    path = folder / FILENAME
    path.write_bytes(answer_form(FACTS, Translator(language)))
    one.requests.clear()
    one.problems.clear()
    one.open(path)
    return date.fromisoformat(one.value("document.querySelector('[name=answered_on]').value"))


def _typed(one: Browser, selector: str, text: str) -> None:
    one.click(selector)
    one.type(text)


def test_it_tells_what_it_is_about_and_asks_nobody_for_anything(chromium: Browser, tmp_path: Path) -> None:
    _open(chromium, tmp_path)
    shown = chromium.text("main")
    for told in (
        FACTS.organisation,
        "Elle cherche un agent.",
        FACTS.asked,
        FACTS.team,
        FACTS.sender,
        "18/12/2026",
        TOKEN,
    ):
        assert told in shown
    assert chromium.value("document.querySelectorAll('b').length") == 0, "what people wrote is no markup"
    assert [address for address in chromium.requests if not address.startswith(("file:", "data:"))] == []
    blocked = chromium.value("fetch('https://example.org/').then(() => 'sent', () => 'refused')")
    assert blocked == "refused", "its own policy forbids it"


def test_accepting_saves_a_file_that_is_read_back(chromium: Browser, tmp_path: Path) -> None:
    today = _open(chromium, tmp_path)
    chromium.click("input[value=accepted]")
    _typed(chromium, "[name=note]", "on s’en occupe « dès lundi » \\ \U0001f6b2")
    _typed(chromium, "[name=by]", "Anna Willems")
    chromium.click("#save")
    saved = chromium.downloaded()
    assert saved.name == f"orientation-{TOKEN}-{today}.json"
    answer = read_answer_file(saved.name, saved.read_bytes())
    note = "on s’en occupe « dès lundi » \\ \U0001f6b2"
    assert answer.token == TOKEN
    assert answer.replies == (Reply(ReplyKind.ACCEPTED, note=note, answered_on=today, by="Anna Willems"),)
    assert write_answer_file(answer) == saved.read_bytes(), "byte for byte what we would write"
    assert saved.name in chromium.text("#said")
    assert FACTS.reply_to in chromium.text("#said")
    assert chromium.problems == []


def test_several_dated_answers_in_another_language_by_keys(chromium: Browser, tmp_path: Path) -> None:
    today = _open(chromium, tmp_path)
    chromium.click("[data-language=nl]")
    assert chromium.value("document.documentElement.lang") == "nl"
    chromium.value("document.querySelector('input[value=acknowledged]').focus()")
    chromium.key(" ")
    chromium.key("ArrowRight")  # on to accepted
    _typed(chromium, "[name=by]", "Joris De Smet")
    chromium.click("#add")
    last = "#answers > :last-child"
    chromium.click(f"{last} input[value=done]")
    chromium.click(f"{last} input[value=distributor]")
    _typed(chromium, f"{last} [name=value]", "12.000,5")
    chromium.value(f"document.querySelector('{last} [name=country]').focus()")
    for letter in "Nederl":
        chromium.key(letter)
    chromium.value(f"document.querySelector('{last} [name=on]').focus()")
    for digit in f"{today:%m%d%Y}":
        chromium.key(digit)
    assert "12.000,50" in chromium.text(f"{last} .echo")
    text = chromium.text("#block")
    chromium.click("#save")
    saved = chromium.downloaded()
    expected = (
        Reply(ReplyKind.ACCEPTED, answered_on=today, by="Joris De Smet"),
        Reply(
            ReplyKind.DONE,
            outcome=ReferralOutcome.DISTRIBUTOR,
            value=Decimal("12000.50"),
            country="NL",
            on=today,
            answered_on=today,
            by="Joris De Smet",
        ),
    )
    answer = read_answer_file(saved.name, saved.read_bytes())
    assert (answer.language, answer.replies) == ("nl", expected)
    read = read_replies(text, today, countries_by_name())
    assert read.tokens == (TOKEN,)
    assert tuple(one.reply for one in read.answers) == expected, "the copied text says the same as the file"
    assert {one.certainty for one in read.answers} == {Certainty.SURE}


def test_what_is_missing_is_said_and_nothing_saved(chromium: Browser, tmp_path: Path) -> None:
    _open(chromium, tmp_path, "en")
    before = set(chromium.downloads.iterdir())
    chromium.click("#save")
    assert "Choose one of the answers." in chromium.text(".answer")
    chromium.click("input[value=declined]")
    chromium.click("#save")
    assert "Say in a few words why." in chromium.text(".answer")
    chromium.click("input[value=done]")
    _typed(chromium, "[name=value]", "a lot")
    chromium.click("#save")
    shown = chromium.text(".answer")
    assert "Say what came of it." in shown
    assert "This is not an amount" in shown
    assert chromium.text("#said") == "Something is still missing: see above."
    assert set(chromium.downloads.iterdir()) == before


def test_a_refusal_with_its_reason(chromium: Browser, tmp_path: Path) -> None:
    today = _open(chromium, tmp_path)
    chromium.click("input[value=declined]")
    _typed(chromium, "[name=reason]", "hors de notre zone\nvoir Liège")
    chromium.click("#save")
    saved = chromium.downloaded()
    reply = Reply(ReplyKind.DECLINED, reason="hors de notre zone voir Liège", answered_on=today)
    assert read_answer_file(saved.name, saved.read_bytes()).replies == (reply,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there_in_each_language(chromium: Browser, tmp_path: Path, language: str) -> None:
    _open(chromium, tmp_path, language)
    chromium.click("input[value=done]")
    empty = (
        "[...document.querySelectorAll('[data-word], [data-kind], [data-outcome]')].filter(e => !e.textContent).length"
    )
    assert chromium.value(empty) == 0
    chromium.size(390, 844, phone=True)
    assert chromium.value("document.documentElement.scrollWidth") <= 390, "nothing is cut on a telephone"
    chromium.size(1280, 800)


def test_its_checksum_is_sha_256(chromium: Browser, tmp_path: Path) -> None:
    _open(chromium, tmp_path)
    for text in ("", "abc", "é€\U0001f6b2" * 40, "a" * 55, "a" * 56, "a" * 64, "x" * 5000):
        assert chromium.value(f"sha256({json.dumps(text)})") == hashlib.sha256(text.encode()).hexdigest()


def test_without_scripts_the_reply_block_remains(chromium: Browser, tmp_path: Path) -> None:
    chromium.command("Emulation.setScriptExecutionDisabled", value=True)
    try:
        path = tmp_path / FILENAME
        path.write_bytes(answer_form(FACTS, Translator("fr")))
        chromium.open(path)
    finally:
        chromium.command("Emulation.setScriptExecutionDisabled", value=False)
    shown = chromium.text("noscript")
    assert TOKEN in shown
    assert "Réponse" in shown
