"""Who looks at what."""

from pathlib import Path

from msgspec.structs import replace

from console.engine.looking import Looking, shape_of
from console.mixer.monitors import Monitors
from console.model.state import State
from tests.support.shows import SHOW

STATE = State(show=SHOW)


def test_a_seat_looks_at_what_the_show_has_and_at_nothing_else(tmp_path: Path) -> None:
    monitors = Monitors(tmp_path)
    looking = Looking(monitors)
    wanted = ("program", "preview", "source/cam", "source/nobody", "../../etc", "")
    paths = looking.look("a", wanted, STATE)
    assert paths.keys() == {"program", "preview", "source/cam"}
    assert all(Path(path).parent == tmp_path for path in paths.values())
    assert looking.look("a", ("program",), STATE) == {"program": paths["program"]}
    assert looking.look("b", ("program",), STATE) == {"program": paths["program"]}
    looking.look("a", (), STATE)
    assert [str(path) for path in tmp_path.iterdir()] == [paths["program"]]
    looking.look("b", (), STATE)
    assert not list(tmp_path.iterdir())
    monitors.close()


def test_a_source_that_went_is_not_looked_at_any_more(tmp_path: Path) -> None:
    monitors = Monitors(tmp_path)
    looking = Looking(monitors)
    assert looking.look("a", ("source/cam",), STATE)
    assert not looking.look("a", ("source/cam",), replace(STATE, show=replace(SHOW, sources={})))
    assert not list(tmp_path.iterdir())


def test_program_has_the_shape_of_the_canvas() -> None:
    assert shape_of("program", STATE) == next(iter(SHOW.renditions.values())).canvas
    assert shape_of("program", State(show=replace(SHOW, renditions={}))) is None
