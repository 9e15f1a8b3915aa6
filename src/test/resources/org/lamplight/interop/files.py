#!/usr/bin/python3
"""files.py PORT CA: bob with another client, who sends and takes files. One JSON line for each file that comes; a line on
standard input is a file to send."""
import asyncio, hashlib, json, logging, os, ssl, sys, urllib.request
import slixmpp
from xml.etree import ElementTree as ET

logging.disable(logging.CRITICAL)
TRUST = ssl.create_default_context(cafile=sys.argv[2])


def tell(**what):
    print(json.dumps(what), flush=True)


UPLOAD = "urn:xmpp:http:upload:0"


def put(url, content):
    request = urllib.request.Request(url["put"].get("url"), data=content, method="PUT")
    for header in url["put"]:
        request.add_header(header.get("name"), header.text)
    urllib.request.urlopen(request, context=TRUST)


class Bob(slixmpp.ClientXMPP):
    def __init__(self):
        super().__init__("bob@localhost/files", "secret-bob")
        self.ca_certs = sys.argv[2]
        for xep in ("xep_0030", "xep_0066", "xep_0184"):
            self.register_plugin(xep)
        self.add_event_handler("session_start", self.begin)
        self.add_event_handler("message", self.heard)

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
            path = line.decode().rstrip("\n")
            with open(path, "rb") as file:
                content = file.read()
            question = self.make_iq_get(ito="upload.localhost")
            question.append(ET.Element("{%s}request" % UPLOAD, {
                "filename": os.path.basename(path), "size": str(len(content))}))
            answer = await question.send()
            slot = {part: answer.xml.find(".//{%s}%s" % (UPLOAD, part)) for part in ("put", "get")}
            put(slot, content)
            url = slot["get"].get("url")
            message = self.make_message("ada@localhost", url, mtype="chat")
            message["oob"]["url"] = url
            message.send()
        self.disconnect()

    def heard(self, message):
        url = message["oob"]["url"]
        if url:
            content = urllib.request.urlopen(url, context=TRUST).read()
            tell(url=url, alone=message["body"] == url, size=len(content), sha=hashlib.sha256(content).hexdigest())


bob = Bob()
bob.connect(("127.0.0.1", int(sys.argv[1])))
bob.process(forever=False)
