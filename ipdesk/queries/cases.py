"""A report as the officer of a desk sees it: what is asked of this desk and why, and what the others did.

A desk that works on the report sees its dossier; one that is only informed (the court) sees number, offence, parties,
right and dates, and nothing that quotes a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select

from casefiles import states
from ipdesk.access import Actor, outline_only, visible_uploads
from ipdesk.database import db
from ipdesk.masking import masked_id
from ipdesk.queries.progress import DeskState, Event, desk_state, history, notices_of, referrals_of
from ipdesk.queries.redaction import eyes_of, series_of
from ipdesk.queries.reports import visible_case
from ipdesk.queries.same_matter import OtherReport, same_matter
from ipdesk.queries.uploads import not_secret, openable
from ipdesk.refusals import NotFound
from ipdesk.services.named_readers import candidates
from ipdesk.services.report_answers import typed_of
from ipdesk.services.report_questions import QUESTIONS, Question, figure_questions
from ipdesk.services.reviews import kept, newest_review
from ipdesk.services.supplements import open_notice_of
from ipdesk.tables import Account, Case, NamedReader, OriginalCheck, ReferralRow, ReviewRow, Supplement, Upload

# What tells a right without quoting a file: the fields of its certificate, by kind.
RIGHTS = {
    "trademark_certificate": ("registration_no", "mark", "registrant", "classes"),
    "patent_certificate": ("patent_no", "title", "patentee"),
    "copyright_certificate": ("registration_no", "work_title", "owner"),
    "software_certificate": ("registration_no", "software_name", "owner"),
}


@dataclass(frozen=True, slots=True)
class Right:
    """One right the report rests on: the kind of its certificate and the certificate's fields."""

    kind: str
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class FileAtDesk:
    """A file of the dossier as the desk handles it: who checked its original, and who may open a trade secret."""

    upload: Upload
    openable: bool
    checks: list[OriginalCheck]
    readers: list[Account]
    candidates: list[Account] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class OfficerCase:
    """Everything the officer's page shows. ``steps`` are those the reader may record now, ``said`` the form's questions and
    answers, ``same_matter`` other reports of the same matter. What the applicant wrote, ``files``, ``notices``, ``review``
    and ``same_matter`` are empty for a desk that is only informed."""

    case: Case
    referral: ReferralRow
    informed_only: bool
    steps: tuple[states.Step, ...]
    asks: bool
    open_notice: Supplement | None
    title: str
    narrative: str
    said: list[tuple[str, str]]
    complainant: str
    respondent: str
    rights: list[Right]
    others: list[DeskState]
    events: list[Event]
    notices: list[Supplement]
    files: list[FileAtDesk]
    review: ReviewRow | None
    same_matter: tuple[OtherReport, ...] = ()


def officer_case(actor: Actor, case_id: str) -> OfficerCase:
    """The report at the actor's desk. Raises NotFound for a report that was not referred to it."""
    case = visible_case(actor, case_id)
    rows = referrals_of(case.id)
    referral = next((row for row in rows if actor.works_at_desk and row.desk == actor.desk), None)
    if referral is None:
        raise NotFound("本窗口没有这件案子。", "请从本窗口的案件队列打开。")
    informed = outline_only(referral.agency, referral.role)
    notices = notices_of(case.id)
    review = newest_review(case.id)
    stated = _stated(actor, case, review)
    acts = "officer" in actor.roles
    return OfficerCase(
        case=case,
        referral=referral,
        informed_only=informed,
        steps=steps_open_to(referral) if acts else (),
        asks=acts and states.may_ask(referral.agency, referral.role, referral.state),
        open_notice=open_notice_of(db.session(), referral.id),
        title="" if informed else case.title,
        narrative="" if informed else case.narrative,
        said=[] if informed else answers_in_words(case),
        complainant=_said(case, stated, "complainant") or case.enterprise.name,
        respondent=_said(case, stated, "respondent"),
        rights=_rights(stated),
        others=[desk_state(row) for row in rows if row is not referral],
        events=[
            replace(one, note="") if informed and one.kind == "report" else one for one in history(actor, case, rows, notices)
        ],
        notices=[] if informed else notices,
        files=[] if informed else files_at_desk(actor, case),
        review=None if informed else review,
        same_matter=() if informed else same_matter(actor, case),
    )


def answers_in_words(case: Case) -> list[tuple[str, str]]:
    """The form's questions that were answered, as the form words them, with the answers in words."""
    questions = [*(one for step in QUESTIONS.values() for one in step), *figure_questions(case.offence)]
    typed = [(question, typed_of(case.answers or {}, question)) for question in questions]
    return [(str(question.label), _in_words(question, text)) for question, text in typed if text]


def _in_words(question: Question, text: str) -> str:
    options = {"yes": _("是"), "no": _("否")} if question.shape == "yes_no" else dict(question.options)
    return masked_id(str(options.get(text, text)))


def steps_open_to(referral: ReferralRow) -> tuple[states.Step, ...]:
    """The steps an officer of the desk may record now; asking for a supplement is its own form."""
    offered = states.allowed(referral.agency, referral.state, referral.role)
    return tuple(step for step in offered if step.by == "officer" and step.action != "ask_supplement")


def files_at_desk(actor: Actor, case: Case) -> list[FileAtDesk]:
    """The dossier's files with their checks; a trade secret the actor may not open is listed all the same."""
    live = select(Upload).where(Upload.case_id == case.id, Upload.removed_at.is_(None)).order_by(Upload.uploaded_at)
    uploads = db.session.execute(live).unique().scalars().all()
    ids = [upload.id for upload in uploads]
    openable = set(db.session.execute(select(Upload.id).where(Upload.id.in_(ids), visible_uploads(actor))).scalars())
    checks, readers = _checks(ids), _readers(ids)
    return [
        FileAtDesk(
            upload,
            upload.id in openable,
            [check for check in checks if check.upload_id == upload.id],
            [account for upload_id, account in readers if upload_id == upload.id],
            candidates(db.session(), actor, upload) if upload.secret and "supervisor" in actor.roles else [],
        )
        for upload in uploads
    ]


def _checks(ids: Sequence[str]) -> Sequence[OriginalCheck]:
    found = select(OriginalCheck).where(OriginalCheck.upload_id.in_(ids)).order_by(OriginalCheck.checked_at)
    return db.session.execute(found).unique().scalars().all()


def _readers(ids: Sequence[str]) -> list[tuple[str, Account]]:
    found = select(NamedReader.upload_id, Account).join(Account, Account.id == NamedReader.account_id)
    rows = db.session.execute(found.where(NamedReader.upload_id.in_(ids)).order_by(NamedReader.named_at))
    return [(upload_id, account) for upload_id, account in rows.unique()]


def _stated(actor: Actor, case: Case, row: ReviewRow | None) -> list[dict[str, Any]]:
    """The documents whose fields the outline may tell ``actor``: of a trade secret only what its named readers open."""
    if row is None:
        return []
    told = not_secret(case.id) | openable(actor, case.id)
    eyes = eyes_of(actor, told, row.uploads, series_of(kept(row)))
    return [one for one in row.result["materials"] if not eyes.sealed(one["file"])]


def _said(case: Case, stated: Sequence[dict[str, Any]], name: str) -> str:
    """What the form, else the complaint says of a party."""
    if answered := (case.answers or {}).get(name):
        return str(answered)
    letters = (one["fields"] for one in stated if one["kind"] == "complaint_letter")
    return next((str(fields[name]["value"]) for fields in letters if name in fields), "")


def _rights(stated: Sequence[dict[str, Any]]) -> list[Right]:
    return [
        Right(one["kind"], {name: one["fields"][name]["value"] for name in RIGHTS[one["kind"]] if name in one["fields"]})
        for one in stated
        if one["kind"] in RIGHTS
    ]
