package org.lamplight.chat;

import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.lamplight.chat.Change.Kind;
import org.lamplight.chat.Message.Direction;
import org.lamplight.core.Events;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;

/**
 * What is said about messages that were sent before: corrections (XEP-0308), reactions (XEP-0444) and retractions
 * (XEP-0424), ours and others'. A change is stored, carried out here, and then sent. Core only; each future completes on
 * core with the message as it stands then, and fails with {@link Chats.Unsendable} if that can't be done.
 */
public final class Amendments {
    private static final Texts TEXTS = Texts.of(Amendments.class);

    private final Events events;
    private final Clock clock;
    private final MessageStore store;
    private final Delivery delivery;
    private final Predicate<String> isRoom;
    private final Consumer<Message> changed;

    Amendments(
            Events events,
            Clock clock,
            MessageStore store,
            Delivery delivery,
            Predicate<String> isRoom,
            Consumer<Message> changed) {
        this.events = events;
        this.clock = clock;
        this.store = store;
        this.delivery = delivery;
        this.isRoom = isRoom;
        this.changed = changed;
    }

    /** Gives a message of ours another text. */
    public CompletableFuture<Message> correct(Message own, String written) {
        Threads.requireCore();
        String text = PlainText.xml(written);
        if (own.direction() != Direction.OUT || own.details().retracted()) {
            return Chats.unsendable(TEXTS.get("correct.others"));
        }
        return Chats.refusal(text)
                .map(Chats::<Message>unsendable)
                .orElseGet(() -> carryOut(own, Kind.CORRECTION, text));
    }

    /** Takes a message of ours back: its text goes, here and where the other's program knows of this. */
    public CompletableFuture<Message> retract(Message own) {
        Threads.requireCore();
        return own.direction() == Direction.OUT
                ? carryOut(own, Kind.RETRACTION, "")
                : Chats.unsendable(TEXTS.get("retract.others"));
    }

    /** Replaces our reactions to a message; none takes all back. */
    public CompletableFuture<Message> react(Message to, Collection<String> emoji) {
        Threads.requireCore();
        return to.details().retracted()
                ? Chats.unsendable(TEXTS.get("react.retracted"))
                : carryOut(to, Kind.REACTIONS, Change.reactions(emoji));
    }

    private CompletableFuture<Message> carryOut(Message target, Kind kind, String text) {
        if (!delivery.canChange(target)) {
            return Chats.unsendable(TEXTS.get("change.never"));
        }
        String from = delivery.ownAddress(target);
        Change change = new Change(
                UUID.randomUUID().toString(),
                target.account(),
                target.peer(),
                clock.instant(),
                Direction.OUT,
                from,
                null,
                kind,
                named(target, kind),
                text);
        return store.change(change).thenApply(changed -> {
            delivery.offer(change);
            changed.now().ifPresent(this::show);
            return changed.now().orElse(target);
        });
    }

    /** A room speaks of its messages by names of its own, but for corrections. */
    private String named(Message target, Kind kind) {
        return target.wireId(isRoom.test(target.peer()) && kind != Kind.CORRECTION);
    }

    /**
     * Somebody, or another device of ours, said something about a message. Completes once that is stored, with whether it
     * could be carried out or was known before; a correction of what is not here should then be shown as a message.
     */
    CompletableFuture<Boolean> heard(Change change) {
        Threads.requireCore();
        return store.change(change).thenApply(changed -> {
            changed.now().ifPresent(this::show);
            return !changed.isNew() || changed.now().isPresent();
        });
    }

    private void show(Message message) {
        delivery.reworded(message);
        Message now = delivery.current(message);
        changed.accept(now);
        events.publish(new ChatEvent.MessageChanged(now));
    }
}
