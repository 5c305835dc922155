"""Which graphics have a golden picture: name of its file to the job that paints it, and the values in its cells."""

from collections.abc import Mapping
from typing import NamedTuple

from console.drivers import overlay_driver
from console.ports.overlay import PaintJob
from tests.support.graphic_contents import ENGLISH, HARD, OVER, TYPICAL
from tests.support.graphics import BRAND, LANDSCAPE, NIGHT, PORTRAIT, job


class Case(NamedTuple):
    """One golden picture."""

    job: PaintJob
    values: Mapping[str, str]


CASES: dict[str, Case] = {
    f"{kind}-{shape}-{name}": Case(
        job(kind, content, canvas=canvas, theme=theme), overlay_driver(kind).live.values(content)
    )
    for name, contents, theme in (
        ("typical", TYPICAL, BRAND),
        ("hard", HARD, BRAND),
        ("english-night", ENGLISH, NIGHT),
        ("over", OVER, BRAND),
        ("over-english-night", OVER, NIGHT),
    )
    for kind, content in contents.items()
    for shape, canvas in (("portrait", PORTRAIT), ("landscape", LANDSCAPE))
}
