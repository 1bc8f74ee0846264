"""Demonstration cases, walked through the same services as real ones. Their papers are made here, of made-up people."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from PIL import Image, ImageDraw
from sqlalchemy import select

from ipdesk import clock, jobs
from ipdesk.access import Actor, actor_of
from ipdesk.database import db
from ipdesk.demonstration import ACCOUNTS, ENTERPRISES
from ipdesk.services import referrals, reports, submissions, supplements, uploads
from ipdesk.services.declarations import CODES
from ipdesk.services.report_questions import QUESTIONS
from ipdesk.services.reviews import newest_review
from ipdesk.tables import Account, Case, Enterprise, ReferralRow

FOLDER = Path(__file__).parent.parent / "demonstration_cases"
LAW_OFFICES = ("police", "procuratorate", "court")


def fill_desk(progress: Callable[[int, int], None]) -> int:
    """Walk every case of ``demonstration_cases/*.toml`` that is not there yet (by its title); how many were made."""
    scripts = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))]
    present = set(db.session.execute(select(Case.title)).scalars())
    wanted = [script for script in scripts if script["title"] not in present]
    for number, script in enumerate(wanted, 1):
        walk(script)
        progress(number, len(wanted))
    return len(wanted)


def walk(script: Mapping[str, Any]) -> Case:
    """One case from draft to where its script ends."""
    applicant = _applicant(script["enterprise"])
    name, _uscc = ENTERPRISES[script["enterprise"]]
    enterprise = db.session.execute(select(Enterprise).where(Enterprise.name == name)).scalar_one()
    case = reports.open_report(
        applicant, enterprise.id, offence=script["offence"], narrative=script["narrative"], title=script["title"]
    )
    for step in QUESTIONS:
        case = reports.save_step(applicant, case.id, step, script["answers"], version=case.version)
    if offline := script["answers"].get("offline_kinds"):
        case = reports.save_offline_kinds(applicant, case.id, offline)
    for file in script["files"]:
        uploads.receive(applicant, case.id, io.BytesIO(paper(file)), file["name"])
    jobs.run_waiting()
    if script["submit"]:
        hand_in(applicant, case.id)
        for agency in LAW_OFFICES:
            for action in script.get(agency, ()):
                act(agency, case.id, action)
    return case


def hand_in(applicant: Actor, case_id: str) -> None:
    """Submit with every declaration made and the gaps known."""
    db.session.rollback()
    case = db.session.get_one(Case, case_id, populate_existing=True)
    submissions.submit(applicant, case_id, version=case.version, declared=CODES, gaps_known=True)


def act(agency: str, case_id: str, action: str) -> None:
    """One officer's act: a step, or ``supplement`` for everything the review found wanting."""
    db.session.rollback()
    referral = db.session.execute(
        select(ReferralRow).where(ReferralRow.case_id == case_id, ReferralRow.agency == agency)
    ).scalar_one()
    officer = _officer(referral.desk)
    if action != "supplement":
        number, day = ("演示受案字〔2026〕第0031号", clock.today()) if action == "accept" else ("", None)
        referrals.take_step(officer, referral.id, action, version=referral.version, document_no=number, document_date=day)
        return
    review = newest_review(case_id)
    if review is None:
        raise LookupError(f"{case_id} was submitted without a review")
    gaps = [place for place, finding in enumerate(review.result["findings"]) if finding["severity"] == "blocking"]
    supplements.ask(
        officer,
        referral.id,
        version=referral.version,
        due=clock.today() + timedelta(days=7),
        findings=gaps,
        review_id=review.id,
        note="请在期限内一次补齐，可以在线上传，也可以到窗口提交。",
    )


def paper(file: Mapping[str, Any]) -> bytes:
    """One paper as DOCX: ``title``, ``lines``, and a ``table`` where it has one."""
    document = Document()
    normal = document.styles["Normal"]
    normal.font.size = Pt(12)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
    heading = document.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.add_run(file["title"]).bold = True
    for line in file["lines"]:
        document.add_paragraph(line)
    if any("盖章" in line for line in file["lines"]):
        document.add_picture(seal(), width=Cm(3.5))
    rows = file.get("table", [])
    if rows:
        table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
        for cells, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def seal() -> io.BytesIO:
    """A red ring where a company's seal would be: a picture, plainly nobody's seal."""
    picture = Image.new("RGB", (220, 220), "white")
    ImageDraw.Draw(picture).ellipse((10, 10, 210, 210), outline=(200, 30, 30), width=8)
    out = io.BytesIO()
    picture.save(out, "PNG")
    out.seek(0)
    return out


def _applicant(enterprise: int) -> Actor:
    email = next(account.email for account in ACCOUNTS if account.enterprises == (enterprise,))
    return actor_of(db.session.execute(select(Account).where(Account.email == email)).scalar_one())


def _officer(desk: str) -> Actor:
    found = db.session.execute(select(Account).where(Account.desk == desk, Account.roles.any(name="officer")))
    return actor_of(found.scalars().one())
