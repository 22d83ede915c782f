"""Where exceptions become answers: problem details under /api, pages elsewhere."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from justerat.web.api.version1 import PREFIX
from justerat.web.guard.headers import HEADERS
from justerat.web.problems import answer_of, problem_of
from justerat.web.render import page
from models.errors import JusteratError


def tell_faults(app: FastAPI) -> None:
    """Have every exception of the app answered in one shape."""
    for kind in (JusteratError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, _tell)
    app.add_exception_handler(Exception, _tell_fault)


async def _tell(request: Request, error: Exception) -> Response:
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else None
    return _answer(request, error, headers)


async def _tell_fault(request: Request, error: Exception) -> Response:
    """What the program doesn't know is answered outside all that stands before the app: headers too."""
    return _answer(request, error, HEADERS)


def _answer(request: Request, error: Exception, headers: dict[str, str] | None) -> Response:
    problem = problem_of(error)
    if request.url.path.startswith(PREFIX):
        return answer_of(problem, headers)
    told = page(request, "problem.html", problem.status, problem=problem)
    told.headers.update(headers or {})
    return told
