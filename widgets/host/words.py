"""Names of a script's phases, for those who read it."""

from PySide6.QtCore import QCoreApplication


def phase_words() -> dict[str, str]:
    """By field of `console.model.rundown.Script`, in the order in which they are read."""
    translate = QCoreApplication.translate
    return {
        "opening": translate("Phase", "Opening"),
        "benefits": translate("Phase", "Benefits"),
        "interaction": translate("Phase", "Talk with viewers"),
        "offer": translate("Phase", "Offer"),
        "closing": translate("Phase", "Closing"),
    }
