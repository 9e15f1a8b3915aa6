package org.lamplight.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;

/**
 * A document application/dialog-info+xml (RFC 4235): what an address has of calls, or what changed. Immutable.
 *
 * @param version counts within one subscription
 * @param full whether it names all there are; else those it does not name are as they were
 * @param entity the watched address
 */
public record DialogInfo(long version, boolean full, String entity, List<Dialog> dialogs) {
    public static final String TYPE = "application/dialog-info+xml";

    /** Addresses and identifiers longer than this are no use to anybody. */
    private static final int LONGEST = 1_000;

    public DialogInfo {
        dialogs = List.copyOf(dialogs);
    }

    /** Reads a body as it came. */
    public static DialogInfo read(byte[] body) throws UnreadableBody {
        XmlElement root = XmlBody.read(body, "dialog-info");
        List<Dialog> dialogs = new ArrayList<>();
        root.children("dialog").forEach(dialog -> dialogs.add(dialog(dialog, dialogs.size())));
        return new DialogInfo(
                version(root.value("version")),
                !root.value("state").toLowerCase(Locale.ROOT).equals("partial"),
                bounded(root.value("entity")).orElse(""),
                dialogs);
    }

    /** The document, in UTF-8. */
    public byte[] write() {
        return new DialogInfoWriter(this).document();
    }

    private static long version(String text) throws UnreadableBody {
        if (!text.matches("\\d{1,10}")) {
            throw new UnreadableBody("a dialog-info without a version");
        }
        return Long.parseLong(text);
    }

    private static Dialog dialog(XmlElement dialog, int index) {
        return new Dialog(
                bounded(dialog.value("id")).orElse("#" + index),
                bounded(dialog.value("call-id")).orElse(null),
                bounded(dialog.value("local-tag")).orElse(null),
                bounded(dialog.value("remote-tag")).orElse(null),
                Dialog.Direction.of(dialog.value("direction")),
                Dialog.State.of(text(dialog, "state")),
                seconds(text(dialog, "duration")),
                party(dialog.child("local")),
                party(dialog.child("remote")));
    }

    private static Dialog.Party party(Optional<XmlElement> side) {
        if (side.isEmpty()) {
            return Dialog.Party.NOBODY;
        }
        Optional<XmlElement> identity = side.get().child("identity");
        Optional<XmlElement> target = side.get().child("target");
        return new Dialog.Party(
                identity.map(found -> PlainText.line(found.value("display"), PlainText.SHORT))
                        .orElse(null),
                identity.flatMap(found -> bounded(found.text())).orElse(null),
                target.flatMap(found -> bounded(found.value("uri"))).orElse(null),
                target.stream().flatMap(found -> found.children("param")).anyMatch(DialogInfo::isSilence));
    }

    /** The RFC writes pval, Asterisk and FreeSWITCH write pvalue. */
    private static boolean isSilence(XmlElement param) {
        String value = param.attribute("pval").orElseGet(() -> param.value("pvalue"));
        return param.value("pname").equalsIgnoreCase("+sip.rendering")
                && value.strip().equalsIgnoreCase("no");
    }

    private static String text(XmlElement within, String name) {
        return within.child(name).map(found -> found.text().strip()).orElse("");
    }

    private static @Nullable Long seconds(String text) {
        return text.matches("\\d{1,9}") ? Long.valueOf(text) : null;
    }

    private static Optional<String> bounded(String text) {
        return Optional.ofNullable(PlainText.line(text, LONGEST));
    }
}
