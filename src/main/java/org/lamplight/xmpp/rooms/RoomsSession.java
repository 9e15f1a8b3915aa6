package org.lamplight.xmpp.rooms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.parsing.StandardExtensionElementProvider;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.lamplight.chat.ListedRoom;
import org.lamplight.chat.Member;
import org.lamplight.chat.Occupant.Affiliation;
import org.lamplight.chat.Occupant.Role;
import org.lamplight.chat.Room;
import org.lamplight.chat.RoomInvitation;
import org.lamplight.chat.RoomOptions;
import org.lamplight.chat.RoomTransport;
import org.lamplight.chat.Rooms;
import org.lamplight.chat.Talk;
import org.lamplight.core.Threads;
import org.lamplight.xmpp.archive.OlderPages;
import org.lamplight.xmpp.messages.MucUser;
import org.lamplight.xmpp.stream.ElementIq;

/**
 * The rooms of one account: which we are in or would be, and what the user does with them. Works on the session's thread,
 * whoever calls.
 */
public final class RoomsSession implements RoomTransport {
    /** What others may ask of us, and what we want to hear of them (XEP-0030). */
    public static final List<String> FEATURES =
            List.of(RoomStanzas.MUC, RoomStanzas.DIRECT, Bookmark.NATIVE + "+notify");

    private final RoomContext on;
    private final RoomDirectory directory;
    private final RoomForm form;
    private final RoomReplies replies;
    private final RoomSpeech speech;
    private final Bookmarks bookmarks;

    /** By bare address. Changed on the session's thread; the reader looks here whether a stanza is a room's. */
    private final Map<String, RoomSession> sessions = new ConcurrentHashMap<>();

    /** Rooms of earlier days, whose talks are still here. From any thread. */
    private final Set<String> former = ConcurrentHashMap.newKeySet();

    private @Nullable Presence own;

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
        this.form = new RoomForm(on);
        this.replies = new RoomReplies(on);
        this.speech = new RoomSpeech(on);
        this.bookmarks = new Bookmarks(on, this::remembered, this::forgotten);
        on.tell(rooms -> rooms.add(on.keys().bare(), this));
        on.tellChats(chats -> chats.loaded()
                .thenRun(() -> chats.talks().stream()
                        .filter(Talk::room)
                        .map(Talk::peer)
                        .forEach(former::add)));
    }

    // ---- sessions, as they come and go

    public void began() {
        own = null;
        listed = false;
        directory.reset();
        speech.began();
        sessions.values().forEach(RoomSession::began);
    }

    public void resumed() {
        sessions.values().forEach(RoomSession::resumed);
    }

    public void interrupted() {
        sessions.values().forEach(RoomSession::interrupted);
    }

    public void close() {
        sessions.values().forEach(RoomSession::close);
        on.tell(rooms -> rooms.remove(on.keys().bare()));
    }

    /** What the server was told that we are; rooms are told so too, and those we want to be in are entered. */
    public void shown(@Nullable Presence now) {
        own = now;
        sessions.values().forEach(room -> room.shown(now));
        if (now != null && !listed) {
            listed = true;
            bookmarks.load();
        }
    }

    private RoomSession session(EntityBareJid room) {
        return sessions.computeIfAbsent(room.toString(), any -> opened(room));
    }

    private RoomSession opened(EntityBareJid room) {
        former.add(room.toString());
        RoomSession session = new RoomSession(on, room, directory);
        session.shown(own);
        OlderPages older = new OlderPages(on.program(), on.pages(), session::older, session::settled);
        on.tellChats(chats -> chats.delivery().addRoom(on.keys().bare(), room.toString(), speech.in(session, older)));
        return session;
    }

    private void ended(EntityBareJid room) {
        RoomSession session = sessions.remove(room.toString());
        if (session != null) {
            session.leave();
            session.close();
        }
        on.tellChats(chats -> chats.delivery().removeRoom(on.keys().bare(), room.toString()));
        on.tell(rooms -> rooms.forget(on.keys().bare(), room.toString()));
    }

    // ---- what the server says; on its reader's thread

    /** Takes presence that is of a room. */
    public boolean heard(Presence stanza) {
        RoomSession room = room(stanza.getFrom());
        if (room != null) {
            Threads.post(on.thread(), () -> room.heard(stanza));
        }
        return room != null;
    }

    /** Takes what is said in rooms, and what rooms say; what is said to all by a room that we are not in is not heard. */
    public boolean heard(Message stanza) {
        RoomSession room = room(stanza.getFrom());
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
        boolean toAll = stanza.getType() == Message.Type.groupchat;
        boolean itself = room != null && !stanza.getFrom().hasResource();
        if (room != null && (toAll || itself)) {
            Threads.post(on.thread(), () -> room.heard(stanza));
        }
        return toAll || itself;
    }

    private @Nullable RoomSession room(@Nullable Jid from) {
        return from == null ? null : sessions.get(from.asBareJid().toString());
    }

    /** Whether this is the address of a room that we are in, would be, or once were. From any thread. */
    public boolean isRoom(String bare) {
        return sessions.containsKey(bare) || former.contains(bare);
    }

    // ---- the list

    private void remembered(Bookmark bookmark) {
        String room = bookmark.room().toString();
        on.tell(rooms -> rooms.remembered(on.keys().bare(), room, bookmark.name(), bookmark.alerts()));
        RoomSession session = session(bookmark.room());
        if (bookmark.autojoin() && !session.isWanted()) {
            session.join(bookmark.nick(), bookmark.password());
        } else if (!bookmark.autojoin() && session.isIn()) {
            session.leave();
        }
    }

    private void forgotten(EntityBareJid room) {
        ended(room);
    }

    private CompletableFuture<Void> remember(RoomSession session, @Nullable String nick) {
        Optional<Bookmark> before = bookmarks.find(session.address());
        return bookmarks.put(new Bookmark(
                session.address(),
                before.map(Bookmark::name).orElse(session.described().name()),
                nick == null ? before.map(Bookmark::nick).orElse(null) : nick,
                session.password(),
                true,
                before.map(Bookmark::alerts).orElse(Room.Alerts.ALL),
                before.map(Bookmark::unknown).orElse(List.of())));
    }

    // ---- what the user does; called on core

    @Override
    public CompletableFuture<Void> join(String address, @Nullable String nick, @Nullable String password) {
        return here(() -> {
            EntityBareJid room = RoomReplies.room(address);
            boolean known = sessions.containsKey(room.toString());
            RoomSession session = session(room);
            return session.join(nick, password)
                    .thenCompose(done -> remember(session, nick))
                    .whenComplete((done, failure) -> forgetUnlessKnown(room, known, failure));
        });
    }

    /** A room that could not be entered at the first try is none of ours. */
    private void forgetUnlessKnown(EntityBareJid room, boolean known, @Nullable Throwable failure) {
        if (failure != null && !known && bookmarks.find(room).isEmpty()) {
            ended(room);
        }
    }

    @Override
    public CompletableFuture<Void> create(String address, @Nullable String nick, RoomOptions options) {
        return here(() -> {
            EntityBareJid room = RoomReplies.room(address);
            boolean known = sessions.containsKey(room.toString());
            RoomSession session = session(room);
            return session.create(nick, options.password(), () -> setUp(room, options, true))
                    .thenCompose(done -> remember(session, nick))
                    .whenComplete((done, failure) -> forgetUnlessKnown(room, known, failure));
        });
    }

    private CompletableFuture<Void> setUp(EntityBareJid room, RoomOptions options, boolean isNew) {
        return form.set(room, options, isNew).exceptionallyCompose(failure -> refused(room, failure));
    }

    @Override
    public CompletableFuture<Void> leave(String address) {
        return here(() -> {
            EntityBareJid room = RoomReplies.room(address);
            ended(room);
            return bookmarks.remove(room);
        });
    }

    @Override
    public CompletableFuture<Void> configure(String address, RoomOptions options) {
        return here(() -> {
            EntityBareJid room = RoomReplies.room(address);
            return setUp(room, options, false).thenRun(() -> session(room).describeAgain());
        });
    }

    @Override
    public CompletableFuture<Void> invite(String address, String person, @Nullable String words) {
        return here(() -> {
            RoomSession room = present(address);
            EntityBareJid whom = RoomReplies.room(person);
            // Only the room itself can make a member of somebody whom it does not know
            Message stanza = room.described().features().membersOnly()
                    ? RoomStanzas.mediatedInvite(room.address(), whom, words)
                    : RoomStanzas.directInvite(room.address(), whom, words, room.password());
            return replies.send(room.address(), stanza);
        });
    }

    @Override
    public void decline(RoomInvitation invitation) {
        String from = invitation.from();
        EntityBareJid room = JidCreate.entityBareFromOrNull(invitation.room());
        if (from != null && room != null) {
            Threads.post(on.thread(), () -> on.write(RoomStanzas.decline(room, from)));
        }
    }

    @Override
    public CompletableFuture<Void> topic(String address, String topic) {
        return here(() -> {
            EntityBareJid room = present(address).address();
            return replies.send(room, RoomStanzas.subject(room, topic));
        });
    }

    @Override
    public CompletableFuture<Void> nick(String address, String nick) {
        return here(() -> {
            RoomSession room = present(address);
            return room.rename(nick).thenCompose(done -> remember(room, nick));
        });
    }

    @Override
    public CompletableFuture<Void> role(String address, String nick, Role role, @Nullable String why) {
        return admin(address, "role", role.word(), "nick", nick, why);
    }

    @Override
    public CompletableFuture<Void> affiliation(
            String address, String person, Affiliation affiliation, @Nullable String why) {
        return admin(address, "affiliation", affiliation.word(), "jid", person, why);
    }

    private CompletableFuture<Void> admin(
            String address, String what, String value, String whom, String who, @Nullable String why) {
        return here(() -> {
            EntityBareJid room = present(address).address();
            return on.ask(RoomStanzas.admin(room, what, value, whom, who, why))
                    .<Void>thenApply(done -> null)
                    .exceptionallyCompose(failure -> refused(room, failure));
        });
    }

    @Override
    public CompletableFuture<List<Member>> members(String address) {
        return here(() -> new RoomMembers(on).ask(present(address).address()));
    }

    @Override
    public CompletableFuture<Void> alerts(String address, Room.Alerts alerts) {
        return here(() -> {
            RoomSession room = session(RoomReplies.room(address));
            return remember(room, null)
                    .thenCompose(done -> bookmarks
                            .find(room.address())
                            .map(known -> bookmarks.put(known.with(alerts)))
                            .orElse(CompletableFuture.completedFuture(null)));
        });
    }

    @Override
    public CompletableFuture<List<ListedRoom>> browse(@Nullable String service) {
        return here(() -> {
            Jid wanted = service == null ? null : JidCreate.domainBareFromOrNull(service);
            if (service != null && wanted == null) {
                throw RoomErrors.refused("service.unknown", service);
            }
            CompletableFuture<Jid> at =
                    wanted == null ? directory.service() : CompletableFuture.completedFuture(wanted);
            return at.thenCompose(directory::rooms).exceptionallyCompose(failure -> {
                Throwable cause = RoomErrors.cause(failure);
                return CompletableFuture.failedFuture(
                        cause instanceof Rooms.Refused
                                ? cause
                                : RoomErrors.refused(
                                        "service.unknown",
                                        service == null ? on.keys().domain() : service));
            });
        });
    }

    @Override
    public CompletableFuture<String> service() {
        return here(() -> directory.service().thenApply(Jid::toString));
    }

    private RoomSession present(String address) {
        RoomSession room = sessions.get(RoomReplies.room(address).toString());
        if (room == null || !room.isIn()) {
            throw RoomErrors.refused("room.absent", address);
        }
        return room;
    }

    private static <T> CompletableFuture<T> refused(EntityBareJid room, Throwable failure) {
        return CompletableFuture.failedFuture(RoomErrors.deed(room.toString(), failure));
    }

    /** Does it on the session's thread, while there is a connection. */
    private <T> CompletableFuture<T> here(Supplier<CompletableFuture<T>> deed) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            if (!on.online()) {
                                throw RoomErrors.refused(
                                        "room.offline", on.keys().domain());
                            }
                            return deed.get();
                        },
                        on.thread())
                .thenCompose(done -> done);
    }
}
