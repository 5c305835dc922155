"""Reducers of Program and Preview."""

from msgspec.structs import replace

from console.core.reducing import reduces
from console.errors import Refused
from console.model.commands import FadeToBlack, LoadPreview
from console.model.mix import Change, Fade, Mix
from console.model.moment import At
from console.model.scene import Transition
from console.model.state import State
from console.words.core import NO_SESSION, NO_SUCH_SCENE


@reduces(LoadPreview)
def load_preview(state: State, command: LoadPreview, at: At) -> State:
    """A scene goes to Preview; it is somebody's choice, so a Take of it does not advance the rundown."""
    if command.scene not in state.show.scenes:
        raise Refused(NO_SUCH_SCENE(scene=command.scene))
    rundown = replace(state.rundown, on_preview=None)
    return replace(state, mix=replace(state.mix, preview=command.scene), rundown=rundown)


@reduces(FadeToBlack)
def fade_to_black(state: State, command: FadeToBlack, at: At) -> State:
    """The ramp starts from the level of this moment, so that a change of mind does not flash."""
    if not state.session.running:
        raise Refused(NO_SESSION())
    fade = Fade(
        start_level=state.mix.fade.level(at.media_us),
        end_level=0.0 if command.black else 1.0,
        since_us=at.media_us,
        duration_us=command.duration_us,
    )
    return replace(state, mix=replace(state.mix, fade=fade))


def swapped(mix: Mix, transition: Transition, at: At) -> Mix:
    """Preview on Program and the other way round; what runs already is interrupted where it stands."""
    change = Change(
        from_scene=mix.program,
        transition=transition,
        since_us=at.media_us,
        from_mixture=under_way(mix.change, at.media_us),
    )
    return replace(
        mix,
        program=mix.preview,
        preview=mix.program,
        change=None if transition.kind == "cut" or transition.duration_us <= 0 else change,
    )


def under_way(change: Change | None, media_us: int) -> bool:
    """A transition has begun and is not finished."""
    return change is not None and media_us < change.since_us + change.transition.duration_us


def settled(mix: Mix) -> Mix:
    """The same mix with nothing moving: for a new media epoch, in which old media times mean nothing."""
    return replace(mix, change=None, fade=Fade(start_level=mix.fade.end_level, end_level=mix.fade.end_level))
