package org.lamplight.sip.call;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lamplight.sip.message.Draft;
import org.lamplight.sip.stack.Arrival;

/** Keys that are pressed during a call: with the sound, or else by INFO; never both. On the account's thread. */
final class Keys {
    private static final long PAUSE_MS = 2_000;
    private static final long BETWEEN_MS = 250;
    private static final Pattern SIGNAL =
            Pattern.compile("(?i)^\\s*Signal\\s*=\\s*([0-9*#A-D])\\s*$", Pattern.MULTILINE);

    private final Talk talk;
    private final Queue<Character> waiting = new ArrayDeque<>();
    private @Nullable ScheduledFuture<?> next;

    Keys(Talk talk) {
        this.talk = talk;
    }

    void press(String keys) {
        keys.chars().forEach(key -> waiting.add((char) key));
        if (next == null || next.isDone()) {
            proceed();
        }
    }

    private void proceed() {
        Character key = waiting.poll();
        if (key == null || talk.isOver()) {
            return;
        }
        if (key != ',') {
            send(key);
        }
        next = talk.phone().later(this::proceed, key == ',' ? PAUSE_MS : BETWEEN_MS, TimeUnit.MILLISECONDS);
    }

    private void send(char key) {
        boolean sounded = talk.openMedia().map(media -> media.press(key)).orElse(false);
        if (!sounded && talk.isEstablished()) {
            Draft info = talk.dialog()
                    .request("INFO")
                    .body("application/dtmf-relay", "Signal=" + key + "\r\nDuration=160\r\n");
            talk.send(info, new Talk.Ignored());
        }
    }

    /** The peer sent one, or something else that we don't know. */
    void told(Arrival arrival) {
        arrival.reply(200);
        Matcher signal = SIGNAL.matcher(arrival.body());
        if (signal.find()) {
            talk.teller().keyPressed(Character.toUpperCase(signal.group(1).charAt(0)));
        }
    }

    void stop() {
        waiting.clear();
        if (next != null) {
            next.cancel(false);
        }
    }
}
