package org.lamplight.sip.registration;

import java.time.Duration;
import java.util.Optional;
import javax.sip.message.Response;
import org.lamplight.sip.message.Headers;
import org.lamplight.sip.message.NameAddress;
import org.lamplight.sip.message.SipUri;

/** What a registrar says about us among all phones of the same address. Pure. */
final class Bindings {
    private static final long SHORTEST = 10;

    private Bindings() {}

    /** How long our own binding holds, in seconds: the parameter beats the header, and other phones' don't count. */
    static long expires(Response response, SipUri contact, String instance, long asked) {
        Optional<NameAddress> own = Headers.addresses(response, "Contact").stream()
                .filter(one -> isOurs(one, contact, instance))
                .findFirst();
        long header = Headers.number(response, "Expires");
        long otherwise = header < 0 ? asked : header;
        return own.flatMap(one -> one.parameter("expires"))
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(otherwise);
    }

    private static boolean isOurs(NameAddress one, SipUri contact, String instance) {
        boolean same = one.parameter("+sip.instance").filter(instance::equals).isPresent();
        return same || one.sip().filter(contact::isSame).isPresent();
    }

    /** When to ask again: at 85 % of the time, and ten seconds before its end at least. */
    static Duration refresh(long expires) {
        long seconds = Math.min(expires * 85 / 100, expires - SHORTEST);
        return Duration.ofSeconds(Math.max(seconds, Math.max(1, expires / 2)));
    }
}
