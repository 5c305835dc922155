"""Every test runs between the guards of `tests.support.guards`, and none has a deadline by a busy machine's clock."""

from hypothesis import settings

pytest_plugins = ["tests.support.guards"]

settings.register_profile("house", settings.default, deadline=None)
settings.load_profile("house")
