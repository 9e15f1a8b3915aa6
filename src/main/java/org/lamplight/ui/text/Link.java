package org.lamplight.ui.text;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a link in a text leads: {@code http}, {@code https}, {@code xmpp}, {@code tel} or {@code mailto}, and nothing else.
 *
 * @param target the address in ASCII, names of hosts as they are asked for (punycode)
 * @param place the host, address or number that it really leads to
 * @param doubtful whether what is written may look like another place than it leads to
 */
public record Link(String target, String place, boolean doubtful) {
    private static final Pattern STARTS =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:https?://|xmpp:|tel:|mailto:)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 2000;
    private static final String NEVER_LAST = ".,;:!?'\"*_~`…’”»";
    private static final String UNWISE = "<>\"{}|\\^`";

    /** The links between these two places of a text. */
    static List<Span> find(String text, int start, int end) {
        List<Span> found = new ArrayList<>();
        Matcher starts = STARTS.matcher(text).region(start, end).useTransparentBounds(true);
        int from = start;
        while (starts.find()) {
            int last = starts.start() < from ? -1 : last(text, starts.start(), starts.end(), end);
            Link link = last < 0 ? null : of(text.substring(starts.start(), last), starts.group());
            if (link != null) {
                found.add(new Span(starts.start(), last, Span.Kind.LINK, link));
                from = last;
            }
        }
        return found;
    }

    /** Where it ends: before a blank or a sign that no address has, without the full stop of the sentence. */
    private static int last(String text, int first, int after, int end) {
        int last = after;
        int open = 0;
        while (last < end && last - first < LONGEST && belongs(text.charAt(last))) {
            char c = text.charAt(last);
            open += c == '(' ? 1 : 0;
            if (c == ')' && --open < 0) {
                break;
            }
            last++;
        }
        while (last > after && NEVER_LAST.indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return last == after ? -1 : last;
    }

    private static boolean belongs(char c) {
        return c > ' ' && !Character.isWhitespace(c) && !Character.isSpaceChar(c) && UNWISE.indexOf(c) < 0;
    }

    private static @Nullable Link of(String written, String start) {
        String scheme = start.substring(0, start.indexOf(':')).toLowerCase(Locale.ROOT);
        String rest = written.substring(start.length());
        return switch (scheme) {
            case "http", "https" -> web(scheme, rest);
            case "tel" ->
                rest.matches("[+*#0-9][-+*#0-9.()]{1,40}(;[\\x21-\\x7E]*)?")
                        ? new Link("tel:" + rest, rest, false)
                        : null;
            default -> address(scheme, rest);
        };
    }

    private static @Nullable Link web(String scheme, String rest) {
        int slash = firstOf(rest, "/?#");
        String authority = rest.substring(0, slash);
        int at = authority.lastIndexOf('@');
        String host = authority.substring(at + 1);
        int colon = host.matches("\\[[0-9A-Fa-f:.]+].*") ? host.indexOf(':', host.indexOf(']')) : host.indexOf(':');
        String name = colon < 0 ? host : host.substring(0, colon);
        String port = colon < 0 ? "" : host.substring(colon);
        String ascii = ascii(name);
        if (ascii.isEmpty() || !port.matches("(:\\d{0,5})?")) {
            return null;
        }
        String user = at < 0 ? "" : encoded(authority.substring(0, at)) + "@";
        boolean doubtful = at >= 0 || !ascii.equalsIgnoreCase(name) || ascii.contains("xn--");
        return new Link(scheme + "://" + user + ascii + port + encoded(rest.substring(slash)), ascii + port, doubtful);
    }

    private static @Nullable Link address(String scheme, String rest) {
        int question = firstOf(rest, "?#");
        String address = rest.substring(0, question);
        String bare = address.startsWith("//") ? address.substring(2) : address;
        int at = bare.indexOf('@');
        String host = bare.substring(at + 1);
        String name = host.substring(0, firstOf(host, "/"));
        String ascii = ascii(name);
        if (ascii.isEmpty() || (at <= 0 && scheme.equals("mailto"))) {
            return null;
        }
        String place = bare.substring(0, at + 1) + ascii;
        boolean doubtful = !ascii.equalsIgnoreCase(name);
        return new Link(
                scheme + ":" + encoded(place + host.substring(name.length()) + rest.substring(question)),
                place,
                doubtful);
    }

    /** As it is asked for; empty if there can be no such host. */
    private static String ascii(String host) {
        if (host.matches("\\[[0-9A-Fa-f:.]+]")) {
            return host;
        }
        try {
            String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return ascii.matches("[a-z0-9_]([-a-z0-9_.]*[a-z0-9_.])?") ? ascii : "";
        } catch (IllegalArgumentException noHost) {
            return "";
        }
    }

    private static int firstOf(String text, String any) {
        for (int i = 0; i < text.length(); i++) {
            if (any.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    /** What is not ASCII, and a percent sign without two digits, is written by percent signs. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c > ' ' && c < 0x7F) {
                encoded.appendCodePoint(c);
            } else {
                for (byte each : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(String.format(Locale.ROOT, "%02X", each & 0xFF));
                }
            }
        });
        return encoded.toString()
                .replaceAll("%(?![0-9A-Fa-f]{2})", "%25")
                .replace("[", "%5B")
                .replace("]", "%5D");
    }
}
