package org.lamplight.ui.kit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Room;
import org.lamplight.chat.RoomEvent;
import org.lamplight.chat.RoomInvitation;
import org.lamplight.chat.Talk;

/** The rooms as windows see them; changes apply at most once a frame. All but the constructor: EDT. */
public final class RoomsMirror {
    private static final int MOST_NEWS = 3;

    private final Domain domain;
    private final Object lock = new Object();
    private final FrameTimer frame = new FrameTimer(this::apply);
    private final List<Runnable> listeners = new ArrayList<>();

    /** What the EDT has not heard of. */
    private Map<String, Room> next = new LinkedHashMap<>();

    private List<RoomEvent> nextNews = new ArrayList<>();
    private Set<String> nextListed = Set.of();

    private @Nullable List<RoomInvitation> nextInvitations;

    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private List<RoomInvitation> invitations = List.of();

    /** Rooms that are none of ours any more, as they were. */
    private final Map<String, Room> left = new LinkedHashMap<>();

    /** Whom we asked in, and who won't come, by room, until it is shown. */
    private final Map<String, List<RoomEvent>> news = new LinkedHashMap<>();

    private Set<String> listed = Set.of();

    public RoomsMirror(Domain domain) {
        this.domain = domain;
        domain.events().listen(RoomEvent.class, this::collect);
        domain.core().execute(() -> {
            domain.rooms().all().forEach(room -> collect(new RoomEvent.RoomChanged(room)));
            invitationsChanged();
            listedChanged();
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

    /** The room that this talk was in: left, or, while an account has not told of all its rooms, not known yet. */
    Room former(Talk talk) {
        String account = talk.last() == null ? "" : talk.last().account();
        Room known = left.get(talk.peer());
        boolean isLeft = listed.contains(account) || (account.isEmpty() && !listed.isEmpty());
        Room unknown = Room.unknown(talk.peer(), account);
        return known != null ? known : isLeft ? unknown.left() : unknown;
    }

    /** Takes what is to be told in this room: of many things the last ones. */
    public List<RoomEvent> takeNews(String address) {
        List<RoomEvent> taken = news.remove(address);
        return taken == null ? List.of() : taken;
    }

    private void collect(RoomEvent event) {
        synchronized (lock) {
            if (event instanceof RoomEvent.RoomChanged changed) {
                next.put(changed.room().address(), changed.room());
            } else if (event instanceof RoomEvent.RoomForgotten forgotten) {
                next.put(forgotten.room().address(), forgotten.room().left());
            } else if (event instanceof RoomEvent.PersonAsked || event instanceof RoomEvent.InvitationDeclined) {
                nextNews.add(event);
            }
        }
        if (event instanceof RoomEvent.RoomsListed) {
            domain.rooms().all().forEach(room -> collect(new RoomEvent.RoomChanged(room)));
            listedChanged();
        }
        if (event instanceof RoomEvent.RoomInvited || event instanceof RoomEvent.InvitationAnswered) {
            invitationsChanged();
        }
        frame.wish();
    }

    private void listedChanged() {
        Set<String> now = domain.rooms().listed();
        synchronized (lock) {
            nextListed = now;
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
        Map<String, Room> changes;
        List<RoomEvent> told;
        synchronized (lock) {
            changes = next;
            next = new LinkedHashMap<>();
            told = nextNews;
            nextNews = new ArrayList<>();
            listed = nextListed;
            invitations = nextInvitations == null ? invitations : nextInvitations;
            nextInvitations = null;
        }
        changes.values().forEach(this::put);
        told.forEach(this::tell);
        listeners.forEach(Runnable::run);
    }

    private void put(Room now) {
        if (now.stay() == Room.Stay.LEFT) {
            rooms.remove(now.address());
            left.merge(now.address(), now, RoomsMirror::kept);
        } else {
            rooms.put(now.address(), now);
        }
    }

    /** One that could not be entered again did not tell its name. */
    private static Room kept(Room before, Room now) {
        boolean nameless = now.address().startsWith(now.name() + "@");
        return nameless ? now.named(before.name()) : now;
    }

    private void tell(RoomEvent event) {
        String room = event instanceof RoomEvent.PersonAsked asked
                ? asked.room()
                : ((RoomEvent.InvitationDeclined) event).room();
        List<RoomEvent> all = news.computeIfAbsent(room, any -> new ArrayList<>());
        all.add(event);
        if (all.size() > MOST_NEWS) {
            all.remove(0);
        }
    }
}
