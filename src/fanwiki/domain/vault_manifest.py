"""What fanwiki writes beside the notes of a vault, so that importing it gives exactly the same pages again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field

from fanwiki.domain.origin import Origin, origin_from_json

FOLDER = ".fanwiki"
MANIFEST = f"{FOLDER}/vault.json"
KINDS = f"{FOLDER}/kinds"
FORMAT = "fanwiki vault 1"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a vault held when it was written.

    Args:
        hashes: SHA-256 of each file by its path.
        names: The attachment's name by its path.
        origins: Where a note's page came from by its path, for those that were not written here.
    """

    hashes: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)

    def holds(self, path: str, data: bytes) -> bool:
        """Tell whether a file is still as it was written."""
        return self.hashes.get(path) == digest(data)

    def to_bytes(self) -> bytes:
        """Return the manifest as it is written."""
        content: dict[str, object] = {"format": FORMAT, "hashes": self.hashes, "names": self.names}
        if self.origins:
            content["origins"] = {path: origin.as_json() for path, origin in self.origins.items()}
        return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def digest(data: bytes) -> str:
    """Return the hash that the manifest keeps."""
    return hashlib.sha256(data).hexdigest()


def read_manifest(data: bytes) -> Manifest:
    """Read a manifest; an empty one when it is none, so that the vault is read like any other."""
    try:
        content = json.loads(data)
        hashes, names = content["hashes"], content["names"]
        if content["format"] == FORMAT and _is_texts(hashes) and _is_texts(names):
            return Manifest(hashes, names, _origins(content.get("origins")))
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    return Manifest()


def _origins(data: object) -> dict[str, Origin]:
    if not isinstance(data, dict):
        return {}
    read = {str(path): origin_from_json(entry) for path, entry in data.items()}
    return {path: origin for path, origin in read.items() if origin is not None}


def _is_texts(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(item, str) for pair in value.items() for item in pair)
