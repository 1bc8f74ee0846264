"""``precheck DIR``: read every file under a folder as one dossier and pre-review it, without server, account or data folder."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ipdesk.letter import Letter

if TYPE_CHECKING:
    from casefiles.intake import Content
    from casefiles.model import Material, Review
    from casefiles.offices import Office

ADVICE_ONLY = "预审只提示材料情况，不影响公安机关依法受案（刑事诉讼法第一百一十条）。"


@click.command(name="precheck")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--offence", metavar="CODE", help="罪名代码，例如 counterfeit_trademark；不填则由案情文字提示。")
@click.option("--as-of", "as_of", metavar="DATE", help="以哪一天为报案日（YYYY-MM-DD），默认今天。")
@click.option("--json", "json_file", metavar="FILE", help="把结果写成 JSON 文件；“-”表示只在标准输出打印 JSON。")
@click.option("--office", "office_code", metavar="OFFICE", help="办公点代码，默认成都高新区。")
def command(folder: Path, offence: str | None, as_of: str | None, json_file: str | None, office_code: str | None) -> None:
    """把 DIR 下的全部文件作为一份案卷读取并预审。"""
    here = _office(office_code)
    _tell(_review(folder, offence, _day(as_of), here), here, json_file)


def _review(folder: Path, offence: str | None, as_of: date, here: Office) -> Review:
    from casefiles.model import Dossier
    from casefiles.offences import load_offences
    from casefiles.prereview import review

    if offence is not None and offence not in load_offences():
        raise Letter(f"罪名代码“{offence}”不认识。可用的代码：{'、'.join(load_offences())}。")
    return review(Dossier(as_of=as_of, materials=_read(folder), offence=offence), office=here)


def _office(code: str | None) -> Office:
    from casefiles.offices import DEFAULT, OfficeError, office

    try:
        return office(code or DEFAULT)
    except OfficeError as why:
        raise Letter(str(why)) from why


def _read(folder: Path) -> tuple[Material, ...]:
    from casefiles.folder import files_under
    from casefiles.intake import contents_of, materials_in

    if not folder.is_dir():
        raise Letter(f"没有找到文件夹“{folder}”。请检查路径；单个文件请放进一个文件夹后再试。")
    files = files_under(folder)
    if not files:
        raise Letter(f"文件夹“{folder}”里没有可以读取的文件。请放入报案材料后重试。")
    from concurrent.futures import ThreadPoolExecutor

    from casefiles.reading.process import Readers

    progress = click.progressbar(length=len(files), label="读取材料", file=sys.stderr)
    with Readers() as readers, ThreadPoolExecutor(2) as pool, progress as bar:
        found: list[Content] = []
        for contents in pool.map(lambda path: contents_of(folder, path, readers.read), files):
            found.extend(contents)
            bar.update(1)
    return materials_in(found)


def _tell(review: Review, here: Office, json_file: str | None) -> None:
    from casefiles.result import dumps
    from casefiles.summary import summary

    if json_file == "-":
        click.echo(dumps(review), nl=False)
        return
    click.echo(summary(review, here))
    click.echo(ADVICE_ONLY)
    if json_file:
        _write(Path(json_file), dumps(review))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as why:
        raise Letter(f"结果不能写入“{path}”：{why.strerror}。请换一个可写的位置后重试。") from why


def _day(text: str | None) -> date:
    if text is None:
        from ipdesk.clock import today

        return today()
    try:
        return date.fromisoformat(text)
    except ValueError as why:
        raise Letter(f"日期“{text}”不是有效的日期。请按 YYYY-MM-DD 填写，例如 2026-11-22。") from why
