"""Programs at the API: an account with a token, every answer checked against the description."""

from __future__ import annotations

import io
from typing import Any

from flask import Flask
from jsonschema import Draft202012Validator
from werkzeug.test import TestResponse

from ipdesk.office import the_office
from ipdesk.services.declarations import CODES
from ipdesk.services.tokens import make_token
from ipdesk.tables import Account
from tests.ipdesk.builders import actor, make_account

ROOT = "/api/v1"


class Program:
    """A program with an account's token; every answer is checked against the description."""

    def __init__(self, app: Flask, account: Account | None) -> None:
        self.client = app.test_client()
        self.headers = {"Authorization": f"Bearer {make_token(actor(account), '测试')}"} if account else {}
        self.description = self.client.get(f"{ROOT}/openapi.json").get_json()

    def ask(self, method: str, path: str, status: int = 200, **how: Any) -> Any:
        answer = self.client.open(ROOT + path, method=method, headers=self.headers, **how)
        assert answer.status_code == status, (method, path, answer.status_code, answer.get_data(as_text=True))
        self._check(method, path, answer)
        return answer.get_json() if answer.data else None

    def get(self, path: str, status: int = 200, **query: Any) -> Any:
        return self.ask("GET", path, status, query_string=query)

    def post(self, path: str, status: int = 200, **body: Any) -> Any:
        return self.ask("POST", path, status, json=body)

    def upload(self, report_id: str, name: str, data: bytes, status: int = 201, **form: str) -> Any:
        return self.ask("POST", f"/reports/{report_id}/uploads", status, data={"file": (io.BytesIO(data), name), **form})

    def _check(self, method: str, path: str, answer: TestResponse) -> None:
        told = self._operation(method, path)["responses"][str(answer.status_code)]
        for media in told.get("content", {}).values():
            schema = {**media["schema"], "components": self.description["components"]}
            Draft202012Validator(schema).validate(answer.get_json())

    def _operation(self, method: str, path: str) -> dict[str, Any]:
        parts = (ROOT + path).split("/")
        for known, methods in self.description["paths"].items():
            wanted = known.split("/")
            if len(wanted) == len(parts) and all(a == b or a.startswith("{") for a, b in zip(wanted, parts, strict=True)):
                return methods[method.lower()]
        raise AssertionError(f"{method} {path} is not described")


def officer_of(app: Flask, agency: str, offence: str = "counterfeit_trademark") -> Program:
    desk = the_office().desk(agency, offence)  # type: ignore[arg-type]  # the tests name real agencies
    return Program(app, make_account("officer", desk=desk.code))


def everything_declared(report: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"version": report["version"], "declared": sorted(CODES), "gaps_known": True, **more}
