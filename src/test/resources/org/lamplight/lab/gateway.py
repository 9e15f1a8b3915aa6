#!/usr/bin/python3
"""gateway.py DOMAIN SECRET PORT: a gateway to a network of one, wilma, who answers. Prints what it is told, a line each."""
import asyncio
import logging
import sys
from xml.etree import ElementTree as ET

import slixmpp
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import MatchXPath

logging.disable(logging.CRITICAL)
DOMAIN, SECRET, PORT = sys.argv[1:4]
WILMA = "wilma@" + DOMAIN
ADDRESSES = "jabber:iq:gateway"


def tell(*words):
    print(*words, flush=True)


class Gateway(slixmpp.ComponentXMPP):
    def __init__(self):
        super().__init__(DOMAIN, SECRET, "127.0.0.1", int(PORT))
        for xep in ("xep_0004", "xep_0030", "xep_0050", "xep_0077"):
            self.register_plugin(xep)
        self.register_plugin("xep_0100", {"component_name": "Telegram of wilma", "type": "telegram"})
        self["xep_0030"].add_feature(ADDRESSES)
        self["xep_0077"].api.register(self.check, "user_validate")
        self.register_handler(
            Callback("addresses", MatchXPath("{jabber:component:accept}iq/{%s}query" % ADDRESSES), self.translate))
        self.add_event_handler("session_start", self.begin)
        self.add_event_handler("user_register", lambda iq: tell("register", iq["from"].bare))
        self.add_event_handler("user_unregister", lambda iq: tell("unregister", iq["from"].bare))
        self.add_event_handler("legacy_login", self.login)
        self.add_event_handler("legacy_logout", lambda s: tell("logout", s["from"].bare))
        self.add_event_handler("legacy_message", self.said)

    def begin(self, _):
        self["xep_0050"].add_command(node="two", name="Two questions", handler=self.first)
        tell("ready")

    def check(self, jid, node, ifrom, registration):
        if registration["password"] == "wrong":
            raise ValueError("Telegram does not know this password.")
        self["xep_0077"]._user_validate(jid, node, ifrom, registration)

    def login(self, presence):
        who = presence["from"].bare
        tell("login", who)
        # a contact of theirs is there too
        self.send_presence(pfrom=WILMA, pto=who, pstatus="hunting")

    def said(self, message):
        tell("message", message["from"].bare, message["body"])
        self.send_message(mfrom=WILMA, mto=message["from"].bare, mbody="echo " + message["body"], mtype="chat")

    def translate(self, iq):
        query = iq.xml.find("{%s}query" % ADDRESSES)
        reply = iq.reply()
        answer = ET.Element("{%s}query" % ADDRESSES)
        if iq["type"] == "get":
            ET.SubElement(answer, "{%s}desc" % ADDRESSES).text = "Give the name on the network."
            ET.SubElement(answer, "{%s}prompt" % ADDRESSES).text = "Name"
        else:
            name = query.findtext("{%s}prompt" % ADDRESSES)
            ET.SubElement(answer, "{%s}jid" % ADDRESSES).text = name.lower() + "@" + DOMAIN
        reply.append(answer)
        reply.send()

    async def first(self, iq, session):
        form = self["xep_0004"].make_form("form", "First")
        form.add_field(var="colour", ftype="list-single", label="Colour", required=True,
                       options=[{"label": "Red", "value": "r"}, {"label": "Blue", "value": "b"}])
        session["payload"] = form
        session["next"] = self.second
        session["has_next"] = True
        return session

    async def second(self, payload, session):
        session["colour"] = payload["values"]["colour"]
        form = self["xep_0004"].make_form("form", "Second")
        form.add_field(var="loud", ftype="boolean", label="Loud", value=False)
        session["payload"] = form
        session["next"] = self.third
        session["has_next"] = False
        session["allow_complete"] = True
        return session

    async def third(self, payload, session):
        loud = payload["values"]["loud"]
        session["notes"] = [("info", "%s %s" % (session["colour"], loud))]
        session["payload"] = None
        session["next"] = None
        session["has_next"] = False
        return session


gateway = Gateway()
gateway.connect()
gateway.process()
