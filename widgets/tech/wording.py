"""Words of the tech's panels that several of them say."""

from PySide6.QtCore import QCoreApplication

from widgets.sheet import Meaning


def kind_words(kind: str) -> str:
    """Of a source or device; a kind that somebody else's driver brings is said as it is."""
    translate = QCoreApplication.translate
    words = {
        "camera": translate("SourceKind", "Camera"),
        "microphone": translate("SourceKind", "Microphone"),
        "screen": translate("SourceKind", "Screen"),
        "network": translate("SourceKind", "Network stream"),
        "clip": translate("SourceKind", "Clip"),
        "still": translate("SourceKind", "Picture"),
        "bars": translate("SourceKind", "Test bars"),
    }
    return words.get(kind, kind)


def source_phase(phase: str) -> tuple[str, Meaning]:
    """One word and its meaning; empty: no session runs, so it is closed."""
    translate = QCoreApplication.translate
    words: dict[str, tuple[str, Meaning]] = {
        "opening": (translate("SourcePhase", "Opening"), "armed"),
        "running": (translate("SourcePhase", "Running"), "preview"),
        "lost": (translate("SourcePhase", "Lost"), "air"),
    }
    return words.get(phase, (translate("SourcePhase", "Closed"), ""))


def destination_phase(phase: str) -> tuple[str, Meaning]:
    """One word and its meaning."""
    translate = QCoreApplication.translate
    words: dict[str, tuple[str, Meaning]] = {
        "connecting": (translate("DestinationPhase", "Connecting"), "armed"),
        "live": (translate("DestinationPhase", "Sending"), "preview"),
        "retrying": (translate("DestinationPhase", "Retrying"), "armed"),
        "rejected": (translate("DestinationPhase", "Rejected"), "air"),
    }
    return words.get(phase, (translate("DestinationPhase", "Off"), ""))


def age_words(age_s: float | None) -> str:
    """How long ago; empty: never, or nobody knows."""
    translate = QCoreApplication.translate
    if age_s is None:
        return ""
    if age_s < 100:
        return translate("Age", "{n} s ago").format(n=round(age_s))
    return translate("Age", "{n} min ago").format(n=round(age_s / 60))
