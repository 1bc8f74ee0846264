"""Published cases like a report: what is known of it compared with the library, for readers who may see the report.

Nothing of the report is kept or indexed; the comparison is made anew each time, on what this reader may see.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from flask_babel import gettext as _

from casefiles.model import Review
from casefiles.offences import load_offences
from ipdesk.access import Actor
from ipdesk.library import the_library
from ipdesk.queries.dossier_values import DossierView
from ipdesk.queries.dossiers import dossier_view
from ipdesk.queries.precedents import cases_like
from ipdesk.services.reviews import kept, newest_review
from ipdesk.tables import Case
from statutes.similar import Matter, Place, SimilarCases


@dataclass(frozen=True, slots=True)
class SimilarView:
    """The cases like a report; ``left_out`` says what was not compared because this reader may not see it."""

    case: Case
    found: SimilarCases
    left_out: tuple[str, ...] = ()


def similar_view(actor: Actor, case_id: str) -> SimilarView:
    """Raises NotFound for a report that is not the actor's to see.

    A desk that is only informed gets what the offence alone tells; where figures rest on a trade secret the reader may
    not open, amounts are not compared.
    """
    view = dossier_view(actor, case_id)
    row = newest_review(case_id)
    review = kept(row) if row else None
    return SimilarView(view.case, cases_like(_matter(view, review)), tuple(_left_out(view)))


def _matter(view: DossierView, review: Review | None) -> Matter:
    code = (review.offence.code if review else None) or view.case.offence
    offence = load_offences().get(code or "")
    names = (offence.name,) if offence else ()
    bases = [offence.article] if offence else []
    if view.informed:
        return Matter(names, _places(bases))
    bases += [basis for basis in (review.threshold.basis if review else ()) if isinstance(basis, str)]
    return Matter(names, _places(bases), f"{view.case.title}\n{view.case.narrative}", _amounts(view, review))


def _places(bases: list[str]) -> frozenset[Place]:
    cited = (one.citation for basis in bases for one in the_library().citations(basis))
    return frozenset((one.code, one.number) for one in cited if one.code and one.number)


def _amounts(view: DossierView, review: Review | None) -> dict[str, Decimal]:
    hidden = view.threshold is not None and view.threshold.withheld
    return {} if review is None or hidden else dict(review.threshold.figures)


def _left_out(view: DossierView) -> list[str]:
    if view.informed:
        return [_("本窗口为知悉，只按罪名比较，没有比较案情和数额。")]
    hidden = view.threshold is not None and view.threshold.withheld
    return [_("数额出自标为商业秘密的材料，没有比较数额。")] if hidden else []
