package org.lamplight.office.xmpp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/**
 * What somebody says of another whom they block (XEP-0377).
 *
 * @param by who says so, bare
 * @param about who is blocked
 * @param reason such as {@code urn:xmpp:reporting:spam}
 * @param text in the reporter's words; empty for none
 * @param messages the stanza ids of what is complained about
 */
public record Report(Jid by, Jid about, String reason, String text, List<String> messages) {
    static final String NAMESPACE = "urn:xmpp:reporting:1";
    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_MESSAGES = 100;

    /** Reads it from the item of a block; null if there is none. */
    static @Nullable Report of(Jid by, Jid about, Element item) {
        Element report = item.find("report", NAMESPACE);
        if (report == null) {
            return null;
        }
        String text = String.valueOf(report.find("text") == null ? "" : report.childText("text"));
        List<String> messages = report.children().stream()
                .filter(child -> child.name().equals("stanza-id"))
                .map(child -> child.attribute("id", ""))
                .limit(MOST_MESSAGES)
                .toList();
        return new Report(
                by,
                about,
                report.attribute("reason", ""),
                text.substring(0, Math.min(LONGEST_TEXT, text.length())),
                messages);
    }
}
