"""French no-break spaces."""

import pytest

from clusterdesk.i18n.typography import typography


@pytest.mark.parametrize(
    ("plain", "set_text"),
    [
        ("Quoi ? Rien !", "Quoi\u202f? Rien\u202f!"),
        ("Nom : {name}", "Nom\u00a0: {name}"),
        ("« a » ; b", "«\u202fa\u202f»\u202f; b"),
        ("12:30 et a:b", "12:30 et a:b"),
        ("Vraiment ?!", "Vraiment\u202f?!"),
        (":) ?", ":)\u202f?"),
        ("rien", "rien"),
        ("", ""),
    ],
)
def test_french(plain: str, set_text: str) -> None:
    assert typography("fr", plain) == set_text
    assert typography("fr", set_text) == set_text
    assert typography("nl", plain) == plain
