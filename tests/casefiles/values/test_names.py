"""Names compared as an officer would compare them."""

import pytest

from casefiles.values.names import same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("成都锦程云服饰有限公司", "成都 锦程云服饰 有限公司"),
        ("北京天元（成都）律师事务所", "北京天元(成都)律师事务所"),
        ("刘某(网店“数码小铺88”经营者)", '刘某（网店"数码小铺88"经营者）'),
        ("成都锦程云服饰有限公司(盖章)", "成都锦程云服饰有限公司"),
        ("Northwind Audio GmbH", "NORTHWIND AUDIO GMBH"),
        ("阿卜杜拉·买买提", "阿卜杜拉•买买提"),
    ],
)
def test_spaces_width_brackets_and_case_do_not_matter(one, other):
    assert same_name(one, other)


@pytest.mark.parametrize(("one", "other"), [("成都锦程云服饰有限公司", "成都锦程服饰有限公司"), ("", ""), ("王某", "王某某")])
def test_other_names_are_other_names(one, other):
    assert not same_name(one, other)


def test_traditional_and_simplified_names_are_the_same():
    assert same_name("成都錦程雲服飾有限公司", "成都锦程云服饰有限公司")
