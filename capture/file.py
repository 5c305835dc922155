"""Files that a source names: found from the show folder, and nothing but files."""

from pathlib import Path

import av

from console.errors import ConsoleError
from console.words.capture import FILE_MISSING, FILE_UNREADABLE

_FORMATS = (
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mpegts,mpeg,mpegvideo,flv,avi,asf,mxf,gif,dv,h264,hevc,"
    "mp3,aac,wav,w64,flac,ogg,aiff,caf,ac3,eac3,amr,au,png_pipe,jpeg_pipe,webp_pipe,webp"
)
_FILES_ONLY = {"protocol_whitelist": "file", "format_whitelist": _FORMATS}
"""Why: a playlist or script that calls itself a clip must neither read other files nor fetch from the network."""
_PATIENCE_S = 8.0


def found(name: str, folder: Path) -> Path:
    """Absolute path of a file named in settings; raises `ConsoleError` if there is none."""
    try:
        path = (folder / Path(name).expanduser()).resolve()
        if name and path.is_file():
            return path
    except (OSError, ValueError, RuntimeError) as error:  # a name with a zero byte, too long, or of an unknown home
        raise ConsoleError(FILE_MISSING(file=name[:200])) from error
    raise ConsoleError(FILE_MISSING(file=name[:200]))


def opened(path: Path) -> av.container.InputContainer:
    """The container; raises `ConsoleError` if FFmpeg makes nothing of it."""
    try:
        return av.open(f"file:{path}", options=_FILES_ONLY, timeout=_PATIENCE_S, metadata_errors="replace")
    except (av.FFmpegError, ValueError, OSError) as error:
        raise ConsoleError(FILE_UNREADABLE(file=path.name, reason=reason_of(error))) from error


def reason_of(error: BaseException) -> str:
    """What FFmpeg or the system says, without the name of the file or address, which may hold a password."""
    return str(getattr(error, "strerror", None) or type(error).__name__)
