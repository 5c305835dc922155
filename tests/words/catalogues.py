"""The desk's words: what its sources say, and what of it the files of translations hold."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
WIDGETS = ROOT / "widgets"
FOLDER = WIDGETS / "words"
LUPDATE = Path(sys.executable).parent / "pyside6-lupdate"
_CONTEXT = re.compile(r"^class (\w+)|translate\(\s*\"(\w+)\"", re.MULTILINE)
_GAP = re.compile(r"\{\w*\}")
LONGEST_S = 60


@dataclass(frozen=True, slots=True)
class Word:
    """One sentence of one context; `japanese` is empty while nobody has written it."""

    context: str
    english: str
    japanese: str

    @property
    def gaps(self) -> tuple[list[str], list[str]]:
        """Of both languages."""
        return sorted(_GAP.findall(self.english)), sorted(_GAP.findall(self.japanese))


def sources() -> list[Path]:
    """All that may say something."""
    return sorted(WIDGETS.rglob("*.py"))


def catalogues() -> list[Path]:
    """Files of translations."""
    return sorted(FOLDER.glob("*_ja.ts"))


def words(path: Path) -> list[Word]:
    """Of one file."""
    root = ET.parse(path).getroot()
    return [word for context in root.iter("context") for word in _words(context)]


def update(files: Iterable[Path], path: Path) -> None:
    """Let Qt's own tool bring a file of translations up to its sources; what they no longer say goes."""
    command = [str(LUPDATE), *(str(file) for file in files), "-ts", str(path), "-no-obsolete", "-locations", "none"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=LONGEST_S)


def home_of(source: Path) -> Path:
    """The file that holds the words of a source: where its contexts are already, else that of its folder."""
    spoken = {one or other for one, other in _CONTEXT.findall(source.read_text(encoding="utf-8"))}
    held = {path: {word.context for word in words(path)} for path in catalogues()}
    known = [path for path, contexts in held.items() if contexts & spoken]
    return known[0] if known else FOLDER / f"{source.parent.name}_ja.ts"


def _words(context: ET.Element) -> Iterator[Word]:
    name = context.findtext("name", "")
    for message in context.iter("message"):
        found = message.find("translation")
        is_done = found is not None and found.get("type") is None
        yield Word(name, message.findtext("source", ""), (found.text or "") if found is not None and is_done else "")
