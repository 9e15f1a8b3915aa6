package org.lamplight.xmpp;

import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.ScheduledExecutorService;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.lamplight.backend.BackendContext;
import org.lamplight.core.Texts;

/**
 * What an account does through all losses, resumptions and new sessions: roster, presence both ways and chat.
 * Made, and called, on the session's thread.
 */
final class SignedIn {
    private final AccountKeys keys;
    private final BackendContext context;
    private final RosterSession roster;
    private final PresenceInbox presenceInbox;
    private final PresenceOutbox presenceOutbox;
    private final ChatSession chat;
    private final ChatInbox chatInbox;
    private final ArchiveCatchUp archive;
    private final GatewaySession gateways;

    SignedIn(AccountKeys keys, BackendContext context, Wire wire, ScheduledExecutorService thread) {
        this.keys = keys;
        this.context = context;
        this.roster = new RosterSession(keys, context, wire, thread);
        this.presenceInbox = new PresenceInbox(keys, context);
        ArchiveMark mark = new ArchiveMark(context.cache(), thread);
        this.chatInbox = new ChatInbox(keys, context, mark);
        this.archive = new ArchiveCatchUp(keys, wire, thread, chatInbox, mark);
        PresenceWriter writer = new PresenceWriter(keys.busyIsQuiet(), Clock.system(ZoneId.systemDefault()));
        this.presenceOutbox = new PresenceOutbox(
                wire, thread, writer, new ActivityMark(context.cache()), archive::reachable, this::sayDeaf);
        this.chat = new ChatSession(keys, context, wire, thread, chatInbox);
        this.gateways = new GatewaySession(keys, context, wire, thread);
        wire.each(connection -> {
            connection.addSyncStanzaListener(
                    stanza -> presenceInbox.received((Presence) stanza), StanzaTypeFilter.PRESENCE);
            connection.addSyncStanzaListener(stanza -> heard((Message) stanza), StanzaTypeFilter.MESSAGE);
        });
        context.core().execute(() -> {
            context.rosters().add(keys.bare(), roster);
            context.chats().addTransport(keys.bare(), chat);
            context.gateways().add(keys.bare(), gateways);
        });
        roster.showCached();
    }

    private void sayDeaf(boolean deaf) {
        Texts texts = Texts.of(SignedIn.class);
        context.notice("invisible", deaf ? texts.get("invisible.deaf", keys.domain()) : "");
    }

    private void heard(Message message) {
        if (archive.heard(message)) {
            return;
        }
        // Who says something besides is heard
        boolean published = presenceInbox.activity(message);
        if (!published || message.getBody() != null) {
            chatInbox.received(message);
        }
    }

    /** A session is there. A resumed one goes on; a new one begins with roster, presence and what waits to be sent. */
    void opened(boolean resumed) {
        if (!resumed) {
            context.core().execute(() -> context.people().sessionEnded(keys.bare()));
            presenceInbox.reset();
            archive.began();
            chat.began();
            roster.load();
            presenceOutbox.opened();
            context.core().execute(() -> context.ownPresence().addPublisher(presenceOutbox));
            context.core().execute(() -> context.gateways().opened(keys.bare()));
        } else {
            archive.resumed();
        }
        presenceOutbox.resumed();
        context.core().execute(() -> context.chats().opened(keys.bare(), resumed));
    }

    /** The connection is gone for now. */
    void interrupted() {
        presenceOutbox.interrupted();
        chatInbox.interrupted();
        context.core().execute(() -> context.chats().closed(keys.bare()));
    }

    /** It has been gone for long: nothing is known of anybody. */
    void forgetPeople() {
        presenceInbox.reset();
        context.core().execute(() -> {
            context.people().sessionEnded(keys.bare());
            context.gateways().closed(keys.bare());
        });
    }

    /** Leaves nothing behind that would go on telling others what is not so any more. */
    void signOff(boolean online) {
        if (online) {
            presenceOutbox.signOff();
        }
    }

    void close() {
        archive.close();
        context.core().execute(() -> {
            context.ownPresence().removePublisher(presenceOutbox);
            context.rosters().remove(keys.bare(), roster);
            context.chats().closed(keys.bare());
            context.chats().removeTransport(keys.bare());
            context.gateways().remove(keys.bare(), gateways);
            context.people().accountGone(keys.bare());
        });
    }
}
