"""What every answer tells the browser not to do."""

from __future__ import annotations

import secrets

from flask import Flask, Response, g, session


def nonce() -> str:
    """This request's nonce: only scripts and styles that carry it run."""
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    return g.nonce


# What does not change from answer to answer.
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}
YEAR = 365 * 24 * 3600


def policy() -> str:
    """The content security policy of this answer: our own files, scripts only with the nonce, no frames, no plugins."""
    return (
        "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; connect-src 'self'; "
        f"img-src 'self' data:; font-src 'self'; style-src 'self' 'nonce-{nonce()}'; script-src 'nonce-{nonce()}'"
    )


def init_app(app: Flask) -> None:
    app.jinja_env.globals["nonce"] = nonce

    @app.after_request
    def tell_browser(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", policy())
        for name, value in FIXED.items():
            response.headers.setdefault(name, value)
        if app.config["SESSION_COOKIE_SECURE"]:
            response.headers.setdefault("Strict-Transport-Security", f"max-age={YEAR}; includeSubDomains")
        if session and "_user_id" in session:
            # What an account has seen stays out of shared caches and out of the next reader's back button.
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response
