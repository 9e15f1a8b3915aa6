package org.lamplight.xmpp;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.lamplight.backend.BackendContext;
import org.lamplight.core.Texts;
import org.lamplight.xmpp.archive.ArchiveMark;
import org.lamplight.xmpp.archive.ArchivePages;
import org.lamplight.xmpp.archive.OlderPages;
import org.lamplight.xmpp.chat.ArchiveCatchUp;
import org.lamplight.xmpp.chat.ChatInbox;
import org.lamplight.xmpp.chat.ChatSession;
import org.lamplight.xmpp.files.FileSession;
import org.lamplight.xmpp.gateways.GatewaySession;
import org.lamplight.xmpp.jingle.Standing;
import org.lamplight.xmpp.pictures.PictureInbox;
import org.lamplight.xmpp.pictures.PictureSession;
import org.lamplight.xmpp.presence.ActivityMark;
import org.lamplight.xmpp.presence.PresenceInbox;
import org.lamplight.xmpp.presence.PresenceOutbox;
import org.lamplight.xmpp.presence.PresenceWriter;
import org.lamplight.xmpp.rooms.RoomContext;
import org.lamplight.xmpp.rooms.RoomsSession;
import org.lamplight.xmpp.roster.RosterSession;
import org.lamplight.xmpp.stream.AccountKeys;
import org.lamplight.xmpp.stream.Wire;

/**
 * What an account does through all losses, resumptions and new sessions: roster, presence both ways and chat.
 * Made, and called, on the session's thread.
 */
final class SignedIn {
    /** An archive that is long does not hold up what is written for longer than this. */
    private static final Duration ARCHIVE_PATIENCE = Duration.ofSeconds(20);

    private final AccountKeys keys;
    private final BackendContext context;
    private final RosterSession roster;
    private final PresenceInbox presenceInbox;
    private final PresenceOutbox presenceOutbox;
    private final PictureInbox pictureInbox;
    private final PictureSession pictures;
    private final ChatSession chat;
    private final ChatInbox chatInbox;
    private final ArchiveCatchUp archive;
    private final GatewaySession gateways;
    private final ArchivePages pages;
    private final RoomsSession rooms;
    private final FileSession files;
    private final ScheduledExecutorService thread;

    /** A new session, whose archive was not read yet. */
    private boolean fresh;

    /** Its archive was read, or was waited for long enough. */
    private boolean mayWrite;

    /** It is new, or all of the resumed one is there. */
    private boolean confirmed;

    private @Nullable Future<?> patience;

    SignedIn(AccountKeys keys, BackendContext context, Wire wire, ScheduledExecutorService thread) {
        this.keys = keys;
        this.thread = thread;
        this.context = context;
        this.roster = new RosterSession(keys, context, wire, thread);
        this.presenceInbox = new PresenceInbox(keys, context);
        ArchiveMark mark = new ArchiveMark(context.cache(), thread);
        this.chatInbox = new ChatInbox(keys, context, mark, this::isRoom);
        this.pages = new ArchivePages(keys, wire);
        this.archive = new ArchiveCatchUp(keys, pages, thread, chatInbox, mark, this::mayWrite);
        this.rooms = new RoomsSession(new RoomContext(keys, context, wire, thread, pages));
        PresenceWriter writer = new PresenceWriter(keys.busyIsQuiet(), Clock.system(ZoneId.systemDefault()));
        this.presenceOutbox = new PresenceOutbox(
                wire,
                thread,
                writer,
                new ActivityMark(context.cache()),
                new Capabilities(wire)::element,
                archive::reachable,
                rooms::shown,
                this::sayDeaf);
        this.pictures = new PictureSession(keys, context, wire, thread, presenceOutbox::carry);
        this.pictureInbox = new PictureInbox(keys, context, pictures::ownPublished);
        this.gateways = new GatewaySession(keys, context, wire, thread);
        OlderPages older = new OlderPages(context, pages, chatInbox::older, chatInbox::settled);
        this.chat = new ChatSession(keys, context, wire, thread, chatInbox, older);
        this.files = new FileSession(
                keys, wire, thread, presenceInbox::clients, this::standing, new FileOffers(keys, context));
        wire.each(connection -> {
            connection.addSyncStanzaListener(stanza -> heard((Presence) stanza), StanzaTypeFilter.PRESENCE);
            connection.addSyncStanzaListener(stanza -> heard((Message) stanza), StanzaTypeFilter.MESSAGE);
        });
        context.core().execute(() -> {
            context.rosters().add(keys.bare(), roster);
            context.pictures().addSource(keys.bare(), pictures);
            context.gateways().add(keys.bare(), gateways);
            context.chats().delivery().addTransport(keys.bare(), chat);
            context.files().addCarrier(keys.bare(), files);
        });
        roster.showCached();
    }

    private boolean isRoom(String address) {
        return rooms.isRoom(address);
    }

    /** Whoever may write may offer files too, but nobody in a room: who they are is not known. */
    private Standing standing(Jid address) {
        String bare = address.asBareJid().toString();
        if (!address.hasLocalpart() || bare.equals(keys.bare()) || isRoom(bare)) {
            return Standing.NOBODY;
        }
        return roster.knows(bare) ? Standing.CONTACT : Standing.STRANGER;
    }

    private void sayDeaf(boolean deaf) {
        Texts texts = Texts.of(SignedIn.class);
        context.notice("invisible", deaf ? texts.get("invisible.deaf", keys.domain()) : "");
    }

    private void heard(Presence presence) {
        if (!rooms.heard(presence)) {
            presenceInbox.received(presence);
            if (presence.getType() == Presence.Type.unavailable) {
                files.gone(presence.getFrom());
                chatInbox.gone(presence.getFrom());
            }
        }
        pictureInbox.received(presence);
    }

    private void heard(Message message) {
        if (pages.heard(message) || rooms.heard(message)) {
            return;
        }
        // Who says something besides is heard
        boolean published = pictureInbox.heard(message) || presenceInbox.activity(message);
        if (!published || message.getBody() != null) {
            chatInbox.received(message);
        }
    }

    /**
     * A session is there. A resumed one goes on once it is {@link #confirmed}; a new one begins with roster, presence and what
     * waits to be sent.
     */
    void opened(boolean resumed) {
        confirmed = !resumed;
        if (!resumed) {
            fresh = true;
            mayWrite = false;
            waitForArchive();
            context.core().execute(() -> context.people().sessionEnded(keys.bare()));
            presenceInbox.reset();
            pictureInbox.reset();
            archive.began();
            files.began();
            chat.began();
            rooms.began();
            roster.load();
            presenceOutbox.opened();
            context.core().execute(() -> context.ownPresence().addPublisher(presenceOutbox));
            context.core().execute(() -> context.gateways().opened(keys.bare()));
        } else {
            archive.resumed();
        }
        presenceOutbox.resumed();
        chat.opened();
        context.core().execute(() -> context.files().open(keys.bare(), true));
        pictures.opened(resumed);
    }

    /** A resumed session is whole: what was written since goes behind what went again. */
    void confirmed() {
        confirmed = true;
        chat.goOn();
        rooms.resumed();
        if (!fresh) {
            context.core().execute(() -> context.chats().delivery().opened(keys.bare(), true));
        } else if (mayWrite) {
            mayWrite();
        }
    }

    private void waitForArchive() {
        Future<?> before = patience;
        if (before != null) {
            before.cancel(false);
        }
        patience = thread.schedule(this::mayWrite, ARCHIVE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A new session sends only what the archive does not hold already: what was in doubt may be there. */
    private void mayWrite() {
        mayWrite = true;
        if (fresh && confirmed) {
            fresh = false;
            context.core().execute(() -> context.chats().delivery().opened(keys.bare(), false));
        }
    }

    /** The connection is gone for now. */
    void interrupted() {
        presenceOutbox.interrupted();
        chat.interrupted();
        chatInbox.interrupted();
        rooms.interrupted();
        context.core().execute(() -> {
            context.chats().delivery().closed(keys.bare());
            context.files().open(keys.bare(), false);
        });
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
        rooms.close();
        files.close();
        pictures.close();
        context.core().execute(() -> {
            context.ownPresence().removePublisher(presenceOutbox);
            context.rosters().remove(keys.bare(), roster);
            context.pictures().removeSource(keys.bare(), pictures);
            context.gateways().remove(keys.bare(), gateways);
            context.chats().delivery().closed(keys.bare());
            context.chats().delivery().removeTransport(keys.bare());
            context.files().removeCarrier(keys.bare());
            context.people().accountGone(keys.bare());
        });
    }
}
