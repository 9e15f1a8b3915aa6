package org.lamplight.xmpp.roster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.roster.packet.RosterPacket;
import org.jivesoftware.smack.roster.packet.RosterVer;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;
import org.lamplight.backend.BackendContext;
import org.lamplight.core.PlainText;
import org.lamplight.people.Contact;
import org.lamplight.people.Roster;
import org.lamplight.people.Subscription;
import org.lamplight.xmpp.stream.AccountKeys;
import org.lamplight.xmpp.stream.PushHandler;
import org.lamplight.xmpp.stream.Replies;
import org.lamplight.xmpp.stream.Wire;

/** The roster of one account (RFC 6121, section 2): loaded by version, kept on disk, changed as the user asks. */
public final class RosterSession implements Roster {
    private final AccountKeys keys;
    private final BackendContext context;
    private final Wire wire;
    private final RosterCache cache;
    private final Replies replies;
    private final BlockList blocked;

    /** Guarded by this; Smack's reader and the session's thread come here. */
    private final Map<String, Contact> contacts = new LinkedHashMap<>();

    private String version = "";
    private volatile String awaited = "";

    public RosterSession(AccountKeys keys, BackendContext context, Wire wire, Executor thread) {
        this.keys = keys;
        this.context = context;
        this.wire = wire;
        this.cache = new RosterCache(context.cache());
        this.replies = new Replies(wire, keys, thread);
        this.blocked = new BlockList(wire, replies, this::blockedChanged);
        wire.each(connection -> {
            connection.addSyncStanzaListener(stanza -> answered((IQ) stanza), StanzaTypeFilter.IQ);
            connection.registerIQRequestHandler(new PushHandler(
                    RosterPacket.ELEMENT, RosterPacket.NAMESPACE, this::isOurServer, iq -> pushed((RosterPacket) iq)));
        });
    }

    /** Whether the user and this person agreed that at least one sees the other, and it still holds. From any thread. */
    public synchronized boolean knows(String bare) {
        Contact contact = contacts.get(bare);
        return contact != null && !contact.blocked() && contact.subscription() != Subscription.NONE;
    }

    /** Shows what was there at the end of the last run, until the server answers. */
    public void showCached() {
        Optional<RosterCache.Kept> kept = cache.read();
        kept.ifPresent(roster -> {
            synchronized (this) {
                version = roster.version();
                roster.contacts().forEach(contact -> contacts.put(contact.address(), contact));
            }
            tellAll(roster.contacts());
        });
    }

    /** Asks the server; what it answers comes to {@link #answered}, in the order of the stream. */
    public void load() {
        RosterPacket request = new RosterPacket();
        if (wire.connection().hasFeature(RosterVer.ELEMENT, RosterVer.NAMESPACE)) {
            request.setVersion(version);
        }
        awaited = request.getStanzaId();
        replies.send(request);
        blocked.load();
    }

    private void answered(IQ iq) {
        if (!iq.getStanzaId().equals(awaited) || !isOurServer(iq.getFrom())) {
            return;
        }
        awaited = "";
        if (iq instanceof RosterPacket whole) {
            List<Contact> all = new ArrayList<>(whole.getRosterItemCount());
            synchronized (this) {
                contacts.clear();
                for (RosterPacket.Item item : people(whole)) {
                    Contact contact = contact(item);
                    contacts.put(contact.address(), contact);
                    all.add(contact);
                }
            }
            tellAll(all);
            keep(whole.getVersion());
        }
        context.core().execute(() -> context.people().sessionStarted(keys.bare()));
    }

    /** Who is subscribed to a gateway, or any service, has it on the roster; it is nobody to talk to. */
    private static List<RosterPacket.Item> people(RosterPacket roster) {
        return roster.getRosterItems().stream()
                .filter(item -> item.getJid().hasLocalpart())
                .toList();
    }

    private void pushed(RosterPacket push) {
        for (RosterPacket.Item item : people(push)) {
            String address = item.getJid().toString();
            if (item.getItemType() == RosterPacket.ItemType.remove) {
                synchronized (this) {
                    contacts.remove(address);
                }
                context.core().execute(() -> context.people().contactRemoved(keys.bare(), address));
            } else {
                tell(contact(item));
            }
        }
        keep(push.getVersion());
    }

    private void tell(Contact contact) {
        synchronized (this) {
            contacts.put(contact.address(), contact);
        }
        context.core().execute(() -> {
            context.people().contactChanged(keys.bare(), contact);
            if (contact.subscription() == Subscription.FROM || contact.subscription() == Subscription.BOTH) {
                context.rosters().answered(contact.address());
            }
        });
    }

    private void tellAll(Collection<Contact> all) {
        context.core().execute(() -> context.people().rosterLoaded(keys.bare(), all));
    }

    private void keep(@Nullable String newVersion) {
        if (newVersion == null) {
            return;
        }
        List<Contact> all;
        synchronized (this) {
            version = newVersion;
            all = List.copyOf(contacts.values());
        }
        replies.later(() -> cache.write(newVersion, all));
    }

    private void blockedChanged(Collection<String> addresses) {
        for (String address : addresses) {
            Contact known;
            synchronized (this) {
                known = contacts.get(address);
            }
            if (known != null) {
                tell(with(known, blocked.contains(address)));
            }
        }
    }

    private static Contact with(Contact contact, boolean isBlocked) {
        return new Contact(
                contact.address(),
                contact.name(),
                contact.groups(),
                contact.subscription(),
                contact.asked(),
                isBlocked);
    }

    private Contact contact(RosterPacket.Item item) {
        String address = item.getJid().toString();
        return new Contact(
                address,
                PlainText.line(item.getName(), PlainText.SHORT),
                item.getGroupNames().stream()
                        .map(group -> PlainText.line(group, PlainText.SHORT))
                        .filter(group -> group != null)
                        .sorted()
                        .toList(),
                subscription(item.getItemType()),
                item.isSubscriptionPending(),
                blocked.contains(address));
    }

    private static Subscription subscription(RosterPacket.@Nullable ItemType type) {
        return switch (type == null ? RosterPacket.ItemType.none : type) {
            case to -> Subscription.TO;
            case from -> Subscription.FROM;
            case both -> Subscription.BOTH;
            default -> Subscription.NONE;
        };
    }

    /** Only our own server may change our roster (RFC 6121, section 2.1.6). */
    private boolean isOurServer(@Nullable Jid from) {
        return from == null || from.toString().equalsIgnoreCase(keys.bare());
    }

    // ---- what the user asks

    @Override
    public CompletableFuture<Void> put(String address, @Nullable String name, List<String> groups) {
        return replies.request(address, () -> {
            RosterPacket request = new RosterPacket();
            request.setType(IQ.Type.set);
            RosterPacket.Item item =
                    new RosterPacket.Item(AccountKeys.jid(address), name == null ? null : PlainText.xml(name));
            groups.stream().map(PlainText::xml).forEach(item::addGroupName);
            request.addRosterItem(item);
            return request;
        });
    }

    @Override
    public CompletableFuture<Void> remove(String address) {
        return replies.request(address, () -> {
            RosterPacket request = new RosterPacket();
            request.setType(IQ.Type.set);
            RosterPacket.Item item = new RosterPacket.Item(AccountKeys.jid(address), null);
            item.setItemType(RosterPacket.ItemType.remove);
            request.addRosterItem(item);
            return request;
        });
    }

    @Override
    public CompletableFuture<Void> ask(String address) {
        return presence(address, Presence.Type.subscribe);
    }

    @Override
    public CompletableFuture<Void> accept(String address) {
        return presence(address, Presence.Type.subscribed);
    }

    @Override
    public CompletableFuture<Void> decline(String address) {
        return presence(address, Presence.Type.unsubscribed);
    }

    @Override
    public CompletableFuture<Void> report(String address) {
        return blocked.report(address);
    }

    @Override
    public CompletableFuture<Void> block(String address, boolean block) {
        return blocked.change(address, block);
    }

    private CompletableFuture<Void> presence(String address, Presence.Type type) {
        try {
            Presence presence = StanzaBuilder.buildPresence()
                    .ofType(type)
                    .to(JidCreate.bareFrom(address))
                    .build();
            wire.connection().sendStanza(presence);
            return CompletableFuture.completedFuture(null);
        } catch (XmppStringprepException | SmackException.NotConnectedException e) {
            return CompletableFuture.failedFuture(replies.refused(address, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(replies.refused(address, e));
        }
    }
}
