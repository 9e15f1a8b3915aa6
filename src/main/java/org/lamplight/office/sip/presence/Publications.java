package org.lamplight.office.sip.presence;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.directory.SipAccount;
import org.lamplight.office.sip.message.Fields;
import org.lamplight.office.sip.message.SipRequest;
import org.lamplight.office.sip.message.SipResponse;
import org.lamplight.office.sip.transaction.ServerTransaction;
import org.lamplight.office.sip.transaction.SipThread;
import org.lamplight.office.sip.transaction.Transactions;

/** What users say of themselves (RFC 3903): the newest document of each, until it runs out. On the server's thread. */
final class Publications {
    private static final long LONGEST_SECONDS = 3_600;
    private static final int LARGEST = 65_536;

    private record Publication(String tag, String document, Future<?> end) {}

    private final SipThread thread;
    private final Consumer<String> changed;
    private final long shortestSeconds;
    private final Map<String, Publication> all = new HashMap<>();

    Publications(SipThread thread, Duration shortest, Consumer<String> changed) {
        this.thread = thread;
        this.shortestSeconds = shortest.toSeconds();
        this.changed = changed;
    }

    /** What a user says; null for nothing. */
    @Nullable
    String of(String user) {
        Publication publication = all.get(user);
        return publication == null ? null : publication.document();
    }

    /** A PUBLISH of somebody whose password was right (section 6). */
    void publish(ServerTransaction asked, SipAccount account) {
        SipRequest request = asked.request();
        String match = request.text("SIP-If-Match");
        Publication before = all.get(account.user());
        long said = Fields.number(request.text("Expires"), Integer.MAX_VALUE);
        long seconds = said < 0 ? LONGEST_SECONDS : Math.min(said, LONGEST_SECONDS);
        if (!match.isEmpty() && (before == null || !before.tag().equals(match))) {
            asked.reply(412, "Conditional Request Failed");
        } else if (seconds > 0 && seconds < shortestSeconds) {
            SipResponse response = asked.answer(423, "Interval Too Brief");
            response.add("Min-Expires", String.valueOf(shortestSeconds));
            asked.respond(response);
        } else if ((request.body().length == 0 && match.isEmpty()) || request.body().length > LARGEST) {
            asked.reply(400, "No Document, Or Too Large");
        } else if (request.body().length > 0 && !request.contentType().equals(PresenceAgent.PIDF)) {
            SipResponse response = asked.answer(415, "Unsupported Media Type");
            response.add("Accept", PresenceAgent.PIDF);
            asked.respond(response);
        } else {
            String document = request.body().length > 0 || before == null ? request.bodyText() : before.document();
            keep(asked, account.user(), document, seconds);
        }
    }

    private void keep(ServerTransaction asked, String user, String document, long seconds) {
        String before = of(user);
        forget(user);
        SipResponse response = asked.answer(200, "OK");
        String tag = Transactions.unique();
        response.add("SIP-ETag", tag);
        response.add("Expires", String.valueOf(seconds));
        if (seconds > 0) {
            Future<?> end = thread.later(Duration.ofSeconds(seconds), () -> {
                all.remove(user);
                changed.accept(user);
            });
            all.put(user, new Publication(tag, document, end));
        }
        asked.respond(response);
        if (seconds == 0 || !document.equals(before)) {
            changed.accept(user);
        }
    }

    private void forget(String user) {
        Publication before = all.remove(user);
        if (before != null) {
            before.end().cancel(false);
        }
    }
}
