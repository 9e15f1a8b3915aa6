package org.lamplight.ui.call;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lamplight.backend.AccountState;
import org.lamplight.call.Call;
import org.lamplight.call.PersonTarget;
import org.lamplight.people.Person;
import org.lamplight.ui.kit.Mirrors;

/** Where a person, or what was typed, is called. */
public final class CallTarget {
    private static final Pattern NUMBER = Pattern.compile("\\+?[(0-9*#][0-9*# ()/.-]*");
    private static final Pattern URI = Pattern.compile("(?i)(sips?|tel|callto):\\S+");
    private static final int LEAST_DIGITS = 2;

    private CallTarget() {}

    /** By the accounts and lines that there are. EDT. */
    public static Optional<String> of(Person person, Mirrors mirrors) {
        return PersonTarget.of(person, ownDomains(mirrors));
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
                        .anyMatch(address -> PersonTarget.bare(address.value())
                                .equals(PersonTarget.bare(call.remote().uri())));
    }

    private static Collection<String> ownDomains(Mirrors mirrors) {
        Stream<String> accounts = mirrors.accounts().all().stream()
                .map(AccountState::account)
                .flatMap(account -> account.get("address").stream());
        Stream<String> lines = mirrors.calls().lines().stream().map(line -> line.address());
        return Stream.concat(accounts, lines).map(PersonTarget::domain).collect(Collectors.toSet());
    }
}
