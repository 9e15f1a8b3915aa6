package org.lamplight.office.sip.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address with a name and parameters, as in From, To, Contact and Route. Immutable.
 *
 * @param name without quotes; empty for none
 * @param uri as it stands
 */
public record NameAddress(String name, String uri, Params params) {
    /** Reads one value; null if it is none. */
    public static @Nullable NameAddress parse(String value) {
        int open = Fields.find(value, '<', 0);
        return open < 0 ? bare(value) : bracketed(value, open);
    }

    private static @Nullable NameAddress bracketed(String value, int open) {
        int close = value.indexOf('>', open);
        if (close < 0) {
            return null;
        }
        String rest = value.substring(close + 1).strip();
        if (!rest.isEmpty() && rest.charAt(0) != ';') {
            return null;
        }
        String name = Fields.unquote(value.substring(0, open).strip());
        String uri = value.substring(open + 1, close).strip();
        return new NameAddress(name, uri, Params.of(Fields.split(rest, ';')));
    }

    /** Without brackets, parameters belong to the header (section 20.10). */
    private static @Nullable NameAddress bare(String value) {
        List<String> parts = Fields.split(value, ';');
        String uri = parts.get(0);
        boolean sound = uri.indexOf(':') > 0 && uri.indexOf(' ') < 0;
        return sound ? new NameAddress("", uri, Params.of(parts.subList(1, parts.size()))) : null;
    }

    /** One of ours. */
    public static NameAddress of(String name, String uri) {
        return new NameAddress(name, uri, Params.NONE);
    }

    /** The address itself; null if it is no SIP URI. */
    public @Nullable SipUri sipUri() {
        return SipUri.parse(uri);
    }

    /** The tag of From and To; empty for none. */
    public String tag() {
        String tag = params.get("tag");
        return tag == null ? "" : tag;
    }

    /** The same with another value for a parameter. */
    public NameAddress with(String param, String value) {
        return new NameAddress(name, uri, params.with(param, value));
    }

    @Override
    public String toString() {
        String shown = name.isEmpty() ? "" : Fields.quote(name) + " ";
        return shown + "<" + uri + ">" + params;
    }
}
