package org.lamplight.office.xmpp.rooms;

import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.Condition;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.StanzaException;
import org.lamplight.office.xmpp.xml.Element;

/** Invitations that the room itself sends (XEP-0045 section 7.8). Guarded by the server's lock. */
final class Invitations {
    private static final int MOST_AT_ONCE = 50;

    private final Room room;
    private final AdminDesk admins;

    Invitations(Room room, AdminDesk admins) {
        this.room = room;
        this.admins = admins;
    }

    /** A message to the room that is for nobody inside. */
    void received(Jid session, Element message) throws StanzaException {
        Element x = message.find("x", MucNs.USER);
        Element decline = x == null ? null : x.find("decline");
        if (decline != null) {
            decline(session, decline);
            return;
        }
        if (x == null || x.find("invite") == null) {
            throw new StanzaException(Condition.BAD_REQUEST);
        }
        int invited = 0;
        for (Element invite : x.children()) {
            if (invite.name().equals("invite")) {
                invited++;
                if (invited > MOST_AT_ONCE) {
                    throw new StanzaException(Condition.POLICY_VIOLATION);
                }
                invite(session, invite);
            }
        }
    }

    private void invite(Jid session, Element invite) throws StanzaException {
        Occupant inviter = room.at(session);
        if (inviter == null) {
            throw new StanzaException(Condition.NOT_ACCEPTABLE);
        }
        boolean may = inviter.role == Role.MODERATOR
                || (room.settings.membersInvite() && inviter.role.isAtLeast(Role.PARTICIPANT));
        if (!may) {
            throw new StanzaException(Condition.FORBIDDEN);
        }
        Jid guest = require(invite.attribute("to"));
        if (room.affiliation(guest) == Affiliation.OUTCAST) {
            throw new StanzaException(Condition.NOT_ALLOWED);
        }
        if (room.settings.membersOnly() && room.affiliation(guest) == Affiliation.NONE) {
            admins.affiliate(guest.bare(), Affiliation.MEMBER, inviter.nick, "");
        }
        room.send(guest, invitation(invite, session));
    }

    private static Jid require(@Nullable String address) throws StanzaException {
        Jid jid = Jid.parse(address);
        if (jid == null) {
            throw new StanzaException(Condition.JID_MALFORMED);
        }
        return jid;
    }

    private Element invitation(Element invite, Jid inviter) {
        String reason = Item.reasonOf(invite);
        Element words =
                Element.of("invite", MucNs.USER).with("from", inviter.bare().toString());
        invite.children().forEach(words::add);
        Element x = Element.of("x", MucNs.USER).add(words);
        String password = room.settings.password();
        if (!password.isEmpty()) {
            x.add(Element.of("password", MucNs.USER).text(password));
        }
        Element direct = Element.of("x", MucNs.CONFERENCE)
                .with("jid", room.address.toString())
                .with("reason", reason.isEmpty() ? null : reason)
                .with("password", password.isEmpty() ? null : password);
        return Element.of("message", Ns.CLIENT)
                .with("from", room.address.toString())
                .add(x)
                .add(direct);
    }

    private void decline(Jid session, Element decline) throws StanzaException {
        Jid inviter = require(decline.attribute("to"));
        if (!room.isInside(inviter.bare())) {
            throw new StanzaException(Condition.ITEM_NOT_FOUND);
        }
        Element words =
                Element.of("decline", MucNs.USER).with("from", session.bare().toString());
        decline.children().forEach(words::add);
        room.send(
                inviter,
                Element.of("message", Ns.CLIENT)
                        .with("from", room.address.toString())
                        .add(Element.of("x", MucNs.USER).add(words)));
    }
}
