"""Names of a script's phases, for those who read it."""

from PySide6.QtCore import QCoreApplication


def phase_words() -> dict[str, str]:
    """By field of `console.model.rundown.Script`, in the order in which they are read."""
    say = QCoreApplication.translate
    return {
        "opening": say("Phase", "Opening"),
        "benefits": say("Phase", "Benefits"),
        "interaction": say("Phase", "Talk with viewers"),
        "offer": say("Phase", "Offer"),
        "closing": say("Phase", "Closing"),
    }
