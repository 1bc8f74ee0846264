"""Our writer of Whoosh segments gives what Whoosh's own gives."""

from __future__ import annotations

from pathlib import Path

from whoosh import fields, index
from whoosh.reading import IndexReader

from statutes.search.analyzer import WordTokenizer
from statutes.search.durable import schema
from statutes.search.segment import Writer

BODIES = ("狐狸保护法\n狐狸受保护，捕猎狐狸的，罚款。", "獾保护法\n獾可以捕猎。", "，。", "狐狸 fox 213 " * 40)


def held(folder: Path, ours: bool) -> dict[tuple[str, bytes], list[tuple[int, float, int, bytes]]]:
    """Every posting of ``BODIES`` in an index, with the length of its document and its encoded frequency."""
    folder.mkdir()
    plain = schema()
    if not ours:
        plain.remove("body")
        plain.add("body", fields.TEXT(analyzer=WordTokenizer(), phrase=False))
    created = index.create_in(folder, plain)
    writer = Writer(created) if ours else created.writer()
    for number, body in enumerate(BODIES):
        writer.add_document(key=str(number), ref="", kind="article", level="law", code=f"c{number % 2}", body=body)
    writer.commit()
    with index.open_dir(folder).reader() as reader:
        return {term: list(_postings(reader, *term)) for term in reader.all_terms()}


def _postings(reader: IndexReader, field: str, text: bytes):
    matcher = reader.postings(field, text)
    while matcher.is_active():
        document = matcher.id()
        yield document, matcher.weight(), reader.doc_field_length(document, field), matcher.value()
        matcher.next()


def test_our_writer_and_whooshs_own_write_the_same_postings(tmp_path: Path) -> None:
    ours = held(tmp_path / "ours", ours=True)
    assert ours == held(tmp_path / "theirs", ours=False)
    assert ours["body", "狐狸".encode()]
