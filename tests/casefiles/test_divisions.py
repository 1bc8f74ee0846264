"""Counties and cities of the vendored data, and places told from them."""

import pytest

from casefiles.districts import locate
from casefiles.divisions import cities, counties
from casefiles.offices import office


def test_the_data_holds_the_country():
    assert {"四川省", "成都市", "北京市", "阿坝藏族羌族自治州"} <= cities()
    assert len(counties()) > 2500
    assert counties()["海淀区"] == {"北京市"}
    assert len(counties()["朝阳区"]) > 1
    assert not {"市辖区", "郊区", "城区"} & {*cities(), *counties()}


@pytest.mark.parametrize(
    ("place", "position"),
    [
        ("海淀区中关村大街1号", "outside"),
        ("浦东新区张江路", "outside"),
        ("阿坝藏族羌族自治州某仓库", "outside"),
        ("恩施土家族苗族自治州某仓库", "outside"),
        ("武侯区某仓库", "outside"),
        ("老城区某仓库", "unclear"),
        ("某郊区仓库", "unclear"),
        ("成都市某仓库", "unclear"),
        ("成都高新区天府大道", "inside"),
        ("中和街道朝阳路8号", "inside"),
        ("四川省成都市高新区中和街道", "inside"),
        ("网上", "unclear"),
    ],
)
def test_a_county_without_its_city_is_placed(place, position):
    assert locate(place, office().district) == position
