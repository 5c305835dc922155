"""`honban stream`: a show on air without a window."""

import argparse
import secrets
import sys
import time
from pathlib import Path

import msgspec

from console.cli.addresses import STDIN, Place, places
from console.cli.language import language
from console.cli.progress import Progress
from console.cli.show_run import NeverOnAirError, Outcome, ShowRun
from console.cli.trial import check_opens
from console.cli.variation import (
    CLIP,
    canvas_of,
    key_reference,
    with_ca_file,
    with_canvas,
    with_clip,
    with_destinations,
    with_encoding,
    with_microphone,
)
from console.engine.figures import Figures
from console.errors import ConsoleError, Message
from console.library.show_file import demo_show_folder, load_show
from console.model.show import Show
from console.output.recording_file import next_path
from console.output.video_codec import PRESETS
from console.words.cli import (
    BAD_NUMBER,
    DESTINATION_AT_END,
    NOWHERE_TO_GO,
    RECORDED_AT_END,
    STREAM_AT_END,
)
from console.words.render import render

HELP = "Put a show on air without a window, to any number of destinations at once."
LOWEST_KBPS, HIGHEST_KBPS = 100, 51_000
LONGEST_S = 24 * 3600


def declare(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("--show", type=Path, metavar="DIR", help="show folder; without it the demo show")
    parser.add_argument("--clip", type=Path, metavar="FILE", help="this clip under the show's graphics")
    parser.add_argument("--mic", metavar="NAME", help="a microphone, as `honban devices` names it")
    parser.add_argument("--canvas", metavar="WxH@FPS", help="such as 720x1280@30")
    parser.add_argument("--preset", choices=PRESETS, help="how hard the encoder works")
    parser.add_argument("--bitrate", type=int, metavar="KBPS", help="of the picture")
    parser.add_argument(
        "--to", action="append", default=[], metavar="URL", help="rtmp[s]://server/app/key; - reads lines from input"
    )
    parser.add_argument("--ca", type=Path, metavar="FILE", help="certificate authority to trust (PEM)")
    parser.add_argument("--record", type=Path, metavar="FILE", help="record into this Matroska file")
    parser.add_argument("--seconds", type=float, metavar="N", help="end after so many seconds on air")
    parser.add_argument("--json", action="store_true", help="print one object with all figures at the end")


def run(options: argparse.Namespace) -> int:
    """On air until told to stop; 0 only if every destination was live at the end."""
    targets = places(options.to, sys.stdin if STDIN in options.to else ())
    show = _show(options, targets)
    if not show.destinations and options.record is None:
        raise ConsoleError(NOWHERE_TO_GO())
    progress = Progress(quiet=options.json)
    running = ShowRun(
        show,
        {key_reference(number): place.key for number, place in enumerate(targets, 1)},
        session=session_id(),
        rehearsal=False,
        audience=options.clip is not None,
        record=_record(options.record),
        progress=progress,
    )
    try:
        outcome = running.run(seconds=options.seconds)
    except NeverOnAirError as error:
        print(render(error.message, language()), file=sys.stderr)
        return 1
    finally:
        progress.end()
    _tell(outcome, as_json=options.json)
    return 0 if outcome.is_good else 1


def session_id() -> str:
    """Readable and never used before."""
    return f"{time.strftime('%Y%m%d-%H%M%S')}-{secrets.token_hex(3)}"


def _show(options: argparse.Namespace, targets: list[Place]) -> Show:
    check_number(options.bitrate, "--bitrate", LOWEST_KBPS, HIGHEST_KBPS)
    check_number(options.seconds, "--seconds", 1, LONGEST_S)
    show = load_show(options.show or demo_show_folder())
    if options.clip is not None:
        show = with_clip(show, options.clip)
        check_opens(show, CLIP)
    if options.mic is not None:
        show = with_microphone(show, options.mic)
    if options.canvas is not None:
        show = with_canvas(show, *canvas_of(options.canvas))
    show = with_encoding(show, preset=options.preset, kbps=options.bitrate)
    if targets:
        show = with_destinations(show, [place.server for place in targets])
    return show if options.ca is None else with_ca_file(show, options.ca)


def _record(file: Path | None) -> str:
    """Where to; raises `ConsoleError` now if no recording could begin there."""
    if file is None:
        return ""
    next_path(str(file))
    return str(file.expanduser().absolute())


def check_number(number: float | None, option: str, low: int, high: int) -> None:
    """Raises `ConsoleError` for a number out of range, and for what is no number."""
    if number is not None and not low <= number <= high:
        raise ConsoleError(BAD_NUMBER(option=option, low=low, high=high))


def _tell(outcome: Outcome, *, as_json: bool) -> None:
    for problem in outcome.problems:
        print(render(problem, language()), file=sys.stderr)
    if as_json:
        print(msgspec.json.encode(outcome.figures).decode())
        return
    for sentence in sentences(outcome.figures):
        print(render(sentence, language()))


def sentences(figures: Figures) -> list[Message]:
    """The figures in words."""
    told = [
        STREAM_AT_END(
            seconds=round(figures.seconds, 1),
            composed=figures.frames_composed,
            repeated=figures.frames_repeated,
            skipped=figures.frames_skipped,
        )
    ]
    for one in figures.destinations:
        megabytes = round(one.bytes_sent / 1e6, 1)
        told.append(
            DESTINATION_AT_END(
                server=one.server,
                state=one.state if one.state == "live" or not one.last_error else f"{one.state} ({one.last_error})",
                frames=one.frames_sent,
                megabytes=megabytes,
                reconnects=one.reconnects,
            )
        )
    if figures.recording is not None:
        told.append(RECORDED_AT_END(path=figures.recording.path, seconds=round(figures.recording.seconds, 1)))
    return told
