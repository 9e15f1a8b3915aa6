package org.lamplight.xmpp.rooms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.lamplight.chat.Member;
import org.lamplight.chat.Occupant.Affiliation;
import org.lamplight.xmpp.stream.ElementIq;
import org.lamplight.xmpp.stream.Elements;

/** Asks a room who is what to it, there or not (XEP-0045, sections 9.2 and 9.5). On the session's thread. */
final class RoomMembers {
    /** A room that has more tells of these. */
    private static final int MOST = 2_000;

    private static final List<Affiliation> LISTS = List.of(Affiliation.OWNER, Affiliation.ADMIN, Affiliation.MEMBER);

    private final RoomContext on;

    RoomMembers(RoomContext on) {
        this.on = on;
    }

    /** Who it tells us of: a list that we may not see is empty. */
    CompletableFuture<List<Member>> ask(EntityBareJid room) {
        List<CompletableFuture<List<Member>>> asked =
                LISTS.stream().map(list -> ask(room, list)).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).thenApply(done -> {
            Map<String, Member> all = new LinkedHashMap<>();
            asked.forEach(list -> list.join().forEach(member -> all.putIfAbsent(member.address(), member)));
            return List.copyOf(all.values());
        });
    }

    /** Who is banned, whole servers too. Fails as the request does. */
    CompletableFuture<List<Member>> banned(EntityBareJid room) {
        return request(room, Affiliation.OUTCAST);
    }

    private CompletableFuture<List<Member>> ask(EntityBareJid room, Affiliation list) {
        return request(room, list).exceptionally(forbidden -> List.of());
    }

    private CompletableFuture<List<Member>> request(EntityBareJid room, Affiliation list) {
        ElementIq request = new ElementIq(
                IQ.Type.get,
                StandardExtensionElement.builder("query", RoomStanzas.ADMIN)
                        .addElement(StandardExtensionElement.builder("item", RoomStanzas.ADMIN)
                                .addAttribute("affiliation", list.word())
                                .build())
                        .build());
        request.setTo(room);
        return on.ask(request)
                .thenApply(answer -> answer instanceof ElementIq tree ? read(tree.content(), list) : List.<Member>of());
    }

    /** What is no address is nobody, and a server is nobody but where it is banned. */
    private static List<Member> read(StandardExtensionElement query, Affiliation list) {
        List<Member> members = new ArrayList<>();
        for (StandardExtensionElement item : Elements.of(query, "item")) {
            Jid address = JidCreate.fromOrNull(String.valueOf(item.getAttributeValue("jid")));
            boolean fit = address != null && (address.hasLocalpart() || list == Affiliation.OUTCAST);
            if (fit && members.size() < MOST) {
                members.add(new Member(address.asBareJid().toString(), list));
            }
        }
        return members;
    }
}
