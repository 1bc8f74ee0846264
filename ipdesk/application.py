"""Builds the Flask application from the settings: each part binds itself through its own ``init_app``."""

from __future__ import annotations

import importlib
import pkgutil
import secrets
from pathlib import Path

from flask import Blueprint, Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from ipdesk import appearance, errors, guard, headers, jobs, language, mailing, security
from ipdesk.cli import COMMANDS
from ipdesk.config import Config, ConfigError
from ipdesk.extensions import csrf, db, limiter, migrate
from ipdesk.web.downloads import PaperForm

MIGRATIONS = Path(__file__).parent / "migrations"


def build(config: Config) -> Flask:
    """The application for ``config``. Makes the data folder where there is none; touches no table.

    Raises ``ConfigError`` where the data folder cannot be made.
    """
    try:
        config.data_dir.mkdir(parents=True, exist_ok=True)
    except OSError as why:
        told = f"数据目录 {config.data_dir} 不能使用（{why.strerror}）。请核对 IPDESK_DATA_DIR，它应是一个可以写入的文件夹。"
        raise ConfigError(told) from why
    app = Flask("ipdesk", root_path=str(Path(__file__).parent))
    app.extensions["ipdesk"] = config
    app.config.update(_flask_settings(config))
    if config.proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]  # the documented way
            app.wsgi_app, x_for=config.proxies, x_proto=config.proxies, x_host=config.proxies
        )
    db.init_app(app)
    migrate.init_app(app, db, directory=str(MIGRATIONS), render_as_batch=True)
    csrf.init_app(app)
    limiter.init_app(app)
    for part in (language, mailing, security, guard, headers, appearance, errors, jobs):
        part.init_app(app)
    app.json.ensure_ascii = False  # type: ignore[attr-defined]  # last, because Flask-Security brings a provider of its own
    app.url_map.converters["paper"] = PaperForm
    for blueprint in (*_found_in("ipdesk.web"), *_found_in("ipdesk.api")):
        app.register_blueprint(blueprint)
    for name in COMMANDS:
        app.cli.add_command(importlib.import_module(f"ipdesk.commands.{name}").command, name)
    return app


def _flask_settings(config: Config) -> dict[str, object]:
    return {
        "SECRET_KEY": config.secret_key or kept_secret(config.data_dir / "secret.key"),
        "SQLALCHEMY_DATABASE_URI": config.database,
        "MAX_CONTENT_LENGTH": config.file_limit + 1024 * 1024,
        "SESSION_COOKIE_SECURE": config.https,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_NAME": f"ipdesk_{config.port}",
        "TRUSTED_HOSTS": list(config.hosts) or None,
        "PREFERRED_URL_SCHEME": "https" if config.https else "http",
        "WTF_CSRF_TIME_LIMIT": None,
        "RATELIMIT_STORAGE_URI": config.limits_url,
        "RATELIMIT_ENABLED": not config.testing,
        "TESTING": config.testing,
    }


def kept_secret(path: Path) -> str:
    """The secret in ``path``; made at the first call and readable by its owner alone."""
    if not path.exists():
        made = path.with_suffix(f".{secrets.token_hex(4)}")
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(48))
        try:
            path.hardlink_to(made)  # whoever is first wins; everyone reads the same
        except FileExistsError:
            pass
        finally:
            made.unlink()
    return path.read_text().strip()


def _found_in(package: str) -> list[Blueprint]:
    """The blueprint ``pages`` of every module in ``package``: a new room of pages is a new file."""
    folder = importlib.import_module(package)
    modules = [importlib.import_module(f"{package}.{found.name}") for found in pkgutil.iter_modules(folder.__path__)]
    return [module.pages for module in modules if hasattr(module, "pages")]
