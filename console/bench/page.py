"""The figures of a run as Markdown, put where a page has a place for them."""

from pathlib import Path

from console.bench.claim import Section, rounded
from console.bench.machine import Machine
from console.errors import ConsoleError
from console.words.bench import NO_PLACE_ON_PAGE, PAGE_UNUSABLE
from console.words.render import render


def written(path: Path, sections: list[Section], machine: Machine) -> None:
    """Put each section between its two marks in the page; raises `ConsoleError` and then leaves the page alone."""
    try:
        page = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConsoleError(PAGE_UNUSABLE(file=str(path), reason=str(error))) from error
    for section in sections:
        page = _with(page, section, machine, path)
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_text(page, encoding="utf-8")
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise ConsoleError(PAGE_UNUSABLE(file=str(path), reason=error.strerror or str(error))) from error


def table(section: Section, machine: Machine) -> str:
    """What was promised and how it came out, then what explains it, then the machine."""
    lines = ["| what | measured | limit | |", "|---|---:|---:|---|"]
    for claim in section.claims:
        verdict = "holds" if claim.holds else "**does not hold**"
        measured = _number(claim.measured, claim.unit)
        lines.append(f"| {render(claim.what)} | {measured} | {_number(claim.limit, claim.unit)} | {verdict} |")
    if section.figures:
        lines += ["", "| beside it | |", "|---|---:|"]
        lines += [f"| {render(one.what)} | {_number(one.value, one.unit)} |" for one in section.figures]
    return "\n".join([*lines, "", _of(machine)])


def marks(name: str) -> tuple[str, str]:
    """The lines between which a section stands."""
    return f"<!-- figures of {name} -->", f"<!-- end of {name} -->"


def _with(page: str, section: Section, machine: Machine, path: Path) -> str:
    begin, end = marks(section.name)
    head, found, rest = page.partition(begin)
    _, closed, tail = rest.partition(end)
    if not found or not closed:
        raise ConsoleError(NO_PLACE_ON_PAGE(file=str(path), name=section.name, mark=f"{begin}{end}"))
    return f"{head}{begin}\n{table(section, machine)}\n{end}{tail}"


def _number(value: float | None, unit: str) -> str:
    return "—" if value is None else f"{rounded(value):g} {unit}".strip()


def _of(machine: Machine) -> str:
    return (
        f"Machine: {machine.cores} cores, {machine.model}, {machine.memory_gb:g} GB, {machine.system}; "
        f"Python {machine.python}, Honban {machine.honban}, OpenCV {machine.opencv}, "
        f"FFmpeg {machine.ffmpeg_inside} inside, {machine.ffmpeg_program} as the program."
    )
