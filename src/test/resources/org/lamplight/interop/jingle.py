#!/usr/bin/python3
"""jingle.py PORT CA: bob with another client, who offers and takes files by Jingle (XEP-0234). A JSON object a line on standard
input is a file to offer: name, content and hash in Base64, size, and the way it goes, "ibb" or "s5b". Files of others are taken
in band at once. One JSON line for each thing that happens."""
import asyncio, base64, hashlib, json, logging, sys
import slixmpp
from slixmpp.xmlstream.handler import CoroutineCallback
from slixmpp.xmlstream.matcher import MatchXPath
from xml.etree import ElementTree as ET

logging.disable(logging.CRITICAL)
JINGLE, FILE = "urn:xmpp:jingle:1", "urn:xmpp:jingle:apps:file-transfer:5"
IBB, S5B = "urn:xmpp:jingle:transports:ibb:1", "urn:xmpp:jingle:transports:s5b:1"


def tell(**what):
    print(json.dumps(what), flush=True)


def child(parent, namespace, tag, text=None, /, **attributes):
    made = ET.SubElement(parent, "{%s}%s" % (namespace, tag), attributes)
    made.text = text
    return made


class Bob(slixmpp.ClientXMPP):
    def __init__(self):
        super().__init__("bob@localhost/jingle", "secret-bob")
        self.ca_certs = sys.argv[2]
        self.auto_authorize = self.auto_subscribe = True
        for xep in ("xep_0030", "xep_0047"):
            self.register_plugin(xep)
        self["xep_0047"].auto_accept = True
        for feature in (JINGLE, FILE, IBB):
            self["xep_0030"].add_feature(feature)
        self.offers, self.there = {}, asyncio.Event()
        self.add_event_handler("session_start", self.begin)
        self.add_event_handler("presence_available", self.seen)
        self.add_event_handler("ibb_stream_start", self.streams)
        self.register_handler(CoroutineCallback(
            "jingle", MatchXPath("{jabber:client}iq/{%s}jingle" % JINGLE), self.said))

    def seen(self, presence):
        if presence["from"].bare == "ada@localhost":
            self.ada = presence["from"]
            self.there.set()

    async def begin(self, _):
        self.send_presence()
        await self.get_roster()
        loop = asyncio.get_event_loop()
        reader = asyncio.StreamReader(limit=2 ** 22)
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        self.saying = loop.create_task(self.say(reader))
        self.send_presence_subscription("ada@localhost")
        tell(online=True)

    def jingle(self, action, sid, **more):
        iq = self.make_iq_set(ito=self.ada)
        jingle = ET.Element("{%s}jingle" % JINGLE, dict(action=action, sid=sid, **more))
        iq.append(jingle)
        return iq, jingle

    # ---- offering

    async def say(self, reader):
        async for line in reader:
            await self.there.wait()
            await self.offer(json.loads(line))

    async def offer(self, what):
        self.ready = asyncio.Event()
        sid = stream = "s-" + what["name"][-20:]
        content = base64.b64decode(what["content"])
        iq, jingle = self.jingle("session-initiate", sid, initiator=self.boundjid.full)
        part = child(jingle, JINGLE, "content", creator="initiator", name="x", senders="initiator")
        file = child(child(part, FILE, "description"), FILE, "file")
        child(file, FILE, "name", what["name"])
        child(file, FILE, "size", str(what["size"]))
        child(file, "urn:xmpp:hashes:2", "hash", what["hash"], algo="sha-256")
        if what["way"] == "s5b":
            server = await asyncio.start_server(lambda i, o: self.serve(i, o, content), "127.0.0.1", 0)
            transport = child(part, S5B, "transport", sid=stream, mode="tcp")
            child(transport, S5B, "candidate", cid="c1", host="127.0.0.1", jid=self.boundjid.full, type="direct",
                  port=str(server.sockets[0].getsockname()[1]), priority="8257636")
        else:
            child(part, IBB, "transport", sid=stream, **{"block-size": "4096"})
        self.offers[sid] = (what["way"], stream, content)
        await iq.send()

    async def serve(self, i, o, content):
        await i.readexactly(3)
        o.write(b"\x05\x00")
        request = await i.readexactly(47)
        o.write(b"\x05\x00" + request[2:])
        self.served = (o, content)
        self.ready.set()

    async def deliver(self, sid):
        way, stream, content = self.offers[sid]
        try:
            if way == "s5b":
                iq, jingle = self.jingle("transport-info", sid)
                part = child(jingle, JINGLE, "content", creator="initiator", name="x")
                child(child(part, S5B, "transport", sid=stream), S5B, "candidate-error")
                await iq.send()
                await self.ready.wait()
                self.served[0].write(content)
                await self.served[0].drain()
            else:
                bytes = await self["xep_0047"].open_stream(self.ada, block_size=4096, sid=stream)
                await bytes.sendall(content)
                await bytes.close()
        except Exception as stopped:
            tell(stopped=str(stopped), sid=sid)

    # ---- what is said

    async def said(self, iq):
        jingle = iq.xml.find("{%s}jingle" % JINGLE)
        iq.reply().send()
        action, sid = jingle.get("action"), jingle.get("sid")
        if action == "session-accept":
            self.sending = asyncio.get_event_loop().create_task(self.deliver(sid))
        elif action == "session-initiate":
            self.ada = iq["from"]
            self.taking = sid
            self.size = int(jingle.find(".//{%s}size" % FILE).text)
            tell(offered=jingle.find(".//{%s}name" % FILE).text, size=self.size,
                 transport=jingle.find("{%s}content" % JINGLE)[-1].tag)
            answer, accept = self.jingle("session-accept", sid, responder=self.boundjid.full)
            accept.append(jingle.find("{%s}content" % JINGLE))
            await answer.send()
        elif action == "session-terminate":
            tell(ended=sid, reason=jingle.find("{%s}reason" % JINGLE)[0].tag.split("}")[1])

    async def streams(self, stream):
        if stream.sid not in [one[1] for one in self.offers.values()]:
            self.receiving = asyncio.get_event_loop().create_task(self.receive(stream))

    async def receive(self, stream):
        content = await stream.gather(max_data=self.size)
        tell(sha=hashlib.sha256(content).hexdigest(), got=len(content))
        iq, jingle = self.jingle("session-terminate", self.taking)
        child(child(jingle, JINGLE, "reason"), JINGLE, "success")
        await iq.send()


bob = Bob()
bob.connect(("127.0.0.1", int(sys.argv[1])))
bob.process(forever=False)
