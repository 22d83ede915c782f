"""The door: who comes in, by a token or by having logged in with one."""

from __future__ import annotations

import logging

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection

from archive.tokens import Tokens
from justerat.web.guard.access import Access
from justerat.web.guard.rate import Buckets, Rate, network_of, too_many
from justerat.web.guard.sessions import Sessions
from justerat.web.guard.who import Caller
from models.asker import Asker

LOG = logging.getLogger("justerat.guard")
"""Who logged in, and how often somebody failed to; never a token, and nothing of what is asked."""
_SCHEME = "bearer "
_FAILURES = Rate(5, 1 / 30)
"""Wrong tokens from one address: a few at once, then one in half a minute."""


class Door:
    """Finds out who asks; wrong tokens are counted and slowed for each address."""

    def __init__(self, access: Access) -> None:
        self.access = access
        self._sessions = Sessions()
        self._wrong = {"login": Buckets(_FAILURES), "bearer token": Buckets(_FAILURES)}
        self._counts: dict[str, int] = {}

    @property
    def cookie(self) -> str:
        """The session cookie's name; with that prefix browsers take it only encrypted and from this host."""
        return "__Host-justerat" if self.access.is_public else "justerat_session"

    async def caller(self, asked: HTTPConnection, tokens: Tokens) -> Caller:
        """Who is behind a request; Refusal where an address has shown too many wrong tokens."""
        given = asked.headers.get("authorization", "")
        if given.casefold().startswith(_SCHEME):
            asker = await run_in_threadpool(tokens.asker, given[len(_SCHEME) :].strip())
            if asker is None:
                self._failed("bearer token", asked)
            return Caller(asker, by_token=True)
        session = asked.cookies.get(self.cookie, "")
        token = self._sessions.token(session)
        asker = await run_in_threadpool(tokens.asker, token) if token else None
        if asker is None:
            return Caller(self.access.here)
        return Caller(asker, by_token=True, session=session)

    async def log_in(self, asked: HTTPConnection, tokens: Tokens, token: str) -> str | None:
        """The secret of a new session, None of a wrong token; Refusal after too many from the address."""
        wait = self._wrong["login"].wait(network_of(asked))
        if wait:
            raise too_many(wait)
        asker: Asker | None = await run_in_threadpool(tokens.asker, token)
        if asker is None:
            self._failed("login", asked)
            return None
        LOG.info("Logged in: %s (%s)", asker.name, asker.role)
        return self._sessions.begin(token)

    def log_out(self, caller: Caller) -> None:
        """End the session, if there is one."""
        if caller.session and caller.asker:
            self._sessions.end(caller.session)
            LOG.info("Logged out: %s", caller.asker.name)

    def _failed(self, what: str, asked: HTTPConnection) -> None:
        address = network_of(asked)
        wait = self._wrong[what].take(address)
        self._counts[what] = self._counts.get(what, 0) + 1
        if wait:
            raise too_many(wait)
        LOG.warning("Failed by %s from %s; %d since the start", what, address, self._counts[what])
