"""Signing in: Flask-Security-Too with our forms and words; second factor, lock-out, limits, one transaction per act."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import wraps
from typing import Any

from flask import Flask, current_app, flash, request, session
from flask_babel import gettext as _
from flask_security import (
    SQLAlchemyUserDatastore,
    password_changed,
    password_reset,
    tf_code_confirmed,
    tf_disabled,
    tf_profile_changed,
    user_authenticated,
    user_not_registered,
    user_registered,
)

from ipdesk import audit, security_words
from ipdesk.config import Config
from ipdesk.database import transaction
from ipdesk.demonstration import PASSWORD
from ipdesk.extensions import db, limiter, security
from ipdesk.passwords import LENGTH
from ipdesk.services.demonstration import shown_accounts
from ipdesk.services.registration import complete_registration
from ipdesk.services.signing_in import note_success
from ipdesk.services.tokens import revoke_all
from ipdesk.sign_in_forms import CodeForm, RecoveryForm, RegisterForm
from ipdesk.tables import Account, Role

# How often one address may send each form. Locks protect single accounts; this slows whoever tries many.
LIMITS: Mapping[str, str] = {
    "login": "20 per minute; 200 per hour",
    "register": "10 per hour",
    "forgot_password": "5 per minute; 20 per hour",
    "reset_password": "10 per minute",
    "change_password": "10 per minute",
    "verify": "10 per minute",
    "two_factor_token_validation": "10 per minute",
    "mf_recovery": "10 per minute",
}

# These verify a password, which takes its time, before they write anything: they must not hold the write lock meanwhile.
PASSWORD_CHECKS = frozenset({"login", "verify"})

TEST_COST = {"argon2__rounds": 1, "argon2__memory_cost": 64}  # tests hash thousands of passwords, none of them real


def init_app(app: Flask) -> None:
    """Bind Flask-Security to ``app``."""
    app.config.update(settings(app.config["SECRET_KEY"], app.extensions["ipdesk"]))
    security.init_app(
        app,
        SQLAlchemyUserDatastore(db, Account, Role),
        register_form=RegisterForm,
        two_factor_verify_code_form=CodeForm,
        mf_recovery_form=RecoveryForm,
    )
    for endpoint, view in app.view_functions.items():
        if endpoint.startswith("security."):
            name = endpoint.removeprefix("security.")
            whole = view if name in PASSWORD_CHECKS else _in_one_transaction(view)
            app.view_functions[endpoint] = _limited(whole, LIMITS.get(name))
    security.login_context_processor(_demonstration)
    _listen(app)


def _demonstration() -> dict[str, object]:
    """What the sign-in page needs besides its form."""
    if not current_app.extensions["ipdesk"].demo:
        return {}
    return {"demonstration": {"accounts": shown_accounts(), "password": PASSWORD}}


def settings(secret: str, config: Config) -> dict[str, object]:
    """Flask-Security's settings. What is kept encrypted or signed rests on ``secret``."""
    return {
        "SECURITY_PASSWORD_SINGLE_HASH": True,  # argon2 salts by itself: a new secret must not end every password
        "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS": TEST_COST if config.testing else {},
        "SECURITY_PASSWORD_LENGTH_MIN": LENGTH,
        "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False},
        "SECURITY_EMAIL_HTML": False,
        "SECURITY_RETURN_GENERIC_RESPONSES": True,
        "SECURITY_REGISTERABLE": True,
        "SECURITY_RECOVERABLE": True,
        "SECURITY_CHANGEABLE": True,
        "SECURITY_TWO_FACTOR": True,
        "SECURITY_TWO_FACTOR_ENABLED_METHODS": ["authenticator"],
        "SECURITY_TWO_FACTOR_RESCUE_EMAIL": False,
        "SECURITY_TWO_FACTOR_POST_SETUP_VIEW": "/mf-recovery-codes",
        "SECURITY_TOTP_SECRETS": {"1": _derived(secret, "totp")},
        "SECURITY_TOTP_ISSUER": "知识产权云警务室",
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES": True,
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES_KEYS": [_derived(secret, "recovery").encode()],
        "SECURITY_API_ENABLED_METHODS": ["session"],
        "SECURITY_FRESHNESS": timedelta(hours=1),
        "SECURITY_FRESHNESS_GRACE_PERIOD": timedelta(minutes=15),
        "SECURITY_POST_LOGIN_VIEW": "/start",
        "SECURITY_POST_REGISTER_VIEW": "/start",
        "SECURITY_POST_CHANGE_VIEW": "/profile",
        "SECURITY_AUTO_LOGIN_AFTER_RESET": False,
        "SECURITY_EMAIL_SENDER": config.mail_from,
        "SESSION_PROTECTION": "basic",
        **security_words.settings(),
    }


def _derived(secret: str, purpose: str) -> str:
    """A key of its own for each purpose, as 32 bytes in URL-safe base64 (what Fernet and passlib take)."""
    return base64.urlsafe_b64encode(hashlib.sha256(f"ipdesk:{purpose}:{secret}".encode()).digest()).decode()


def _in_one_transaction(view: Callable[..., Any]) -> Callable[..., Any]:
    """Flask-Security writes piecemeal; this way its changes and our audit rows stand or fall together."""

    @wraps(view)
    def inside(*args: Any, **given: Any) -> Any:
        if request.method in ("GET", "HEAD", "OPTIONS"):
            return view(*args, **given)
        with transaction():
            return view(*args, **given)

    return inside


def _limited(view: Callable[..., Any], limit: str | None) -> Callable[..., Any]:
    return limiter.limit(limit, methods=["POST"])(view) if limit else view


def _listen(app: Flask) -> None:
    """Audit rows and what else follows from an act, in the act's transaction."""
    user_authenticated.connect(_signed_in, app)
    user_registered.connect(_registered, app)
    user_not_registered.connect(_not_registered, app)
    password_changed.connect(_password_changed, app)
    password_reset.connect(_password_reset, app)
    tf_profile_changed.connect(_second_factor_set, app)
    tf_code_confirmed.connect(_code_confirmed, app)
    tf_disabled.connect(_second_factor_gone, app)


def _signed_in(app: Flask, user: Account, **_more: Any) -> None:
    note_success(user)


def _registered(app: Flask, user: Account, form_data: dict[str, Any], **_more: Any) -> None:
    complete_registration(
        user,
        enterprise_name=form_data["enterprise_name"] or "",
        uscc=form_data["uscc"] or "",
        invitation_key=form_data["invitation"] or "",
    )


def _not_registered(app: Flask, **_more: Any) -> None:
    """The address has an account: its owner is told by mail, whoever fills in the form only how to go on."""
    flash(_("注册申请已处理。如果没有直接进入，请查收邮件，按邮件里的说明登录。"), "info")


def _password_changed(app: Flask, user: Account, **_more: Any) -> None:
    _record("account.password_changed", user)


def _password_reset(app: Flask, user: Account, **_more: Any) -> None:
    """Whoever has lost a password may have lost keys too."""
    _record("account.password_changed", user)
    revoke_all(user, by=user.id)


def _second_factor_set(app: Flask, user: Account, **_more: Any) -> None:
    _record("account.second_factor_set", user)


def _code_confirmed(app: Flask, user: Account, **_more: Any) -> None:
    """A code was right: at the first sign-in this sets the factor up, at every later one it is only used."""
    if session.get("tf_state") == "validating_profile":
        _record("account.second_factor_set", user)


def _second_factor_gone(app: Flask, user: Account, **_more: Any) -> None:
    _record("account.second_factor_reset", user)


def _record(event: str, user: Account) -> None:
    with transaction() as write:
        audit.record(write, event, actor=user.id, subject=user.id)
