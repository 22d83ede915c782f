"""Templates filled in: everything is escaped, and signs that act on a screen are shown instead."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import HTMLResponse

from justerat.web.guard.who import caller_of
from justerat.web.language import COOKIE, Language, Messages, language_of
from justerat.web.view.visible import visible

_YEAR_SECONDS = 365 * 24 * 3600
TEMPLATES = Path(__file__).parent / "templates"
_ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    finalize=visible,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(request: Request, template: str, status: int = 200, **values: object) -> HTMLResponse:
    """The page that a template makes of these values, in the language that is asked for."""
    language = language_of(request)
    messages = Messages(language)
    caller = caller_of(request.scope)
    text = _ENVIRONMENT.get_template(template).render(
        t=messages,
        language=language.value,
        other_language=language.other.value,
        other_url=_in_language(request, language.other),
        path=request.url.path,
        asker=caller.asker,
        session=caller.session is not None,
        **values,
    )
    answer = HTMLResponse(text, status)
    if request.query_params.get(COOKIE) == language.value:
        answer.set_cookie(COOKIE, language.value, max_age=_YEAR_SECONDS, httponly=True, samesite="lax")
    return answer


def _in_language(request: Request, language: Language) -> str:
    """The same page in another language, as an address within the service."""
    url: URL = request.url.include_query_params(lang=language.value)
    return f"{url.path}?{url.query}"
