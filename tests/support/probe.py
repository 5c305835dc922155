"""What FFmpeg's own ffprobe says about a file."""

import json
import subprocess
from pathlib import Path
from typing import Any


def streams(path: Path) -> dict[str, dict[str, Any]]:
    """The first stream of each kind, by "video" and "audio"; raises if the file cannot be read."""
    command = ["ffprobe", "-v", "error", "-show_streams", "-of", "json", str(path)]
    said = subprocess.run(command, capture_output=True, check=True, timeout=60)
    found: dict[str, dict[str, Any]] = {}
    for stream in json.loads(said.stdout)["streams"]:
        found.setdefault(stream["codec_type"], stream)
    return found


def decodes_cleanly(path: Path) -> bool:
    """FFmpeg decodes all of it and has nothing to complain of."""
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-f", "null", "-"]
    said = subprocess.run(command, capture_output=True, check=False, timeout=120)
    return said.returncode == 0 and not said.stderr
