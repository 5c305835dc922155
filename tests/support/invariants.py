"""What holds for every State, whatever led to it."""

import msgspec

from console.model.state import NOTICES_KEPT, State


def broken(state: State) -> list[str]:
    """Everything about this State that must never be, in words; empty if it is sound."""
    rules = (*_references(state), *_bounds(state), *_publicity(state), *_phases(state), *_faults(state))
    return [words for holds, words in rules if not holds]


def survives_the_journal(state: State) -> bool:
    """As JSON and back it is the same value, and says the same bytes again."""
    data = msgspec.json.encode(state)
    again = msgspec.json.decode(data, type=State)
    return again == state and msgspec.json.encode(again) == data


Rules = list[tuple[bool, str]]


def _references(state: State) -> Rules:
    show = state.show
    return [
        (state.mix.program is None or state.mix.program in show.scenes, "Program is a scene of the show"),
        (state.mix.preview is None or state.mix.preview in show.scenes, "Preview is a scene of the show"),
        (state.overlays.keys() <= show.overlays.keys(), "graphics on air are the show's"),
        (state.sources.keys() <= show.sources.keys(), "sources known are the show's"),
        (state.destinations.keys() <= show.destinations.keys(), "destinations known are the show's"),
        (
            not state.recording.wanted or state.recording.rendition in show.renditions,
            "what is recorded is the show's",
        ),
        (all(d.rendition in show.renditions for d in show.destinations.values()), "destinations' renditions exist"),
    ]


def _bounds(state: State) -> Rules:
    entities = [*state.show.scenes.values(), *state.show.destinations.values(), *state.show.audio.strips.values()]
    return [
        (len(state.notices) <= NOTICES_KEPT, "notices are bounded"),
        (all(entity.revision <= state.revision for entity in entities), "nothing was edited in the future"),
        (len(set(state.recording.files)) == len(state.recording.files), "each file of the recording is named once"),
    ]


def _publicity(state: State) -> Rules:
    running = state.session.running
    wanted = [key for key, status in state.destinations.items() if status.wanted]
    return [
        (running or not wanted, "no destination is wanted without a session"),
        (running or not state.recording.wanted, "no recording is wanted without a session"),
        (running or not any(o.shown for o in state.overlays.values()), "no graphic is on air without a session"),
        (running or not state.sources, "no source is open without a session"),
        (state.session.phase not in {"standby", "live"} or state.session.speed == 1.0, "a real show runs at speed 1"),
        (not running or state.mix.program is not None, "a session has a Program"),
    ]


def _phases(state: State) -> Rules:
    statuses = state.destinations.values()
    return [
        (all(s.wanted for s in statuses if s.phase in {"rejected", "retrying"}), "only what is wanted can fail"),
        (not any(s.proven for s in statuses if s.phase == "rejected"), "what was live is never rejected"),
        (all(s.proven for s in statuses if s.phase == "live"), "what is live is proven"),
        (all(s.attempts == 0 for s in statuses if s.phase in {"live", "stopped"}), "failures in a row have an end"),
        (state.recording.phase != "failed" or state.recording.problem is not None, "a failed recording says why"),
        (
            all((s.phase == "lost") == (s.problem is not None) for s in state.sources.values()),
            "a lost source says why",
        ),
    ]


def _faults(state: State) -> Rules:
    wrong = {f"destination/{k}" for k, s in state.destinations.items() if s.phase in {"rejected", "retrying"}}
    wrong |= {f"source/{k}" for k, s in state.sources.items() if s.phase == "lost"}
    known = {f"destination/{k}" for k in state.destinations} | {f"source/{k}" for k in state.sources}
    keyed = {key for key in state.faults if key.startswith(("destination/", "source/"))}
    return [
        (wrong <= keyed, "what fails has a Fault"),
        (keyed <= known, "a Fault is about something that is there"),
    ]
