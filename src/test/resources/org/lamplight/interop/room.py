#!/usr/bin/python3
"""room.py PORT CA: bob with another client in rooms of the office. Prints what he sees, one JSON line each, and ends."""
import json, logging, signal, sys
import slixmpp
from slixmpp import JID

logging.disable(logging.CRITICAL)
signal.alarm(50)  # never wait longer than the test does
ROOM = JID("den@rooms.localhost")


def tell(**what):
    print(json.dumps(what), flush=True)


class Bob(slixmpp.ClientXMPP):
    def __init__(self):
        super().__init__("bob@localhost/slixmpp", "secret-bob")
        self.ca_certs = sys.argv[2]
        for xep in ("xep_0030", "xep_0045", "xep_0059", "xep_0198", "xep_0199", "xep_0249", "xep_0280", "xep_0313", "xep_0352"):
            self.register_plugin(xep)
        self.add_event_handler("session_start", self.begin)
        self.add_event_handler("groupchat_message", self.heard)
        self.add_event_handler("groupchat_subject", lambda m: tell(subject=m["subject"]))
        self.add_event_handler("groupchat_invite", lambda m: tell(invite=str(m["from"])))
        self.add_event_handler("muc::%s::got_online" % ROOM, self.came)
        self.add_event_handler("muc::%s::got_offline" % ROOM, lambda p: tell(left=p["muc"]["nick"]))

    async def begin(self, _):
        try:
            await self.look()
        except Exception as trouble:
            tell(trouble=repr(trouble))
        self.disconnect()

    async def look(self):
        self.send_presence()
        await self.get_roster()
        items = await self["xep_0030"].get_items(jid="localhost")
        tell(services=[item[0] for item in items["disco_items"]["items"]])
        muc = self["xep_0045"]
        await muc.join_muc_wait(ROOM, "Bob", maxstanzas=5, timeout=10)
        tell(entered=muc.get_our_jid_in_room(ROOM))
        form = await muc.get_room_config(ROOM)
        form.set_values({"muc#roomconfig_roomname": "The den", "muc#roomconfig_persistentroom": True})
        form["type"] = "submit"
        await muc.set_room_config(ROOM, form)
        info = await self["xep_0030"].get_info(jid=ROOM)
        tell(features=sorted(info["disco_info"]["features"]))
        await muc.set_affiliation(ROOM, "member", jid=JID("cleo@localhost"))
        tell(members=[str(jid) for jid in await muc.get_affiliation_list(ROOM, "member")])
        muc.set_subject(ROOM, "Bears")
        for number in range(5):
            self.send_message(ROOM, "line %d" % number, mtype="groupchat")
        await self["xep_0199"].ping(JID("localhost"), timeout=10)
        for max_items in (2, 10):
            answer = self["xep_0313"].retrieve(jid=ROOM, iterator=True, rsm={"max": max_items})
            bodies = []
            async for page in answer:
                bodies += [m["mam_result"]["forwarded"]["stanza"]["body"] for m in page["mam"]["results"]]
            tell(archive=bodies)
        muc.leave_muc(ROOM, "Bob")
        await self["xep_0199"].ping(JID("localhost"), timeout=10)
        tell(done=True)

    def came(self, presence):
        tell(came=presence["muc"]["nick"], affiliation=presence["muc"]["affiliation"])

    def heard(self, message):
        tell(heard=message["body"], nick=message["mucnick"])


bob = Bob()
bob.connect(("127.0.0.1", int(sys.argv[1])))
bob.process(forever=False)
