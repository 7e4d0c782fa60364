"""What a mail server's answers mean, and what smtplib and the network raise instead of them, as errors of our own."""

import contextlib
import re
import smtplib
import ssl
from collections.abc import Iterator

from store.errors import HeardbackError, PassingError, PermanentError

_WORDS_KEPT, _WORDS_LOOKED_AT = 180, 2_000
_ADDRESS = re.compile(r"\S+@\S+")


@contextlib.contextmanager
def before_the_text(host: str) -> Iterator[None]:
    """Turns what smtplib and the network raise while nothing has been handed over yet into our own errors."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise PermanentError(
            f"The certificate of {host} could not be verified ({error.verify_message}), so nothing was sent: check "
            "smtp_host, or name the server's authority in tls_ca_file."
        ) from error
    except smtplib.SMTPResponseException as error:
        raise refusal(error.smtp_code, error.smtp_error) from error
    except (smtplib.SMTPException, OSError) as error:
        raise PassingError(f"{host} could not be reached for sending; it is tried again later.") from error
    except UnicodeError as error:
        raise PermanentError(
            f"{host} cannot be asked with these characters; check smtp_host and smtp_username."
        ) from error


def expect(reply: tuple[int, bytes], *accepted: int) -> None:
    """Raises the refusal that any other answer than these is."""
    code, words = reply
    if code not in accepted:
        raise refusal(code, words)


def refusal(code: int, words: bytes | str) -> HeardbackError:
    """A refusal by its first digit (RFC 5321 §4.2.1): 5 is for good, everything else may pass."""
    said = f"The mail server said: {code} {_one_line(words)}".rstrip()
    if 500 <= code < 600:
        return PermanentError(f"{said}; mend what it names, then try again.")
    return PassingError(f"{said}; it is tried again later.")


def _one_line(words: bytes | str) -> str:
    """The server's words on one line, cut, without addresses: they are shown and may be logged."""
    words = words[:_WORDS_LOOKED_AT]
    text = words.decode("utf-8", errors="replace") if isinstance(words, bytes) else words
    text = "".join(char if char.isprintable() else " " for char in text)
    text = _ADDRESS.sub("(address)", " ".join(text.split()))
    return text if len(text) <= _WORDS_KEPT else text[: _WORDS_KEPT - 1] + "…"
