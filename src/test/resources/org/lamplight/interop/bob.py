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
        for xep in ("xep_0030", "xep_0184", "xep_0198", "xep_0199"):
            self.register_plugin(xep)
        self.add_event_handler("session_start", self.begin)
        self.add_event_handler("message", self.heard)
        self.add_event_handler("receipt_received", lambda m: tell(receipt=m["receipt"]))
        self.add_event_handler("presence", self.seen)

    async def begin(self, _):
        self.send_presence()
        await self.get_roster()
        loop = asyncio.get_event_loop()
        reader = asyncio.StreamReader()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        tell(online=True)
        loop.create_task(self.say(reader))

    async def say(self, reader):
        async for line in reader:
            words = line.decode().rstrip("\n")
            if words.startswith("/raw "):
                self.send_raw(words[len("/raw "):])
                continue
            if words.startswith("/presence "):
                show, _, text = words[len("/presence "):].partition(" ")
                self.send_presence(pshow=None if show == "available" else show, pstatus=text or None)
                continue
            message = self.make_message("ada@localhost", words, mtype="chat")
            message["request_receipt"] = True
            message.send()
        self.disconnect()

    def heard(self, message):
        if message["body"]:
            tell(said=message["body"])

    def seen(self, presence):
        if presence["from"].bare == "ada@localhost":
            tell(show=presence["type"], text=presence["status"])


bob = Bob()
bob.connect(("127.0.0.1", int(sys.argv[1])))
bob.process(forever=False)
