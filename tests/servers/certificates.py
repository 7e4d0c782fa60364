"""Throw-away certificates for loopback servers."""

from dataclasses import dataclass
from pathlib import Path

import trustme


@dataclass(frozen=True, slots=True)
class Certificates:
    """PEM files: the authority to trust, and a server's chain and key."""

    authority: Path
    chain: Path
    key: Path


def issue(directory: Path, *hosts: str) -> Certificates:
    """An authority of its own and a certificate for ``hosts`` (this machine, if none are named), as files."""
    directory.mkdir(parents=True, exist_ok=True)
    files = Certificates(directory / "authority.pem", directory / "chain.pem", directory / "key.pem")
    authority = trustme.CA()
    server = authority.issue_cert(*(hosts or ("localhost", "127.0.0.1")))
    authority.cert_pem.write_to_path(files.authority)
    files.chain.write_bytes(b"".join(blob.bytes() for blob in server.cert_chain_pems))
    server.private_key_pem.write_to_path(files.key)
    return files
