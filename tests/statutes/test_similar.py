"""Cases like a matter: each with its reasons, adverse ones apart, the rest left out."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from statutes.casebook import OUTCOMES, bundled_precedents
from statutes.model import Precedent
from statutes.similar import Matter, Published, SimilarCases, similar_cases

MARKS, COPIES, SECRETS = "假冒注册商标罪", "侵犯著作权罪", "侵犯商业秘密罪"


def case(code: str, facts: str = "", **more: Any) -> Published:
    """A published case; ``amounts`` and ``articles`` are what it is compared by, the rest describes the precedent."""
    amounts, articles = more.pop("amounts", {}), frozenset(more.pop("articles", ()))
    given = {"title": code, "authority": "reference", "source": "公报", "grade": "V1", "offences": (MARKS,), **more}
    return Published(Precedent(code=code, facts=facts, **given), articles, {k: Decimal(v) for k, v in amounts.items()})


def like(matter: Matter, *published: Published) -> SimilarCases:
    return similar_cases(matter, published, str.split)


def codes(found: SimilarCases) -> list[str]:
    return [one.precedent.code for one in found.alike]


def reasons(found: SimilarCases, code: str) -> dict[str, tuple[str, ...]]:
    one = next(one for one in (*found.alike, *found.adverse) if one.precedent.code == code)
    return {reason.why: reason.shared for reason in one.reasons}


FILL = [case(f"其他{number}", f"别的 事情 {number}", offences=("盗窃罪",)) for number in range(8)]


def test_the_same_offence_goes_first_and_others_stay_away() -> None:
    found = like(Matter(offences=(MARKS,)), case("著作权", offences=(COPIES,)), case("商标"))
    assert codes(found) == ["商标"]
    assert reasons(found, "商标")["offence"] == (MARKS,)


def test_the_same_right_counts_less_than_the_same_offence() -> None:
    civil = case("民事", offences=(), cause="侵害商标权纠纷", outcome="claims_rejected")
    found = like(Matter(offences=(MARKS,)), case("售假", offences=("销售假冒注册商标的商品罪",)), case("商标"), civil)
    assert codes(found) == ["商标", "售假"]
    assert reasons(found, "售假")["right"] == ("商标权",)
    assert [one.precedent.code for one in found.adverse] == ["民事"]


def test_like_facts_are_named_by_the_words_that_tell() -> None:
    matter = Matter(offences=(MARKS,), facts="网店 刷单 手机 销售")
    found = like(matter, case("鞋", "鞋 作坊 鞋底"), case("手机", "网店 刷单 手机"), *FILL)
    assert codes(found)[0] == "手机"
    assert set(reasons(found, "手机")["facts"]) == {"网店", "刷单", "手机"}
    assert "facts" not in reasons(found, "鞋")


def test_facts_alone_suffice_where_no_offence_is_known() -> None:
    assert codes(like(Matter(facts="网店 刷单 手机"), case("手机", "网店 刷单 手机"), *FILL)) == ["手机"]


def test_an_article_alone_suffices_but_an_amount_does_not() -> None:
    matter = Matter(articles=frozenset({("interpretation", "2")}), amounts={"loss": Decimal(100)})
    found = like(matter, case("条", articles=[("interpretation", "2")]), case("额", amounts={"loss": 100}))
    assert codes(found) == ["条"]


def test_words_of_every_case_tell_nothing() -> None:
    assert codes(like(Matter(facts="被告人 违法 所得"), case("某案", "被告人 违法 所得"), *FILL)) == []


def test_words_that_any_story_uses_name_no_likeness() -> None:
    assert codes(like(Matter(facts="一个 只有 一直 他们"), case("某案", "一个 只有 一直 他们"), *FILL)) == []


def test_what_a_case_is_tagged_with_is_named_first() -> None:
    found = like(Matter((MARKS,), facts="甲事 乙事 刷单"), case("某案", "甲事 乙事 刷单", tags=("刷单",)), *FILL)
    assert reasons(found, "某案")["facts"][0] == "刷单"


def test_one_word_in_common_may_be_chance() -> None:
    assert codes(like(Matter(facts="网店 刷单 手机"), case("网店", "网店 衣服 鞋子"), *FILL)) == []


def test_a_word_most_cases_share_tells_nothing() -> None:
    everywhere = [case(str(number), "被告人 商标") for number in range(8)]
    assert codes(like(Matter(facts="被告人 商标"), *everywhere)) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "alike"),
    [
        ({"illegal_business": 500000}, {"illegal_business": 900000}, True),
        ({"illegal_business": 500000}, {"sales_amount": 400000}, True),
        ({"illegal_business": 500000}, {"illegal_business": 20000000}, False),
        ({"illegal_gains": 500000}, {"illegal_business": 500000}, False),
        ({"loss": 1000000}, {"loss": 1100000}, True),
        ({"copies": 500}, {"copies": 500}, False),
        ({"illegal_business": 0}, {"illegal_business": 500000}, False),
        ({}, {"illegal_business": 500000}, False),
    ],
)
def test_amounts_of_one_kind_and_one_order_of_magnitude_are_alike(ours: dict, theirs: dict, alike: bool) -> None:
    matter = Matter((MARKS,), amounts={name: Decimal(value) for name, value in ours.items()})
    assert ("amount" in reasons(like(matter, case("某案", amounts=theirs)), "某案")) is alike


def test_more_articles_in_common_rank_higher() -> None:
    matter = Matter((MARKS,), frozenset({("criminal_law", "213"), ("interpretation", "3")}))
    one, both = [("criminal_law", "213")], [("criminal_law", "213"), ("interpretation", "3")]
    assert codes(like(matter, case("一条", articles=one), case("两条", articles=both))) == ["两条", "一条"]


def test_between_equals_authority_decides_and_says_so() -> None:
    found = like(Matter((MARKS,)), case("甲", authority="typical_local"), case("乙", authority="guiding_spc"))
    assert codes(found) == ["乙", "甲"]
    assert reasons(found, "乙")["authority"] == ("最高人民法院指导性案例",)


@pytest.mark.parametrize("outcome", ["acquitted", "claims_rejected", "case_withdrawn", "prosecution_withdrawn"])
def test_adverse_cases_stand_apart(outcome: str) -> None:
    found = like(Matter((MARKS,)), case("败", outcome=outcome), case("胜", outcome="guilty"))
    assert codes(found) == ["胜"]
    assert [one.precedent.code for one in found.adverse] == ["败"]


def test_the_score_is_the_sum_of_the_reasons_and_the_list_ends() -> None:
    found = similar_cases(Matter((MARKS,)), [case(str(number)) for number in range(20)], str.split, at_most=6)
    assert len(found.alike) == 6
    assert all(one.score == pytest.approx(sum(reason.weight for reason in one.reasons), abs=0.01) for one in found.alike)


def test_nothing_is_like_nothing() -> None:
    assert like(Matter(), case("某案", "网店 手机")) == SimilarCases()
    assert like(Matter((MARKS,))) == SimilarCases()


def test_every_case_of_ours_says_how_it_ended() -> None:
    assert [one.code for one in bundled_precedents() if one.outcome not in OUTCOMES] == []


def test_a_case_is_most_like_itself() -> None:
    from statutes.search.analyzer import words

    published = [Published(one) for one in bundled_precedents()]
    for one in published[::12]:
        told = replace(one.precedent).facts
        found = similar_cases(Matter(one.precedent.offences, facts=told), published, words, at_most=1)
        assert one.precedent in [hit.precedent for hit in (*found.alike, *found.adverse)]
