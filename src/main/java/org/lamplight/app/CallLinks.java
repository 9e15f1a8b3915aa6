package org.lamplight.app;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.lamplight.call.Calls;
import org.lamplight.call.Lines;
import org.lamplight.call.dial.DialPlan;
import org.lamplight.call.dial.Dialled;
import org.lamplight.call.dial.Reached;
import org.lamplight.core.Threads;
import org.lamplight.profile.Settings;

/**
 * Links that other programs hand over, to call somebody. Whoever wrote one may want to have something dear or odd called: a
 * person is asked then, and whenever links come faster than people click. Core only.
 */
final class CallLinks {
    /** {@code always}, {@code unusual} or {@code never}. */
    static final String ASK = "dial.ask";

    /** What dear numbers begin with. */
    static final String PREMIUM = "dial.premium";

    private static final int LONGEST_NUMBER = 15;
    private static final long PAUSE_NANOS = Duration.ofSeconds(2).toNanos();

    private final Calls calls;
    private final Lines lines;
    private final Settings settings;
    private final LongSupplier nanoTime;
    private String last = "";
    private long lastAt;

    CallLinks(Calls calls, Lines lines, Settings settings, LongSupplier nanoTime) {
        this.calls = calls;
        this.lines = lines;
        this.settings = settings;
        this.nanoTime = nanoTime;
        lastAt = nanoTime.getAsLong() - PAUSE_NANOS;
    }

    /** Whether that is a link to call somebody. */
    static boolean isOne(String uri) {
        return uri.matches("(?i)(tel|callto|sips?):.+");
    }

    /** Calls there; false: it is no such link, or somebody is to be asked first. The same link twice in two seconds is one. */
    boolean call(String uri) {
        Threads.requireCore();
        if (!isOne(uri)) {
            return false;
        }
        long now = nanoTime.getAsLong();
        boolean soon = now - lastAt < PAUSE_NANOS;
        if (soon && uri.equals(last)) {
            return true;
        }
        if (soon || asks(uri)) {
            return false;
        }
        calls.dial(uri, null);
        last = uri;
        lastAt = now;
        return true;
    }

    /** Judged is whom the line would call in the end, for a link has many disguises. */
    private boolean asks(String uri) {
        Dialled meant = calls.wouldDial(uri).dialled();
        Optional<Reached> reached = calls.wouldReach(meant);
        return switch (settings.get(ASK)) {
            case "always" -> true;
            case "never" -> reached.isEmpty() || isCode(reached.get());
            default ->
                reached.isEmpty()
                        || isCode(reached.get())
                        || isElsewhere(reached.get())
                        || isDear(reached.get().user())
                        || isDear(Dialled.of(uri).target());
        };
    }

    /** What tells a server to do something, such as to forward all calls. */
    private static boolean isCode(Reached reached) {
        return reached.user().matches("(?s).*[*#].*");
    }

    private boolean isElsewhere(Reached reached) {
        return lines.all().stream()
                .map(line -> Reached.of(line.address()).host())
                .noneMatch(reached.host()::equals);
    }

    private boolean isDear(String written) {
        String number = written.replaceFirst("^00", "+");
        return number.chars().filter(Character::isDigit).count() > LONGEST_NUMBER
                || DialPlan.isEmergency(number)
                || Arrays.stream(settings.get(PREMIUM).split("\\s+"))
                        .anyMatch(dear -> !dear.isEmpty() && number.startsWith(dear));
    }
}
