"""A small web server for a built site, as strict as the one the handbook describes."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

STRICT_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",  # the search is WebAssembly; no eval, nothing inline
        "style-src 'self'",
        "img-src 'self' data:",  # Material's icons are data: addresses in its own style sheet
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)


class Handler(SimpleHTTPRequestHandler):
    """Serves files with the policy. Only what every page shares may come from the browser's cache: a context has its
    own, and a test that goes through hundreds of pages need not read the same scripts hundreds of times."""

    protocol_version = "HTTP/1.1"
    extensions_map: ClassVar = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".wasm": "application/wasm",
        ".ics": "text/calendar; charset=utf-8",
        ".xml": "application/xml",
        ".svg": "image/svg+xml",
    }

    def __init__(self, *arguments, policy: str, **settings) -> None:
        self.policy = policy
        super().__init__(*arguments, **settings)

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        shared = self.path.startswith("/assets/")
        self.send_header("Cache-Control", "max-age=3600" if shared else "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A browser that turns away in the middle of an answer is no news."""


@contextmanager
def serve(folder: Path, policy: str = STRICT_POLICY) -> Iterator[str]:
    """Serve a folder on a free port of this machine; the address ends with a slash. An empty policy sends none."""
    with Server(("127.0.0.1", 0), partial(Handler, directory=str(folder), policy=policy)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
