"""Everyday papers as they are drawn up: each a picture and the texts that stand on it, one by one.

Where columns, cells or upright lines leave no one order of reading, a paper is judged text by text.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from tests import documents
from tests.documents.drawn import A4_200_DPI

KAI = Path("/usr/share/fonts/truetype/arphic/ukai.ttc")  # Debian's fonts-arphic-ukai: written with a brush
TRADITIONAL = 3  # the face with the forms of Taiwan
Faced = Callable[[int], ImageFont.FreeTypeFont]


class Sheet:
    """A page to draw on that remembers what was written."""

    def __init__(self, size: tuple[int, int] = A4_200_DPI, paper: str | tuple[int, int, int] = "white") -> None:
        self.picture = Image.new("RGB", size, paper)
        self.draw = ImageDraw.Draw(self.picture)
        self.texts: list[str] = []

    def write(self, x: int, y: int, text: str, letter: int, colour: object = "black", face: Faced = documents.font) -> None:
        self.draw.text((x, y), text, colour, face(letter))
        self.texts.append(text)

    def down(self, x: int, y: int, text: str, letter: int) -> None:
        """Written from top to bottom."""
        for number, sign in enumerate(text):
            self.draw.text((x, y + number * letter * 11 // 10), sign, "black", documents.font(letter))
        self.texts.append(text)


def receipt() -> Sheet:
    """A narrow slip of thermal paper, 58 mm wide at 200 dpi, already fading."""
    sheet = Sheet((464, 1000), (238, 236, 230))
    sheet.write(110, 30, "锦江数码城购物小票", 26, (96, 92, 96))
    rows = ["单号:20260418093517", "日期:2026-04-18 14:22:07", "收银员:03  机号:A12", "商品        数量   单价    金额",
            "蜀光蓝牙耳机", "6901234567892  2  129.00  258.00", "快速充电器", "6901234567915  1   59.90   59.90",
            "应收合计:317.90", "实收:320.00  找零:2.10", "支付方式:微信支付", "谢谢惠顾  七日内凭票退换"]  # fmt: skip
    for number, row in enumerate(rows):
        sheet.write(24, 110 + number * 52, row, 22, (112, 108, 112))
    return sheet


def needle_print() -> Sheet:
    """A delivery note from a needle printer, the ribbon worn: dots with gaps between."""
    sheet = Sheet((1654, 900))
    for number, row in enumerate([
        "四川速达物流有限公司    货物托运单(第二联)", "单号:SD2026041800771    托运日期:2026年4月18日",
        "发货人:王某          收货人:成都高新区益州大道中段722号", "品名:蓝牙耳机        件数:48件      重量:126.5千克",
        "运费:人民币叁佰陆拾元整(360.00)    付款方式:现付",
    ]):  # fmt: skip
        sheet.write(110, 90 + number * 130, row, 40, (50, 48, 80))
    levels = np.asarray(sheet.picture).astype(np.float32)
    rows, columns = np.indices(levels.shape[:2])
    dots = ((rows % 5 < 3) & (columns % 4 < 3)).astype(np.float32)
    sheet.picture = Image.fromarray((255 - (255 - levels) * (0.25 + 0.65 * dots[..., None])).astype(np.uint8))
    return sheet


def licence() -> Sheet:
    """A business licence: broad frame, the emblem printed pale behind the text, two columns of small print, a square code."""
    sheet = Sheet((2339, 1654), (252, 250, 240))
    draw = sheet.draw
    for ring in range(12):
        draw.rectangle(
            (40 + ring * 6, 40 + ring * 6, 2298 - ring * 6, 1613 - ring * 6), outline=(205, 165 + ring * 5, 90), width=2
        )
    for turn in range(0, 360, 9):
        draw.arc((780, 480, 1560, 1260), turn, turn + 5, fill=(243, 226, 196), width=150)
        draw.pieslice((980, 680, 1360, 1060), turn, turn + 4, fill=(246, 230, 200))
    sheet.write(860, 170, "营业执照", 150)
    sheet.write(1080, 350, "(副本)", 44)
    sheet.write(190, 300, "统一社会信用代码", 28)
    sheet.write(190, 350, "91510100MA6C3HX287", 34)
    _square_code(draw, 1960, 180, 210)
    sheet.write(1900, 410, "扫描二维码登录国家企业信用信息", 18)
    sheet.write(1900, 436, "公示系统了解更多登记、备案、许", 18)
    fields = [("名称", "成都蜀光电子有限公司", "注册资本", "人民币壹仟贰佰万元整"),
              ("类型", "有限责任公司(自然人投资或控股)", "成立日期", "2014年07月09日"),
              ("法定代表人", "罗启航", "住所", "成都高新区益州大道中段722号2栋1单元"),
              ("经营范围", "电子产品、通讯设备的研发、生产、销售;货物进出口", "营业期限", "2014年07月09日至长期")]  # fmt: skip
    for number, (left, told, right, said) in enumerate(fields):
        y = 600 + number * 150
        sheet.write(190, y, left, 32)
        sheet.write(430, y, told, 30)
        sheet.write(1330, y, right, 32)
        sheet.write(1570, y, said, 30)
    sheet.write(1500, 1250, "登记机关", 40)
    sheet.write(1560, 1400, "2021年03月15日", 38)
    sheet.write(190, 1520, "国家企业信用信息公示系统网址:http://www.gsxt.gov.cn", 20)
    return sheet


def identity_card_copies() -> Sheet:
    """Both sides of a card copied onto one sheet, with the line that says what the copy is for written across."""
    sheet = Sheet()
    for top in (300, 1150):
        sheet.draw.rounded_rectangle((420, top, 1234, top + 513), 24, fill=(226, 233, 236), outline=(120, 120, 120), width=2)
    lines = [(460, 350, "姓名 罗启航"), (460, 430, "性别 男    民族 汉"), (460, 510, "出生 1983 年 4 月 12 日"),
             (460, 590, "住址 四川省成都市武侯区桐梓林"),
             (550, 645, "东路8号3栋2单元501号"), (460, 740, "公民身份号码 510107198304122613")]  # fmt: skip
    for x, y, text in lines:
        sheet.write(x, y, text, 31, (30, 30, 36))
    sheet.draw.ellipse((1030, 380, 1150, 510), fill=(150, 140, 132))
    sheet.draw.rectangle((1000, 520, 1180, 660), fill=(110, 116, 130))
    sheet.write(640, 1230, "中华人民共和国", 52, (30, 30, 36))
    sheet.write(660, 1330, "居民身份证", 66, (30, 30, 36))
    sheet.write(560, 1520, "签发机关 成都市公安局武侯区分局", 31, (30, 30, 36))
    sheet.write(560, 1590, "有效期限 2015.08.21-2035.08.21", 31, (30, 30, 36))
    mark = Image.new("L", (1500, 150), 0)
    ImageDraw.Draw(mark).text((10, 20), "仅供知识产权案件报案使用 他用无效", 255, documents.font(60))
    mark = mark.rotate(24, expand=True)
    for place in ((200, 230), (200, 1080)):
        sheet.picture.paste((150, 150, 160), place, mark.point(lambda level: level * 140 // 255))
    return sheet


def ornate_certificate() -> Sheet:
    """A certificate in a frame of ornaments, with its title written downwards beside the text."""
    sheet = Sheet((1654, 2339), (250, 246, 232))
    rng = random.Random(11)  # noqa: S311
    for along in range(60, 1594, 34):
        for edge in (60, 2250):
            _flower(sheet.draw, along, edge, rng)
    for along in range(60, 2270, 34):
        for edge in (60, 1570):
            _flower(sheet.draw, edge, along, rng)
    sheet.down(1390, 320, "作品登记证书", 84)
    rows = ["登记号:国作登字-2024-F-00128834", "作品名称:蜀光灯笼猫系列", "作品类别:美术作品", "作者:罗启航",
            "著作权人:成都蜀光电子有限公司", "创作完成日期:2023年11月02日", "首次发表日期:2023年12月18日",
            "以上事项,由成都蜀光电子有限公司申请,经审核,", "根据《作品自愿登记试行办法》规定,予以登记。"]  # fmt: skip
    for number, row in enumerate(rows):
        sheet.write(200, 420 + number * 130, row, 40)
    sheet.write(760, 1800, "登记日期:2024年03月06日", 40)
    sheet.write(760, 1900, "登记机构签章", 40)
    return sheet


def filled_in_by_hand() -> Sheet:
    """A printed form whose blanks were written into with a pen. Raises OSError where the brush font is not installed."""
    sheet = Sheet((1654, 1300))
    rows = [("委托人:", "成都蜀光电子有限公司"), ("受托人:", "周慎行"), ("身份证号:", "510104199007214629"),
            ("联系电话:", "13880412206"), ("委托事项:", "代为报案、提交证据材料、签收文书"),
            ("签署日期:", "2026年10月18日")]  # fmt: skip
    sheet.write(600, 100, "授权委托书", 72)
    rng = random.Random(4)  # noqa: S311
    for number, (label, answer) in enumerate(rows):
        y = 280 + number * 150
        sheet.write(160, y, label, 42)
        sheet.draw.line((420, y + 62, 1480, y + 62), fill="black", width=2)
        x = 440
        for sign in answer:
            size = rng.randint(48, 56)
            glyph = Image.new("L", (90, 90), 0)
            ImageDraw.Draw(glyph).text((14, 8), sign, 255, ImageFont.truetype(str(KAI), size))
            sheet.picture.paste((24, 30, 96), (x - 14, y - 14 + rng.randint(-5, 5)), _shaken(glyph, rng))
            x += int(size * (0.62 if sign.isascii() else 1.0)) + rng.randint(-3, 2)
        sheet.texts.append(answer)
    return sheet


def traditional() -> Sheet:
    """The statement of a company in Taiwan, in traditional characters."""
    sheet = Sheet((1654, 1300))

    def face(letter: int) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(str(documents.blocks.CJK_FONT), letter, index=TRADITIONAL)

    for number, row in enumerate([
        "聲明書", "本公司光耀電子股份有限公司,統一編號:24536806,", "係商標註冊號第01875523號「蜀光」商標之權利人。",
        "本公司從未授權成都市任何廠商製造或販賣標有上述商標之", "耳機、充電器等產品,亦未與其發生業務往來。",
        "特此聲明,以維護智慧財產權益。",
        "負責人:陳國豐", "中華民國115年10月20日",
    ]):  # fmt: skip
        sheet.write(180, 120 + number * 130, row, 48, face=face)
    return sheet


def ledger() -> tuple[Sheet, list[list[str]]]:
    """A sales ledger ruled with thin lines, and its rows: a heading, twelve sales, and the total in cells run together."""
    sheet = Sheet()
    names = ["蓝牙耳机", "充电器", "数据线", "移动电源"]
    rows = [["序号", "日期", "商品名称", "数量(件)", "单价(元)", "金额(元)"]]
    for number in range(1, 13):
        count, price = 30 + number * 7, 49 + number * 5
        day = f"2026-0{number % 9 + 1}-1{number % 10}"
        rows.append([str(number), day, names[number % 4], str(count), f"{price}.00", f"{count * price:,}.00"])
    pieces = sum(int(row[3]) for row in rows[1:])
    amount = sum(float(row[5].replace(",", "")) for row in rows[1:])
    rows.append(["合计", "", "", str(pieces), "", f"{amount:,.2f}"])
    edges = [130, 260, 510, 800, 1010, 1230, 1520]
    sheet.write(560, 150, "侵权商品销售明细表", 52)
    for number, row in enumerate(rows):
        top = 280 + number * 84
        for column, text in enumerate(row):
            joined = row[0] == "合计" and column < 3
            left, right = (edges[0], edges[3]) if joined else (edges[column], edges[column + 1])
            if text or not joined:
                sheet.draw.rectangle((left, top, right, top + 84), outline=(20, 20, 20), width=2)
            if text:
                sheet.write(left + 16, top + 22, text, 34)
    sheet.write(130, 280 + len(rows) * 84 + 60, "制表人:周慎行", 34)
    return sheet, rows


def _square_code(draw: ImageDraw.ImageDraw, x: int, y: int, side: int) -> None:
    rng, step = random.Random(9), side // 30  # noqa: S311
    for row in range(30):
        for column in range(30):
            if rng.random() < 0.5:
                draw.rectangle(
                    (x + column * step, y + row * step, x + column * step + step - 1, y + row * step + step - 1), "black"
                )


def _flower(draw: ImageDraw.ImageDraw, x: int, y: int, rng: random.Random) -> None:
    colour = (170, 60 + rng.randint(0, 50), 50)
    for petal in ((-9, 0), (9, 0), (0, -9), (0, 9)):
        draw.ellipse((x + petal[0] - 7, y + petal[1] - 7, x + petal[0] + 7, y + petal[1] + 7), outline=colour, width=2)
    draw.ellipse((x - 4, y - 4, x + 4, y + 4), fill=colour)


def _shaken(glyph: Image.Image, rng: random.Random) -> Image.Image:
    """One sign as a hand writes it: turned, leaning, and bent a little."""
    side = glyph.width
    across, down = np.meshgrid(np.arange(side, dtype=np.float32), np.arange(side, dtype=np.float32))
    phase = rng.random() * 6
    bent = cv2.remap(
        np.asarray(glyph),
        across + 2.4 * np.sin(down / 13 + phase),
        down + 2.4 * np.sin(across / 15 + phase * 2),
        cv2.INTER_LINEAR,
    )
    return Image.fromarray(bent).rotate(rng.uniform(-7, 7), Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(0.6))
