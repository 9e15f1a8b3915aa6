package org.lamplight.ui.call;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lamplight.backend.AccountState;
import org.lamplight.call.Call;
import org.lamplight.people.Address;
import org.lamplight.people.Person;
import org.lamplight.ui.kit.Mirrors;

/** Where a person, or what was typed, is called. */
public final class CallTarget {
    private static final Pattern NUMBER = Pattern.compile("\\+?[(0-9*#][0-9*# ()/.-]*");
    private static final Pattern URI = Pattern.compile("(?i)(sips?|tel|callto):\\S+");
    private static final int LEAST_DIGITS = 2;

    private CallTarget() {}

    /** Their SIP address, else their number, else, where we are of the same domain, their IM address as a SIP URI. */
    public static Optional<String> of(Person person, Collection<String> ownDomains) {
        return person.address(Address.Kind.SIP)
                .or(() -> person.address(Address.Kind.PHONE))
                .or(() -> person.address(Address.Kind.IM)
                        .filter(im -> ownDomains.contains(domain(im)))
                        .map(im -> "sip:" + im));
    }

    /** The same for the accounts and lines that there are. EDT. */
    public static Optional<String> of(Person person, Mirrors mirrors) {
        return of(person, ownDomains(mirrors));
    }

    /** Whether this was typed to be dialled, and not to be searched for. */
    public static boolean isNumber(String typed) {
        String plain = typed.strip();
        boolean number = NUMBER.matcher(plain).matches()
                && plain.chars().filter(Character::isDigit).count() >= LEAST_DIGITS;
        return number || URI.matcher(plain).matches();
    }

    /** Whether the call is with this person. */
    public static boolean isWith(Call call, Person person) {
        return person.id().equals(call.person())
                || person.addresses().stream()
                        .anyMatch(address ->
                                bare(address.value()).equals(bare(call.remote().uri())));
    }

    private static String bare(String address) {
        String plain = address.toLowerCase(Locale.ROOT).replaceFirst("^(sips?|tel|xmpp|im):", "");
        int end = plain.indexOf(';');
        return end < 0 ? plain : plain.substring(0, end);
    }

    private static Collection<String> ownDomains(Mirrors mirrors) {
        Stream<String> accounts = mirrors.accounts().all().stream()
                .map(AccountState::account)
                .flatMap(account -> account.get("address").stream());
        Stream<String> lines = mirrors.calls().lines().stream().map(line -> line.address());
        return Stream.concat(accounts, lines).map(CallTarget::domain).collect(Collectors.toSet());
    }

    private static String domain(String address) {
        String bare = bare(address);
        return bare.substring(bare.indexOf('@') + 1);
    }
}
