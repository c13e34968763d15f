import pytest

from desktop.settings import GROUPS, SETTINGS, Settings


def test_what_is_stored_comes_back(qtbot, tmp_path):
    settings = Settings(tmp_path)
    settings.set("overlay/opacity", 0.7)
    settings.set("explain/automatic", False)
    assert settings.save()

    again = Settings(tmp_path)
    assert again.get("overlay/opacity") == 0.7
    assert again.get("explain/automatic") is False


@pytest.mark.parametrize(
    "line", ["opacity=9", "opacity=many", "mode=glitter", "opacity=nan", "opacity="]
)
def test_damaged_values_mean_defaults(qtbot, tmp_path, line):
    (tmp_path / "settings.ini").write_text(f"[overlay]\n{line}\n")
    settings = Settings(tmp_path)

    assert settings.get("overlay/opacity") == 0.5
    assert settings.get("overlay/mode") == "heat"


def test_unknown_names_are_refused(qtbot, tmp_path):
    with pytest.raises(KeyError):
        Settings(tmp_path).get("no/such")


def test_every_setting_is_described():
    assert all(setting.description for setting in SETTINGS)


def test_what_the_dialog_shows_has_a_group_and_a_text_for_every_choice():
    for setting in SETTINGS:
        assert not setting.is_shown or setting.group in GROUPS, setting.name
        assert len(setting.choice_texts) in (0, len(setting.choices)), setting.name
        assert setting.default in setting.choices or not setting.choices, setting.name


def test_only_real_changes_are_told(qtbot, tmp_path):
    settings, told = Settings(tmp_path), []
    settings.changed.connect(told.append)

    settings.set("overlay/opacity", 0.7)
    settings.set("overlay/opacity", 0.7)
    settings.set("overlay/opacity", 0.5)  # the default: taken out of the file

    assert told == ["overlay/opacity", "overlay/opacity"]
