"""The vault keeps originals under their hash, once and unchanged."""

from __future__ import annotations

import hashlib
import io
import os
import threading
from pathlib import Path

import pytest

from casefiles import vault as vaults
from casefiles.vault import Damaged, NoSM3, TooLarge, Vault

ABC_SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
ABC_SM3 = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"  # GB/T 32905-2016, example 1


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault")


def files(vault: Vault) -> list[Path]:
    return [path for path in vault.root.rglob("*") if path.is_file()]


def test_what_is_put_comes_back_with_both_hashes_and_its_size(vault: Vault) -> None:
    stored = vault.put(io.BytesIO(b"abc"), limit=3)
    assert (stored.sha256, stored.sm3, stored.size) == (ABC_SHA256, ABC_SM3, 3)
    with vault.open(ABC_SHA256) as file:
        assert file.read() == b"abc"
    assert vault.verify(ABC_SHA256) == stored
    assert ABC_SHA256 in vault
    assert list(vault.all()) == [ABC_SHA256]


def test_an_original_cannot_be_written_again(vault: Vault) -> None:
    stored = vault.put(io.BytesIO(b"abc"), limit=3)
    assert vault.path(stored.sha256).stat().st_mode & 0o777 == 0o440


def test_too_much_is_refused_and_leaves_nothing_behind(vault: Vault) -> None:
    with pytest.raises(TooLarge, match="上限"):
        vault.put(io.BytesIO(b"abcd"), limit=3)
    assert files(vault) == []


def test_a_stream_that_breaks_off_leaves_nothing_behind(vault: Vault) -> None:
    class Broken:
        def read(self, size: int, /) -> bytes:
            raise ConnectionError

    with pytest.raises(ConnectionError):
        vault.put(Broken(), limit=3)
    assert files(vault) == []


@pytest.mark.parametrize("name", ["", "..", "../../etc/passwd", "a" * 63, "A" * 64, "a" * 64 + "\n", "/" + "a" * 63])
def test_only_a_hash_leads_into_the_vault(vault: Vault, name: str) -> None:
    with pytest.raises(ValueError, match=r"SHA-256"):
        vault.path(name)
    assert name not in vault


def test_a_link_out_of_the_vault_is_not_followed(vault: Vault, tmp_path: Path) -> None:
    (vault.root / "aa").symlink_to(tmp_path)
    with pytest.raises(ValueError, match="out of the vault"):
        vault.path("a" * 64)


def test_changed_or_missing_content_is_never_handed_out(vault: Vault) -> None:
    stored = vault.put(io.BytesIO(b"abc"), limit=3)
    path = vault.path(stored.sha256)
    path.chmod(0o640)
    path.write_bytes(b"abd")
    with pytest.raises(Damaged, match="不符"):
        vault.open(stored.sha256)
    path.unlink()
    with pytest.raises(Damaged, match="不存在"):
        vault.open(stored.sha256)


def test_two_writers_of_the_same_content_are_harmless(vault: Vault) -> None:
    data = os.urandom(3 << 20)
    results: list[str] = []
    threads = [
        threading.Thread(target=lambda: results.append(vault.put(io.BytesIO(data), limit=1 << 30).sha256)) for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(results) == {hashlib.sha256(data).hexdigest()}
    assert len(results) == 6
    assert len(files(vault)) == 1


def test_damaged_content_is_mended_when_it_is_put_again(vault: Vault) -> None:
    path = vault.path(vault.put(io.BytesIO(b"abc"), limit=3).sha256)
    path.chmod(0o640)
    path.write_bytes(b"")
    vault.put(io.BytesIO(b"abc"), limit=3)
    assert vault.verify(ABC_SHA256).size == 3


def test_what_a_killed_writer_left_is_swept(vault: Vault) -> None:
    left = vault.root / "incoming" / "tmpabc"
    left.write_bytes(b"half")
    assert vault.sweep(older_than=left.stat().st_mtime - 1) == 0
    assert vault.sweep(older_than=left.stat().st_mtime + 1) == 1
    assert files(vault) == []


def test_a_machine_without_sm3_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def without(name: str) -> object:
        raise ValueError(name)

    monkeypatch.setattr(vaults.hashlib, "new", without)
    with pytest.raises(NoSM3, match="SM3"):
        Vault(tmp_path)


def test_only_what_has_lain_long_enough_is_discarded(vault: Vault) -> None:
    stored = vault.put(io.BytesIO(b"spare"), limit=100)
    now = vault.path(stored.sha256).stat().st_mtime
    assert not vault.discard(stored.sha256, older_than=now)
    assert vault.discard(stored.sha256, older_than=now + 1)
    assert stored.sha256 not in vault
    assert not vault.discard(stored.sha256, older_than=now + 1)
