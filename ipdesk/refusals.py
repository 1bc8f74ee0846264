"""Why the desk says no, as types with data. One table turns each into an HTTP answer, for pages and API alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Refusal(Exception):
    """A letter: ``message`` says what happened to which thing, ``remedy`` what to do next; ``data`` is for programs."""

    code = "refused"

    def __init__(self, message: str, remedy: str = "", **data: Any) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.data = data


class NotFound(Refusal):
    """There is no such thing, or it is not yours to see: the two are told alike."""

    code = "not_found"


class NotAllowed(Refusal):
    """You may see it but not do this."""

    code = "not_allowed"


class NotSignedIn(Refusal):
    """Sign in first."""

    code = "not_signed_in"


class Invalid(Refusal):
    """What was sent cannot be used; ``data["fields"]`` maps field names to what is wrong with them."""

    code = "invalid"


class Conflict(Refusal):
    """Somebody else was quicker, or the step does not follow from the present state."""

    code = "conflict"


class TooMuch(Refusal):
    """A limit of size or number is passed."""

    code = "too_large"


class TooOften(Refusal):
    """Too many requests in too short a time."""

    code = "too_many_requests"


class Unavailable(Refusal):
    """Something the answer needs is missing for the moment; it is being mended."""

    code = "unavailable"


STATUS: Mapping[type[Refusal], int] = {
    NotFound: 404,
    NotAllowed: 403,
    NotSignedIn: 401,
    Invalid: 422,
    Conflict: 409,
    TooMuch: 413,
    TooOften: 429,
    Unavailable: 503,
    Refusal: 400,
}
