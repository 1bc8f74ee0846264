"""Write the dossiers of ``cases/`` as the files that a reporter would send, each with its truth beside it.

python -m tests.dossiers.make FOLDER [NAME …]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from tests.dossiers.casebook import Case, cases
from tests.dossiers.made_as import files_of


def write(case: Case, folder: Path) -> Path:
    """The files of ``case`` under ``folder/<name>``, its truth in ``folder/<name>.truth.json``; returns the former."""
    home = folder / case.name
    for name, data in files_of(case).items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    truth = json.dumps(case.truth, ensure_ascii=False, indent=1)
    (folder / f"{case.name}.truth.json").write_text(truth, encoding="utf-8")
    return home


@click.command(help="Write the dossiers NAMES, or all of them, under FOLDER.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("names", nargs=-1)
def main(folder: Path, names: tuple[str, ...]) -> None:
    for name in names or cases():
        sys.stdout.write(f"{write(cases()[name], folder)}\n")


if __name__ == "__main__":
    main()
