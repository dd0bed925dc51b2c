"""Keys, values typed by people, and the table they come from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.base.errors import KnownError
from clusterdesk.config.settings import Settings, Value, checked, parsed, spec_of, specs


def test_every_default_fits_its_own_limits_and_has_help() -> None:
    for key, spec in specs().items():
        assert checked(spec, spec.default) == getattr(Settings(), key)
        assert spec.help.endswith(".")
        assert spec.type_name


def test_the_defaults_of_the_house() -> None:
    settings = Settings()
    assert (settings.language, settings.theme, settings.text_scale) == ("fr", "system", 1.0)
    assert (settings.silent_after_days, settings.document_size_limit_mb) == (90, 50)
    assert (settings.backups, settings.backup_interval_minutes) == (True, 30)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("language", " NL ", "nl"),
        ("theme", "high_contrast", "high_contrast"),
        ("text_scale", "1,25", 1.25),
        ("text_scale", "2", 2.0),
        ("silent_after_days", "120", 120),
        ("backups", "non", False),
        ("backups", "Yes", True),
        ("house_name", " Maison & Co ", "Maison & Co"),
    ],
)
def test_typed_values(key: str, text: str, value: Value) -> None:
    read = parsed(spec_of(key), text)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("key", "text", "advice"),
    [
        ("language", "de", "Use one of: {keys}."),
        ("text_scale", "9", "Give a number from {least} to {most}."),
        ("text_scale", "nan", "Give a number from {least} to {most}."),
        ("silent_after_days", "1.5", "Give a number from {least} to {most}."),
        ("silent_after_days", "", "Give a number from {least} to {most}."),
        ("backups", "perhaps", "Answer yes or no."),
    ],
)
def test_values_that_do_not_fit(key: str, text: str, advice: str) -> None:
    with pytest.raises(KnownError) as caught:
        parsed(spec_of(key), text)
    assert caught.value.code == "setting_value"
    assert caught.value.advice == advice


@pytest.mark.parametrize(("key", "value"), [("language", 3), ("backups", 1), ("silent_after_days", True)])
def test_wrong_types(key: str, value: object) -> None:
    with pytest.raises(KnownError):
        checked(spec_of(key), value)


def test_unknown_key_names_the_known_ones() -> None:
    with pytest.raises(KnownError) as caught:
        spec_of("colour")
    assert caught.value.code == "unknown_setting"
    assert "theme" in str(caught.value.params["keys"])


@given(st.sampled_from(sorted(specs())), st.text())
def test_any_text_is_read_or_refused(key: str, text: str) -> None:
    try:
        value = parsed(spec_of(key), text)
    except KnownError:
        return
    assert checked(spec_of(key), value) == value
