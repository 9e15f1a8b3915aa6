package org.lamplight.ui.notify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.lamplight.chat.ChatEvent;
import org.lamplight.chat.Message;
import org.lamplight.chat.NewWords;
import org.lamplight.chat.NotificationShown;
import org.lamplight.chat.Room;
import org.lamplight.chat.Talk;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.presence.OwnStatus;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.FrameTimer;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Stage;

/**
 * Tells of messages in talks that are not in front: at most one notification a talk, renewed at most once a second however
 * many messages come. All but the constructor: EDT.
 */
public final class Notifier {
    private static final int LONGEST_LINE = 200;
    private static final int REST_MS = 1000;
    private static final Set<Status> QUIET = Set.of(Status.DO_NOT_DISTURB, Status.PRESENTING);

    private final Domain domain;
    private final Texts texts;
    private final Mirrors mirrors;
    private final Predicate<Message> isWorthACall;
    private final Predicate<String> isSeen;
    private final Supplier<NotificationChoices> choices;
    private final NotificationDisplay display;

    private final Object lock = new Object();
    private final FrameTimer frame = new FrameTimer(this::apply);
    private Map<String, Message> next = new LinkedHashMap<>();
    private Set<String> nextRead = new HashSet<>();

    private final Set<String> resting = new HashSet<>();
    private final Map<String, Message> held = new HashMap<>();

    /**
     * @param isWorthACall whether the user wants to hear of this message at all; asked on core
     * @param isSeen whether the talk with this address is in front of the user; asked on the EDT
     */
    public Notifier(
            Domain domain,
            Stage stage,
            Mirrors mirrors,
            Predicate<Message> isWorthACall,
            Predicate<String> isSeen,
            Supplier<NotificationChoices> choices,
            NotificationDisplay display) {
        this.domain = domain;
        this.texts = stage.texts(Notifier.class);
        this.mirrors = mirrors;
        this.isWorthACall = isWorthACall;
        this.isSeen = isSeen;
        this.choices = choices;
        this.display = display;
        domain.events().listen(ChatEvent.class, this::collect);
    }

    private void collect(ChatEvent event) {
        if (event instanceof ChatEvent.MessageReceived received && !isWorthACall.test(received.message())) {
            return;
        }
        synchronized (lock) {
            if (event instanceof ChatEvent.MessageReceived received) {
                next.put(received.message().peer(), received.message());
                nextRead.remove(received.message().peer());
            } else if (event instanceof ChatEvent.TalkChanged changed
                    && changed.talk().unread() == 0) {
                next.remove(changed.talk().peer());
                nextRead.add(changed.talk().peer());
            } else {
                return;
            }
        }
        frame.wish();
    }

    private void apply() {
        Map<String, Message> came;
        Set<String> read;
        synchronized (lock) {
            came = next;
            read = nextRead;
            next = new LinkedHashMap<>();
            nextRead = new HashSet<>();
        }
        read.forEach(peer -> {
            held.remove(peer);
            display.withdraw(peer);
        });
        came.values().forEach(this::consider);
    }

    private void consider(Message message) {
        NotificationChoices wanted = choices.get();
        boolean quiet =
                wanted.quiet() && QUIET.contains(mirrors.own().now().presence().status());
        if (!wanted.on() || quiet || isSeen.test(message.peer())) {
            return;
        }
        if (resting.contains(message.peer())) {
            held.put(message.peer(), message);
            return;
        }
        rest(message.peer());
        display.show(notification(message, wanted));
        domain.core().execute(() -> domain.events().publish(new NotificationShown(message)));
    }

    /** For a while only the last of what comes is kept: a flood moves one notification once a second. */
    private void rest(String peer) {
        resting.add(peer);
        Edt.after(REST_MS, () -> {
            resting.remove(peer);
            Message last = held.remove(peer);
            if (last != null) {
                consider(last);
            }
        });
    }

    private Notification notification(Message message, NotificationChoices wanted) {
        String line = PlainText.line(NewWords.of(message.text()), LONGEST_LINE);
        boolean shown = wanted.text() && !isLocked() && line != null;
        return new Notification(
                message.peer(),
                PlainText.line(title(message)),
                shown ? String.valueOf(line) : texts.get("message.new"),
                wanted.sound());
    }

    /** Who wrote; in a room under which name, and where. */
    private String title(Message message) {
        String nick = Room.nickOf(message.from());
        String name = mirrors.name(message.peer());
        String talk = name.equals(message.peer()) ? name.replaceFirst("@.*", "") : name;
        boolean room = mirrors.talks().with(message.peer()).map(Talk::room).orElse(false);
        return room && !nick.isEmpty() ? texts.get("title.room", nick, talk) : name;
    }

    /** Whoever stands before a locked screen need not be the one whom the message is for. */
    private boolean isLocked() {
        OwnStatus own = mirrors.own().now();
        return own.presence().reasons().stream()
                .anyMatch(reason -> reason.observation().source().kind() == Source.Kind.LOCK);
    }
}
