"""The parcel of an orientation by the command line: mail, folder, drive; refused without consent."""

import email
import email.policy
from pathlib import Path

from tests.briefs.pdf_reading import pdf_text
from tests.cli.conftest import Run

AGREED = ("--consent-by", "Zoé Peeters", "--consent-on", "2026-02-02", "--consent-what", "Le besoin")


def _refer(run: Run, *more: str) -> str:
    assert run("hub-team", "add", "--name", "Export", "--mail", "export@hub.example", "--language", "fr").code == 0
    made = run(
        "referral", "add", "--organisation", "noord", "--on", "2026-02-01", "--need", "Un hall", "--hub-team", "Export",
        "--remark", "Ne pas presser", *more, "--json",
    )  # fmt: skip
    assert made.code == 0, made.err
    return str(made.json["id"])


def test_a_parcel_becomes_a_mail_a_folder_and_exports(run: Run, tmp_path: Path) -> None:
    ref = _refer(run, "--state", "consent", *AGREED)
    draft = tmp_path / "colis.eml"
    mailed = run("referral", "parcel", "noord", "--output", str(draft), "--json").json
    assert (mailed["kind"], mailed["to"], mailed["language"]) == ("mail", "export@hub.example", "fr")
    message = email.message_from_bytes(draft.read_bytes(), policy=email.policy.default)
    assert message["X-Unsent"] == "1"
    foldered = run("referral", "parcel", ref, "--output", str(tmp_path / "colis"), "--no-form", "--json").json
    files = {path.name: path.read_bytes() for path in Path(foldered["path"]).iterdir()}
    assert set(files) == {one["name"] for one in foldered["files"]}
    assert "answer.html" not in files
    text = pdf_text(next(content for name, content in files.items() if name.endswith(".pdf")))
    assert "Un hall" in text
    assert "presser" not in text
    again = run("referral", "parcel", ref, "--output", str(tmp_path / "colis"), "--json").json
    assert again["path"] != foldered["path"], "nothing that lies there is replaced"
    sent = run("referral", "parcel", ref, "--send", "--json").json
    assert sent["path"] is None
    assert len(sent["exports"]) == len(sent["files"])
    listed = run("outbox", "list", "--json").json
    assert len([one for one in listed["exports"] if one["purpose"] == "parcel"]) == len(sent["files"])


def test_the_page_alone_is_printed_in_any_language(run: Run, tmp_path: Path) -> None:
    _refer(run, "--state", "consent", *AGREED)
    page = tmp_path / "page.pdf"
    assert run("brief", "referral", "noord", "--in", "nl", "--output", str(page)).code == 0
    assert "Behoefte" in pdf_text(page.read_bytes())


def test_without_consent_there_is_no_parcel(run: Run, tmp_path: Path) -> None:
    _refer(run)
    for command in (("referral", "parcel", "noord"), ("brief", "referral", "noord")):
        refused = run(*command, "--output", str(tmp_path / "x.pdf"), "--json")
        assert refused.code == 1
        assert refused.json["error"]["code"] == "parcel_consent"
    assert list(tmp_path.glob("x*")) == []


def test_what_is_asked_for_twice_or_not_attached_is_wrong_use(run: Run, tmp_path: Path) -> None:
    _refer(run, "--state", "consent", *AGREED)
    both = run("referral", "parcel", "noord", "--send", "--output", str(tmp_path / "x.eml"), "--json")
    assert both.code == 2
    absent = run("referral", "parcel", "noord", "--without", "prix.pdf", "--json")
    assert absent.code == 2
    assert "prix.pdf" in absent.json["error"]["message"]
