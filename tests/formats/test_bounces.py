"""Letters that come back: reports on letters that a server took, in mailboxes as Python writes them, and posts of a program."""

import hashlib
import hmac
import json
import mailbox
import time
import unittest
from email.message import Message
from email.mime.text import MIMEText

import made
from post import post
from test_letters import read

SECRET = b"a secret for bounces"


def report(letter, recipient, status, kind="delivery-status"):
    """A report on a letter, which it shows whole."""
    # Python's own writer knows reports of RFC 3464 alone.
    body = (
        "From: MAILER-DAEMON@mx.test\nTo: letter@letters.example\nSubject: Undelivered\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/report; report-type={kind}; boundary="===b"\n\n'
        "--===b\nContent-Type: text/plain\n\nIt came back.\n"
        f"--===b\nContent-Type: message/{kind}\n\nReporting-MTA: dns; mx.test\n\n"
        f"Final-Recipient: {recipient}\nAction: failed\nStatus: {status}\n\n"
        "--===b\nContent-Type: message/rfc822\n\n"
    )
    return body.encode() + letter.as_bytes(policy=letter.policy.clone(linesep="\n")) + b"\n--===b--\n"


class Bounces(unittest.TestCase):
    def bounces(self, host, *arguments):
        return made.colibri("subscribers", "bounces", "--language", "en", "--database", str(host.folder / "letters.db"), *map(str, arguments))

    def test_a_report_that_shows_our_letter_counts_and_one_that_lies_does_not(self):
        with post() as host:
            people = ["hard@example.org", "full@example.org", "անուն@օրինակ.հայ"]
            for address in people:
                host.sign_up("fr", address)
            letters = {envelope.rcpt_tos[0]: read(envelope) for envelope in host.wait_for(3)}
            wire = next(known for known in letters if not known.isascii())
            escaped = "".join(f"\\x{{{ord(c):x}}}" for c in wire.split("@")[0])
            lie = Message()
            lie["Message-ID"] = "<guessed@letters.example>"
            mails = [
                report(letters["hard@example.org"], "rfc822; hard@example.org", "5.1.1"),
                report(letters["full@example.org"], "rfc822; full@example.org", "5.2.2"),
                report(letters[wire], f"utf-8; {escaped}@{wire.split('@')[1]}", "5.1.1", "global-delivery-status"),
                report(lie, "rfc822; full@example.org", "5.1.1"),
                MIMEText("I am away.").as_bytes(),
            ]
            box = mailbox.mbox(host.folder / "box")
            folder = mailbox.Maildir(host.folder / "folder")
            for mail in mails:
                folder.add(mail)
                box.add(mail)
            box.close()
            expected = "2 written to no more, 1 counted, 1 of nobody known or counted before, 1 no reports.\n"
            self.assertEqual(self.bounces(host, host.folder / "folder"), expected)
            waiting = host.rows("SELECT wire FROM signups")
            self.assertEqual(waiting, [("full@example.org",)])
            again = "0 written to no more, 0 counted, 4 of nobody known or counted before, 1 no reports.\n"
            self.assertEqual(self.bounces(host, host.folder / "box"), again, "the same mails, and none counts twice")
            believed = self.bounces(host, "--by-address", host.folder / "box")
            self.assertTrue(believed.startswith("1 written to no more"), believed)
            self.assertEqual(host.rows("SELECT wire FROM signups"), [])

    def test_a_program_that_knows_the_secret_says_who_cannot_be_reached(self):
        def say(host, body, secret=SECRET, at=None):
            body = json.dumps(body).encode()
            now = str(int(at or time.time()))
            seal = hmac.new(secret, now.encode() + b"." + body, hashlib.sha256).hexdigest()
            headers = {"colibri-timestamp": now, "colibri-signature": f"v1={seal}", "content-type": "application/json"}
            return host.ask("POST", "/_/bounce", body, headers)[0]

        with post('bounce_secret_file = "bounces.key"\n', {"bounces.key": SECRET.decode()}) as host:
            people = ["hard@example.org", "soft@example.org", "angry@example.org"]
            for address in people:
                host.sign_up("fr", address)
            host.wait_for(3)
            hard = {"address": "hard@example.org", "kind": "hard", "status": "5.1.1"}
            self.assertEqual(say(host, hard, b"another"), 401)
            self.assertEqual(say(host, hard, at=time.time() - 900), 401, "an old post is not taken again")
            self.assertEqual(host.ask("POST", "/_/bounce", json.dumps(hard))[0], 401)
            self.assertEqual(host.ask("GET", "/_/bounce")[0], 405)
            for wrong in ([], "x", {"kind": "hard"}, {**hard, "kind": "dead"}, [hard] * 1001):
                self.assertEqual(say(host, wrong), 204 if wrong == [] else 422)
            self.assertEqual(say(host, "x" * 300_000), 413)
            self.assertEqual(len(host.rows("SELECT 1 FROM signups")), 3)
            many = [hard, {"address": "soft@example.org", "kind": "soft"}, {"address": "angry@example.org", "kind": "complaint"}]
            self.assertEqual(say(host, many), 204)
            self.assertEqual(host.rows("SELECT wire FROM signups"), [("soft@example.org",)])
            self.assertEqual(sorted(host.rows("SELECT why FROM suppressions")), [("bounced",), ("left",)])
        with post() as host:
            self.assertEqual(say(host, {"address": "a@b.test", "kind": "hard"}), 404, "nobody shares a secret with it")
