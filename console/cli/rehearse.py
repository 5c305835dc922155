"""`honban rehearse`: a show through the whole path to the built-in receiver, judged in words."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from msgspec.structs import replace

from console.cli.language import language
from console.cli.progress import Progress
from console.cli.show_run import NeverOnAirError, ShowRun
from console.cli.stream import LONGEST_S, check_number, session_id
from console.engine.figures import Figures
from console.engine.verdicts import verdict
from console.errors import ConsoleError
from console.library.paths import recordings_folder
from console.library.replay import as_run
from console.library.sessions import journal_path
from console.library.show_file import demo_show_folder, load_show
from console.model.show import Show
from console.model.state import REHEARSAL
from console.rehearsal.contact_sheet import draw_contact_sheet
from console.rehearsal.received import Received
from console.rehearsal.summary import DestinationFigures, RehearsalFigures, problems, summary
from console.words.rehearsal import RECEIVER_NAME
from console.words.render import render

HELP = "Rehearse a show: nothing public, everything real, and a verdict in words."

ON_AIR_S = 0.25
"""From a fact to its graphic as viewers see it."""


def declare(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("--show", type=Path, metavar="DIR", help="show folder; without it the demo show")
    parser.add_argument("--seconds", type=float, default=20.0, metavar="N", help="how long, 20 by default")
    parser.add_argument(
        "--speed",
        type=float,
        metavar="N",
        help="play the rundown by itself, N times as fast, before a made-up audience; without it the opening stands",
    )


def run(options: argparse.Namespace) -> int:
    """0 if the rehearsal found nothing to put right."""
    check_number(options.seconds, "--seconds", 1, LONGEST_S)
    show = load_show(options.show or demo_show_folder())
    session = session_id()
    recording = recordings_folder() / f"rehearsal-{time.strftime('%Y%m%d-%H%M%S')}.mkv"
    progress = Progress()
    with tempfile.TemporaryDirectory(prefix="honban-") as verdicts:
        running = ShowRun(
            replace(show, destinations={}),
            {},
            session=session,
            rehearsal=True,
            speed=options.speed,
            record=str(recording),
            verdicts=verdicts,
            progress=progress,
        )
        try:
            outcome = running.run(seconds=options.seconds)
        except NeverOnAirError as error:
            print(render(error.message, language()), file=sys.stderr)
            return 1
        finally:
            progress.end()
        received = verdict(Path(verdicts), REHEARSAL)
    for problem in outcome.problems:
        print(render(problem, language()), file=sys.stderr)
    sheet = recording.with_suffix(".png")
    code = _judge(show, outcome.figures, received, sheet, session=session, speed=options.speed or 1.0)
    return code or int(not outcome.is_good)


def _judge(
    show: Show, figures: Figures, received: Received | None, sheet: Path, *, session: str, speed: float
) -> int:
    """Draw the contact sheet, say how it was."""
    told = RehearsalFigures(
        on_air_s=figures.seconds,
        fps=show.rate.pictures / show.rate.seconds,
        received=received,
        destinations=tuple(
            DestinationFigures(
                name=render(RECEIVER_NAME(), language()), was_live=one.state == "live", reconnects=one.reconnects
            )
            for one in figures.destinations
        ),
        recording=figures.recording.path if figures.recording else "",
    )
    if received is not None and received.thumbnails:
        captions = _captions(figures, received, speed)
        draw_contact_sheet(
            sheet, received.thumbnails, title=show.title, figures=captions, moments_s=_moments_s(session)
        )
        told = replace(told, contact_sheet=str(sheet))
    for sentence in summary(told):
        print(render(sentence, language()))
    return 1 if problems(told) else 0


def _moments_s(session: str) -> tuple[float, ...]:
    """When offers opened and ended, and a little later so that it is on air; without a journal, none."""
    try:
        rows = as_run(journal_path(session))
    except ConsoleError:
        return ()
    ends = [row for row in rows if row.act == "offer" and row.detail in {"live", "ended", "sold_out"}]
    return tuple(row.media_us / 1e6 + ON_AIR_S for row in ends)


def _captions(figures: Figures, received: Received, speed: float) -> tuple[str, ...]:
    pictures = received.pictures
    return (
        f"{pictures.width}x{pictures.height}",
        f"{pictures.fps:.2f} fps",
        f"{received.kbps:.0f} kb/s",
        f"{figures.frames_repeated} repeated",
        f"{figures.frames_skipped} skipped",
        *((f"show clock x{speed:g}",) if speed != 1.0 else ()),
    )
