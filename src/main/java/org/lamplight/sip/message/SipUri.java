package org.lamplight.sip.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code sip:} or {@code sips:} URI (RFC 3261, section 19.1) without its header part, which nobody from outside may give
 * us. Immutable.
 *
 * @param user still escaped, without a password; may be empty
 * @param port 0: none is said
 * @param parameters {@code name} or {@code name=value}, in order
 */
public record SipUri(boolean secure, String user, String host, int port, List<String> parameters) {
    private static final Pattern FORM = Pattern.compile("(?i)(sips?):(?:([^@\\s<>\"]*)@)?"
            + "(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(?::(\\d{1,5}))?((?:;[^;?\\s<>\"]+)*)(?:\\?\\S*)?");

    /** Copies its list. */
    public SipUri {
        parameters = List.copyOf(parameters);
    }

    /** Empty if it is none. */
    public static Optional<SipUri> of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        String user = part(form, 2).replaceFirst(":.*", "");
        int port = part(form, 4).isEmpty() ? 0 : Integer.parseInt(part(form, 4));
        if (port > 65_535) {
            return Optional.empty();
        }
        List<String> parameters = new ArrayList<>();
        for (String one : part(form, 5).split(";")) {
            if (!one.isEmpty()) {
                parameters.add(one);
            }
        }
        boolean secure = part(form, 1).equalsIgnoreCase("sips");
        return Optional.of(new SipUri(secure, user, part(form, 3), port, parameters));
    }

    private static String part(Matcher form, int group) {
        String part = form.group(group);
        return part == null ? "" : part;
    }

    public Optional<String> parameter(String name) {
        for (String one : parameters) {
            int equals = one.indexOf('=');
            String key = equals < 0 ? one : one.substring(0, equals);
            if (key.equalsIgnoreCase(name)) {
                return Optional.of(equals < 0 ? "" : one.substring(equals + 1));
            }
        }
        return Optional.empty();
    }

    public boolean hasUser() {
        return !user.isEmpty();
    }

    /** The host without the brackets of an IPv6 address. */
    public String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Without parameters: who, not how to get there. */
    public SipUri bare() {
        return new SipUri(secure, user, host, port, List.of());
    }

    /** Whether both mean the same person, as far as can be told: user with its case, host without, and port. */
    public boolean isSame(SipUri other) {
        return user.equals(other.user)
                && host.toLowerCase(Locale.ROOT).equals(other.host.toLowerCase(Locale.ROOT))
                && port == other.port;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(secure ? "sips:" : "sip:");
        if (hasUser()) {
            text.append(user).append('@');
        }
        text.append(host);
        if (port > 0) {
            text.append(':').append(port);
        }
        parameters.forEach(one -> text.append(';').append(one));
        return text.toString();
    }
}
