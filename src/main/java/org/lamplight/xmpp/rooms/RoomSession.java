package org.lamplight.xmpp.rooms;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.jivesoftware.smackx.mam.element.MamElements.MamResultExtension;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.lamplight.chat.Room;
import org.lamplight.chat.Rooms;
import org.lamplight.chat.Utterance;
import org.lamplight.core.PlainText;

/**
 * Our stay in one room (XEP-0045): enters it, comes back into it after a loss, and notices when it was forgotten there
 * (XEP-0410). All on the session's thread.
 */
final class RoomSession {
    private static final int MOST_NICKS = 5;
    private static final int HISTORY = 50;

    private enum Step {
        OUT,
        ASKING,
        ENTERING,
        IN
    }

    private final RoomContext on;
    private final EntityBareJid address;
    private final RoomDirectory directory;
    private final RoomSpeech speech;
    private final RoomPeople people;
    private final RoomInbox inbox;
    private final RoomReader reader = new RoomReader();
    private final Entries entries = new Entries();
    private final EntryTimer timer;
    private final SelfPing ping;

    private Step step = Step.OUT;
    private RoomDirectory.Described described = RoomDirectory.Described.UNKNOWN;
    private String nick;
    private @Nullable String password;
    private @Nullable Presence own;
    private @Nullable CompletableFuture<Void> renaming;

    /** The room shall not be there yet. */
    private boolean creating;

    /** We want to be there. */
    private boolean wanted;

    private int nicksTried;

    RoomSession(RoomContext on, EntityBareJid address, RoomDirectory directory, RoomSpeech speech) {
        this.on = on;
        this.address = address;
        this.directory = directory;
        this.speech = speech;
        this.nick = on.keys().address().getLocalpart().toString();
        this.people = new RoomPeople(on, address.toString());
        this.inbox = new RoomInbox(on, address, this::nick);
        this.timer = new EntryTimer(on);
        this.ping = new SelfPing(on, () -> occupant(nick), this::forgotten);
    }

    String nick() {
        return nick;
    }

    EntityBareJid address() {
        return address;
    }

    boolean isIn() {
        return step == Step.IN;
    }

    boolean isWanted() {
        return wanted;
    }

    @Nullable
    String password() {
        return password;
    }

    /** Who comes back from now on says this; null: nothing. */
    void password(@Nullable String now) {
        password = now;
    }

    RoomDirectory.Described described() {
        return described;
    }

    // ---- what is asked of it

    /** Enters, now or as soon as we are there. */
    CompletableFuture<Void> join(@Nullable String newNick, @Nullable String newPassword) {
        if (newNick != null && JidCreate.entityFullFromOrNull(address + "/" + newNick) == null) {
            return CompletableFuture.failedFuture(RoomErrors.refused("room.reserved", address));
        }
        password = newPassword == null ? password : newPassword;
        if (step == Step.IN && newNick != null && !newNick.equals(nick)) {
            return rename(newNick);
        }
        nick = newNick == null ? nick : newNick;
        wanted = true;
        return entry();
    }

    /** Enters a room that must not be there yet, and sets it up. */
    CompletableFuture<Void> create(
            @Nullable String newNick, @Nullable String newPassword, Supplier<CompletableFuture<Void>> setUp) {
        if (step != Step.OUT) {
            return CompletableFuture.failedFuture(RoomErrors.refused("room.exists", address));
        }
        creating = true;
        return join(newNick, newPassword)
                .thenCompose(done -> setUp.get())
                .whenComplete((done, failure) -> {
                    creating = false;
                    if (failure != null && step != Step.OUT) {
                        leave();
                    }
                })
                .thenCompose(done -> describeAgain());
    }

    /** Asks the room how it is now; where it does not tell, it counts as it was before. */
    CompletableFuture<Void> describeAgain() {
        return directory.describe(address).thenAccept(this::described).exceptionally(silent -> null);
    }

    private CompletableFuture<Void> entry() {
        if (step == Step.IN) {
            return CompletableFuture.completedFuture(null);
        }
        if (!on.online() || own == null) {
            String key = on.online() ? "room.hidden" : "room.offline";
            return CompletableFuture.failedFuture(
                    RoomErrors.refused(key, on.online() ? address : on.keys().domain()));
        }
        CompletableFuture<Void> entry = entries.add();
        nicksTried = 0;
        if (step == Step.OUT) {
            ask();
        }
        return entry;
    }

    void leave() {
        wanted = false;
        if (step == Step.ENTERING || step == Step.IN) {
            on.write(RoomStanzas.leave(occupant(nick)));
        }
        if (step == Step.OUT) {
            // why we are out stays as it is
            stopTimers();
        } else {
            out(null, Room.Back.ASKED);
        }
    }

    /** It is known, and entered only when the user wants to be there. */
    void stayOut() {
        on.tell(rooms -> rooms.out(on.keys().bare(), address.toString(), null, Room.Back.ASKED));
    }

    /** It was closed by ourselves, for this reason. */
    void closed(@Nullable String why) {
        wanted = false;
        if (step != Step.OUT) {
            out(RoomErrors.closed(address.toString(), why, null), Room.Back.NEVER);
        }
    }

    CompletableFuture<Void> rename(String newNick) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Presence now = own;
        EntityFullJid wish = JidCreate.entityFullFromOrNull(address + "/" + newNick);
        if (step != Step.IN || now == null) {
            done.completeExceptionally(RoomErrors.refused("room.absent", address));
        } else if (wish == null) {
            done.completeExceptionally(RoomErrors.refused("room.reserved", address));
        } else {
            renaming = done;
            on.write(RoomStanzas.here(now, wish).build());
        }
        return done;
    }

    /** How we are shown from now on; null: to nobody. */
    void shown(@Nullable Presence now) {
        own = now;
        if (now == null) {
            if (step == Step.IN || step == Step.ENTERING) {
                on.write(RoomStanzas.leave(occupant(nick)));
                out(RoomErrors.refused("room.hidden", address).getMessage(), Room.Back.ITSELF);
            }
        } else if (step == Step.IN) {
            on.write(RoomStanzas.here(now, occupant(nick)).build());
        } else if (step == Step.OUT && wanted) {
            ask();
        }
    }

    // ---- sessions

    /** A new session: the room knows nothing of us. */
    void began() {
        own = null;
        stopTimers();
        step = Step.OUT;
        inbox.hold();
        if (wanted) {
            on.tell(rooms -> rooms.joining(on.keys().bare(), address.toString(), nick));
        }
    }

    /** The session goes on; what was asked may have been lost. */
    void resumed() {
        if (step == Step.IN) {
            inbox.resumed();
            ping.ask();
        } else if (wanted && own != null) {
            ask();
        }
    }

    void interrupted() {
        inbox.interrupted();
    }

    /** Nobody waits for anything of it any more. */
    void close() {
        stopTimers();
        inbox.close();
        entries.refuse(RoomErrors.refused("room.offline", on.keys().domain()));
    }

    // ---- entering

    private void ask() {
        step = Step.ASKING;
        on.tell(rooms -> rooms.joining(on.keys().bare(), address.toString(), nick));
        directory.describe(address).whenComplete((found, failure) -> {
            if (step != Step.ASKING) {
                return;
            }
            boolean absent = failure != null && RoomErrors.condition(failure) == Condition.item_not_found;
            if (absent && !creating) {
                fail(RoomErrors.entry(address.toString(), Condition.item_not_found), false);
            } else if (failure == null && creating) {
                fail(RoomErrors.refused("room.exists", address), false);
            } else {
                described(failure == null ? found : RoomDirectory.Described.UNKNOWN);
                enter();
            }
        });
    }

    private void described(RoomDirectory.Described found) {
        described = found;
        inbox.describe(found);
        on.tell(rooms -> rooms.described(on.keys().bare(), address.toString(), found.name(), found.features()));
    }

    private void enter() {
        Presence now = own;
        if (now == null || !wanted) {
            step = Step.OUT;
            return;
        }
        step = Step.ENTERING;
        people.reset();
        inbox.entering();
        String since = inbox.since();
        String unit = described.features().archived() || since == null ? "maxstanzas" : "since";
        String amount = described.features().archived() ? "0" : since == null ? String.valueOf(HISTORY) : since;
        on.write(RoomStanzas.enter(now, occupant(nick), password, unit, amount));
        ping.stop();
        timer.entering(() -> fail(RoomErrors.refused("room.silent", address), true));
    }

    private void entered() {
        step = Step.IN;
        timer.entered();
        people.enter(nick);
        on.tellChats(chats -> chats.markRoom(address.toString()));
        inbox.entered();
        ping.start();
        entries.finish();
    }

    /** @param again whether to try later without being asked */
    private void fail(Rooms.Refused why, boolean again) {
        fail(why, again ? Room.Back.ITSELF : Room.Back.ASKED);
    }

    private void fail(Rooms.Refused why, Room.Back back) {
        boolean again = back == Room.Back.ITSELF;
        wanted = again;
        out(why.getMessage(), back);
        entries.refuse(why);
        if (again) {
            returnLater();
        }
    }

    private void returnLater() {
        timer.again(() -> {
            if (step == Step.OUT && wanted && own != null && on.online()) {
                ask();
            }
        });
    }

    private void out(@Nullable String reason, Room.Back back) {
        step = Step.OUT;
        stopTimers();
        people.reset();
        inbox.left();
        on.tell(rooms -> rooms.out(on.keys().bare(), address.toString(), reason, back));
    }

    // ---- what the room says; only from its own address

    void heard(Presence stanza) {
        Jid from = stanza.getFrom();
        String who = from.getResourceOrEmpty().toString();
        if (stanza.getType() == Presence.Type.error) {
            refused(stanza);
        } else if (step == Step.ENTERING || step == Step.IN) {
            if (stanza.getType() == Presence.Type.available) {
                there(stanza, who);
            } else if (stanza.getType() == Presence.Type.unavailable) {
                gone(stanza, who);
            }
        }
    }

    private void there(Presence stanza, String who) {
        boolean self = RoomReader.codes(stanza).contains(RoomReader.SELF)
                || (who.equals(nick) && on.keys().bare().equals(RoomReader.address(stanza)));
        people.put(reader.occupant(stanza, who));
        if (!self) {
            return;
        }
        inbox.self(RoomReader.occupantId(stanza).orElse(null));
        boolean another = !who.equals(nick);
        nick = who;
        if (step == Step.ENTERING) {
            boolean taken = creating && !RoomReader.codes(stanza).contains(RoomReader.CREATED);
            if (taken) {
                on.write(RoomStanzas.leave(occupant(nick)));
                fail(RoomErrors.refused("room.exists", address), false);
            } else {
                entered();
            }
        } else if (another) {
            renamed();
        }
    }

    private void renamed() {
        String now = nick;
        on.tell(rooms -> rooms.renamed(on.keys().bare(), address.toString(), now));
        CompletableFuture<Void> done = renaming;
        renaming = null;
        if (done != null) {
            done.complete(null);
        }
    }

    private void gone(Presence stanza, String who) {
        boolean self = who.equals(nick) && step == Step.IN;
        if (self && RoomReader.codes(stanza).contains(RoomReader.RENAMED)) {
            people.remove(who);
            return;
        }
        if (!self) {
            people.remove(who);
            return;
        }
        boolean back = RoomErrors.mayReturn(stanza);
        wanted = wanted && back;
        Room.Back how = RoomErrors.isFinal(stanza) ? Room.Back.NEVER : wanted ? Room.Back.ITSELF : Room.Back.ASKED;
        out(RoomErrors.out(stanza, address.toString()), how);
        if (wanted && own != null) {
            returnLater();
        }
    }

    private void refused(Presence stanza) {
        Condition condition = RoomErrors.condition(stanza.getError());
        if (step == Step.ENTERING) {
            boolean taken = condition == Condition.conflict && ++nicksTried < MOST_NICKS;
            if (taken) {
                nick = nick + "_";
                enter();
            } else {
                fail(RoomErrors.entry(address.toString(), condition), back(condition));
            }
        } else if (renaming != null) {
            renaming.completeExceptionally(RoomErrors.entry(address.toString(), condition));
            renaming = null;
        }
    }

    private static Room.Back back(Condition condition) {
        return RoomErrors.isFinal(condition)
                ? Room.Back.NEVER
                : RoomErrors.mayPass(condition) ? Room.Back.ITSELF : Room.Back.ASKED;
    }

    /** What the room says, or somebody in it to all. */
    void heard(Message stanza) {
        boolean there = step == Step.ENTERING || step == Step.IN;
        if (stanza.getType() == Message.Type.error) {
            refused(stanza);
        } else if (there) {
            boolean configured = RoomReader.codes(stanza).contains(RoomReader.CONFIGURED);
            if (configured && !stanza.getFrom().hasResource()) {
                describeAgain();
            }
            if (stanza.getType() == Message.Type.groupchat) {
                readSubject(stanza);
                inbox.received(stanza);
            }
        }
    }

    /** Where we are not in, it says so (XEP-0045, section 7.4): it may have forgotten us without a word. */
    private void refused(Message stanza) {
        String id = stanza.getStanzaId();
        boolean absent = wanted && RoomErrors.condition(stanza.getError()) == Condition.not_acceptable;
        if (absent && id != null && speech.repeat(address, id)) {
            forgotten();
        } else {
            inbox.refused(stanza);
        }
    }

    private void readSubject(Message stanza) {
        if (stanza.getSubject() != null && stanza.getBody() == null) {
            String subject = PlainText.line(stanza.getSubject(), 2 * PlainText.SHORT);
            on.tell(rooms -> rooms.topic(on.keys().bare(), address.toString(), subject));
            inbox.historyEnded();
        }
    }

    /** One of an older page. */
    Optional<Utterance> older(MamResultExtension result) {
        return inbox.older(result);
    }

    CompletableFuture<Void> settled() {
        return inbox.settled();
    }

    private void forgotten() {
        if (step == Step.IN) {
            inbox.hold();
            ask();
        }
    }

    private void stopTimers() {
        timer.stop();
        ping.stop();
    }

    private EntityFullJid occupant(String name) {
        return JidCreate.entityFullFromOrThrowUnchecked(address + "/" + name);
    }
}
