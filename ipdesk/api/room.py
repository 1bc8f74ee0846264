"""What all rooms of the API share: the description (OpenAPI), tokens, limits, and one shape for every failure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from flask import Blueprint, Flask
from flask import request as asked
from flask.blueprints import BlueprintSetupState
from spectree import Response, SecurityScheme, SecuritySchemeData, SpecTree
from spectree.models import SecureType

from ipdesk.api.keys import caller, identify_first
from ipdesk.api.models.failures import Failure
from ipdesk.extensions import csrf, limiter
from ipdesk.refusals import Invalid

VERSION = "1"
ROOT = f"/api/v{VERSION}"
TAKE_FILES = frozenset({"api_materials.upload"})  # every other body is JSON
DEEPEST = 20  # objects and lists within each other; no answer needs more than three
LIMIT = "240 per minute"  # for one account, in each room
TOKEN: dict[str, list[str]] = {"token": []}

# pydantic's kinds of mistakes, in our words; what is not listed is told as “格式不对”.
MISTAKES = {
    "missing": "缺少这一项",
    "extra_forbidden": "没有这一项，请核对名称",
    "string_too_long": "过长",
    "string_type": "应为文字",
    "int_parsing": "应为整数",
    "int_type": "应为整数",
    "bool_parsing": "应为 true 或者 false",
    "bool_type": "应为 true 或者 false",
    "date_from_datetime_parsing": "应为 2026-11-22 这样的日期",
    "date_parsing": "应为 2026-11-22 这样的日期",
    "literal_error": "不在可选的值之内",
    "list_type": "应为列表",
    "dict_type": "应为对象",
}


def check_request(_request: Any, _response: Any, mistake: Any, *_rest: Any) -> None:
    """Before a view runs: whatever the description forbids is refused in the one shape."""
    if mistake is not None:
        fields = {".".join(map(str, one["loc"])): MISTAKES.get(one["type"], "格式不对") for one in mistake.errors()}
        raise Invalid("发来的内容不合接口说明。", f"请按 {ROOT}/docs 的说明改正所列各项。", fields=fields)


spec = SpecTree(
    "flask",
    title="知识产权云警务室",
    description="报案、材料、预审、提交、进度、窗口办理与法规检索。令牌在“账号与安全”页面生成。",
    version=VERSION,
    mode="strict",
    path=f"{ROOT}/unused",
    annotations=True,
    before=check_request,
    validation_error_status=422,
    validation_error_model=Failure,
    naming_strategy=lambda model: model.__name__,
    nested_naming_strategy=lambda _parent, child: child,
    security_schemes=[SecurityScheme(name="token", data=SecuritySchemeData(type=SecureType.HTTP, scheme="bearer"))],
    security=TOKEN,
)


def room(name: str, limit: str = LIMIT) -> Blueprint:
    """A blueprint under ``/api/v1`` whose requests are counted by account."""
    pages = Blueprint(f"api_{name}", f"ipdesk.api.{name}", url_prefix=ROOT)
    csrf.exempt(pages)  # nobody can forge a token's header, and no session counts here
    limiter.limit(limit, key_func=caller)(pages)
    pages.record_once(_bind)
    pages.before_request(check_text)
    return pages


def _bind(state: BlueprintSetupState) -> None:
    identify_first(cast(Flask, state.app))


def answers(ok: Any, *failures: int, status: int = 200) -> Response:
    """What an endpoint answers: ``ok`` with ``status``, failures in the one error shape."""
    codes: dict[str, Any] = {f"HTTP_{status}": ok}
    return Response(**codes, **{f"HTTP_{code}": Failure for code in (*failures, 401, 422, 429)})


def check_text() -> None:
    """Refuse what could not be kept, before anybody looks into it."""
    _check_keepable([asked.path, asked.args.to_dict(flat=False)])
    if asked.method in ("POST", "PATCH") and asked.endpoint not in TAKE_FILES:
        _check_body()


def _check_body() -> None:
    """A body that is no JSON object would be read as an empty one: silently accepting it would lose what was sent."""
    try:
        body = asked.get_json(silent=True) if asked.is_json else None
        deep = _is_deeper(body, DEEPEST)
    except RecursionError:  # deeper than the parser goes
        deep = True
    if deep:
        told = f"发来的内容嵌套超过 {DEEPEST} 层。"
        raise Invalid(told, f"请按 {ROOT}/docs 的说明发送。", fields={"": told})
    if not isinstance(body, dict):
        told = "发来的内容不是 JSON 对象。"
        raise Invalid(told, "请以 Content-Type: application/json 发送一个对象 {…}。", fields={"": told})
    _check_keepable(body)


def _is_deeper(value: Any, left: int) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return left < 0 or any(_is_deeper(one, left - 1) for one in inner)


def _check_keepable(value: Any) -> None:
    """Databases refuse NUL and lone surrogates: they are told here, before a service meets them."""
    if any("\x00" in text or any("\ud800" <= sign <= "\udfff" for sign in text) for text in _texts(value)):
        told = "发来的文字里有不能保存的字符。"
        raise Invalid(told, "请去掉空字符（U+0000）和不成对的代理项后重发。", fields={"": told})


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.items() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ():
        yield from _texts(inner)
