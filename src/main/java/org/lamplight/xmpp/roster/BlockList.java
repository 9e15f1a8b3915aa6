package org.lamplight.xmpp.roster;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smackx.blocking.element.BlockContactsIQ;
import org.jivesoftware.smackx.blocking.element.BlockListIQ;
import org.jivesoftware.smackx.blocking.element.UnblockContactsIQ;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.lamplight.xmpp.stream.AccountKeys;
import org.lamplight.xmpp.stream.PushHandler;
import org.lamplight.xmpp.stream.Replies;
import org.lamplight.xmpp.stream.Wire;

/** Whom we blocked (XEP-0191), as far as the server offers it. Fit for every thread. */
final class BlockList {
    private static final String NAMESPACE = "urn:xmpp:blocking";

    private final Wire wire;
    private final Replies replies;
    private final Consumer<Collection<String>> changed;
    private final Set<String> blocked = ConcurrentHashMap.newKeySet();
    private volatile String awaited = "";

    BlockList(Wire wire, Replies replies, Consumer<Collection<String>> changed) {
        this.wire = wire;
        this.replies = replies;
        this.changed = changed;
        wire.each(connection -> {
            connection.addSyncStanzaListener(stanza -> answered((IQ) stanza), StanzaTypeFilter.IQ);
            connection.registerIQRequestHandler(
                    new PushHandler("block", NAMESPACE, this::isOurs, iq -> add(((BlockContactsIQ) iq).getJids())));
            connection.registerIQRequestHandler(new PushHandler(
                    "unblock", NAMESPACE, this::isOurs, iq -> drop(((UnblockContactsIQ) iq).getJids())));
        });
    }

    void load() {
        BlockListIQ request = new BlockListIQ();
        request.setType(IQ.Type.get);
        awaited = request.getStanzaId();
        replies.send(request);
    }

    boolean contains(String address) {
        return blocked.contains(address);
    }

    CompletableFuture<Void> change(String address, boolean block) {
        return replies.request(address, () -> {
            List<Jid> jids = List.of(AccountKeys.jid(address));
            return block ? new BlockContactsIQ(jids) : new UnblockContactsIQ(jids);
        });
    }

    CompletableFuture<Void> report(String address) {
        return replies.request(address, () -> new ReportSpam(AccountKeys.jid(address)));
    }

    private void answered(IQ iq) {
        if (iq.getStanzaId().equals(awaited) && isOurs(iq.getFrom()) && iq instanceof BlockListIQ list) {
            awaited = "";
            drop(null);
            add(list.getBlockedJids());
        }
    }

    private boolean isOurs(@Nullable Jid from) {
        return from == null || from.equals(wire.connection().getUser().asBareJid());
    }

    private void add(@Nullable Collection<Jid> jids) {
        if (jids != null) {
            List<String> addresses = jids.stream().map(Jid::toString).toList();
            blocked.addAll(addresses);
            changed.accept(addresses);
        }
    }

    /** Null, or none, means everybody. */
    private void drop(@Nullable Collection<Jid> jids) {
        List<String> addresses = jids == null || jids.isEmpty()
                ? List.copyOf(blocked)
                : jids.stream().map(Jid::toString).toList();
        addresses.forEach(blocked::remove);
        changed.accept(addresses);
    }
}
