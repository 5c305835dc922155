"""Who is counted when."""

from console.engine.audience import AudienceSupervisor
from console.model.commands import EndSession, StartSession
from console.model.facts import ViewersCounted
from tests.support.stage import staged


def test_a_rehearsal_has_an_audience() -> None:
    with staged() as stage:
        stage.cast(AudienceSupervisor(stage.ground))
        stage.do(StartSession("r", rehearsal=True))
        stage.look(2)
        assert stage.state.audience.viewers is not None


def test_a_real_show_has_none_that_is_made_up() -> None:
    with staged() as stage:
        stage.cast(AudienceSupervisor(stage.ground))
        stage.do(StartSession("s"))
        stage.look(30)
        assert stage.told(ViewersCounted) == []


def test_a_real_show_for_a_trial_has_one_while_it_runs() -> None:
    with staged() as stage:
        stage.cast(AudienceSupervisor(stage.ground, is_wanted=True))
        stage.look(3)
        stage.do(StartSession("s"))
        stage.look(2)
        count = len(stage.told(ViewersCounted))
        assert count == 1
        stage.do(EndSession())
        stage.look(30)
        assert len(stage.told(ViewersCounted)) == count
