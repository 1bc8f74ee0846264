"""The forms of Flask-Security that ask for more here than they do there."""

from __future__ import annotations

from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_security import RegisterFormV2, TwoFactorVerifyCodeForm
from flask_security.recovery_codes import MfRecoveryForm
from stdnum.cn import uscc as credit_code
from wtforms import BooleanField, HiddenField, StringField

from ipdesk.services.invitations import open_invitation
from ipdesk.tables import Invitation

NAME_LENGTH = 100
ENTERPRISE_LENGTH = 200


class RegisterForm(RegisterFormV2):
    """An enterprise account: the person, and the enterprise unless an invitation names it."""

    name = StringField()
    enterprise_name = StringField()
    uscc = StringField()
    agreed = BooleanField()
    invitation = HiddenField()

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        if not self.invitation.data:
            self.invitation.data = request.args.get("invitation", "")
        self.invited: Invitation | None = open_invitation(self.invitation.data)
        if self.invited and request.method == "GET":
            self.email.data = self.invited.email

    def validate(self, **given: Any) -> bool:
        """Whether the account can be made; what is wrong stands with each field."""
        good = super().validate(**given)
        for field, problem in self._problems():
            field.errors = [*field.errors, problem]
            good = False
        return good

    def _problems(self) -> list[tuple[Any, str]]:
        found = [_name_problem(self.name, NAME_LENGTH, _("请填写您的姓名。"))]
        if self.invitation.data and not self.invited:
            found.append((self.email, _("邀请链接已失效，请联系邀请您的同事重新发送。")))
        elif self.invited:
            found.append(self._invited_problem())
        else:
            found.append(_name_problem(self.enterprise_name, ENTERPRISE_LENGTH, _("请填写单位全称，与营业执照一致。")))
            found.append(self._credit_code_problem())
        if not self.agreed.data:
            found.append((self.agreed, _("请阅读并确认。")))
        return [problem for problem in found if problem]

    def _invited_problem(self) -> tuple[Any, str] | None:
        if self.invited and (self.email.data or "").lower() != self.invited.email.lower():
            return self.email, _("请使用收到邀请的邮箱 %(email)s 注册。", email=self.invited.email)
        return None

    def _credit_code_problem(self) -> tuple[Any, str] | None:
        self.uscc.data = (self.uscc.data or "").strip().upper()
        if self.uscc.data and not credit_code.is_valid(self.uscc.data):
            return self.uscc, _(
                "统一社会信用代码有误：不足 18 位，或者与末位的校验码不符。请与营业执照逐位核对；境外单位可以不填。"
            )
        return None


class CodeForm(TwoFactorVerifyCodeForm):
    """The code of the second factor: a locked account is not asked any further."""

    def validate(self, **given: Any) -> bool:
        if self.user is not None and self.user.is_locked():
            self.code.errors = [_("账号暂时锁定，请 15 分钟后再登录。")]
            return False
        return bool(super().validate(**given))


class RecoveryForm(MfRecoveryForm):
    """A recovery code: a wrong one counts as a failed sign-in."""

    def validate(self, **given: Any) -> bool:
        if self.user is not None and self.user.is_locked():
            self.code.errors = [_("账号暂时锁定，请 15 分钟后再登录。")]
            return False
        good = bool(super().validate(**given))
        if not good and self.user is not None:
            self.user.track_failed_authn("recovery", True)
        return good


def _name_problem(field: Any, longest: int, missing: str) -> tuple[Any, str] | None:
    field.data = " ".join((field.data or "").split())
    if not field.data:
        return field, missing
    if len(field.data) > longest:
        return field, _("最多 %(longest)s 个字。", longest=longest)
    return None
