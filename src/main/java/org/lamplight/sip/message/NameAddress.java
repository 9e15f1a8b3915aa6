package org.lamplight.sip.message;

import java.util.ArrayList;
import java.util.List;
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
        Parameters.parts(value, ',').forEach(part -> of(part).ifPresent(found::add));
        return found;
    }

    private static Optional<NameAddress> address(@Nullable String name, String uri, String tail) {
        String bare = uri.strip();
        if (bare.isEmpty() || bare.indexOf(':') < 0) {
            return Optional.empty();
        }
        return Optional.of(new NameAddress(name, bare, Parameters.of(tail)));
    }

    private static @Nullable String name(String text) {
        return PlainText.line(Parameters.unquote(text.strip()), LONGEST_NAME);
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
