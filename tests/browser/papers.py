"""The papers of one made-up report, dated around today: a mark that ran out, and what mends it."""

from __future__ import annotations

from datetime import date, timedelta

from tests import documents

HOLDER = "成都岷泉茶具有限公司"
USCC = "91510100MA6B5H9Q1K"
REPRESENTATIVE, REPRESENTATIVE_ID = "顾怀山", "510106199301273649"
AGENT, AGENT_ID = "白露", "510105198209143074"
MARK_NO = "12406831"


def chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def years(today: date, count: int) -> date:
    return date(today.year + count, today.month, min(today.day, 28))


def first_papers(today: date) -> dict[str, bytes]:
    """The report as it is first handed in: the mark's term is over, the lawyer has no power of attorney."""
    signed = chinese(today - timedelta(days=5))
    acts = f"{chinese(today - timedelta(days=200))}至{chinese(today - timedelta(days=60))}"
    ends = years(today, -1) - timedelta(days=1)
    return {
        "控告书.docx": documents.docx(
            [
                "刑事控告书", f"控告人：{HOLDER}", f"法定代表人：{REPRESENTATIVE}", f"委托代理人：{AGENT}", "被控告人：成都高新区瓷韵商行",
                "控告事项：被控告人涉嫌假冒注册商标罪。",
                f"控告人是第{MARK_NO}号“岷泉”注册商标的注册人，核定使用在第21类茶具上。",
                f"{acts}，被控告人未经许可，在成都高新区石羊街道锦城大道8号生产标有“岷泉”商标的茶具并对外销售，共计900套，非法经营数额为人民币162,000元。",
                "此致", "成都市公安局高新区分局", f"控告人：{HOLDER}（盖章）", signed,
            ],
            seal=True,
        ),
        "营业执照.pdf": documents.text_pdf(
            ["营业执照", f"统一社会信用代码：{USCC}", f"名称：{HOLDER}", f"法定代表人：{REPRESENTATIVE}", "成立日期：2012年3月5日", "登记机关：成都高新区市场监督管理局"]
        ),
        "法定代表人身份证明书.docx": documents.docx(
            ["法定代表人身份证明书", f"姓名：{REPRESENTATIVE}", f"身份证号码：{REPRESENTATIVE_ID}", f"单位全称：{HOLDER}", f"{HOLDER}（盖章）", signed],
            seal=True,
        ),
        "商标注册证.pdf": documents.text_pdf(
            [
                "商标注册证", f"第{MARK_NO}号", "商标：岷泉", "核定使用商品（国际分类：21）：茶具；茶壶；杯", f"注册人：{HOLDER}",
                f"注册日期：{chinese(years(ends, -10) + timedelta(days=1))}", f"有效期至：{chinese(ends)}", "发证机关：国家知识产权局",
            ]
        ),
        "真伪鉴别报告.docx": documents.docx(
            [
                "产品真伪鉴别报告", f"我公司是第{MARK_NO}号“岷泉”注册商标的权利人。送检茶具2套，胎质与防伪标均与正品不符，系假冒我公司注册商标的商品。",
                "我公司没有许可被控告人使用该商标。", f"鉴别单位：{HOLDER}（盖章）", signed,
            ],
            seal=True,
        ),
        "销售明细.xlsx": documents.xlsx(
            [["侵权商品销售明细表", "", "", ""], ["日期", "商品名称", "数量", "金额（元）"], ["第一批", "茶具", 500, 90000], ["第二批", "茶具", 400, 72000], ["合计", "", 900, 162000]]
        ),
        "现场照片说明.txt": documents.txt("侵权物品照片说明\n照片1：成都高新区石羊街道锦城大道8号店内陈列的“岷泉”茶具。\n照片2：购得的茶具外包装。"),
    }  # fmt: skip


def mending_papers(today: date) -> dict[str, bytes]:
    """What the findings asked for: renewal, power of attorney, the agent's card."""
    signed = chinese(today - timedelta(days=3))
    return {
        "续展注册证明.pdf": documents.text_pdf(
            ["商标续展注册证明", f"商标注册号：{MARK_NO}", f"注册人：{HOLDER}", f"续展注册有效期至：{chinese(years(today, 9))}", "国家知识产权局"]
        ),
        "授权委托书.docx": documents.docx(
            [
                "授权委托书", f"委托人：{HOLDER}", f"受托人：{AGENT}", f"受托人身份证号：{AGENT_ID}",
                "委托权限：代为报案、控告，提交材料，接受询问，签收文书。", f"委托期限：自{signed}起至{chinese(years(today, 1))}止。",
                f"委托人（盖章）：{HOLDER}", f"受托人（签名）：{AGENT}", signed,
            ],
            seal=True,
        ),
        "受托人身份证.pdf": documents.text_pdf(
            ["居民身份证", f"姓名：{AGENT}", "性别：女", "民族：汉", "住址：成都市青羊区少城路3号", f"公民身份号码：{AGENT_ID}", "签发机关：成都市公安局青羊区分局", f"有效期限：{years(today, -5):%Y.%m.%d}-{years(today, 15):%Y.%m.%d}"]
        ),
    }  # fmt: skip
