"""Where exceptions become answers: problem details under /api, pages elsewhere."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from justerat.web.guard.headers import HEADERS
from justerat.web.problems import answer_of, problem_of
from models.errors import JusteratError


def tell_faults(app: FastAPI) -> None:
    """Have every exception of the app answered in one shape."""
    for kind in (JusteratError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, _tell)
    app.add_exception_handler(Exception, _tell_fault)


async def _tell(_request: Request, error: Exception) -> Response:
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else None
    return answer_of(problem_of(error), headers)


async def _tell_fault(_request: Request, error: Exception) -> Response:
    """What the program doesn't know is answered outside all that stands before the app: headers too."""
    return answer_of(problem_of(error), HEADERS)
