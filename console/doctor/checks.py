"""All checks, in the order in which they are shown."""

from console.doctor import libraries, machine, parts, surroundings
from console.doctor.check import Check


def all_checks() -> list[Check]:
    """For this machine and what is installed on it. Looks at nothing yet."""
    return [*machine.checks(), *libraries.checks(), *parts.checks(), *surroundings.checks()]
