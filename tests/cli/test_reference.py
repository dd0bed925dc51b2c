"""docs/cli.md says what the commands answer: the keys of each are compared with a real answer."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clusterdesk.cli import record_reference
from clusterdesk.cli.commands import COMMANDS
from clusterdesk.domain.records.referrals import ReferralOutcome
from clusterdesk.domain.referrals.replies import Reply, ReplyKind
from clusterdesk.domain.referrals.tokens import token_of
from clusterdesk.exchange.answers.answer_files import AnswerFile, write_answer_file
from tests.cli.conftest import Run

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
KEYS: dict[str, list[str]] = {}
for _section in re.split(r"^### `clusterdesk ", TEXT, flags=re.MULTILINE)[1:]:
    _name, _, _body = _section.partition("`")
    _table = _body.partition("\n## ")[0]
    KEYS[_name] = re.findall(r"^\| `([\w.\[\]]+)` \|", _table, flags=re.MULTILINE)
SEARCHED = {
    "search": ["search", "noord"],
    "chain show": ["chain", "show", "wood"],
    "production show": ["production", "show"],
    "exchange matches": ["exchange", "matches"],
    "prospect overview": ["prospect", "overview"],
    "prospect find": ["prospect", "find", "--nace", "31", "--kbo", str(Path(__file__).parents[1] / "data" / "kbo")],
    "group show": ["group", "show", "gt bois"],
    "group meeting": ["group", "meeting", "gt bois 2026-03-05"],
    "group minutes": ["group", "minutes", "gt bois 2026-03-05", "--mail"],
}
DIFFICULTY = {
    "difficulty follow": ["difficulty", "follow", "un permis"],
    "difficulty overview": ["difficulty", "overview"],
    "difficulty paper": ["difficulty", "paper", "un permis"],
    "difficulty roll-up": ["difficulty", "roll-up", "un permis"],
}
COLLECTIVE = {
    "statistics": ["statistics"],
    "vision-dossier follow": ["vision-dossier", "follow", "produire en ville"],
    "communication-item members": ["communication-item", "members"],
}
MATURITY = {
    "strategy show": ["strategy", "show"],
    "board show": ["board", "show"],
    "mrl questions": ["mrl", "questions"],
    "mrl show": ["mrl", "show", "banc d’essai"],
    "mrl history": ["mrl", "history", "banc d’essai"],
    "mrl promise": ["mrl", "promise", "banc d’essai"],
    "result-event industrialised": ["result-event", "industrialised", "banc d’essai"],
}
RECORD_ACTIONS = {**DIFFICULTY, **MATURITY, **COLLECTIVE}
TOKEN = token_of(815)
WINDOWED = {"demo", "selftest"}  # held by test_demo, which takes seconds


def commands(tmp_path: Path) -> dict[str, list[str]]:
    """Return arguments for every documented command, in an order in which they work."""
    place, archive = str(tmp_path / "made"), str(tmp_path / "x.zip")
    _write_files(tmp_path)
    return {
        "breakeven series": ["breakeven", "series", str(tmp_path / "series.csv")],
        "binder create": ["binder", "create", place],
        "binder open": ["binder", "open", place],
        "binder list": ["binder", "list"],
        **_house(),
        "organisation list": ["organisation", "list"],
        "organisation add": ["organisation", "add", "--name", "Neuve"],
        "organisation edit": ["organisation", "edit", "neuve", "--summary", "x"],
        "capture": ["capture", "rappeler l'imprimeur demain"],
        "inbox list": ["inbox", "list"],
        "inbox file": ["inbox", "file", "rappeler l'imprimeur demain", "--organisation", "neuve"],
        "history": ["history", "neuve"],
        **SEARCHED,
        "organisation merge": ["organisation", "merge", "noord", "neuve"],
        "undo": ["undo"],
        "week plan": ["week", "plan", "neuve", "2035-11-20", "--at", "10:00"],
        **_figures(),
        **_break_even(),
        **_figures_files(tmp_path),
        "week show": ["week", "show", "2035-11-20"],
        "hand-over": ["hand-over", "neuve", "--to", "claire"],
        "file": ["file", str(tmp_path / "plan.txt"), "--organisation", "neuve"],
        "week spread": ["week", "spread", "ateliers du nord", "--from", "2035-11-20"],
        "organisation tag": ["organisation", "tag", "neuve", "--tag", "À suivre"],
        "week move": ["week", "move", "neuve", "2035-11-21"],
        "visit open": ["visit", "open", "neuve", "--on", "2026-03-03"],
        "visit close": ["visit", "close", "neuve", "--on", "2026-03-03"],
        "export workbook": ["export", "workbook", str(tmp_path / "all.xlsx")],
        "export csv": ["export", "csv", str(tmp_path / "csv")],
        "export calendar": ["export", "calendar", str(tmp_path / "x.ics"), "--send"],
        "import calendar": ["import", "calendar", str(tmp_path / "x.ics")],
        **_employment(),
        "coaching-file plan": ["coaching-file", "plan", "banc d’essai"],
        "diagnostic compare": ["diagnostic", "compare", "noord"],
        **RECORD_ACTIONS,
        "organisation delete": ["organisation", "delete", "neuve"],
        "bin list": ["bin", "list"],
        "bin restore": ["bin", "restore", "neuve"],
        "import organisations": ["import", "organisations", str(tmp_path / "list.csv")],
        "export archive": ["export", "archive", archive],
        "import archive": ["import", "archive", archive],
        "brief": ["brief", "visit", "noord"],
        **_drive(tmp_path),
        "export open": ["export", "open", str(tmp_path / "open"), "--send"],
        "check": ["check"],
        "health": ["health"],
        "health CHECK": ["health", "enterprise-number"],
        "backup make": ["backup", "make"],
        "backup list": ["backup", "list"],
        "contact erase": ["contact", "erase", "peeters", "--yes"],
        "hub-team-person erase": ["hub-team-person", "erase", "Yasmine Exemple", "--yes"],
        "backup restore": ["backup", "restore", "newest", "--yes"],
        "--version": ["--version"],
    }


def _referral_answers(folder: Path) -> dict[str, list[str]]:
    (folder / "parcel").mkdir(exist_ok=True)
    done = Reply(ReplyKind.DONE, outcome=ReferralOutcome.LEAD, answered_on=date(2026, 3, 9))
    answer = AnswerFile(TOKEN, "fr", date(2026, 3, 9), (done,))
    (folder / "parcel" / "answer.json").write_bytes(write_answer_file(answer))
    return {
        "referral follow": ["referral", "follow", TOKEN],
        "referral parcel": ["referral", "parcel", TOKEN, "--output", str(folder / "parcels")],
        "referral form": ["referral", "form", TOKEN, "--output", str(folder / "answer.html")],
        "referral answer": ["referral", "answer", "--text", f"{TOKEN}\nRéponse : accepté\nDate : 03/03/2026"],
        "referral pick-up": ["referral", "pick-up", str(folder / "parcel")],
    }


def _refer(run: Run, folder: Path) -> None:
    agreed = ("--consent-by", "Zoé", "--consent-on", "2026-02-02", "--consent-what", "Tout")
    over = ("--state", "handed-over", "--handed-over-on", "2026-02-03", "--hub-team", "Export")
    assert run("hub-team", "add", "--name", "Export").code == 0
    added = run(
        "referral",
        "add",
        "--organisation",
        "noord",
        "--on",
        "2026-02-01",
        "--need",
        "x",
        "--token",
        TOKEN,
        *agreed,
        *over,
        "--json",
    )
    assert added.code == 0, added.err
    (folder / "comptes.txt").write_text("comptes", encoding="utf-8")
    kept = run("document", "add", "--file", str(folder / "comptes.txt"), "--organisation", "noord", "--json")
    assert kept.code == 0, kept.err
    attach = ("--referral", added.json["id"], "--document", kept.json["id"])
    assert run("referral-document", "add", *attach).code == 0


def _house() -> dict[str, list[str]]:
    return {
        "about": ["about"],
        "reports list": ["reports", "list"],
        "settings list": ["settings", "list"],
        "settings get": ["settings", "get", "theme"],
        **_programme(),
    }


def _figures() -> dict[str, list[str]]:
    return {
        "figures open": ["figures", "open", "neuve", "--vat", "21"],
        "figures due": ["figures", "due"],
        "figures enter": ["figures", "enter", "neuve", "2024-10", "ca=48k", "total_costs=40k"],
        "figures close": ["figures", "close", "neuve", "2024-10"],
        "figures show": ["figures", "show", "neuve"],
    }


def _break_even() -> dict[str, list[str]]:
    return {
        "breakeven show": ["breakeven", "show", "neuve"],
        "breakeven propose": ["breakeven", "propose", "neuve"],
        "breakeven what-if": ["breakeven", "what-if", "neuve", "--growth", "2", "--keep", "Plan"],
        "breakeven target": ["breakeven", "target", "neuve", "--result", "30000"],
        "breakeven mix": ["breakeven", "mix", "neuve", "--product", "Chaise", "100", "80", "50"],
        "breakeven steps": ["breakeven", "steps", "neuve", "--step", "900", "0", "--step", "-", "500"],
    }


def _figures_files(folder: Path) -> dict[str, list[str]]:
    return {
        "figures import": ["figures", "import", str(folder / "figures.csv"), "--organisation", "neuve"],
        "figures export": ["figures", "export", str(folder / "figures.xlsx"), "--organisation", "neuve"],
        "figures request": ["figures", "request", "neuve", "--period", "2024-11", "--output", str(folder)],
        "annual-accounts attach": ["annual-accounts", "attach", "atelier noord", str(folder / "plan.txt")],
    }


def _drive(folder: Path) -> dict[str, list[str]]:
    (folder / "share").mkdir(exist_ok=True)
    return {
        "drive set": ["drive", "set", str(folder / "share")],
        "drive show": ["drive", "show"],
        "outbox add": ["outbox", "add", str(folder / "plan.txt"), "--visibility", "shareable", "--yes"],
        "outbox list": ["outbox", "list"],
        "outbox forget": ["outbox", "forget", "x", "--yes"],
        "outbox send": ["outbox", "send"],
        **_referral_answers(folder),
        "rule-set difference": ["rule-set", "difference", str(folder / "rules.toml")],
        "rule-set change": [
            "rule-set",
            "change",
            str(folder / "rules.toml"),
            "--reason",
            "Décision",
            "--owner",
            "Claire",
        ],
    }


def _programme() -> dict[str, list[str]]:
    return {
        "programme show": ["programme", "show", "2026"],
        "programme turnout": ["programme", "turnout", "2026"],
        "programme-event follow": ["programme-event", "follow", "afterwork"],
        "programme-event invite": ["programme-event", "invite", "afterwork", "--dry-run"],
    }


def _employment() -> dict[str, list[str]]:
    return {
        "indicators": ["indicators", "--since", "2026-01-01"],
        "employment missing": ["employment", "missing"],
        "employment note": ["employment", "note", "atelier noord", "5,5 ETP 31/01/2024"],
        "employment show": ["employment", "show", "atelier noord"],
        "employment judge": ["employment", "judge", "atelier noord"],
        "employment freeze": ["employment", "freeze", "atelier noord"],
        "employment confirm": [
            "employment",
            "confirm",
            "atelier noord",
            "--by",
            "Claire",
            "--evidence-title",
            "Bilan social",
        ],
    }


def _write_files(folder: Path) -> None:
    for name, text in (
        ("list.csv", "Nom;Numéro BCE\nAtelier Noord;0403.170.701\n"),
        ("figures.csv", ";09/2024\nCA;48k\nCharges;40k\nMarge;8k\n"),
        ("plan.txt", "x"),
        ("rules.toml", "[counting]\nmonths_after_closing = 18\n"),
        ("series.csv", "month;core\n2027-01;12\n"),
    ):
        (folder / name).write_text(text, encoding="utf-8")


def test_each_documented_key_is_answered_and_each_answered_key_is_documented(run: Run, tmp_path: Path) -> None:
    differing = {}
    assert run("action", "add", "--text", "Devis", "--organisation", "noord", "--due-on", "2024-01-08").code == 0
    assert run("profile", "add", "--name", "Claire Delvaux").code == 0
    _report_something(tmp_path)
    assert run("project", "add", "--title", "Banc d’essai", "--organisation", "noord").code == 0
    assert run("coaching-file", "add", "--project", "banc d’essai", "--opened-on", "2026-02-02").code == 0
    assert run("mrl", "answer", "banc d’essai", "product=yes").code == 0
    assert run("diagnostic", "take", "noord", "--score", "market=2:peu de clients").code == 0
    noted = ("--title", "Un permis", "--theme", "Permis", "--organisation", "noord", "--quote", "Trois mois !")
    assert run("difficulty", "note", *noted).code == 0
    _publish(run)
    _meet(run)
    _prospect(run)
    assert run("production", "add", "Carrelets").code == 0
    _look_and_offer(run)
    _grow(run)
    year = ("--from-on", "2025-01-01", "--to-on", "2025-12-31")
    assert run("annual-accounts", "add", "--organisation", "atelier noord", *year).code == 0
    _refer(run, tmp_path)
    event = ("--title", "Afterwork", "--on", "2026-01-22", "--event-kind", "Afterwork")
    assert run("programme-event", "add", *event).code == 0
    assert run("programme-event", "register", "afterwork", "--organisation", "noord").code == 0
    assert run("membership", "add", "--organisation", "noord", "--status", "member").code == 0
    for name, arguments in commands(tmp_path).items():
        done = run(*arguments, "--json")
        assert done.code == 0, (name, done.err)
        if wrong := differences(name, done.json):
            differing[name] = wrong
    assert differing == {}


def _publish(run: Run) -> None:
    assert run("vision-dossier", "add", "--title", "Produire en ville").code == 0
    assert (
        run("vision-contributor", "add", "--vision-dossier", "produire en ville", "--organisation", "noord").code == 0
    )
    assert run("membership", "add", "--organisation", "noord", "--status", "member").code == 0


def _look_and_offer(run: Run) -> None:
    for name, side in (("ateliers du nord", "need"), ("atelier noord", "offer")):
        options = ("--organisation", name, "--side", side, "--text", "Chutes de chêne")
        assert run("exchange", "add", *options).code == 0


def _prospect(run: Run) -> None:
    """Speak to somebody who could fill a link."""
    assert run("prospect", "add", "--name", "Démontages Lavandier").code == 0
    assert run("prospect", "move", "lavandier", "contacted", "--remark", "à rappeler").code == 0


def _meet(run: Run) -> None:
    """Let a group meet: somebody came, something was decided and promised, and something is owed from before."""
    board = ("--name", "GT Bois", "--kind", "advisory_board", "--company-seats", "7")
    assert run("working-group", "add", *board).code == 0
    assert run("group", "join", "gt bois", "atelier noord", "--role", "anime", "--to-on", "2030").code == 0
    for day in ("2026-01-08", "2026-03-05"):
        assert run("group", "plan", "gt bois", day, "--starts-at", "14:00", "--place", "Halle").code == 0
        assert run("group", "note", f"gt bois {day}", "@Atelier envoyer le plan").code == 0
    assert run("group", "note", "gt bois 2026-03-05", "On se revoit en mai").code == 0
    assert run("group", "attend", "gt bois 2026-03-05", "atelier", "Un voisin").code == 0


def _grow(run: Run) -> None:
    """Let the organisation grow by more than one FTE after its first coaching action."""
    file = run("coaching-file", "list", "--json").json["items"][0]["id"]
    options = ("--organisation", "atelier noord", "--on", "2024-02-12", "--state", "held", "--coaching-file", file)
    session = run("session", "add", *options, "--json").json["id"]
    assert run("session-note", "add", "--session", session, "--text", "Vu l’atelier").code == 0
    assert run("coaching-file-track", "add", "--coaching-file", file, "--track", "Emploi").code == 0
    for day, fte in (("2024-03-31", "7"), ("2024-06-30", "8"), ("2024-12-31", "8")):
        assert run("headcount", "add", "--organisation", "atelier noord", "--on", day, "--fte", fte).code == 0


def _report_something(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "reports"
    folder.mkdir(parents=True)
    (folder / "report-20261123-094207-000000.txt").write_text("x", encoding="utf-8")


def differences(name: str, answer: dict[str, Any]) -> set[str]:
    """Return the keys that are documented or answered, but not both."""
    documented = KEYS[name]
    wrong = {key for key in documented if "[" not in key} ^ set(answer)
    for prefix in {key.partition("[")[0] for key in documented if "[" in key}:
        inner = {key.partition("].")[2] for key in documented if key.startswith(prefix + "[")}
        items = answer[prefix]
        assert items, (name, prefix)
        optional = set()
        if name == "import organisations":
            optional = {"duplicate_name", "reason", "updates", "moved", "added", "candidates"}
        if name == "figures import":
            optional = {"error"}
        wrong |= (inner ^ set(items[0])) - optional
    return wrong


def test_show_unmerge_and_save_answer_as_documented(run: Run, tmp_path: Path) -> None:
    shown = run("organisation", "show", "noord", "--json").json
    assert set(KEYS["organisation show"]) <= set(shown)
    merged = run("organisation", "merge", "noord", "ateliers du nord", "--json").json
    apart = run("organisation", "unmerge", merged["absorbed"]["id"], "--json").json
    assert set(KEYS["organisation unmerge"]) == set(apart)
    (tmp_path / "plan.txt").write_text("x", encoding="utf-8")
    run("document", "add", "--file", str(tmp_path / "plan.txt"))
    saved = run("document", "save", "plan.txt", "--output", str(tmp_path / "out"), "--json").json
    assert set(KEYS["document save"]) == set(saved)
    back = run("document", "put-back", "plan.txt", "--file", str(tmp_path / "plan.txt"), "--json").json
    assert set(KEYS["document put-back"]) == set(back)


def test_every_command_is_documented(tmp_path: Path) -> None:
    apart = {"organisation show", "organisation unmerge", "document save", "document put-back"}
    apart.add("breakeven calc")  # reads standard input: held by test_breakeven
    tried = set(commands(tmp_path)) | WINDOWED | apart
    assert set(KEYS) == tried
    for entry in COMMANDS:
        assert re.search(rf"\b{entry.name}\b", TEXT), entry.name


def test_the_tables_of_the_records_are_up_to_date() -> None:
    made = TEXT.partition(record_reference.BEGIN)[2].partition(record_reference.END)[0].strip()
    assert made == record_reference.reference(), "python -m clusterdesk.cli.record_reference docs/cli.md"


@pytest.mark.parametrize("word", ["sync"])
def test_what_is_not_there_yet_is_not_promised(word: str, run: Run) -> None:
    assert word not in TEXT
    assert word not in run("--help").out
    assert run(*word.split()).code == 2
