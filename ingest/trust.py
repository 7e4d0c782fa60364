"""Whom a private line is opened to: verified certificates, names that fit, TLS 1.2 or newer, for every door alike."""

import ssl
from pathlib import Path


def private_line(ca_file: Path | None = None) -> ssl.SSLContext:
    """What every connection is made private with; ``ca_file`` (PEM) is trusted besides the system's authorities.

    The version is set here, whatever a system's own defaults allow (RFC 8996 retired 1.0 and 1.1).

    Raises:
        OSError: the file cannot be read, or is no PEM file.
    """
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca_file is not None:
        context.load_verify_locations(cafile=ca_file)
    return context
