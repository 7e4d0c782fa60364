"""The page's own files, read once at the start; each name carries a hash of its content, so that it may be kept."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

FOLDER = Path(__file__).parent / "assets"
KINDS: Mapping[str, str] = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
KEPT = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent."""

    address: str
    kind: str
    content: bytes


class Assets:
    """A fixed table: what is not in it is not served, whatever the path says."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._by_name: dict[str, Asset] = {}
        self._by_address: dict[str, Asset] = {}
        for file in sorted(folder.iterdir()):
            if file.suffix in KINDS:
                content = file.read_bytes()
                mark = hashlib.sha256(content).hexdigest()[:12]
                asset = Asset(f"{file.stem}.{mark}{file.suffix}", KINDS[file.suffix], content)
                self._by_name[file.name] = self._by_address[asset.address] = asset

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def __getitem__(self, name: str) -> str:
        """The path under which the file of this name is served."""
        return f"/assets/{self._by_name[name].address}"

    def at(self, address: str) -> Asset | None:
        """The file with this hashed name."""
        return self._by_address.get(address)


def give(request: Request) -> Response:
    """One file out of the table."""
    assets: Assets = request.app.state.assets
    found = assets.at(request.path_params["name"])
    if found is None:
        return Response("There is no such file.", 404, media_type="text/plain")
    return Response(found.content, media_type=found.kind, headers={"Cache-Control": KEPT})


ROUTES: tuple[Route, ...] = (Route("/assets/{name}", give, methods=["GET"]),)
