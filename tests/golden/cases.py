"""Which graphics have a golden picture: name of its file to the job that paints it."""

from console.ports.overlay import PaintJob
from tests.support.graphics import BRAND, ENGLISH, HARD, LANDSCAPE, NIGHT, PORTRAIT, TYPICAL, job

CASES: dict[str, PaintJob] = {
    f"{kind}-{shape}-{name}": job(kind, content, canvas=canvas, theme=theme)
    for name, contents, theme in (
        ("typical", TYPICAL, BRAND),
        ("hard", HARD, BRAND),
        ("english-night", ENGLISH, NIGHT),
    )
    for kind, content in contents.items()
    for shape, canvas in (("portrait", PORTRAIT), ("landscape", LANDSCAPE))
}
