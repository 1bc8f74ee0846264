"""The description of the API: OpenAPI for programs, a plain page of the same for people."""

from __future__ import annotations

from functools import cache
from typing import Any

from flask import current_app, jsonify, render_template
from flask.wrappers import Response

from ipdesk.api.materials import UPLOAD_FORM
from ipdesk.api.room import ROOT, room, spec
from ipdesk.guard import EVERYONE, allow

pages = room("docs")
METHODS = ("get", "post", "patch", "delete")
ROOMS = ("报案", "材料", "提交", "窗口", "法规")  # in the order in which a report meets them


@pages.get("/openapi.json")
@allow(EVERYONE)
def openapi() -> Response:
    return jsonify(description())


@pages.get("/docs")
@allow(EVERYONE)
def docs() -> str:
    told = description()
    rooms: dict[str, list[dict[str, Any]]] = {name: [] for name in ROOMS}
    for path, methods in told["paths"].items():
        for method in METHODS:
            if operation := methods.get(method):
                rooms.setdefault(operation["tags"][0], []).append({"path": path, "method": method.upper(), **operation})
    return render_template("api/docs.html", rooms=rooms, root=ROOT, schemas=told["components"]["schemas"])


@cache
def description() -> dict[str, Any]:
    """The OpenAPI document of every endpoint; made once, for every application of this process has the same rooms."""
    spec.app = current_app._get_current_object()  # type: ignore[attr-defined]  # the application behind the proxy
    made: dict[str, Any] = spec.spec
    made["paths"][f"{ROOT}/reports/{{report_id}}/uploads"]["post"]["requestBody"] = {"required": True, "content": UPLOAD_FORM}
    return made
