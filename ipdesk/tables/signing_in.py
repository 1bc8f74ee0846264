"""What an account answers when Flask-Security asks about it: second factor, failures, locks."""

from __future__ import annotations

from typing import Any

from flask_security import UserMixin


class SigningIn(UserMixin):
    """The rules of ``ipdesk.services.signing_in`` at the places where Flask-Security asks for them."""

    def check_tf_required(self, tf_setup_methods: list[tuple[str, str]], tf_fresh: bool) -> tuple[bool, list[tuple[str, str]]]:
        """Whether signing in goes on to the second factor: always once it is set, and where the role requires it."""
        return bool(tf_setup_methods) or self.check_tf_required_setup(), tf_setup_methods

    def check_tf_required_setup(self) -> bool:
        """Whether this account may not go without a second factor."""
        from ipdesk.services.signing_in import needs_second_factor

        return needs_second_factor(self)  # type: ignore[arg-type]  # every account is one of these

    def track_failed_authn(self, auth_type: str, tfa: bool = False) -> None:
        """A wrong password or code was given."""
        from ipdesk.services.signing_in import note_failure

        note_failure(self)  # type: ignore[arg-type]  # every account is one of these

    def is_locked(self, form_error: list[str] | None = None) -> bool:
        """Whether signing in is refused just now; ``form_error`` gets a line that no visitor is shown."""
        from ipdesk.services.signing_in import is_locked

        locked = is_locked(self)  # type: ignore[arg-type]  # every account is one of these
        if locked and form_error is not None:
            form_error.append("locked")
        return locked

    def verify_auth_token(self, tdata: dict[str, Any]) -> bool:
        """Never: the desk's own tokens (``ipdesk.services.tokens``) are the only keys besides the session."""
        return False
