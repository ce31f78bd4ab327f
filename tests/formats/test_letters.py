"""The newsletter from the form to one press that leaves, by servers of mail, readers and verifiers that others wrote."""

import email
import email.policy
import re
import unittest
import urllib.parse

import dkim
from post import post

ADDRESSES = [
    "محمد@مثال.تونس",
    "անուն@օրինակ.հայ",
    "ឧទាហរណ៍@ឧទាហរណ៍.ខ្មែរ",
    "उदाहरण@उदाहरण.भारत",
    "例子@例子.中国",
    "zoé.ç@maison.fr",
]
ASCII = "ana@café.fr"


def read(envelope):
    # As RFC 6532 has it, headers are UTF-8.
    return email.message_from_string(envelope.original_content.decode(), policy=email.policy.SMTPUTF8)


def path(link):
    parts = urllib.parse.urlsplit(link)
    return f"{parts.path}?{parts.query}"


def on_the_wire(address):
    """The domain in ASCII, as Python's own codec has it; what stands before it as its owner writes it."""
    local, domain = address.rsplit("@", 1)
    return f"{local}@{domain.encode('idna').decode()}"


def holds(letter, index, find):
    try:
        return dkim.DKIM(letter).verify(index, dnsfunc=find)
    except dkim.DKIMException:
        return False


def verify(test, letter, records):
    """Every signature, by a program that did not make it."""
    find = lambda name, **_: records[name.decode().rstrip(".")].encode()
    test.assertEqual([index for index in range(2) if holds(letter, index, find)], [0, 1])
    return find


class Letters(unittest.TestCase):
    def trip(self, host, envelope, wire, lang):
        """From the letter to one press that leaves."""
        letter = read(envelope)
        self.assertEqual(letter.defects, [])
        self.assertEqual([address.addr_spec for address in letter["To"].addresses], [wire])
        self.assertEqual(letter["From"].addresses[0].addr_spec, "letter@letters.example")
        self.assertEqual(letter["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click")
        texts = {part.get_content_type(): part.get_content() for part in letter.walk() if not part.is_multipart()}
        self.assertEqual(sorted(texts), ["text/html", "text/plain"])
        self.assertIn('lang="ar" dir="rtl"', texts["text/html"])
        local = wire.rsplit("@", 1)[0]
        self.assertFalse(any(local in text for text in (*texts.values(), letter["Subject"])), "nothing typed is repeated")

        confirm = path(re.search(r"https?://\S+/newsletter/confirm\?k=\S+", texts["text/plain"]).group())
        state = f"SELECT state FROM subscribers WHERE wire = '{wire}'"
        status, _, page = host.ask("GET", confirm)
        self.assertEqual((status, host.rows(state)), (200, []), "who only follows the link subscribes nobody")
        self.assertIn('method="post"', page)
        self.assertEqual(host.ask("POST", confirm)[0], 200)
        self.assertEqual(host.rows(state), [("active",)])

        leave = path(re.fullmatch(r"<(https?://\S+)>", letter["List-Unsubscribe"]).group(1))
        self.assertEqual(host.ask("GET", leave)[0], 200)
        self.assertEqual(host.rows(state), [("active",)])
        self.assertEqual(host.ask("POST", leave, "List-Unsubscribe=One-Click")[0], 200)
        self.assertEqual(host.rows(state), [("left",)])

    def test_addresses_in_any_script_go_all_the_way(self):
        with post() as host:
            for address in ADDRESSES:
                self.assertEqual(host.sign_up("ar", address)[:2], (303, "/_/ar/newsletter/sent"), address)
            letters = {envelope.rcpt_tos[0]: envelope for envelope in host.wait_for(len(ADDRESSES))}
            kept = dict(host.rows("SELECT address, wire FROM signups"))
            records = host.records()
            for address in ADDRESSES:
                with self.subTest(address):
                    wire = kept[address]
                    self.assertEqual(wire, on_the_wire(address))
                    self.assertEqual(len(letters[wire].rcpt_tos), 1)
                    self.assertTrue(letters[wire].smtp_utf8, "the server is told that it needs SMTPUTF8")
                    self.trip(host, letters[wire], wire, "ar")
                    verify(self, letters[wire].original_content, records)

    def test_a_signature_holds_for_these_bytes_alone(self):
        with post() as host:
            host.sign_up("fr", ASCII)
            envelope = host.wait_for(1)[0]
            self.assertFalse(envelope.smtp_utf8, "an address in ASCII asks nothing of the server")
            letter = envelope.original_content
            find = verify(self, letter, host.records())
            for before, after in ((b"one-click", b"two-click"), (b"newsletter/leave", b"newsletter/leave/"), (b"\r\n\r\n", b"\r\n\r\nMore.\r\n")):
                changed = re.sub(re.escape(before), lambda _: after, letter, count=1, flags=re.I)
                self.assertNotEqual(changed, letter)
                self.assertFalse(holds(changed, 0, find) or holds(changed, 1, find), after)
            added = letter.replace(b"Subject:", b"Subject: Other\r\nSubject:", 1)
            self.assertFalse(holds(added, 0, find) or holds(added, 1, find), "a second subject breaks it")
            self.assertTrue(holds(b"X-Spam: no\r\n" + letter, 0, find), "servers on the way may add others")

    def test_where_the_server_cannot_carry_an_address_it_is_said_at_once(self):
        with post(smtputf8=False) as host:
            for address in ADDRESSES:
                self.assertEqual(host.sign_up("ar", address)[:2], (303, "/_/ar/newsletter/kept"), address)
            self.assertEqual(host.sign_up("ar", ASCII)[:2], (303, "/_/ar/newsletter/sent"))
            envelope = host.wait_for(1)[0]
            self.assertEqual(envelope.rcpt_tos, ["ana@xn--caf-dma.fr"])
            self.trip(host, envelope, "ana@xn--caf-dma.fr", "ar")
            states = host.rows("SELECT state, count(*) FROM signups GROUP BY state")
            self.assertEqual(dict(states), {"confirmed": 1, "unreachable": len(ADDRESSES)})

    def test_nothing_that_is_typed_becomes_a_header_or_an_order(self):
        hostile = [
            "ana@example.org\r\nBcc: evil@x.test",
            "ana@example.org\nSubject: buy",
            "ana@example.org>\r\nRCPT TO:<evil@x.test",
            "ana@example.org,evil@x.test",
            "\"ana\r\n.\r\nMAIL FROM:<a@b.test>\"@example.org",
            "ana@example.org\u2028Bcc: evil@x.test",
            "ana@example.org\x00",
            "<ana@example.org> SMTPUTF8",
        ]
        odd = ["=?utf-8?q?bcc=3A?=@example.org", "{{7*7}}@example.org", "a'--@example.org"]
        with post() as host:
            for address in hostile:
                self.assertEqual(host.sign_up("fr", address)[0], 422, address)
            headers = {"referer": "https://x.test/a%0d%0aBcc:%20evil@x.test"}
            for address in odd:
                topics = "news\r\nBcc: evil@x.test"
                status = host.sign_up("fr", address, headers, topics=topics)[0]
                self.assertIn(status, (303, 422), address)
                self.assertEqual(host.sign_up("fr", address, headers)[0], 303, address)
            for envelope in host.wait_for(len(odd)):
                # What stands before the @ is for the server of that domain to understand; this one decodes words in it.
                self.assertEqual([address.rsplit("@", 1)[1] for address in envelope.rcpt_tos], ["example.org"])
                letter = read(envelope)
                known = {"dkim-signature", "from", "to", "subject", "date", "message-id", "mime-version", "content-type"}
                known |= {"list-unsubscribe", "list-unsubscribe-post", "auto-submitted"}
                self.assertEqual({name.lower() for name in letter.keys()} - known, set())
                self.assertNotIn(b"evil", envelope.original_content)
