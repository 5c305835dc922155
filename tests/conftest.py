"""Every test runs between the guards of `tests.support.guards`."""

pytest_plugins = ["tests.support.guards"]
