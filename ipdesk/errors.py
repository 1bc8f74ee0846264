"""Every failure is told in one shape: a letter for people, ``{"error": {…}}`` for programs."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping

from flask import Flask, Response, g, jsonify, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.orm.exc import ObjectDeletedError, StaleDataError
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError

from ipdesk.access import VISITOR
from ipdesk.database import db
from ipdesk.refusals import STATUS, NotSignedIn, Refusal

log = logging.getLogger(__name__)

# What happened and what to do next, for failures that no service has worded itself.
LETTERS: Mapping[int, tuple[str, object, object]] = {
    400: ("bad_request", _l("发来的内容无法识别。"), _l("请返回上一页，重新填写后再提交。")),
    401: ("not_signed_in", _l("请先登录。"), _l("登录后会回到这一页。")),
    403: ("not_allowed", _l("您的账号没有做这一步的权限。"), _l("请换用有权限的账号，或与管理员联系。")),
    404: (
        "not_found",
        _l("没有找到这一页。"),
        _l("地址可能有误，或者这份材料不在您的可见范围内。请从首页或列表重新打开。"),
    ),
    405: ("method_not_allowed", _l("这个地址不接受这样的操作。"), _l("请返回上一页，用页面上的按钮操作。")),
    409: ("conflict", _l("内容已被别人改动。"), _l("请刷新页面，看过最新内容后再操作。")),
    413: ("too_large", _l("发来的内容超过了大小上限。"), _l("请查看页面上写明的单个文件上限，拆分或压缩后再上传。")),
    415: ("unsupported_media_type", _l("发来的内容格式无法接收。"), _l("请按接口说明的格式发送。")),
    422: ("invalid", _l("填写的内容有误。"), _l("请按提示改正后再提交。")),
    429: ("too_many_requests", _l("操作过于频繁，已暂停受理一会儿。"), _l("请稍等一分钟再试。已经提交的内容不受影响。")),
    500: (
        "internal_error",
        _l("系统出了差错，这一步没有完成。"),
        _l("已保存的材料不受影响。请稍后再试；仍不成功，请把下面的编号告诉管理员。"),
    ),
    503: ("unavailable", _l("系统暂时不能提供服务。"), _l("请稍后再试。")),
}
CSRF_LETTER = (_l("页面停留过久或登录状态已变，这一步没有执行。"), _l("请刷新页面后重新操作。"))


def wants_json() -> bool:
    """Whether the answer goes to a program."""
    return request.path.startswith("/api/") or request.accept_mimetypes.best == "application/json"


def answer(status: int, code: str, message: str, remedy: str = "", **data: object) -> Response:
    """The one error shape. ``data`` must be JSON values. htmx gets a notice for the place of messages."""
    if wants_json():
        body = {"error": {"code": code, "message": message, "remedy": remedy, **data}}
        return make_response(jsonify(body), status)
    letter = {"status": status, "code": code, "message": message, "remedy": remedy, "data": data}
    if "HX-Request" not in request.headers:
        return make_response(render_template("error.html", **letter), status)
    response = make_response(render_template("parts/letter.html", **letter), status)
    response.headers.update({"HX-Retarget": "#messages", "HX-Reswap": "innerHTML show:window:top"})
    return response


def letter(status: int, **data: object) -> Response:
    """The answer for ``status`` in the words of ``LETTERS``."""
    code, message, remedy = LETTERS.get(status, LETTERS[400 if status < 500 else 500])
    return answer(status, code, str(message), str(remedy), **data)


def init_app(app: Flask) -> None:
    app.register_error_handler(Refusal, refused)
    app.register_error_handler(CSRFError, forged)
    app.register_error_handler(HTTPException, http_error)
    app.register_error_handler(SecurityError, strange_host)
    for overtaken in (StaleDataError, ObjectDeletedError):
        app.register_error_handler(overtaken, changed_meanwhile)
    app.register_error_handler(OperationalError, waited_in_vain)
    app.register_error_handler(InternalServerError, broken)


def refused(why: Refusal) -> Response:
    if isinstance(why, NotSignedIn) and _is_page_view():
        return make_response(redirect(url_for("security.login", next=request.full_path.rstrip("?"))))
    return answer(STATUS[type(why)], why.code, why.message, why.remedy, **why.data)


def forged(why: CSRFError) -> Response:
    message, remedy = CSRF_LETTER
    return answer(400, "csrf", str(message), str(remedy))


def changed_meanwhile(why: SQLAlchemyError) -> Response:
    """A row went away or was written by another between looking at it and using it; nothing was saved."""
    db.session.rollback()
    log.info("overtaken at %s: %s", request.path, why)
    return letter(409)


def waited_in_vain(why: OperationalError) -> Response:
    """Another writer held SQLite longer than anyone waits: nothing was saved, and it is worth trying again."""
    if "database is locked" not in str(why.orig):
        raise why  # a broken database is nobody's turn to wait for
    db.session.rollback()
    log.warning("waited in vain for the database at %s", request.path)
    return answer(503, "busy", _("系统正忙，这一步没有完成，也没有保存。"), _("请过几秒再试一次。已经保存的内容不受影响。"))


def strange_host(why: SecurityError) -> Response:
    """The desk was called by a name that is not its own: no address can be built, so there is no page either."""
    return Response(_("这个网址不是本平台的地址，请核对后重新打开。") + "\n", 400, mimetype="text/plain")


def http_error(why: HTTPException) -> Response:
    """A failure of HTTP itself; an answer that a library has already made (a redirect, a 304) stays as it is."""
    if why.response is not None or why.code is None or why.code < 400:
        return make_response(why.get_response())
    response = letter(why.code)
    for name, value in why.get_headers(request.environ):
        if name in ("Allow", "Retry-After", "WWW-Authenticate"):
            response.headers[name] = value
    return response


def broken(why: InternalServerError) -> Response:
    """Nobody foresaw this: the log keeps the trace under a number, the reader gets the number."""
    number = secrets.token_hex(4)
    log.error("failure %s at %s", number, request.path, exc_info=why.original_exception or why)
    db.session.rollback()
    try:
        return letter(500, id=number)
    except Exception:
        # The page itself may need what is broken (the database): tell it as to a visitor.
        log.exception("failure %s: its page failed too", number)
        g.actor = VISITOR
        return _plain(number)


def _plain(number: str) -> Response:
    code, message, remedy = LETTERS[500]
    text = f"{message}\n{remedy}\n{_('编号')}：{number}\n"
    return Response(text, 500, {"X-Error": code}, mimetype="text/plain")


def _is_page_view() -> bool:
    return request.method in ("GET", "HEAD") and not wants_json() and "HX-Request" not in request.headers
