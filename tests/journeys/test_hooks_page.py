"""What docs/hooks.md tells a programmer works as it stands there."""

import asyncio
import re
from typing import Any

import pytest

from console.hooks.supervisor import HooksSupervisor
from console.library.show_file import demo_show_folder, load_show
from console.library.vault import MemoryVault
from console.media.clock import SystemClock
from console.model.commands import StartSession
from console.model.product import Money
from console.supervise.ground import Ground
from tests.support.desk import Desk
from tests.support.hooks import SECRET
from tests.support.house import read

pytestmark = pytest.mark.journey

PAGE = read("docs/hooks.md")


def test_the_example_of_the_page_is_taken_by_the_demo_show() -> None:
    names: dict[str, Any] = {}
    [example] = re.findall(r"```python\n(.+?)```", PAGE, re.DOTALL)
    exec(example, names)
    desk, keys = Desk(load_show(demo_show_folder())), MemoryVault()
    keys.keep("hooks", SECRET)
    desk.clock.step_wall(SystemClock().wall_us() - desk.clock.wall_us())

    async def story() -> None:
        loop = asyncio.get_running_loop()
        hooks = HooksSupervisor(Ground(desk.store, desk.clocks, loop), keys, port=0)
        desk.store.listen(lambda _before, after: hooks.follow(after))
        desk.do(StartSession("s"))
        try:
            async with asyncio.timeout(10):
                while not hooks.url:  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
                replies = await asyncio.to_thread(names["tell"], hooks.url, SECRET)
        finally:
            await hooks.close()
        assert [reply.json() for reply in replies] == [{"ok": True, "taken": 1, "again": 0, "unknown": []}] * 3

    asyncio.run(story())
    selling = desk.state.selling
    assert selling.units == {"mug": 2}
    assert selling.stock == {"mug": 46}
    assert selling.shop_prices == {"mug": Money(minor=3300)}
    assert selling.coupons["live"].claimed == 1
    assert selling.toasts[-1].initials == "さ."
