"""One attempt to publish and the life that follows, from the key in the vault to the last word to the server."""

import asyncio
import logging
import traceback
from collections.abc import Callable
from concurrent.futures import Future

from console.errors import ConsoleError
from console.model.destination import Destination
from console.output.attempt import Ending, PublisherFigures, Target
from console.output.daemon_call import daemon_call
from console.output.publisher import Publisher
from console.ports.vault import Secrets
from console.supervise.renditions import Encode
from console.wire.address import Server, checked_key
from console.words.supervise import NO_KEY, PUBLISHING_BROKE, VAULT_SILENT

log = logging.getLogger(__name__)

VAULT_S = 5.0


class Publication:
    """Runs on the senders' loop; started and stopped from the control thread. Used once."""

    def __init__(self, destination: Destination, encode: Encode, vault: Secrets, figures: PublisherFigures) -> None:
        """Nothing runs yet; `figures` are counted on."""
        self.destination, self.encode = destination, encode
        self._vault, self._figures = vault, figures
        self.is_stopping = False
        """It was told to stop."""
        self.done: Future[None] = Future()
        """Once it has ended."""
        self._publisher: Publisher | None = None
        self._task: asyncio.Task[None] | None = None
        self._senders: asyncio.AbstractEventLoop | None = None

    def start(
        self, senders: asyncio.AbstractEventLoop, *, live: Callable[[], None], ended: Callable[[Ending], None]
    ) -> None:
        """`live` and `ended` are called on the senders' loop; `ended` once, whatever happens."""
        self._senders = senders
        self.done = asyncio.run_coroutine_threadsafe(self._run(live, ended), senders)

    def stop(self) -> None:
        """End within 2 s: a publisher says goodbye, a wait for the vault is given up."""
        if not self.is_stopping and self._senders is not None:
            self.is_stopping = True
            self._senders.call_soon_threadsafe(self._stop)

    def _stop(self) -> None:
        if self._publisher is not None:
            self._publisher.stop()
        elif self._task is not None:
            self._task.cancel()

    async def _run(self, live: Callable[[], None], ended: Callable[[Ending], None]) -> None:
        self._task = asyncio.current_task()
        ending = Ending(None)
        try:
            if not self.is_stopping:
                ending = await self._published(live)
        except ConsoleError as error:
            ending = Ending(error.message, is_final=True)
        except Exception as error:  # noqa: BLE001 - a bug of ours ends one attempt of one destination
            reason = type(error).__name__
            # Why: an error's own words may quote the key; where it happened does not.
            log.error("publishing broke: %s\n%s", reason, "".join(traceback.format_tb(error.__traceback__)))
            ending = Ending(PUBLISHING_BROKE(name=self.destination.name, reason=reason))
        finally:
            ended(ending)

    async def _published(self, live: Callable[[], None]) -> Ending:
        secret = await self._secret()
        if isinstance(secret, Ending):
            return secret
        rendition = self.encode.rendition
        server, kbps = Server.parse(self.destination.server), rendition.video_kbps + rendition.audio_kbps
        target = Target(server, checked_key(secret), kbps, ca_file=self.destination.ca_file)
        self._publisher = Publisher(target, self.encode.fan, self.encode.encoder.headers, self._figures, live=live)
        return await self._publisher.run()

    async def _secret(self) -> str | Ending:
        """The key; a vault that is locked or silent is asked again, one that has no key is not."""
        name = self.destination.name
        if not self.destination.key:
            return Ending(NO_KEY(name=name), is_final=True)
        try:
            secret = await daemon_call(lambda: self._vault.secret(self.destination.key), timeout_s=VAULT_S)
        except TimeoutError:
            return Ending(VAULT_SILENT(name=name))
        except ConsoleError as error:
            return Ending(error.message)
        return Ending(NO_KEY(name=name), is_final=True) if secret is None else secret
