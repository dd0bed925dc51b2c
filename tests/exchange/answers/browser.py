"""A real browser, driven by real events over a pipe: headless Chromium with a fresh profile and no network."""

import base64
import fcntl
import json
import os
import select
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_SECONDS = 60.0
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)
# Keys that type no letter: what the browser calls them, and their number.
_KEYS = {"Tab": 9, "Enter": 13, " ": 32, "ArrowDown": 40, "ArrowRight": 39}


def browser_program() -> str:
    """Return the path of a Chromium; the test is skipped where there is none."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None or os.name == "nt":
        pytest.skip("no Chromium to drive")
    return found


class Browser:
    """One page of a browser; ``requests`` are the addresses it asked for."""

    def __init__(self, process: int, out: int, back: int, downloads: Path) -> None:
        self._process, self._out, self._back = process, out, back
        self._left = b""
        self._number = 0
        self._session = ""
        self._events: list[dict[str, Any]] = []
        self.requests: list[str] = []
        self.problems: list[str] = []
        self.downloads = downloads
        target = self.command("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.command("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.command(f"{domain}.enable")
        self.command(
            "Browser.setDownloadBehavior", behavior="allow", downloadPath=str(downloads), eventsEnabled=True, own=False
        )

    def command(self, method: str, *, own: bool = True, **params: object) -> dict[str, Any]:
        """Send a command and return its answer."""
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": params}
        if self._session and own:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            told = self._next()
            if told.get("id") == self._number:
                assert "error" not in told, told
                result: dict[str, Any] = told["result"]
                return result
            self._note(told)

    def wait_for(self, method: str, **wanted: object) -> dict[str, Any]:
        """Return the next event of a kind whose parameters hold these."""
        while True:
            for told in self._events:
                params: dict[str, Any] = told["params"]
                if told["method"] == method and all(params.get(key) == value for key, value in wanted.items()):
                    self._events.remove(told)
                    return params
            self._note(self._next())

    def open(self, path: Path) -> None:
        """Open a file, as a double click does."""
        self.command("Page.navigate", url=path.as_uri())
        self.wait_for("Page.loadEventFired")

    def size(self, width: int, height: int, *, phone: bool = False, dark: bool = False) -> None:
        """Make the window this large."""
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=phone
        )
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.command("Emulation.setEmulatedMedia", features=scheme)

    def value(self, expression: str) -> Any:
        """Return what a line of the page's own language is worth."""
        told = self.command("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def text(self, selector: str) -> str:
        """Return the visible text of the first element that a selector finds."""
        return str(self.value(f"document.querySelector({json.dumps(selector)}).innerText"))

    def click(self, selector: str) -> None:
        """Click the middle of an element with the mouse, after scrolling to it."""
        place = self.value(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)});"
            "e.scrollIntoView({block: 'center'});"
            "const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2, r.width]; })()"
        )
        assert place[2] > 0, f"{selector} is not shown"
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            button: dict[str, Any] = {} if kind == "mouseMoved" else {"button": "left", "clickCount": 1}
            self.command("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], **button)

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        self.command("Input.insertText", text=text)

    def key(self, name: str, *, shift: bool = False) -> None:
        """Press a key: Tab, Enter, the space bar, an arrow, or a letter."""
        code = _KEYS.get(name, ord(name[0].upper()))
        text = {"Enter": "\r", " ": " "}.get(name, name if len(name) == 1 else "")
        typed: dict[str, Any] = {"text": text} if text else {}
        shared: dict[str, Any] = {"key": name, "windowsVirtualKeyCode": code, "modifiers": 8 if shift else 0}
        self.command("Input.dispatchKeyEvent", type="keyDown", **shared, **typed)
        self.command("Input.dispatchKeyEvent", type="keyUp", **shared)

    def downloaded(self) -> Path:
        """Wait for a file to be saved and return its path."""
        begun = self.wait_for("Browser.downloadWillBegin")
        self.wait_for("Browser.downloadProgress", guid=begun["guid"], state="completed")
        return self.downloads / str(begun["suggestedFilename"])

    def picture(self, path: Path) -> None:
        """Save a picture of the whole page."""
        told = self.command("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        path.write_bytes(base64.b64decode(told["data"]))

    def printed(self) -> bytes:
        """Return the page as the browser prints it."""
        told = self.command("Page.printToPDF", printBackground=False, preferCSSPageSize=True)
        return base64.b64decode(told["data"])

    def _note(self, told: dict[str, Any]) -> None:
        method = told.get("method", "")
        if method == "Network.requestWillBeSent":
            self.requests.append(told["params"]["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            self.problems.append(json.dumps(told["params"]))
        elif method == "Log.entryAdded":
            self.problems.append(told["params"]["entry"]["text"])
        self._events.append(told)

    def _next(self) -> dict[str, Any]:
        until = time.monotonic() + _SECONDS
        while b"\0" not in self._left:
            ready, _, _ = select.select([self._back], [], [], max(until - time.monotonic(), 0))
            more = os.read(self._back, 1 << 16) if ready else b""
            assert more, "the browser has fallen silent"
            self._left += more
        message, _, self._left = self._left.partition(b"\0")
        told: dict[str, Any] = json.loads(message)
        return told


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """Start a browser with a profile in this folder, and end it."""
    program = browser_program()
    profile, downloads = folder / "profile", folder / "downloads"
    downloads.mkdir(parents=True)
    their_in, out = _pipe()
    back, their_out = _pipe()
    nothing = _high(os.open(os.devnull, os.O_RDWR))
    actions = [(os.POSIX_SPAWN_DUP2, their_in, 3), (os.POSIX_SPAWN_DUP2, their_out, 4)]
    actions += [(os.POSIX_SPAWN_DUP2, nothing, number) for number in (0, 1, 2)]
    # The path of its socket may not be long, and the folders of tests are.
    short = tempfile.mkdtemp(prefix="cd-", dir="/tmp")
    home = dict(os.environ, HOME=str(folder), XDG_CONFIG_HOME=str(folder / "config"), TMPDIR=short)
    process = os.posix_spawn(
        program, [program, *_OPTIONS, f"--user-data-dir={profile}", "about:blank"], home, file_actions=actions
    )
    for number in (their_in, their_out, nothing):
        os.close(number)
    try:
        yield Browser(process, out, back, downloads)
    finally:
        os.close(out)
        os.close(back)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        shutil.rmtree(short, ignore_errors=True)


def _pipe() -> tuple[int, int]:
    """Return a pipe whose ends have high numbers: 3 and 4 are the browser's."""
    read, write = os.pipe()
    return _high(read), _high(write)


def _high(number: int) -> int:
    """Give an open file a high number instead."""
    high = fcntl.fcntl(number, fcntl.F_DUPFD_CLOEXEC, 20)
    os.close(number)
    return high
