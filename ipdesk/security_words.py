"""What Flask-Security says, where its own Chinese is missing or says too much."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

# By the name of the message. The same words for an unknown address, a wrong password, a lock and a disabled account:
# whoever tries learns nothing about who has an account here.
MESSAGES: Mapping[str, tuple[object, str]] = {
    "GENERIC_AUTHN_FAILED": (
        _l("邮箱或密码不正确，或者账号暂时不能登录。连续输错 10 次，账号会锁定 15 分钟；账号被停用的，请联系管理员。"),
        "error",
    ),
    "GENERIC_RECOVERY": (_l("如果这个邮箱有账号，我们会把重设密码的办法发到邮箱。"), "info"),
    "PASSWORD_RESET_REQUEST": (_l("如果 %(email)s 有账号，重设密码的链接已发往该邮箱，一天内有效。"), "info"),
    "PASSWORD_RESET_EXPIRED": (_l("链接已过期，请重新申请。"), "error"),
    "INVALID_RESET_PASSWORD_TOKEN": (_l("链接无效或已使用过，请重新申请。"), "error"),
    "PASSWORD_RESET_NO_LOGIN": (_l("密码已设置，请用新密码登录。"), "success"),
    "PASSWORD_CHANGE": (_l("密码已修改。其他设备上的登录已全部退出。"), "success"),
    "PASSWORD_IS_THE_SAME": (_l("新密码与原密码相同，请换一个。"), "error"),
    "PASSWORD_INVALID_LENGTH": (_l("密码至少 %(length)s 个字符。"), "error"),
    "PASSWORD_NOT_PROVIDED": (_l("请填写密码。"), "error"),
    "RETYPE_PASSWORD_MISMATCH": (_l("两次填写的密码不一致。"), "error"),
    "INVALID_PASSWORD": (_l("密码不正确。"), "error"),
    "EMAIL_NOT_PROVIDED": (_l("请填写邮箱。"), "error"),
    "INVALID_EMAIL_ADDRESS": (_l("邮箱地址有误，请核对。"), "error"),
    "UNAUTHENTICATED": (_l("请先登录。"), "error"),
    "REAUTHENTICATION_REQUIRED": (_l("这一步关系到账号安全，请再输入一次密码。"), "info"),
    "REAUTHENTICATION_SUCCESSFUL": (_l("身份已确认。"), "success"),
    "ANONYMOUS_USER_REQUIRED": (_l("您已登录。"), "info"),
    "TWO_FACTOR_INVALID_TOKEN": (_l("验证码不正确或已过期，请输入应用当前显示的 6 位数字。"), "error"),
    "TWO_FACTOR_LOGIN_SUCCESSFUL": (_l("验证通过。"), "success"),
    "TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL": (_l("第二重验证已设置。"), "success"),
    "TWO_FACTOR_PERMISSION_DENIED": (_l("登录已超时，请重新登录。"), "error"),
    "TWO_FACTOR_METHOD_NOT_AVAILABLE": (_l("请选择身份验证器。"), "error"),
    "TWO_FACTOR_DISABLED": (_l("第二重验证已关闭。"), "success"),
    "TWO_FACTOR_SETUP_EXPIRED": (_l("设置已超时，请重新开始。"), "error"),
    "INVALID_RECOVERY_CODE": (_l("恢复码不正确或已使用过。"), "error"),
    "NO_RECOVERY_CODES_SETUP": (_l("还没有恢复码，请先生成。"), "info"),
    "INVALID_INPUT": (_l("填写的内容无法识别。"), "error"),
}

SUBJECTS: Mapping[str, object] = {
    "EMAIL_SUBJECT_REGISTER": _l("知识产权云警务室：账号已注册"),
    "EMAIL_SUBJECT_PASSWORD_RESET": _l("知识产权云警务室：重设密码"),
    "EMAIL_SUBJECT_PASSWORD_NOTICE": _l("知识产权云警务室：密码已重设"),
    "EMAIL_SUBJECT_PASSWORD_CHANGE_NOTICE": _l("知识产权云警务室：密码已修改"),
}


def settings() -> dict[str, object]:
    """The words as Flask-Security's settings."""
    said = {f"SECURITY_MSG_{name}": words for name, words in MESSAGES.items()}
    return said | {f"SECURITY_{name}": words for name, words in SUBJECTS.items()}
