package org.lamplight.call;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.lamplight.people.Address;
import org.lamplight.people.Person;

/** Where a person is called. Pure. */
public final class PersonTarget {
    private PersonTarget() {}

    /** Their SIP address, else their number, else, where we are of the same domain, their IM address as a SIP URI. */
    public static Optional<String> of(Person person, Collection<String> ownDomains) {
        return person.address(Address.Kind.SIP)
                .or(() -> person.address(Address.Kind.PHONE))
                .or(() -> person.address(Address.Kind.IM)
                        .filter(im -> ownDomains.contains(domain(im)))
                        .map(im -> "sip:" + im));
    }

    /** An address without scheme and parameters, in lower case. */
    public static String bare(String address) {
        return plain(address).toLowerCase(Locale.ROOT);
    }

    /**
     * An address without scheme and parameters. A semicolon before the host belongs to the user (RFC 3261, section 25.1):
     * {@code sip:6002;x@evil.example} is not 6002.
     */
    static String plain(String address) {
        String plain = address.replaceFirst("(?i)^(sips?|tel|xmpp|im):", "");
        int end = plain.indexOf(';', plain.indexOf('@') + 1);
        return end < 0 ? plain : plain.substring(0, end);
    }

    /** The domain of an address, or all of it where it has none. */
    public static String domain(String address) {
        String bare = bare(address);
        return bare.substring(bare.indexOf('@') + 1);
    }
}
