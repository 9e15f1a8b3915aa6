package org.lamplight.xmpp.rooms;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.jivesoftware.smackx.disco.packet.DiscoverItems;
import org.jivesoftware.smackx.xdata.FormField;
import org.jivesoftware.smackx.xdata.packet.DataForm;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.lamplight.chat.ListedRoom;
import org.lamplight.chat.RoomFeatures;
import org.lamplight.core.PlainText;

/** Finds services, their rooms, and what kind of room one is (XEP-0030, XEP-0045 section 6). On the session's thread. */
final class RoomDirectory {
    private static final String ROOM_INFO = RoomStanzas.MUC + "#roominfo";
    private static final List<String> MEMBERS_INVITE =
            List.of("muc#roomconfig_allowinvites", "{http://prosody.im/protocol/muc}roomconfig_allowmemberinvites");
    private static final int MOST_ROOMS = 5_000;

    /**
     * What a room tells of itself.
     *
     * @param name null if it has none
     * @param tellsOccupants whether its ids for people (XEP-0421) are its own, so that nobody can make them up
     */
    record Described(@Nullable String name, RoomFeatures features, boolean tellsOccupants) {
        static final Described UNKNOWN = new Described(null, RoomFeatures.UNKNOWN, false);
    }

    private final RoomContext on;
    private @Nullable CompletableFuture<Jid> service;

    RoomDirectory(RoomContext on) {
        this.on = on;
    }

    /** A new session: it may be another server. */
    void reset() {
        service = null;
    }

    /** Fails as the request does. */
    CompletableFuture<Described> describe(Jid room) {
        return info(room).thenApply(RoomDirectory::read);
    }

    private CompletableFuture<DiscoverInfo> info(Jid of) {
        DiscoverInfo request =
                DiscoverInfo.builder(on.wire().connection()).to(of).build();
        return on.ask(request).thenApply(DiscoverInfo.class::cast);
    }

    private static Described read(DiscoverInfo info) {
        boolean membersOnly = info.containsFeature("muc_membersonly");
        RoomFeatures features = new RoomFeatures(
                membersOnly,
                info.containsFeature("muc_passwordprotected"),
                info.containsFeature("muc_moderated"),
                info.containsFeature("muc_public"),
                info.containsFeature("muc_nonanonymous"),
                !membersOnly || membersInvite(info),
                info.containsFeature("urn:xmpp:mam:2"));
        String name = info.getIdentities().stream()
                .filter(one -> "conference".equals(one.getCategory()))
                .map(one -> PlainText.line(one.getName(), PlainText.SHORT))
                .filter(one -> one != null)
                .findFirst()
                .orElse(null);
        return new Described(name, features, info.containsFeature("urn:xmpp:occupant-id:0"));
    }

    private static boolean membersInvite(DiscoverInfo info) {
        DataForm form = DataForm.from(info, ROOM_INFO);
        return form != null
                && MEMBERS_INVITE.stream()
                        .map(form::getField)
                        .filter(field -> field != null)
                        .map(FormField::getFirstValue)
                        .anyMatch(value -> "1".equals(value) || "true".equals(value));
    }

    /** The server's own service; fails with a sentence where it has none. */
    CompletableFuture<Jid> service() {
        CompletableFuture<Jid> known = service;
        if (known == null || known.isCompletedExceptionally()) {
            known = items(on.wire().connection().getXMPPServiceDomain())
                    .thenCompose(items -> firstService(items, 0))
                    .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                            RoomErrors.refused("service.none", on.keys().domain())));
            service = known;
        }
        return known;
    }

    private CompletableFuture<Jid> firstService(List<DiscoverItems.Item> items, int at) {
        if (at >= items.size()) {
            return CompletableFuture.failedFuture(
                    RoomErrors.refused("service.none", on.keys().domain()));
        }
        Jid candidate = items.get(at).getEntityID();
        return info(candidate)
                .thenApply(RoomDirectory::isService)
                .exceptionally(silent -> false)
                .thenCompose(is -> is ? CompletableFuture.completedFuture(candidate) : firstService(items, at + 1));
    }

    private static boolean isService(DiscoverInfo info) {
        boolean text = info.getIdentities().stream()
                .anyMatch(one -> "conference".equals(one.getCategory()) && "text".equals(one.getType()));
        return text && info.containsFeature(RoomStanzas.MUC);
    }

    /** The rooms that a service shows to everybody, in the order it gives them. */
    CompletableFuture<List<ListedRoom>> rooms(Jid of) {
        return items(of)
                .thenApply(items -> items.stream()
                        .filter(item -> item.getEntityID().hasLocalpart())
                        .limit(MOST_ROOMS)
                        .map(item -> new ListedRoom(
                                item.getEntityID().asBareJid().toString(),
                                PlainText.line(item.getName(), PlainText.SHORT)))
                        .toList());
    }

    private CompletableFuture<List<DiscoverItems.Item>> items(Jid of) {
        DiscoverItems request = new DiscoverItems();
        request.setType(IQ.Type.get);
        request.setTo(of);
        return on.ask(request).thenApply(answer -> ((DiscoverItems) answer).getItems());
    }
}
