package org.lamplight.sip.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;

/**
 * A name with an address, as From, Contact or Refer-To have it (RFC 3261, section 20.10).
 *
 * @param name cleaned; null: none
 * @param uri as it stood there, with its parameters and header part
 * @param parameters those behind the address, names in lower case, quotes taken off
 */
public record NameAddress(@Nullable String name, String uri, Map<String, String> parameters) {
    private static final int LONGEST_NAME = 128;

    /** Empty where no address is found. */
    public static Optional<NameAddress> of(String value) {
        String text = value.strip();
        int open = unquoted(text, '<');
        if (open < 0) {
            int end = text.indexOf(';');
            String uri = end < 0 ? text : text.substring(0, end);
            return address(null, uri, end < 0 ? "" : text.substring(end));
        }
        int close = text.indexOf('>', open);
        if (close < 0) {
            return Optional.empty();
        }
        return address(name(text.substring(0, open)), text.substring(open + 1, close), text.substring(close + 1));
    }

    /** Several of them, parted by commas. */
    public static List<NameAddress> all(String value) {
        List<NameAddress> found = new ArrayList<>();
        parts(value, ',').forEach(part -> of(part).ifPresent(found::add));
        return found;
    }

    private static Optional<NameAddress> address(@Nullable String name, String uri, String tail) {
        String bare = uri.strip();
        if (bare.isEmpty() || bare.indexOf(':') < 0) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : parts(tail, ';')) {
            int equals = part.indexOf('=');
            String key = (equals < 0 ? part : part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
            if (!key.isEmpty()) {
                parameters.putIfAbsent(
                        key,
                        equals < 0 ? "" : unquote(part.substring(equals + 1).strip()));
            }
        }
        return Optional.of(new NameAddress(name, bare, parameters));
    }

    private static @Nullable String name(String text) {
        return PlainText.line(unquote(text.strip()), LONGEST_NAME);
    }

    private static String unquote(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text;
    }

    private static int unquoted(String text, char wanted) {
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && inside) {
                i++;
            } else if (c == '"') {
                inside = !inside;
            } else if (c == wanted && !inside) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> parts(String text, char at) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted && i + 1 < text.length()) {
                part.append(c).append(text.charAt(++i));
                continue;
            }
            quoted ^= c == '"';
            depth += quoted ? 0 : c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == at && !quoted && depth <= 0) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    public Optional<String> parameter(String key) {
        return Optional.ofNullable(parameters.get(key));
    }

    /** Where it is, if that is a SIP URI. */
    public Optional<SipUri> sip() {
        return SipUri.of(uri);
    }

    /** A name in quotes and an address, fit for a header. */
    public static String text(@Nullable String name, String uri) {
        String clean = PlainText.line(name, LONGEST_NAME);
        String quoted = clean == null ? "" : '"' + clean.replace("\\", "\\\\").replace("\"", "\\\"") + "\" ";
        return quoted + '<' + uri + '>';
    }
}
