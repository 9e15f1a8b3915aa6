package org.lamplight.xmpp.jingle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.files.FileCarrier;
import org.lamplight.chat.files.MediaType;
import org.lamplight.chat.files.SafeName;
import org.lamplight.core.PlainText;

/**
 * A file that is offered (XEP-0234), with nothing in it that harms.
 *
 * @param words what is said with it; empty for nothing
 * @param size in bytes, more than none
 * @param hash null if none is told that we know; without a value if that is to follow
 * @param description as the peer wrote it
 */
record Offer(
        String name,
        String words,
        long size,
        String type,
        @Nullable FileHash hash,
        StandardExtensionElement description) {
    static final String NAMESPACE = "urn:xmpp:jingle:apps:file-transfer:5";
    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_NAME = 1_000;

    /** Empty if it is no file, or one whose size is not told: without that nobody knows when it is whole. */
    static Optional<Offer> read(@Nullable StandardExtensionElement description) {
        StandardExtensionElement file = description == null || !NAMESPACE.equals(description.getNamespace())
                ? null
                : Words.child(description, "file");
        if (description == null || file == null) {
            return Optional.empty();
        }
        String size = Words.text(file, "size").strip();
        if (!size.matches("0*[1-9]\\d{0,14}")) {
            return Optional.empty();
        }
        String given = Words.text(file, "name");
        String name = SafeName.of(given.substring(Math.max(0, given.length() - LONGEST_NAME)));
        String words = PlainText.lines(Words.text(file, "desc"), LONGEST_WORDS).strip();
        String type = MediaType.of(Words.text(file, "media-type"), name);
        FileHash hash = FileHash.read(file).orElse(null);
        return Optional.of(new Offer(name, words, Long.parseLong(size), type, hash, description));
    }

    /** How we offer one. */
    static StandardExtensionElement describe(FileCarrier.Outgoing out, Instant changed, FileHash hash) {
        StandardExtensionElement.Builder file = StandardExtensionElement.builder("file", NAMESPACE)
                .addElement(text("date", changed.truncatedTo(ChronoUnit.SECONDS).toString()))
                .addElement(text("media-type", out.type()))
                .addElement(text("name", SafeName.of(out.name())))
                .addElement(text("size", String.valueOf(out.size())));
        if (!out.words().isBlank()) {
            file.addElement(text("desc", out.words()));
        }
        file.addElement(hash.element());
        return StandardExtensionElement.builder("description", NAMESPACE)
                .addElement(file.build())
                .build();
    }

    private static StandardExtensionElement text(String name, String text) {
        return StandardExtensionElement.builder(name, NAMESPACE)
                .setText(PlainText.xml(text))
                .build();
    }
}
