package org.lamplight.sip.call;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.sip.dialog.SipDialog;
import org.lamplight.sip.message.Draft;
import org.lamplight.sip.message.Headers;
import org.lamplight.sip.message.NameAddress;
import org.lamplight.sip.message.SipUri;
import org.lamplight.sip.stack.Arrival;
import org.lamplight.sip.stack.Replies;

/** Transfers, asked of the peer or by it (RFC 3515, RFC 3891, RFC 5589). On the account's thread. */
final class Referrals {
    private static final Texts TEXTS = Texts.of(Referrals.class);
    private static final Pattern STATUS = Pattern.compile("^SIP/2\\.0\\s+(\\d{3})");
    private static final long PATIENCE_SECONDS = 120;

    private final Talk talk;
    private boolean pending;
    private String target = "";
    private @Nullable Talk other;
    private @Nullable ScheduledFuture<?> unclear;
    private boolean following;

    Referrals(Talk talk) {
        this.talk = talk;
    }

    void stop() {
        pending = false;
        if (unclear != null) {
            unclear.cancel(false);
        }
    }

    /** Whether a transfer is under way: a peer that leaves now has been transferred. */
    boolean isPending() {
        return pending;
    }

    /** Whether we are calling where the peer sent us. */
    boolean isFollowing() {
        return following;
    }

    // ---- we ask

    /** Has the peer call there instead. */
    void blind(SipUri there) {
        refer('<' + there.toString() + '>', there.toString(), null);
    }

    /** Has the peer take our place in the other call. */
    void attended(Talk second) {
        SipDialog dialog = second.dialog();
        String replaces = dialog.callId() + ";to-tag=" + dialog.remoteTag() + ";from-tag=" + dialog.localTag();
        String uri = dialog.target().replaceFirst("\\?.*", "");
        String escaped = URLEncoder.encode(replaces, StandardCharsets.UTF_8).replace("+", "%20");
        refer('<' + uri + "?Replaces=" + escaped + '>', uri, second);
    }

    private void refer(String to, String shown, @Nullable Talk second) {
        if (pending) {
            return;
        }
        pending = true;
        target = shown;
        other = second;
        Draft refer = talk.dialog()
                .request("REFER")
                .with("Refer-To", to)
                .with("Referred-By", '<' + talk.phone().keys().address().toString() + '>')
                .with("Contact", talk.phone().contact())
                .with("Supported", "replaces, norefersub");
        talk.send(refer, new Replies() {
            @Override
            public void replied(Response response) {
                accepted(response);
            }

            @Override
            public void unanswered(String sentence) {
                refused();
            }
        });
    }

    private void accepted(Response response) {
        int code = response.getStatusCode();
        if (code < 200 || !pending) {
            return;
        }
        if (code >= 300) {
            refused();
        } else if (Headers.first(response, "Refer-Sub")
                .filter("false"::equalsIgnoreCase)
                .isPresent()) {
            done();
        } else {
            unclear = talk.phone().later(this::unclear, PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void refused() {
        stop();
        talk.teller().notice(TEXTS.get("transfer.refused"));
    }

    private void unclear() {
        stop();
        talk.teller().notice(TEXTS.get("transfer.unclear", target));
    }

    /** The peer tells how it goes; that may come before its 202. */
    void notified(Arrival arrival) {
        String event = Headers.first(arrival.request(), "Event").orElse("");
        if (!event.toLowerCase(Locale.ROOT).startsWith("refer")) {
            arrival.reply(489);
            return;
        }
        arrival.reply(200);
        Matcher status = STATUS.matcher(arrival.body().strip());
        if (!pending || !status.find()) {
            return;
        }
        int code = Integer.parseInt(status.group(1));
        if (code >= 200 && code < 300) {
            done();
        } else if (code >= 300) {
            stop();
            talk.teller()
                    .notice(TEXTS.get(
                            "transfer.failed", target, Endings.of(code).text()));
        }
    }

    private void done() {
        stop();
        talk.bye();
        Talk second = other;
        talk.end(Endings.transferred());
        if (second != null) {
            // it is the target's to end, but some leave it to us
            talk.phone().later(() -> leave(second), 3, TimeUnit.SECONDS);
        }
    }

    private static void leave(Talk second) {
        if (!second.isOver()) {
            second.bye();
            second.end(Endings.transferred());
        }
    }

    // ---- the peer asks

    /** Only within a call: whoever speaks with us may send us on. */
    void asked(Arrival arrival) {
        Optional<NameAddress> to = Headers.address(arrival.request(), "Refer-To");
        Optional<SipUri> uri = to.flatMap(NameAddress::sip);
        boolean invite = uri.flatMap(one -> one.parameter("method"))
                .map("INVITE"::equalsIgnoreCase)
                .orElse(true);
        if (uri.isEmpty()
                || !invite
                || Headers.all(arrival.request(), "Refer-To").size() != 1) {
            arrival.reply(uri.isEmpty() ? 400 : 603);
            return;
        }
        if (!talk.isEstablished()) {
            arrival.reply(491);
            return;
        }
        arrival.reply(202, List.of("Contact: " + talk.phone().contact()));
        follow(uri.get(), to.get().uri(), arrival);
    }

    private void follow(SipUri uri, String whole, Arrival arrival) {
        long id = Headers.sequence(arrival.request());
        boolean silent = Headers.first(arrival.request(), "Refer-Sub")
                .filter("false"::equalsIgnoreCase)
                .isPresent();
        List<String> headers = new ArrayList<>();
        header(whole, "Replaces").ifPresent(value -> headers.add("Replaces: " + value));
        Headers.first(arrival.request(), "Referred-By").ifPresent(value -> headers.add("Referred-By: " + value));
        if (!silent) {
            tell(id, 100, "Trying");
        }
        following = true;
        talk.desk().callInstead(talk, uri, headers, (code, reason) -> {
            following = code < 300;
            if (!silent && code > 100) {
                tell(id, code, reason);
            }
        });
    }

    /** A header that a URI carries; only where a transfer needs it. */
    private static Optional<String> header(String uri, String name) {
        int query = uri.indexOf('?');
        if (query < 0) {
            return Optional.empty();
        }
        for (String part : uri.substring(query + 1).split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0 && part.substring(0, equals).equalsIgnoreCase(name)) {
                return decoded(part.substring(equals + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException badEscape) {
            return Optional.empty();
        }
    }

    private void tell(long id, int code, String reason) {
        if (talk.knownDialog().isEmpty()) {
            return;
        }
        String state = code < 200 ? "active;expires=120" : "terminated;reason=noresource";
        Draft notify = talk.dialog()
                .request("NOTIFY")
                .with("Event", "refer;id=" + id)
                .with("Subscription-State", state)
                .with("Contact", talk.phone().contact())
                .body("message/sipfrag;version=2.0", "SIP/2.0 " + code + ' ' + Draft.oneLine(reason) + "\r\n");
        talk.send(notify, new Talk.Ignored());
    }
}
