package org.lamplight.control;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.lamplight.backend.AccountStateChanged;
import org.lamplight.call.CallEvent;
import org.lamplight.chat.ChatEvent;
import org.lamplight.chat.NotificationShown;
import org.lamplight.chat.RoomEvent;
import org.lamplight.core.Event;
import org.lamplight.core.Events;
import org.lamplight.core.Notice;
import org.lamplight.people.PeopleEvent;
import org.lamplight.people.Person;
import org.lamplight.people.PictureEvent;
import org.lamplight.presence.OwnPresenceChanged;

/** {@code events}: what happens, as it happens, until the reader goes. */
final class EventCommands implements CommandGroup {
    static final String USAGE = "events [--only KIND,KIND]";

    /** A reader that falls this far behind is let go rather than let fill the memory. */
    private static final int MOST_WAITING = 200_000;

    private final Events events;
    private final Json.Icons icons;
    private final Predicate<Person> callable;
    private final Clock clock;

    EventCommands(Events events, Json.Icons icons, Predicate<Person> callable, Clock clock) {
        this.events = events;
        this.icons = icons;
        this.callable = callable;
        this.clock = clock;
    }

    @Override
    public Set<String> words() {
        return Set.of("events");
    }

    @Override
    public void run(List<String> args, String input, Output out) throws Refusal, IOException, InterruptedException {
        Arguments words = new Arguments(args, Set.of("--only"), Set.of(), USAGE);
        words.next();
        words.end();
        Set<String> only =
                words.option("--only").map(kinds -> Set.of(kinds.split(","))).orElse(Set.of());
        BlockingQueue<JsonObject> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
        try (Events.Subscription listening = events.listen(event -> take(event, only, waiting))) {
            while (!out.closed() && waiting.remainingCapacity() > 0) {
                JsonObject next = waiting.poll(250, TimeUnit.MILLISECONDS);
                if (next != null) {
                    out.line(next);
                }
                if (waiting.isEmpty()) {
                    out.flush();
                }
            }
        }
    }

    /** On core: makes the object there, where the state is the one that the event speaks of. */
    private void take(Event event, Set<String> only, BlockingQueue<JsonObject> waiting) {
        String kind = kind(event);
        if (!kind.isEmpty() && (only.isEmpty() || only.contains(kind))) {
            JsonObject json = new JsonObject();
            json.addProperty("at", Json.time(clock.instant()));
            json.addProperty("kind", kind);
            addObject(event, json);
            waiting.offer(json);
        }
    }

    private static String kind(Event event) {
        if (event instanceof PeopleEvent.PresenceChanged) {
            return "presence.changed";
        }
        if (event instanceof ChatEvent.MessageReceived) {
            return "message.received";
        }
        if (event instanceof ChatEvent.MessageStateChanged) {
            return "message.state";
        }
        if (event instanceof NotificationShown) {
            return "notification.shown";
        }
        if (event instanceof ChatEvent.MessageChanged) {
            return "message.changed";
        }
        if (event instanceof PictureEvent.PictureChanged) {
            return "picture.changed";
        }
        if (event instanceof RoomEvent.RoomChanged) {
            return "room.changed";
        }
        if (event instanceof RoomEvent.RoomInvited) {
            return "room.invited";
        }
        if (event instanceof RoomEvent.InvitationDeclined) {
            return "room.declined";
        }
        if (event instanceof CallEvent) {
            return callKind(event);
        }
        if (event instanceof AccountStateChanged) {
            return "account.state";
        }
        if (event instanceof Notice notice) {
            return notice.sentence().isEmpty() ? "" : "error";
        }
        return event instanceof OwnPresenceChanged ? "own-status.changed" : "";
    }

    private static String callKind(Event event) {
        if (event instanceof CallEvent.CallChanged) {
            return "call.state";
        }
        if (event instanceof CallEvent.QualityMeasured) {
            return "call.quality";
        }
        return event instanceof CallEvent.KeyPressed ? "call.key" : "";
    }

    private void addObject(Event event, JsonObject json) {
        if (event instanceof PeopleEvent.PresenceChanged changed) {
            json.add("person", Json.person(changed.person(), icons, callable));
        } else if (event instanceof ChatEvent.MessageReceived received) {
            json.add("message", ChatJson.message(received.message()));
        } else if (event instanceof ChatEvent.MessageStateChanged changed) {
            json.add("message", ChatJson.message(changed.message()));
        } else if (event instanceof ChatEvent.MessageChanged changed) {
            json.add("message", ChatJson.message(changed.message()));
        } else if (event instanceof NotificationShown shown) {
            json.add("message", ChatJson.message(shown.message()));
        } else if (event instanceof PictureEvent.PictureChanged changed) {
            json.add("picture", AvatarCommands.picture(changed.address(), changed.id()));
        } else if (event instanceof RoomEvent.RoomChanged changed) {
            json.add("room", RoomJson.room(changed.room()));
        } else if (event instanceof RoomEvent.RoomInvited invited) {
            json.add("invitation", RoomJson.invitation(invited.invitation()));
        } else if (event instanceof RoomEvent.InvitationDeclined declined) {
            RoomJson.addDeclined(json, declined);
        } else if (event instanceof CallEvent.CallChanged changed) {
            json.add("call", CallJson.call(changed.call()));
        } else if (event instanceof CallEvent.QualityMeasured measured) {
            json.add("call", CallJson.call(measured.call()));
        } else if (event instanceof CallEvent.KeyPressed pressed) {
            json.add("call", CallJson.call(pressed.call()));
            json.addProperty("key", String.valueOf(pressed.key()));
        } else if (event instanceof AccountStateChanged changed) {
            json.add("account", Json.account(changed.state()));
        } else if (event instanceof OwnPresenceChanged changed) {
            json.add("status", Json.status(changed.own(), icons));
        } else if (event instanceof Notice notice) {
            json.addProperty("error", notice.sentence());
        }
    }
}
