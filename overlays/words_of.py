"""What announcement, ticker and lower third say: what was typed on the desk, else what the show has planned."""

from console.ports.overlay import Sight


def words_of(sight: Sight, planned: str) -> str:
    """The words of this graphic now; may be empty."""
    return sight.state.audience.words.get(sight.overlay, "").strip() or planned.strip()
