package org.lamplight.xmpp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.presence.Status;

/**
 * Status texts of other clients that mean more than the show they come with, such as "On the phone" with away. The list is
 * data: {@code status-texts.txt}. Immutable.
 */
final class StatusTexts {
    private final Map<String, Status> meanings = new HashMap<>();

    StatusTexts() {
        try (InputStream in = StatusTexts.class.getResourceAsStream("status-texts.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String line) {
        int colon = line.indexOf(':');
        Status status = Status.ofKey(line.substring(0, colon).strip()).orElseThrow();
        for (String text : line.substring(colon + 1).split("\\|")) {
            meanings.put(folded(text), status);
        }
    }

    /** What the text means: the whole of it, or of what stands before the first sign that is no letter. */
    Optional<Status> meaning(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String folded = folded(text);
        Status whole = meanings.get(folded);
        return whole != null ? Optional.of(whole) : longestStart(folded);
    }

    private Optional<Status> longestStart(String folded) {
        for (int end = folded.length() - 1; end > 1; end--) {
            boolean wordEnds = !Character.isLetter(folded.charAt(end));
            Status status = wordEnds ? meanings.get(folded.substring(0, end).strip()) : null;
            boolean goesOn = wordEnds && folded.charAt(end) == ' ' && nextIsLetter(folded, end);
            if (status != null && !goesOn) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /** "Idle hands" is no status: a word that follows makes another sentence of it. */
    private static boolean nextIsLetter(String folded, int space) {
        return space + 1 < folded.length() && Character.isLetter(folded.charAt(space + 1));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
