"""A reading as JSON and back, without loss: how it is stored, and how it leaves the reading process."""

from __future__ import annotations

from typing import Any

from casefiles.model import Box, Enclosed, Line, Mark, Page, Problem, Reading, Table


def to_json(reading: Reading) -> dict[str, Any]:
    """``reading`` as JSON values. Boxes are ``[x0, y0, x1, y1]``, lines ``[text]`` or ``[text, box]``;

    ``enclosed`` is there where files are inside the file.
    """
    record: dict[str, Any] = {
        "format": reading.format,
        "pages": [page_to_json(page) for page in reading.pages],
        "problems": [problem_to_json(problem) for problem in reading.problems],
    }
    if reading.enclosed:
        record["enclosed"] = [_enclosed(one) for one in reading.enclosed]
    return record


def from_json(record: dict[str, Any]) -> Reading:
    """The reading ``record`` was made of. Raises KeyError, TypeError or ValueError for anything else."""
    return Reading(
        record["format"],
        tuple(page_from_json(page) for page in record["pages"]),
        tuple(problem_from_json(problem) for problem in record["problems"]),
        tuple(_enclosed_from(one) for one in record.get("enclosed", ())),
    )


def page_to_json(page: Page) -> dict[str, Any]:
    return {
        "number": page.number,
        "source": page.source,
        "lines": [_line(line) for line in page.lines],
        "tables": [{"rows": [list(row) for row in table.rows], "box": _box(table.box)} for table in page.tables],
        "pictures": page.pictures,
        "marks": [[mark.kind, _box(mark.box)] for mark in page.marks],
    }


def page_from_json(record: dict[str, Any]) -> Page:
    return Page(
        record["number"],
        tuple(Line(line[0], _box_from(line[1]) if len(line) > 1 else None) for line in record["lines"]),
        tuple(Table(tuple(tuple(row) for row in table["rows"]), _box_from(table["box"])) for table in record["tables"]),
        record["source"],
        record["pictures"],
        tuple(Mark(kind, _box_from(box)) for kind, box in record["marks"]),
    )


def problem_to_json(problem: Problem) -> dict[str, Any]:
    return {"code": problem.code, "message": problem.message, "remedy": problem.remedy, "page": problem.page}


def problem_from_json(record: dict[str, Any]) -> Problem:
    return Problem(record["code"], record["message"], record["remedy"], record["page"])


def _enclosed(one: Enclosed) -> dict[str, Any]:
    return {"name": one.name, "sha256": one.sha256, "sm3": one.sm3, "size": one.size, "reading": to_json(one.reading)}


def _enclosed_from(record: dict[str, Any]) -> Enclosed:
    return Enclosed(record["name"], from_json(record["reading"]), record["sha256"], record["sm3"], record["size"])


def _line(line: Line) -> list[Any]:
    return [line.text] if line.box is None else [line.text, _box(line.box)]


def _box(box: Box | None) -> list[float] | None:
    return None if box is None else [box.x0, box.y0, box.x1, box.y1]


def _box_from(record: list[float] | None) -> Box | None:
    return None if record is None else Box(*record)
