#!/usr/bin/python3
"""bob.py PORT CA: bob with another client. Prints what he sees, one JSON line each; says what stands on standard input."""
import asyncio, json, logging, sys
import slixmpp

logging.disable(logging.CRITICAL)


def tell(**what):
    print(json.dumps(what), flush=True)


class Bob(slixmpp.ClientXMPP):
    def __init__(self):
        super().__init__("bob@localhost/slixmpp", "secret-bob")
        self.ca_certs = sys.argv[2]
        self.auto_authorize = True
        self.auto_subscribe = True
        for xep in ("xep_0030", "xep_0184", "xep_0198", "xep_0199", "xep_0308", "xep_0333", "xep_0424",
                    "xep_0444", "xep_0461"):
            self.register_plugin(xep)
        self.add_event_handler("session_start", self.begin)
        self.add_event_handler("message", self.heard)
        self.add_event_handler("receipt_received", lambda m: tell(receipt=m["receipt"]))
        self.add_event_handler("presence", self.seen)
        self.add_event_handler("marker_displayed", lambda m: tell(displayed=m["displayed"]["id"]))
        self.add_event_handler("reactions", lambda m: tell(
            reacted=m["reactions"]["id"], reactions=sorted(r["value"] for r in m["reactions"])))
        self.add_event_handler("message_retract", lambda m: tell(retracted=m["apply_to"]["id"]))

    async def begin(self, _):
        self.send_presence()
        await self.get_roster()
        loop = asyncio.get_event_loop()
        reader = asyncio.StreamReader()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        tell(online=True)
        # without somebody who holds it, the task may be collected
        self.saying = loop.create_task(self.say(reader))

    def correct(self, of, text):
        message = self.make_message("ada@localhost", text, mtype="chat")
        message["replace"]["id"] = of
        message.send()

    def do(self, deed, of, text):
        if deed == "/correct":
            self.correct(of, text)
        elif deed == "/react":
            self["xep_0444"].send_reactions("ada@localhost", of, text.split())
        elif deed == "/reply":
            self["xep_0461"].send_reply("ada@localhost", of, mto="ada@localhost", mbody=text, mtype="chat")
        elif deed == "/retract":
            self["xep_0424"].send_retraction("ada@localhost", of)
        elif deed == "/displayed":
            self["xep_0333"].send_marker("ada@localhost", of, "displayed")

    async def say(self, reader):
        async for line in reader:
            words = line.decode().rstrip("\n")
            deed, _, rest = words.partition(" ")
            if deed in ("/correct", "/react", "/reply", "/retract", "/displayed"):
                of, _, text = rest.partition(" ")
                self.do(deed, of, text)
                continue
            if words.startswith("/raw "):
                self.send_raw(words[len("/raw "):])
                continue
            if words.startswith("/presence "):
                show, _, text = words[len("/presence "):].partition(" ")
                self.send_presence(pshow=None if show == "available" else show, pstatus=text or None)
                continue
            message = self.make_message("ada@localhost", words, mtype="chat")
            message["request_receipt"] = True
            message.enable("markable")
            message.send()
            tell(sent=words, id=message["id"])
        self.disconnect()

    def heard(self, message):
        if message["body"]:
            tell(said=message["body"], id=message["id"], replaces=message["replace"]["id"], answers=message["reply"]["id"])

    def seen(self, presence):
        if presence["from"].bare == "ada@localhost":
            tell(show=presence["type"], text=presence["status"])


bob = Bob()
bob.connect(("127.0.0.1", int(sys.argv[1])))
bob.process(forever=False)
