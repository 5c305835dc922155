"""Words of the tech's panels that several of them say."""

from PySide6.QtCore import QCoreApplication

from widgets.sheet import Meaning


def kind_words(kind: str) -> str:
    """Of a source or device; a kind that somebody else's driver brings is said as it is."""
    say = QCoreApplication.translate
    words = {
        "camera": say("SourceKind", "Camera"),
        "microphone": say("SourceKind", "Microphone"),
        "screen": say("SourceKind", "Screen"),
        "network": say("SourceKind", "Network stream"),
        "clip": say("SourceKind", "Clip"),
        "still": say("SourceKind", "Picture"),
        "bars": say("SourceKind", "Test bars"),
    }
    return words.get(kind, kind)


def source_phase(phase: str) -> tuple[str, Meaning]:
    """One word and its meaning; empty: no session runs, so it is closed."""
    say = QCoreApplication.translate
    words: dict[str, tuple[str, Meaning]] = {
        "opening": (say("SourcePhase", "Opening"), "armed"),
        "running": (say("SourcePhase", "Running"), "preview"),
        "lost": (say("SourcePhase", "Lost"), "air"),
    }
    return words.get(phase, (say("SourcePhase", "Closed"), ""))


def destination_phase(phase: str) -> tuple[str, Meaning]:
    """One word and its meaning."""
    say = QCoreApplication.translate
    words: dict[str, tuple[str, Meaning]] = {
        "connecting": (say("DestinationPhase", "Connecting"), "armed"),
        "live": (say("DestinationPhase", "Sending"), "preview"),
        "retrying": (say("DestinationPhase", "Retrying"), "armed"),
        "rejected": (say("DestinationPhase", "Rejected"), "air"),
    }
    return words.get(phase, (say("DestinationPhase", "Off"), ""))


def age_words(age_s: float | None) -> str:
    """How long ago; empty: never, or nobody knows."""
    say = QCoreApplication.translate
    if age_s is None:
        return ""
    if age_s < 100:
        return say("Age", "{n} s ago").format(n=round(age_s))
    return say("Age", "{n} min ago").format(n=round(age_s / 60))
