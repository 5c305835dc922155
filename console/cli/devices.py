"""`honban devices`: what this machine has to open, and the settings that open it."""

import argparse
import json
from collections.abc import Iterator

from console.cli.columns import coloured, plain, say
from console.cli.language import language
from console.cli.listings import Listing, installed, listings
from console.ports.source import Device
from console.words.devices import (
    DEVICE_KEY,
    DEVICE_SETTINGS,
    KINDS_WITHOUT_DEVICES,
    NO_DEVICES,
    NO_KINDS,
    NOTHING_OF_THIS_KIND,
)
from console.words.render import Language, render

HELP = "List cameras, microphones and screens, with the settings that open them."
BOLD = 1


def declare(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("--json", action="store_true", help="print one object with all kinds and devices")


def run(options: argparse.Namespace) -> int:
    """0, whatever is found."""
    found, reader = listings(installed()), language()
    if options.json:
        say([json.dumps({"kinds": [as_json(each, reader) for each in found]}, ensure_ascii=False, indent=2)])
    else:
        say(as_text(found, reader))
    return 0


def as_json(listing: Listing, reader: Language) -> dict[str, object]:
    """One kind. `state` is listed, no_devices_needed, broken, failed or timed_out."""
    return {
        "kind": listing.kind,
        "title": _title(listing, reader),
        "state": listing.state,
        "reason": None if listing.reason is None else render(listing.reason, reader),
        "devices": [{"key": each.key, "name": each.name, "settings": each.settings} for each in listing.devices],
    }


def as_text(found: list[Listing], reader: Language) -> Iterator[str]:
    """The lines for a terminal."""
    for listing in found:
        if listing.state != "no_devices_needed":
            yield coloured(_named(listing, reader), BOLD)
            yield from _body(listing, reader)
    without = [_named(each, reader) for each in found if each.state == "no_devices_needed"]
    if without:
        yield render(KINDS_WITHOUT_DEVICES(kinds=", ".join(without)), reader)
    if not found:
        yield render(NO_KINDS(), reader)
    elif not any(each.devices for each in found):
        yield render(NO_DEVICES(), reader)


def _body(listing: Listing, reader: Language) -> Iterator[str]:
    if listing.reason is not None:
        yield f"  {plain(render(listing.reason, reader))}"
    elif not listing.devices:
        yield f"  {render(NOTHING_OF_THIS_KIND(), reader)}"
    for device in listing.devices:
        yield from _lines(device, reader)


def _lines(device: Device, reader: Language) -> Iterator[str]:
    yield f"  {plain(device.name)}"
    yield f"    {render(DEVICE_KEY(), reader)}: {plain(device.key)}"
    yield f"    {render(DEVICE_SETTINGS(), reader)}: {plain(json.dumps(device.settings, ensure_ascii=False))}"


def _named(listing: Listing, reader: Language) -> str:
    title = plain(_title(listing, reader))
    return title if title == listing.kind else f"{title} ({listing.kind})"


def _title(listing: Listing, reader: Language) -> str:
    return listing.title_ja if reader == "ja" else listing.title_en
