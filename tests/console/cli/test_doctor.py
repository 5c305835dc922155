import json
from pathlib import Path

import pytest

from console.cli import doctor
from console.cli.main import run
from console.doctor.check import Check, Finding, Level, Row
from console.doctor.checks import all_checks
from console.words.doctor import GROUP_FONTS, GROUP_MACHINE, LIBRARY_GOOD, SET_CLOCK, TITLE_CLOCK
from tests.support.doctor_looks import well

SAID = LIBRARY_GOOD(version="1")


def row(level: Level, *, is_critical: bool = False) -> Row:
    advice = None if level == "pass" else SET_CLOCK()
    check = Check(f"clock.{level}", GROUP_MACHINE(), TITLE_CLOCK(), well, is_critical=is_critical)
    return Row(check, Finding(level, SAID, advice), 0.25)


FONT = Row(Check("font.a", GROUP_FONTS(), "a.ttf", well), Finding("pass", SAID), 0.0)


def shown(monkeypatch: pytest.MonkeyPatch, *found: Row, options: tuple[str, ...] = (), language: str = "en") -> int:
    monkeypatch.setattr(doctor, "all_checks", lambda: [each.check for each in found])
    monkeypatch.setattr(doctor, "rows", lambda _checks: iter(found))
    monkeypatch.setenv("HONBAN_LANGUAGE", language)
    return run(["doctor", *options])


def test_rows_stand_in_columns_under_their_headings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shown(monkeypatch, row("pass"), row("warn"), FONT, language="ja") == 0
    assert capsys.readouterr().out.splitlines() == [
        "このコンピューター",
        "  正常  時計   バージョン 1",
        "  注意  時計   バージョン 1",
        "        → システムの設定で「時刻を自動的に設定」を入れてください。",
        "フォント",
        "  正常  a.ttf  バージョン 1",
        "",
        "本番を始められます。ただし、使えないか注意のいる項目があります: 時計",
    ]


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_only_a_critical_failure_is_a_failure_of_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], options: tuple[str, ...]
) -> None:
    assert shown(monkeypatch, FONT, options=options) == 0
    assert shown(monkeypatch, FONT, row("fail"), options=options) == 0
    assert shown(monkeypatch, row("warn", is_critical=True), options=options) == 0
    assert shown(monkeypatch, row("fail", is_critical=True), FONT, options=options) == 1
    assert "To be put right first: Clock" in capsys.readouterr().out


def test_json_says_it_in_codes_and_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shown(monkeypatch, row("fail", is_critical=True), FONT, options=("--json",)) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["verdict"] == "not_ready"
    assert told["checks"][0] == {
        "name": "clock.fail",
        "group": "This computer",
        "title": "Clock",
        "level": "fail",
        "critical": True,
        "code": "library_good",
        "params": {"version": "1"},
        "says": "version 1",
        "do": "Switch on “set the time automatically” in the system's settings.",
        "seconds": 0.25,
    }
    assert told["checks"][1]["do"] is None


def test_every_check_is_carried_out_on_this_machine(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))  # where PulseAudio's client makes a folder
    code = run(["doctor", "--json"])
    told = json.loads(capsys.readouterr().out)
    names = [check["name"] for check in told["checks"]]
    assert names == [check.name for check in all_checks()]
    assert len(set(names)) == len(names)
    assert code == (told["verdict"] == "not_ready")
    ours = [c for c in told["checks"] if c["code"] in ("check_raised", "check_crashed", "check_hung")]
    assert not ours, f"checks that broke: {ours}"
    assert {c["level"] for c in told["checks"] if c["name"] in ("python", "library.av", "loopback.ipv4")} == {"pass"}
