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
from console.library.paths import recordings_folder
from console.library.show_file import demo_show_folder, load_show
from console.model.show import Show
from console.model.state import REHEARSAL
from console.rehearsal.contact_sheet import draw_contact_sheet
from console.rehearsal.received import Received
from console.rehearsal.summary import DestinationFigures, RehearsalFigures, problems, summary
from console.words.rehearsal import RECEIVER_NAME
from console.words.render import render

HELP = "Rehearse a show: nothing public, everything real, and a verdict in words."


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
    recording = recordings_folder() / f"rehearsal-{time.strftime('%Y%m%d-%H%M%S')}.mkv"
    progress = Progress()
    with tempfile.TemporaryDirectory(prefix="honban-") as verdicts:
        running = ShowRun(
            replace(show, destinations={}),
            {},
            session=session_id(),
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
    code = _judge(show, outcome.figures, received, recording.with_suffix(".png"), speed=options.speed or 1.0)
    return code or int(not outcome.is_good)


def _judge(show: Show, figures: Figures, received: Received | None, sheet: Path, *, speed: float) -> int:
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
        draw_contact_sheet(sheet, received.thumbnails, title=show.title, figures=_captions(figures, received, speed))
        told = replace(told, contact_sheet=str(sheet))
    for sentence in summary(told):
        print(render(sentence, language()))
    return 1 if problems(told) else 0


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
