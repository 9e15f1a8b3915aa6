package org.lamplight.ui.kit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Room;
import org.lamplight.chat.RoomEvent;
import org.lamplight.chat.RoomInvitation;

/** The rooms as windows see them; changes apply at most once a frame. All but the constructor: EDT. */
public final class RoomsMirror {
    private final Domain domain;
    private final Object lock = new Object();
    private final FrameTimer frame = new FrameTimer(this::apply);
    private final List<Runnable> listeners = new ArrayList<>();

    /** What the EDT has not heard of; an empty one is forgotten. */
    private Map<String, Optional<Room>> next = new LinkedHashMap<>();

    private @Nullable List<RoomInvitation> nextInvitations;

    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private List<RoomInvitation> invitations = List.of();

    public RoomsMirror(Domain domain) {
        this.domain = domain;
        domain.events().listen(RoomEvent.class, this::collect);
        domain.core().execute(() -> {
            domain.rooms().all().forEach(room -> collect(new RoomEvent.RoomChanged(room)));
            invitationsChanged();
        });
    }

    public void listen(Runnable listener) {
        Edt.requireEdt();
        listeners.add(listener);
    }

    public Optional<Room> find(String address) {
        return Optional.ofNullable(rooms.get(address));
    }

    /** All that we know of, those too that we are not in now. */
    public Collection<Room> all() {
        return Collections.unmodifiableCollection(rooms.values());
    }

    /** Who asks us in. */
    public List<RoomInvitation> invitations() {
        return invitations;
    }

    private void collect(RoomEvent event) {
        synchronized (lock) {
            if (event instanceof RoomEvent.RoomChanged changed) {
                next.put(changed.room().address(), Optional.of(changed.room()));
            } else if (event instanceof RoomEvent.RoomForgotten forgotten) {
                next.put(forgotten.address(), Optional.empty());
            }
        }
        if (event instanceof RoomEvent.RoomInvited || event instanceof RoomEvent.InvitationAnswered) {
            invitationsChanged();
        }
        frame.wish();
    }

    private void invitationsChanged() {
        List<RoomInvitation> now = domain.rooms().invitations();
        synchronized (lock) {
            nextInvitations = now;
        }
        frame.wish();
    }

    private void apply() {
        Map<String, Optional<Room>> changes;
        synchronized (lock) {
            changes = next;
            next = new LinkedHashMap<>();
            invitations = nextInvitations == null ? invitations : nextInvitations;
            nextInvitations = null;
        }
        changes.forEach(
                (address, room) -> room.ifPresentOrElse(now -> rooms.put(address, now), () -> rooms.remove(address)));
        listeners.forEach(Runnable::run);
    }
}
