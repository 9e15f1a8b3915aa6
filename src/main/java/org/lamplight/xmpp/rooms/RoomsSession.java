package org.lamplight.xmpp.rooms;

import java.util.List;
import java.util.Optional;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.parsing.StandardExtensionElementProvider;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.RoomInvitation;
import org.lamplight.core.Threads;
import org.lamplight.xmpp.messages.MucUser;
import org.lamplight.xmpp.stream.ElementIq;

/** The rooms of one account, put together: sessions as they come and go, what the server says, and the list of rooms. */
public final class RoomsSession {
    /** What others may ask of us, and what we want to hear of them (XEP-0030). */
    public static final List<String> FEATURES =
            List.of(RoomStanzas.MUC, RoomStanzas.DIRECT, Bookmark.NATIVE + "+notify");

    private final RoomContext on;
    private final RoomDirectory directory;
    private final JoinedRooms joined;
    private final RoomReplies replies;
    private final Bookmarks bookmarks;

    /** The list of rooms was asked for in this session. */
    private boolean listed;

    /** Once for the program: how Smack is to read what is said about this. */
    public static void teachReaders() {
        // As trees of elements, for Smack's readers give up on a whole stanza where a word in it is unknown
        ProviderManager.removeExtensionProvider("x", MucUser.NAMESPACE);
        ProviderManager.removeExtensionProvider("x", RoomStanzas.DIRECT);
        for (String namespace : List.of(RoomStanzas.ADMIN, RoomStanzas.OWNER, BookmarkPlace.PRIVATE_STORAGE)) {
            ProviderManager.addIQProvider("query", namespace, new ElementIq.Provider());
        }
        ProviderManager.addExtensionProvider("conference", Bookmark.NATIVE, StandardExtensionElementProvider.INSTANCE);
        ProviderManager.addExtensionProvider("storage", Bookmark.OLD, StandardExtensionElementProvider.INSTANCE);
    }

    public RoomsSession(RoomContext on) {
        this.on = on;
        this.directory = new RoomDirectory(on);
        this.joined = new JoinedRooms(on, directory);
        this.replies = new RoomReplies(on);
        this.bookmarks = new Bookmarks(on, this::remembered, joined::end);
        RoomRequests requests = new RoomRequests(on, joined, directory, bookmarks, replies);
        on.tell(rooms -> rooms.add(on.keys().bare(), requests));
    }

    // ---- sessions, as they come and go; on the session's thread

    public void began() {
        listed = false;
        directory.reset();
        joined.began();
    }

    /** The session goes on. */
    public void resumed() {
        joined.resumed();
    }

    public void interrupted() {
        joined.interrupted();
    }

    public void close() {
        joined.each(RoomSession::close);
        on.tell(rooms -> rooms.remove(on.keys().bare()));
    }

    /** What the server was told that we are; rooms are told so too, and those we want to be in are entered. */
    public void shown(@Nullable Presence now) {
        joined.shown(now);
        if (now != null && !listed) {
            listed = true;
            bookmarks.load().thenRun(this::tellListed);
        }
    }

    private void tellListed() {
        if (on.online()) {
            on.tell(rooms -> rooms.listed(on.keys().bare()));
        }
    }

    // ---- what the server says; on its reader's thread

    /** Takes presence that is of a room. */
    public boolean heard(Presence stanza) {
        RoomSession room = joined.find(stanza.getFrom());
        if (room != null) {
            Threads.post(on.thread(), () -> room.heard(stanza));
        }
        return room != null;
    }

    /** Takes what is said in rooms, and what rooms say; what is said to all by a room that we are not in is not heard. */
    public boolean heard(Message stanza) {
        RoomSession room = joined.find(stanza.getFrom());
        boolean error = stanza.getType() == Message.Type.error;
        if (error && replies.refused(stanza)) {
            return true;
        }
        if (bookmarks.isAboutRooms(stanza)) {
            Threads.post(on.thread(), () -> bookmarks.heard(stanza));
            return true;
        }
        Optional<RoomInvitation> invitation =
                error ? Optional.empty() : Invitations.read(stanza, on.keys().bare());
        if (invitation.isPresent()) {
            on.tell(rooms -> rooms.invited(invitation.get()));
            return true;
        }
        Optional<Invitations.Declined> declined = room == null ? Optional.empty() : Invitations.declined(stanza);
        if (declined.isPresent()) {
            tellDeclined(declined.get());
            return true;
        }
        boolean toAll = stanza.getType() == Message.Type.groupchat;
        boolean itself = room != null && !stanza.getFrom().hasResource();
        if (room != null && (toAll || itself)) {
            Threads.post(on.thread(), () -> room.heard(stanza));
        }
        return toAll || itself;
    }

    private void tellDeclined(Invitations.Declined declined) {
        String room = declined.room().toString();
        on.tell(rooms -> rooms.declined(on.keys().bare(), room, declined.from(), declined.words()));
    }

    /** Whether this is the address of a room that we are in, would be, or once were. From any thread. */
    public boolean isRoom(String bare) {
        return joined.isRoom(bare);
    }

    // ---- the list

    private void remembered(Bookmark bookmark) {
        String room = bookmark.room().toString();
        on.tell(rooms -> rooms.remembered(on.keys().bare(), room, bookmark.name(), bookmark.alerts()));
        RoomSession session = joined.at(bookmark.room());
        if (bookmark.autojoin() && !session.isWanted()) {
            session.join(bookmark.nick(), bookmark.password());
        } else if (!bookmark.autojoin() && session.isIn()) {
            session.leave();
        } else if (!bookmark.autojoin() && !session.isWanted()) {
            session.stayOut();
        }
    }
}
