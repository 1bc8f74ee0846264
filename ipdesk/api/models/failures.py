"""The one shape of every failure."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Told(BaseModel):
    """A letter; some failures carry further fields (``version``, ``meanwhile``, ``waiting`` …)."""

    model_config = ConfigDict(extra="allow")

    code: str = Field(description="not_found、not_allowed、not_signed_in、invalid、conflict、too_large、too_many_requests …")
    message: str
    remedy: str = ""
    fields: dict[str, str] | None = Field(None, description="有误的项及原因")


class Failure(BaseModel):
    """Every failure, whatever its cause."""

    error: Told
