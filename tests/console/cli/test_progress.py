"""The line about how it goes."""

import msgspec
import pytest

from console.cli.progress import Progress, _cut, line_of
from console.engine.figures import Figures, RenditionReport, Size
from console.engine.order import News
from console.errors import Message
from console.model.destination import DestinationStatus
from console.model.fault import Fault
from console.model.moment import At
from console.model.session import Session


def figures(seconds: float, *, fps: float, kbps: float) -> Figures:
    return Figures(
        on_air_at=0.0,
        seconds=seconds,
        frames_composed=0,
        frames_repeated=0,
        frames_skipped=0,
        sources=[],
        renditions=[RenditionReport("720x1280", "libx264", "superfast", fps, kbps, 0)],
        destinations=[],
        recording=None,
        compose_ms=Size(),
        tick_late_ms=Size(),
        cpu_seconds=0.0,
        startup_cpu_seconds=0.0,
        max_rss_mb=0.0,
    )


NEWS = News(
    3,
    Session(id="s"),
    destinations={"to1": DestinationStatus(wanted=True, phase="live")},
    faults={"x": Fault(message=Message("encoder_behind", {"rendition": "main"}), since=At(0, 0, 0))},
)


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HONBAN_LANGUAGE", "en")


def test_it_says_time_encodes_destinations_and_faults_in_words() -> None:
    line = line_of(NEWS, figures(65.4, fps=30, kbps=4000), ["rate"])
    assert line.startswith("On air 01:05  rate · to1 live · ! This computer cannot keep up")


def test_it_shows_what_happens_now_and_not_the_average_since_the_start(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress()
    progress(NEWS, figures(10, fps=30, kbps=4000))
    progress._next = 0.0
    progress(NEWS, figures(11, fps=300 / 11, kbps=40_000 / 11))
    first, second = capsys.readouterr().err.splitlines()
    assert "30 fps 4.0 Mb/s" in first
    assert "0 fps 0.0 Mb/s" in second


def test_quiet_is_quiet_and_elsewhere_than_on_a_terminal_lines_come_now_and_then(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for quiet in (True, False):
        progress = Progress(quiet=quiet)
        for second in range(1, 50):
            progress(NEWS, figures(second, fps=30, kbps=4000))
        progress.end()
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_line_fits_into_the_terminal_whatever_its_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "21")
    assert _cut("本番中です本番中です本番中です") == "本番中です本番中です"
    assert _cut("short") == "short"


def test_figures_are_plain_data() -> None:
    assert msgspec.json.decode(msgspec.json.encode(figures(1, fps=1, kbps=1)), type=Figures).seconds == 1
