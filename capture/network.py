"""Streams from the network: RTSP cameras, RTMP and HTTP streams, playlists."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import msgspec

from capture import child_source
from capture.file import found
from capture.order import Order
from console.errors import ConsoleError
from console.ports.source import Opening, OpenSource, SourceDriver
from console.words.capture import NOT_AN_ADDRESS, SCHEME_NOT_IN_BUILD

_SCHEMES = {"rtsp", "rtsps", "rtmp", "rtmps", "http", "https", "file"}
_NETWORK = "tcp,udp,rtp,srtp,tls,http,https,httpproxy,crypto,rtmp,rtmps,hls"
"""Why: a playlist from the network must not read files of this machine."""


class NetworkSettings(msgspec.Struct, forbid_unknown_fields=True):
    """Where the stream is."""

    address: str
    """rtsp://, rtmp://, http(s)://; may hold a name and password, which are shown nowhere."""
    sound: bool = True
    patience_s: float = 8.0
    """Without a picture or sound for so long it counts as lost."""


def _open(settings: NetworkSettings, opening: Opening) -> OpenSource:
    order = order_of(settings, opening)
    return child_source.opened(order, opening, silent_after_s=settings.patience_s)


def order_of(settings: NetworkSettings, opening: Opening) -> Order:
    """What the child is told; raises `ConsoleError` for an address that cannot be used."""
    address = settings.address.strip()
    scheme = _scheme(address, opening.name)
    options = {"protocol_whitelist": _NETWORK}
    if scheme == "file":
        address = f"file:{found(unquote(urlsplit(address).path), Path('/'))}"
        options = {"protocol_whitelist": "file"}
    elif scheme.startswith("rtsp"):
        options = {**options, "rtsp_transport": "tcp", "protocol_whitelist": f"rtsp,{_NETWORK}"}
    return Order(
        name=opening.name,
        via="av",
        input=address,
        ring=child_source.new_ring_path(),
        at_most=(opening.width, opening.height),
        latency_us=opening.latency_us,
        attempts=(options,),
        paced=True,
        sound=settings.sound,
        patience_s=min(settings.patience_s, child_source.OPENING_S - 1.5),
    )


def _scheme(address: str, name: str) -> str:
    try:
        parts = urlsplit(address)
        valid = bool(parts.scheme) and (bool(parts.hostname) or parts.scheme == "file") and parts.port != 0
    except ValueError:
        valid = False
    if not valid:
        raise ConsoleError(NOT_AN_ADDRESS(name=name))
    if parts.scheme not in _SCHEMES:
        raise ConsoleError(SCHEME_NOT_IN_BUILD(scheme=parts.scheme[:20]))
    return parts.scheme


DRIVER = SourceDriver("network", "ネットワーク映像", "Network stream", NetworkSettings, _open)
