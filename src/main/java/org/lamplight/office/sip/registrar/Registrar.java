package org.lamplight.office.sip.registrar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.office.sip.directory.Directory;
import org.lamplight.office.sip.directory.SipAccount;
import org.lamplight.office.sip.message.Fields;
import org.lamplight.office.sip.message.NameAddress;
import org.lamplight.office.sip.message.Params;
import org.lamplight.office.sip.message.SipRequest;
import org.lamplight.office.sip.message.SipResponse;
import org.lamplight.office.sip.message.SipUri;
import org.lamplight.office.sip.transaction.ServerTransaction;

/** Takes registrations (RFC 3261 section 10.3). On the server's thread. */
public final class Registrar {
    private static final long LONGEST_SECONDS = 3_600;

    private final Directory directory;
    private final Bindings bindings;
    private final Clock clock;
    private final long shortestSeconds;

    /**
     * Writes into these bindings.
     *
     * @param shortest what a registration must last at least
     */
    public Registrar(Directory directory, Bindings bindings, Clock clock, Duration shortest) {
        this.directory = directory;
        this.bindings = bindings;
        this.clock = clock;
        this.shortestSeconds = shortest.toSeconds();
    }

    /** Does what somebody whose password was right asks for, and answers. */
    public void register(ServerTransaction asked, SipAccount account) {
        SipRequest request = asked.request();
        if (!account.equals(directory.find(request.to().sipUri()))) {
            asked.reply(403, "Not Your Address");
        } else if (request.headers("Contact").equals(List.of("*"))) {
            forgetAll(asked, account);
        } else {
            change(asked, account);
        }
    }

    private void forgetAll(ServerTransaction asked, SipAccount account) {
        if (!asked.request().text("Expires").equals("0")) {
            asked.reply(400, "The Star Needs Expires 0");
            return;
        }
        bindings.clear(account.user());
        list(asked, account);
    }

    private void change(ServerTransaction asked, SipAccount account) {
        SipRequest request = asked.request();
        List<Binding> wanted = new ArrayList<>();
        for (String value : request.headers("Contact")) {
            NameAddress contact = NameAddress.parse(value);
            SipUri uri = contact == null ? null : contact.sipUri();
            if (contact == null || uri == null || uri.scheme().equals("tel")) {
                asked.reply(400, "Bad Contact");
                return;
            }
            long seconds = seconds(request, contact);
            if (seconds > 0 && seconds < shortestSeconds) {
                tooBrief(asked);
                return;
            }
            wanted.add(binding(asked, contact, uri, seconds));
        }
        if (wanted.size() > Bindings.MOST) {
            asked.reply(400, "Too Many Contacts");
        } else if (isOld(account, wanted)) {
            asked.reply(500, "An Older Request Came Later");
        } else {
            wanted.forEach(binding -> apply(account, binding));
            list(asked, account);
        }
    }

    private void tooBrief(ServerTransaction asked) {
        SipResponse response = asked.answer(423, "Interval Too Brief");
        response.add("Min-Expires", String.valueOf(shortestSeconds));
        asked.respond(response);
    }

    private static long seconds(SipRequest request, NameAddress contact) {
        String own = contact.params().get("expires");
        long seconds = Fields.number(own == null ? request.text("Expires") : own, Integer.MAX_VALUE);
        return seconds < 0 ? LONGEST_SECONDS : Math.min(seconds, LONGEST_SECONDS);
    }

    private Binding binding(ServerTransaction asked, NameAddress contact, SipUri uri, long seconds) {
        SipRequest request = asked.request();
        Map<String, String> kept = new LinkedHashMap<>(contact.params().values());
        kept.remove("expires");
        return new Binding(
                new NameAddress(contact.name(), contact.uri(), new Params(kept)),
                uri,
                asked.from(),
                clock.instant().plusSeconds(seconds),
                request.headers("Path"),
                request.callId(),
                request.cseq().number());
    }

    private boolean isOld(SipAccount account, List<Binding> wanted) {
        return bindings.of(account.user()).stream()
                .anyMatch(known -> wanted.stream()
                        .anyMatch(one -> one.replaces(known)
                                && one.callId().equals(known.callId())
                                && one.cseq() <= known.cseq()));
    }

    private void apply(SipAccount account, Binding binding) {
        if (binding.until().isAfter(clock.instant())) {
            bindings.put(account.user(), binding);
        } else {
            bindings.remove(account.user(), binding);
        }
    }

    private void list(ServerTransaction asked, SipAccount account) {
        SipResponse response = asked.answer(200, "OK");
        List<Binding> all = bindings.of(account.user());
        for (Binding binding : all) {
            response.add(
                    "Contact", binding.contact().with("expires", left(binding)).toString());
        }
        if (asked.request().lists("Supported", "path")) {
            response.copy(asked.request(), "Path");
        }
        if (all.stream().anyMatch(binding -> isOf(asked.request(), binding) && binding.isOutbound())) {
            response.add("Require", "outbound");
        }
        response.add("Supported", "path, outbound");
        asked.respond(response);
    }

    private static boolean isOf(SipRequest request, Binding binding) {
        return binding.callId().equals(request.callId());
    }

    /** Seconds, rounded, so that the answer repeats what was asked for. */
    private String left(Binding binding) {
        Instant now = clock.instant();
        return String.valueOf((Duration.between(now, binding.until()).toMillis() + 500) / 1_000);
    }
}
