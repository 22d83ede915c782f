"""Where exceptions become answers: problem details under /api, pages elsewhere."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import RedirectResponse, Response

from justerat.web.api.version1 import PREFIX
from justerat.web.guard.headers import HEADERS
from justerat.web.guard.who import CHALLENGE
from justerat.web.pages.login import login_address
from justerat.web.problems import answer_of, problem_of
from justerat.web.render import page
from models.errors import JusteratError


def tell_faults(app: FastAPI) -> None:
    """Have every exception of the app answered in one shape."""
    for kind in (JusteratError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, _tell)
    app.add_exception_handler(ClientDisconnect, _tell_nobody)
    app.add_exception_handler(Exception, _tell_fault)


async def _tell(request: Request, error: Exception) -> Response:
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else None
    return _answer(request, error, headers)


async def _tell_nobody(_request: Request, _error: Exception) -> Response:
    """Who went away before the request was whole: no fault, and nobody is there to read it."""
    return Response(status_code=HTTPStatus.BAD_REQUEST)


async def _tell_fault(request: Request, error: Exception) -> Response:
    """What the program doesn't know is answered outside all that stands before the app: headers too."""
    return _answer(request, error, HEADERS)


def _answer(request: Request, error: Exception, headers: dict[str, str] | None) -> Response:
    problem = problem_of(error)
    if request.url.path.startswith(PREFIX):
        return answer_of(problem, headers)
    if problem.status == HTTPStatus.UNAUTHORIZED and request.method == "GET":
        return _to_log_in(request)
    told = page(request, "problem.html", problem.status, problem=problem)
    told.headers.update(headers or {})
    return told


def _to_log_in(request: Request) -> Response:
    """People are led to where they log in; htmx would put that page into this one, if not told otherwise."""
    address = login_address(request)
    if "hx-request" in request.headers:
        return Response(status_code=HTTPStatus.UNAUTHORIZED, headers=CHALLENGE | {"HX-Redirect": address})
    return RedirectResponse(address, HTTPStatus.SEE_OTHER)
