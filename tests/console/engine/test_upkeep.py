"""A bug in one part: said once, and the others go on."""

from console.engine.upkeep import Upkeep
from tests.support.desk import Desk
from tests.support.guards import Expect


def broken() -> None:
    raise KeyError("bug")


def test_a_part_that_breaks_is_logged_and_said_once_and_is_well_again_after_a_while(expect_warning: Expect) -> None:
    expect_warning("graphics broke")
    desk = Desk()
    upkeep = Upkeep(desk.clock, desk.store.dispatch)
    for _ in range(5):
        assert not upkeep.call("graphics", broken)
        assert upkeep.call("sources", lambda: None)
        upkeep.look()
    assert list(desk.state.faults) == ["engine/graphics"]
    assert len(desk.entries) == 1
    upkeep.look()
    assert desk.state.faults
    desk.wait(11_000_000)
    upkeep.look()
    assert not desk.state.faults


def test_what_broke_once_on_a_thread_of_its_own_is_well_again_too(expect_warning: Expect) -> None:
    expect_warning("save show broke")
    desk = Desk()
    upkeep = Upkeep(desk.clock, desk.store.dispatch)
    upkeep.failed("save show", KeyError("bug"))
    assert list(desk.state.faults) == ["engine/save show"]
    desk.wait(11_000_000)
    upkeep.look()
    assert not desk.state.faults
