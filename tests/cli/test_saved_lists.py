"""organisation list --saved: a filter of one's own, or a ready-made one."""

from tests.cli.conftest import Run


def test_a_saved_filter_lists_in_its_order(run: Run) -> None:
    criteria = '{"without_number": true}'
    made = run("saved-filter", "add", "--name", "Sans numéro", "--criteria", criteria, "--sort", "name:desc")
    assert made.code == 0, made.err
    page = run("organisation", "list", "--saved", "sans numero", "--json").json
    assert [item["name"] for item in page["items"]] == ["Élan Vélo", "Ateliers du Nord"]
    assert page["total"] == 2
    one = run("organisation", "list", "--saved", "Sans numéro", "--limit", "1", "--offset", "1", "--json").json
    assert [item["name"] for item in one["items"]] == ["Ateliers du Nord"]


def test_ready_made_ones_need_no_saving(run: Run) -> None:
    assert run("organisation", "list", "--saved", "number", "--json").json["total"] == 2
    assert run("organisation", "list", "--saved", "next_step", "--json").json["total"] == 0


def test_what_is_not_understood_is_told(run: Run) -> None:
    assert run("organisation", "list", "--saved", "nonesuch").code == 1
    assert run("organisation", "list", "--saved", "number", "--filter", "noord").code == 2
