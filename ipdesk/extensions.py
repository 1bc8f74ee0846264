"""The Flask extensions, made once and bound to an application in ``ipdesk.application``."""

from __future__ import annotations

from flask_babel import Babel
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_mailman import Mail
from flask_migrate import Migrate
from flask_security import Security
from flask_wtf import CSRFProtect

from ipdesk.database import db
from ipdesk.passwords import PasswordRules
from ipdesk.security_mail import SecurityMail

__all__ = ["babel", "csrf", "db", "limiter", "mail", "migrate", "security"]

babel = Babel()
csrf = CSRFProtect()
limiter = Limiter(get_remote_address, default_limits=["600 per minute"], headers_enabled=True)
mail = Mail()
migrate = Migrate()
security = Security(mail_util_cls=SecurityMail, password_util_cls=PasswordRules)
