"""A server of mail by others, `colibri host` that writes to it, and a visitor without a browser."""

import contextlib
import http.client
import pathlib
import socket
import sqlite3
import subprocess
import tempfile
import time
import urllib.parse

import made
from aiosmtpd.controller import Controller

DOMAIN = "letters.example"
"""How long a letter may take, in seconds."""
PATIENCE = 30


class Box:
    """Keeps what it is sent, as it was sent."""

    def __init__(self):
        self.letters = []

    async def handle_DATA(self, server, session, envelope):
        self.letters.append(envelope)
        return "250 taken"


def free_port():
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def openssl(*arguments):
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


def deliveries(folder, port, more):
    """The operator's file, with a key of each kind."""
    (folder / "newsletter.key").write_text("a secret that only this test knows\n")
    openssl("genpkey", "-algorithm", "ed25519", "-out", folder / "ed.pem")
    openssl("genpkey", "-algorithm", "rsa", "-pkeyopt", "rsa_keygen_bits:2048", "-out", folder / "rsa.pem")
    keys = "".join(f'[[mail.dkim]]\ndomain = "{DOMAIN}"\nselector = "{name}"\nkey_file = "{name}.pem"\n' for name in ("ed", "rsa"))
    file = folder / "deliveries.toml"
    file.write_text(
        f'[mail]\nserver = "127.0.0.1"\nport = {port}\nencryption = "none"\nfrom = "Archipel <letter@{DOMAIN}>"\n{keys}'
        f'[newsletter]\nsecret_file = "newsletter.key"\n{more}'
    )
    return file


class Post:
    """A host, its server of mail and its database."""

    def __init__(self, address, box, folder):
        self.address, self.box, self.folder = address, box, folder

    def ask(self, method, path, body=None, headers=None):
        """Status, where it leads, and the page."""
        host = http.client.HTTPConnection(self.address, timeout=20)
        form = {"content-type": "application/x-www-form-urlencoded"} if method == "POST" else {}
        host.request(method, path, body, {**form, **(headers or {})})
        answer = host.getresponse()
        page = answer.read().decode()
        host.close()
        return answer.status, answer.getheader("location"), page

    def sign_up(self, lang, address, headers=None, **more):
        return self.ask("POST", f"/_/{lang}/newsletter", urllib.parse.urlencode({"address": address, **more}), headers)

    def rows(self, sql):
        with contextlib.closing(sqlite3.connect(self.folder / "letters.db")) as database:
            return database.execute(sql).fetchall()

    def wait_for(self, count):
        """So many letters; more would be a fault too."""
        until = time.monotonic() + PATIENCE
        while len(self.box.letters) < count or self.rows("SELECT 1 FROM outbox WHERE state = 'waiting'"):
            assert time.monotonic() < until, f"{len(self.box.letters)} letters of {count}: {self.rows('SELECT * FROM outbox')}"
            time.sleep(0.05)
        assert len(self.box.letters) == count, f"{len(self.box.letters)} letters, not {count}"
        return self.box.letters

    def records(self):
        """What the program says is to be published in the DNS."""
        lines = made.colibri("dkim", str(self.folder / "deliveries.toml")).splitlines()
        return {name: text for name, kind, text in (line.split("\t") for line in lines) if kind == "TXT"}


@contextlib.contextmanager
def post(more="", files=None, smtputf8=True):
    """A host that writes to a server of mail which knows SMTPUTF8, or does not; with more lines of its deliveries, and files."""
    with tempfile.TemporaryDirectory(prefix="colibri-letters-") as name:
        folder, box, port = pathlib.Path(name), Box(), free_port()
        for file, text in (files or {}).items():
            (folder / file).write_text(text)
        server = Controller(box, hostname="127.0.0.1", port=port, enable_SMTPUTF8=smtputf8)
        server.start()
        arguments = ["--site-folder", str(made.SITE), "--database", str(folder / "letters.db"), "--port", "0"]
        arguments += ["--deliveries", str(deliveries(folder, port, more))]
        host = subprocess.Popen([made.PROGRAM, "host", *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            said = host.stdout.readline()
            assert "http://" in said, said
            time.sleep(0.5)
            yield Post(said.strip().rsplit("http://", 1)[1], box, folder)
        finally:
            host.terminate()
            host.wait()
            host.stdout.close()
            server.stop()
