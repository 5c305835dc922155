"""What the host reads now, as one text: the phases of a segment's script and its benefits."""

from dataclasses import dataclass
from html import escape

from console.model.rundown import Segment
from console.model.running import prompter_place
from console.model.state import State
from widgets.host.words import phase_words


@dataclass(frozen=True, slots=True)
class Script:
    """One segment's, as HTML; empty: there is nothing to read."""

    segment: str = ""
    html: str = ""


def script_of(state: State) -> Script:
    """What the host reads now; before the show its beginning."""
    place = prompter_place(state)
    key = place.segment or state.rundown.next or next(iter(state.show.rundown), "")
    segment = state.show.segments.get(key)
    return Script() if segment is None else Script(key, _html(segment))


def _html(segment: Segment) -> str:
    parts: list[str] = []
    for phase, words in phase_words().items():
        text = getattr(segment.script, phase).strip()
        benefits = segment.benefits if phase == "benefits" else ()
        if text or benefits:
            parts.append(f'<p class="phase">{escape(words)}</p>')
        parts.extend(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
        parts.extend(f'<p class="benefit">● {escape(benefit)}</p>' for benefit in benefits)
    return "".join(parts)
