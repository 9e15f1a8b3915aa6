package org.lamplight.sip.message;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A body of several parts (RFC 2046, section 5.1), as some servers wrap descriptions in. */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";]+)\"?");

    private Multipart() {}

    /** The first part of this type. */
    static Optional<String> part(String kind, String body, String type) {
        Matcher boundary = BOUNDARY.matcher(kind);
        if (!boundary.find()) {
            return Optional.empty();
        }
        String text = body.replace("\r\n", "\n");
        for (String part :
                text.split("(?m)^--" + Pattern.quote(boundary.group(1).strip()), -1)) {
            int end = part.indexOf("\n\n");
            if (end >= 0
                    && part.substring(0, end)
                            .toLowerCase(Locale.ROOT)
                            .matches("(?s).*content-type:\\s*" + Pattern.quote(type) + ".*")) {
                return Optional.of(part.substring(end + 2).replace("\n", "\r\n"));
            }
        }
        return Optional.empty();
    }
}
