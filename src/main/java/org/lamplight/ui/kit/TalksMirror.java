package org.lamplight.ui.kit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamplight.chat.ChatEvent;
import org.lamplight.chat.Talk;

/** The talks as windows see them, newest first; changes apply at most once a frame. All but the constructor: EDT. */
public final class TalksMirror {
    private static final Comparator<Talk> NEWEST_FIRST = Comparator.comparing((Talk talk) ->
                    talk.last() == null ? Instant.MIN : talk.last().at())
            .reversed()
            .thenComparing(Talk::peer);

    private final Object lock = new Object();
    private final FrameTimer frame = new FrameTimer(this::apply);
    private final List<Runnable> listeners = new ArrayList<>();
    private Map<String, Talk> next = new LinkedHashMap<>();

    private final Map<String, Talk> talks = new LinkedHashMap<>();
    private List<Talk> sorted = List.of();

    public TalksMirror(Domain domain) {
        domain.events().listen(ChatEvent.TalkChanged.class, changed -> collect(List.of(changed.talk())));
        domain.core()
                .execute(() -> domain.chats()
                        .loaded()
                        .thenRun(() -> domain.core()
                                .execute(() -> collect(domain.chats().talks()))));
    }

    public void listen(Runnable listener) {
        Edt.requireEdt();
        listeners.add(listener);
    }

    public List<Talk> all() {
        return sorted;
    }

    public Optional<Talk> with(String peer) {
        return Optional.ofNullable(talks.get(peer));
    }

    /** Messages in all talks that nobody looked at. */
    public int unread() {
        return talks.values().stream().mapToInt(Talk::unread).sum();
    }

    private void collect(List<Talk> changed) {
        synchronized (lock) {
            changed.forEach(talk -> next.put(talk.peer(), talk));
        }
        frame.wish();
    }

    private void apply() {
        Map<String, Talk> changes;
        synchronized (lock) {
            changes = next;
            next = new LinkedHashMap<>();
        }
        talks.putAll(changes);
        // nothing was written there, or nothing of it was kept
        talks.values().removeIf(talk -> talk.last() == null && !talk.room());
        sorted = talks.values().stream().sorted(NEWEST_FIRST).toList();
        listeners.forEach(Runnable::run);
    }
}
