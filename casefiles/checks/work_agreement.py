"""The work on the certificate against the work that complaint, statement and comparison name (K19)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding, place_of
from casefiles.model import Finding, Material, Practice
from casefiles.sightings import Sighting, listed
from casefiles.values.characters import plain

BASIS = (Practice("作品名称、登记号、作者在登记证书、控告书、声明中一致", "D"), "著作权法第十二条")
_TITLE = re.compile(r"《([^》\n]{1,60})》")
_NO_WORK = re.compile(r"法|条例|规定|办法|解释|意见|证书|报告|合同|协议|公证|声明|清单|目录|委托书|证明|控告|鉴定|说明|记录|函$")
KINDS = ("complaint_letter", "non_authorisation_statement", "comparison")
FIELDS = (("copyright_certificate", "work_title"), ("software_certificate", "software_name"))


def check(file: CaseView) -> Iterator[Finding]:
    known = [seen for kind, field in FIELDS for seen in file.seen(kind, field)]
    if file.right != "copyright" or not known:
        return
    for paper in file.of_kind(*KINDS):
        named = _works(paper)
        if named and not any(_same(title, seen) for title in named for seen in known):
            yield _told(paper, named, known)


def _works(paper: Material) -> list[str]:
    return [title for title in _TITLE.findall(plain(paper.reading.text)) if not _NO_WORK.search(title)]


def _same(title: str, seen: Sighting) -> bool:
    one, other = _bare(title), _bare(seen.value)
    return one in other or other in one


def _bare(title: str) -> str:
    return re.sub(r"[\s《》“”\"'()（）\-—·.]|软件|系统|V\d.*$", "", plain(title), flags=re.I).lower()


def _told(paper: Material, named: list[str], known: list[Sighting]) -> Finding:
    titles = "、".join(f"《{title}》" for title in dict.fromkeys(named))
    return finding(
        "mismatch.work",
        "warning",
        f"《{paper.file}》写到的作品{titles}与登记证书上的{listed(known)}不一致。",
        "请核对作品名称；涉及其他作品的，请补充该作品的登记证书或者其他权属证明。",
        basis=BASIS,
        evidence=[place_of(paper, named[0]), *(seen.evidence for seen in known)],
    )
