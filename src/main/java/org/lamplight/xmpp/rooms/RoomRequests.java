package org.lamplight.xmpp.rooms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jivesoftware.smack.packet.Message;
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
import org.lamplight.core.CompletionCause;
import org.lamplight.core.Threads;
import org.lamplight.form.Form;

/** What the user does with rooms (XEP-0045). Called on core, works on the session's thread. */
final class RoomRequests implements RoomTransport {
    private final RoomContext on;
    private final JoinedRooms joined;
    private final RoomDirectory directory;
    private final Bookmarks bookmarks;
    private final RoomReplies replies;
    private final RoomForm form;

    RoomRequests(
            RoomContext on, JoinedRooms joined, RoomDirectory directory, Bookmarks bookmarks, RoomReplies replies) {
        this.on = on;
        this.joined = joined;
        this.directory = directory;
        this.bookmarks = bookmarks;
        this.replies = replies;
        this.form = new RoomForm(on);
    }

    @Override
    public CompletableFuture<Void> join(String address, @Nullable String nick, @Nullable String password) {
        return here(() -> {
            EntityBareJid room = RoomReplies.room(address);
            boolean known = joined.has(room);
            RoomSession session = joined.at(room);
            return session.join(nick, password)
                    .thenCompose(done -> bookmarks.remember(session, nick))
                    .whenComplete((done, failure) -> forgetUnlessKnown(room, known, failure));
        });
    }

    /** A room that could not be entered at the first try is none of ours. */
    private void forgetUnlessKnown(EntityBareJid room, boolean known, @Nullable Throwable failure) {
        if (failure != null && !known && bookmarks.find(room).isEmpty()) {
            joined.end(room);
        }
    }

    @Override
    public CompletableFuture<Void> create(String address, @Nullable String nick, RoomOptions options) {
        return here(() -> {
            EntityBareJid room = RoomReplies.room(address);
            boolean known = joined.has(room);
            RoomSession session = joined.at(room);
            return session.create(nick, options.password(), () -> setUp(room, options, true))
                    .thenCompose(done -> bookmarks.remember(session, nick))
                    .whenComplete((done, failure) -> forgetUnlessKnown(room, known, failure));
        });
    }

    private CompletableFuture<Void> setUp(EntityBareJid room, RoomOptions options, boolean isNew) {
        return form.set(room, options, isNew).exceptionallyCompose(failure -> unset(room, failure));
    }

    @Override
    public CompletableFuture<Void> leave(String address) {
        return here(() -> {
            EntityBareJid room = RoomReplies.room(address);
            joined.end(room);
            return bookmarks.remove(room);
        });
    }

    @Override
    public CompletableFuture<Void> configure(String address, RoomOptions options) {
        return here(() -> {
            EntityBareJid room = RoomReplies.room(address);
            Optional<String> secret = Optional.ofNullable(options.password());
            return setUp(room, options, false).thenCompose(done -> wasSetUp(room, secret));
        });
    }

    @Override
    public CompletableFuture<Form> settings(String address) {
        return here(() -> {
            EntityBareJid room = RoomReplies.room(address);
            return form.ask(room).exceptionallyCompose(failure -> unset(room, failure));
        });
    }

    @Override
    public CompletableFuture<Void> settings(String address, Map<String, List<String>> changes) {
        return here(() -> {
            EntityBareJid room = RoomReplies.room(address);
            return form.set(room, changes)
                    .exceptionallyCompose(failure -> unset(room, failure))
                    .thenCompose(done -> wasSetUp(room, RoomFields.secret(changes)));
        });
    }

    /** Its new password, if it got one, is what we come back with after a loss, and at the next start. */
    private CompletableFuture<Void> wasSetUp(EntityBareJid room, Optional<String> secret) {
        RoomSession session = joined.at(room);
        if (secret.isEmpty()) {
            return session.describeAgain();
        }
        session.password(secret.get().isEmpty() ? null : secret.get());
        return session.describeAgain()
                .thenCompose(done -> session.isWanted()
                        ? bookmarks.remember(session, null)
                        : CompletableFuture.completedFuture(null));
    }

    @Override
    public CompletableFuture<Void> invite(String address, String person, @Nullable String words) {
        return here(() -> {
            RoomSession room = joined.present(address);
            EntityBareJid whom = RoomReplies.room(person);
            // Its settings may just have been changed, by another owner too
            return room.describeAgain()
                    .thenCompose(done -> replies.send(room.address(), invitation(room, whom, words)));
        });
    }

    /** Only the room itself can make a member of somebody whom it does not know. */
    private static Message invitation(RoomSession room, EntityBareJid whom, @Nullable String words) {
        return room.described().features().membersOnly()
                ? RoomStanzas.mediatedInvite(room.address(), whom, words)
                : RoomStanzas.directInvite(room.address(), whom, words, room.password());
    }

    @Override
    public void decline(RoomInvitation invitation, @Nullable String words) {
        String from = invitation.from();
        EntityBareJid room = JidCreate.entityBareFromOrNull(invitation.room());
        if (from != null && room != null) {
            Threads.post(on.thread(), () -> on.write(RoomStanzas.decline(room, from, words)));
        }
    }

    @Override
    public CompletableFuture<Void> topic(String address, String topic) {
        return here(() -> {
            EntityBareJid room = joined.present(address).address();
            return replies.send(room, RoomStanzas.subject(room, topic));
        });
    }

    @Override
    public CompletableFuture<Void> nick(String address, String nick) {
        return here(() -> {
            RoomSession room = joined.present(address);
            return room.rename(nick).thenCompose(done -> bookmarks.remember(room, nick));
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
            EntityBareJid room = joined.present(address).address();
            return on.ask(RoomStanzas.admin(room, what, value, whom, who, why))
                    .<Void>thenApply(done -> null)
                    .exceptionallyCompose(failure -> refused(room, failure));
        });
    }

    @Override
    public CompletableFuture<List<Member>> members(String address) {
        return here(() -> new RoomMembers(on).ask(joined.present(address).address()));
    }

    @Override
    public CompletableFuture<List<Member>> banned(String address) {
        return here(() -> {
            EntityBareJid room = joined.present(address).address();
            return new RoomMembers(on)
                    .banned(room)
                    .exceptionallyCompose(failure -> reserved(room, "room.admins", failure));
        });
    }

    @Override
    public CompletableFuture<Void> destroy(String address, @Nullable String why) {
        return here(() -> {
            RoomSession session = joined.present(address);
            EntityBareJid room = session.address();
            return on.ask(RoomStanzas.destroy(room, why))
                    .exceptionallyCompose(failure -> reserved(room, "room.closers", failure))
                    .thenCompose(done -> {
                        session.closed(why);
                        joined.end(room);
                        return bookmarks.remove(room);
                    });
        });
    }

    @Override
    public CompletableFuture<Void> alerts(String address, Room.Alerts alerts) {
        return here(() -> {
            RoomSession room = joined.at(RoomReplies.room(address));
            return bookmarks
                    .remember(room, null)
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
                Throwable cause = CompletionCause.of(failure);
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

    private static <T> CompletableFuture<T> refused(EntityBareJid room, Throwable failure) {
        return CompletableFuture.failedFuture(RoomErrors.deed(room.toString(), failure));
    }

    private static <T> CompletableFuture<T> reserved(EntityBareJid room, String key, Throwable failure) {
        return CompletableFuture.failedFuture(RoomErrors.reserved(room.toString(), key, failure));
    }

    private static <T> CompletableFuture<T> unset(EntityBareJid room, Throwable failure) {
        return CompletableFuture.failedFuture(RoomErrors.settings(room.toString(), failure));
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
