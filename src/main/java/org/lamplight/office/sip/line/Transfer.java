package org.lamplight.office.sip.line;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.lamplight.office.sip.dialog.Dialog;
import org.lamplight.office.sip.directory.SipAccount;
import org.lamplight.office.sip.media.Murmur;
import org.lamplight.office.sip.message.NameAddress;
import org.lamplight.office.sip.message.SipRequest;
import org.lamplight.office.sip.message.SipUri;
import org.lamplight.office.sip.proxy.Target;
import org.lamplight.office.sip.transaction.ServerTransaction;

/** A colleague is sent on to somebody with a telephone (RFC 3515), and tells how that went. On the server's thread. */
final class Transfer {
    /** Whoever transfers hangs up; if not, the colleague does. */
    private static final Duration POLITE = Duration.ofSeconds(5);

    private final LocalCall call;
    private final Dialog dialog;

    private Transfer(LocalCall call, Dialog dialog) {
        this.call = call;
        this.dialog = dialog;
    }

    /** Does what a REFER in a colleague's call asks for. */
    static void take(LocalCall call, Dialog dialog, ServerTransaction asked) {
        NameAddress to = NameAddress.parse(asked.request().text("Refer-To"));
        SipUri uri = to == null ? null : to.sipUri();
        SipAccount colleague = call.exchange().directory().user(call.user());
        if (to == null
                || uri == null
                || colleague == null
                || parameter(to.uri(), "method").matches("(?!INVITE).+")) {
            asked.reply(603, "Decline");
            return;
        }
        asked.reply(202, "Accepted");
        new Transfer(call, dialog).go(colleague, uri, to.uri().split("\\?", 2)[0], parameter(to.uri(), "Replaces"));
    }

    /** The value of a header in a URI (RFC 3261 section 19.1.1); empty for none. */
    private static String parameter(String uri, String name) {
        int question = uri.indexOf('?');
        for (String part : uri.substring(question + 1).split("&", -1)) {
            if (question >= 0 && part.startsWith(name + "=")) {
                return decoded(part.substring(name.length() + 1));
            }
        }
        return "";
    }

    private static String decoded(String escaped) {
        try {
            String plain = URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
            return plain.chars().anyMatch(Character::isISOControl) ? "" : plain;
        } catch (IllegalArgumentException bad) {
            return "";
        }
    }

    private void go(SipAccount colleague, SipUri uri, String raw, String replaces) {
        tell("active;expires=60", "100 Trying");
        List<Target> targets = targets(uri, raw);
        if (targets.isEmpty() || call.exchange().isFull()) {
            tell("terminated;reason=noresource", "480 Temporarily Unavailable");
            return;
        }
        try {
            Murmur voice = new Murmur(colleague.user().hashCode());
            OutgoingCall next =
                    new OutgoingCall(call.exchange(), call.exchange().media().open(false), colleague.user(), voice);
            next.handle().outcome().thenAccept(this::done);
            next.place(colleague, addressee(uri), targets, replaces);
        } catch (IOException e) {
            tell("terminated;reason=noresource", "503 No Ports");
        }
    }

    /** Whoever has the address, or the user of that name: only for what the invitation says. */
    private SipAccount addressee(SipUri uri) {
        SipAccount known = call.exchange().directory().find(uri.user());
        return known == null ? new SipAccount("somebody", "", "", "", false) : known;
    }

    private List<Target> targets(SipUri uri, String raw) {
        if (!call.exchange().ways().isOurs(uri)) {
            Target direct = call.exchange().ways().next(new SipRequest("INVITE", raw));
            return direct == null ? List.of() : List.of(direct);
        }
        SipAccount account = call.exchange().directory().find(uri.user());
        return account == null ? List.of() : call.exchange().ways().ofUser(account.user());
    }

    private void done(int code) {
        if (call.isOver()) {
            return;
        }
        tell("terminated;reason=noresource", code + (code < 300 ? " OK" : " Failed"));
        if (code < 300) {
            call.later(POLITE, call::hangUp);
        }
    }

    private void tell(String state, String status) {
        SipRequest notify = dialog.request("NOTIFY");
        notify.add("Event", "refer");
        notify.add("Subscription-State", state);
        notify.body("message/sipfrag;version=2.0", "SIP/2.0 " + status + "\r\n");
        call.send(dialog, notify);
    }
}
