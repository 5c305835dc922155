"""A sound system of the test's own: PulseAudio with a null sink, whose monitor PortAudio hears as a microphone."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from console.media.sound import Sound
from console.media.timebase import SAMPLE_RATE_HZ

_ALSA = """\
pcm.!default { type pulse }
ctl.!default { type pulse }
"""
_START_S = 10.0
_SINK = "honban_test"


class PulseMissingError(RuntimeError):
    """This machine has no PulseAudio to start."""


@dataclass
class Pulse:
    """A running daemon. While it runs, this process's PortAudio sees one input: “default”."""

    folder: Path
    daemon: "subprocess.Popen[bytes]"

    def play(self, sound: Sound) -> "subprocess.Popen[bytes]":
        """Begin to play (n, 2) samples into the sink; the caller waits for it or kills it."""
        file = self.folder / "played.raw"
        file.write_bytes(sound.astype("<f4").tobytes())
        command = ["pacat", "--playback", f"--device={_SINK}", f"--rate={SAMPLE_RATE_HZ}", "--channels=2"]
        return subprocess.Popen([*command, "--format=float32le", "--latency-msec=200", "--raw", str(file)])

    @contextlib.contextmanager
    def recording(self) -> Iterator[Path]:
        """Meanwhile what comes out of the sink is written down: raw samples, see `recorded`."""
        file = self.folder / "recorded.raw"
        command = ["parec", f"--device={_SINK}.monitor", f"--rate={SAMPLE_RATE_HZ}", "--channels=2", "--raw"]
        recorder = subprocess.Popen([*command, "--format=float32le", "--latency-msec=20", str(file)])
        try:
            yield file
        finally:
            recorder.terminate()
            recorder.wait(5)

    def revive(self) -> None:
        """Come back like a device that is plugged in again."""
        (self.folder / "native").unlink(missing_ok=True)
        self.daemon = _started(self.folder)
        _wait_until_it_answers(self.daemon)

    def kill(self) -> None:
        """Vanish like a device that is unplugged."""
        self.daemon.send_signal(signal.SIGKILL)
        self.daemon.wait(5)


def recorded(file: Path) -> Sound:
    """(n, 2) samples of a recording, as far as it is written."""
    data = file.read_bytes() if file.exists() else b""
    return np.frombuffer(data[: len(data) // 8 * 8], "<f4").reshape(-1, 2)


def tone(seconds: float, *, frequency_hz: int = 440, amplitude: float = 0.5) -> Sound:
    """A steady sine on both channels."""
    times = np.arange(int(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    wave = amplitude * np.sin(2 * np.pi * frequency_hz * times)
    return np.repeat(wave.astype(np.float32)[:, None], 2, axis=1)


@contextlib.contextmanager
def pulse() -> Iterator[Pulse]:
    """Start a private daemon and point this process's ALSA at it; raises `PulseMissingError`."""
    if not all(map(shutil.which, ("pulseaudio", "pactl", "pacat"))):
        raise PulseMissingError
    folder = Path(tempfile.mkdtemp(prefix="pulse-"))
    (folder / "asound.conf").write_text(_alsa_base() + _ALSA)
    changes = _environment(folder)
    before = {name: os.environ.get(name) for name in changes}
    os.environ.update(changes)
    running = Pulse(folder, _started(folder))
    try:
        _wait_until_it_answers(running.daemon)
        yield running
    finally:
        running.daemon.kill()
        running.daemon.wait(5)
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
        shutil.rmtree(folder, ignore_errors=True)
        _forget_shared_memory(running.daemon.pid)


def _alsa_base() -> str:
    """ALSA's own definitions, without which it knows no kind of device."""
    base = Path("/usr/share/alsa/alsa.conf")
    return f"<{base}>\n" if base.exists() else ""


def _environment(folder: Path) -> dict[str, str]:
    return {
        "XDG_RUNTIME_DIR": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "PULSE_RUNTIME_PATH": str(folder / "pulse"),
        "PULSE_STATE_PATH": str(folder / "state"),
        "PULSE_SERVER": f"unix:{folder}/native",
        "PULSE_COOKIE": str(folder / "cookie"),
        "ALSA_CONFIG_PATH": str(folder / "asound.conf"),
    }


def _started(folder: Path) -> "subprocess.Popen[bytes]":
    modules = (
        f"module-native-protocol-unix socket={folder}/native auth-anonymous=1",
        f"module-null-sink sink_name={_SINK} rate={SAMPLE_RATE_HZ} channels=2 norewinds=1",
    )
    loads = [f"--load={module}" for module in modules]
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disable-shm=yes", "--use-pid-file=no"]
    return subprocess.Popen([*command, "--log-target=null", *loads], stderr=subprocess.DEVNULL, cwd=folder)


def _wait_until_it_answers(daemon: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + _START_S
    while time.monotonic() < deadline and daemon.poll() is None:
        asked = ["pactl", "set-default-source", f"{_SINK}.monitor"]
        if subprocess.run(asked, capture_output=True, timeout=5, check=False).returncode == 0:
            return
        time.sleep(0.05)
    raise PulseMissingError(f"pulseaudio did not answer ({daemon.poll()})")


def _forget_shared_memory(pid: int) -> None:
    """A killed daemon cannot take its own files away."""
    with contextlib.suppress(OSError):
        for file in Path("/dev/shm").glob("pulse-shm-*"):
            users = subprocess.run(["fuser", str(file)], capture_output=True, check=False, timeout=5)
            if users.returncode != 0 or str(pid) in users.stdout.decode():
                file.unlink(missing_ok=True)
