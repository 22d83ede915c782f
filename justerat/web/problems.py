"""What goes wrong, told in one shape: problem details for programs (RFC 9457), a page for people."""

from __future__ import annotations

from http import HTTPStatus

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from models.errors import JusteratError, QueryError

MEDIA_TYPE = "application/problem+json"


class Fault(BaseModel):
    """One thing that is wrong in a request: where it stands and what is wrong, never its value."""

    name: str
    message: str


class Problem(BaseModel):
    """Why a request has no better answer; `code` names the cause for good, `detail` is for people."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "type": "about:blank",
                "title": "Not Found",
                "status": 404,
                "code": "RecordMissing",
                "detail": "No record has that id: the list of documents shows the ids there are.",
                "errors": [],
                "at": None,
            }
        }
    )

    type: str = "about:blank"
    title: str = ""
    status: int
    code: str
    detail: str
    errors: tuple[Fault, ...] = ()
    at: int | None = Field(default=None, description="The character of a query, from 0, where it goes wrong.")


class Refusal(HTTPException):
    """A request is refused for a cause of its own: its name, and the sentence for people."""

    def __init__(
        self, status: HTTPStatus, code: str, sentence: str, headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(status, sentence, headers)
        self.code = code


def problem_of(error: Exception) -> Problem:
    """The problem that an exception is; what the program doesn't know is told without its text."""
    match error:
        case JusteratError():
            at = error.at if isinstance(error, QueryError) else None
            return Problem(status=error.http_status, code=type(error).__name__, detail=error.sentence, at=at)
        case RequestValidationError():
            faults = tuple(
                Fault(name=".".join(map(str, one["loc"])), message=str(one["msg"])) for one in error.errors()
            )
            detail = "Something in the request can't be: see errors."
            return Problem(status=422, code="RequestInvalid", detail=detail, errors=faults)
        case Refusal():
            return Problem(status=error.status_code, code=error.code, detail=error.detail)
        case HTTPException():
            phrase = HTTPStatus(error.status_code).phrase
            return Problem(status=error.status_code, code=phrase.replace(" ", ""), detail=f"{phrase}.")
        case _:
            detail = "A fault of this program: please report it."
            return Problem(status=500, code="ProgramFault", detail=detail)


def refused(refusal: Refusal) -> Response:
    """The answer for programs to what is refused before a route is reached."""
    return answer_of(problem_of(refusal), dict(refusal.headers or {}))


def answer_of(problem: Problem, headers: dict[str, str] | None = None) -> Response:
    """The answer for programs."""
    whole = problem.model_copy(update={"title": problem.title or HTTPStatus(problem.status).phrase})
    return Response(whole.model_dump_json(), problem.status, headers, MEDIA_TYPE)
