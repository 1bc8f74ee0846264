"""Trade secrets: an upload is sealed, so that only its uploader and its named readers open it (``named_readers``)."""

from __future__ import annotations

from ipdesk import audit
from ipdesk.access import Actor
from ipdesk.database import transaction
from ipdesk.derived import forget
from ipdesk.queries.reports import own_case
from ipdesk.queries.uploads import visible_upload
from ipdesk.refusals import Conflict
from ipdesk.tables import Upload


def mark_secret(actor: Actor, upload_id: str, secret: bool) -> Upload:
    """Seal the file, or unseal it for everyone who works on the case. Raises NotFound, NotAllowed, Conflict (withdrawn)."""
    with transaction() as session:
        upload = visible_upload(actor, upload_id, session)
        case = own_case(actor, upload.case_id, session)
        if case.state == "withdrawn":
            raise Conflict("这份报案已经撤回，不能再修改。", "如需继续，请另行报案。")
        if upload.secret != secret:
            upload.secret = secret
            audit.record(session, "upload.marked_secret", actor=actor.id, case_id=case.id, subject=upload.id, secret=secret)
    if secret:
        forget(upload.sha256)
    return upload
