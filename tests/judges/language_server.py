"""A client of the JSON language server of editors, over standard input and output (LSP 3.17)."""

import json
import subprocess
from pathlib import Path
from typing import IO, Any, Self

Position = dict[str, int]


class LanguageServer:
    """A running server with one document open; it ends with the `with` block."""

    def __init__(self, command: list[str], root: Path) -> None:
        """Start a server in a workspace."""
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._number = 0
        self.capabilities = self.ask(
            "initialize",
            processId=None,
            rootUri=root.as_uri(),
            capabilities={
                "textDocument": {
                    "hover": {"contentFormat": ["plaintext"]},
                    "completion": {"completionItem": {"snippetSupport": True}},
                    "diagnostic": {},
                }
            },
            initializationOptions={"provideFormatter": True, "handledSchemaProtocols": ["file"]},
        )["capabilities"]
        self._send(method="initialized", params={})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate(timeout=10)

    def open(self, path: Path, text: str) -> None:
        """Open a document, or what it might become."""
        self._document = {"uri": path.as_uri()}
        document = {**self._document, "languageId": "json", "version": 1, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})

    def close(self) -> None:
        """Close the document."""
        self._send(method="textDocument/didClose", params={"textDocument": self._document})

    def diagnostics(self) -> list[str]:
        """Return what the server finds wrong, in words."""
        report = self.about("textDocument/diagnostic")
        return [found["message"] for found in report["items"]]

    def about(self, method: str, **more: Any) -> Any:
        """Ask something about the document."""
        return self.ask(method, textDocument=self._document, **more)

    def ask(self, method: str, **params: Any) -> Any:
        """Send a request and return the result."""
        self._number += 1
        self._send(id=self._number, method=method, params=params)
        while True:
            message = self._received()
            if message.get("id") == self._number and "method" not in message:
                return message.get("result")
            if "method" in message and "id" in message:
                self._send(id=message["id"], result=None)

    def _send(self, **message: Any) -> None:
        stream = _open(self._process.stdin)
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        stream.flush()

    def _received(self) -> dict[str, Any]:
        stream = _open(self._process.stdout)
        length = 0
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        return dict(json.loads(stream.read(length)))


def _open(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


def position_of(text: str, offset: int) -> Position:
    """Return the line and the column of an offset, from 0, in UTF-16 as LSP counts."""
    before = text[:offset]
    line = before.rpartition("\n")[2]
    return {"line": before.count("\n"), "character": len(line.encode("utf-16-le")) // 2}
