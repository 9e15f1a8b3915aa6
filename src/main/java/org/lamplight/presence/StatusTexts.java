package org.lamplight.presence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;

/**
 * Status texts of other clients and of phones that mean more than the status they come with, such as "On the phone" with
 * away. The list is data: {@code status-texts.txt}. Immutable; any thread.
 */
public final class StatusTexts {
    private static final String HELD = "held";
    private static final String NUMBER = "<nr>";
    private static final String COUNT = "<n>";

    /** A longer text says more than the name of a status. */
    private static final int SHORT_TEXT = 40;

    private static final String SEPARATORS = "\\s*[,:;\u00b7\u2013-][\\s,:;\u00b7\u2013-]*";

    private record Meaning(Status status, boolean held) {}

    private final Map<String, Meaning> whole = new HashMap<>();
    private final Map<Pattern, Meaning> numbered = new LinkedHashMap<>();

    public StatusTexts() {
        try (InputStream in = StatusTexts.class.getResourceAsStream("status-texts.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> line.matches("[a-z-]+:.+")).forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String line) {
        int colon = line.indexOf(':');
        String key = line.substring(0, colon);
        Meaning meaning = key.equals(HELD)
                ? new Meaning(Status.ON_THE_PHONE, true)
                : new Meaning(Status.ofKey(key).orElseThrow(), false);
        for (String text : line.substring(colon + 1).split("\\|")) {
            if (text.contains(NUMBER) || text.contains(COUNT)) {
                numbered.put(pattern(folded(text)), meaning);
            } else {
                whole.put(folded(text), meaning);
            }
        }
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(Pattern.quote(text)
                .replace(NUMBER, "\\E[+*#0-9][0-9*#+ ()./-]{0,40}\\Q")
                .replace(COUNT, "\\E[0-9]{1,6}\\Q"));
    }

    /** What the text means: the whole of it, or of what stands before the first sign that is no letter. */
    public Optional<Status> meaning(@Nullable String text) {
        return find(text).map(Meaning::status);
    }

    /** Whether the text means that somebody is on the phone and has put the other side on hold. */
    public boolean saysHeld(@Nullable String text) {
        return find(text).filter(Meaning::held).isPresent();
    }

    /** What the text says beyond the status that it came with; null where it is no more than the status's name. */
    public @Nullable String note(@Nullable String text, Status status) {
        String words = OwnWords.of(status);
        if (text == null
                || text.equalsIgnoreCase(words)
                || text.equalsIgnoreCase(status.key().replace('-', ' '))) {
            return null;
        }
        if (!words.isEmpty() && text.regionMatches(true, 0, words, 0, words.length())) {
            String rest = text.substring(words.length());
            if (rest.startsWith(OwnWords.BETWEEN)) {
                return PlainText.line(rest.substring(OwnWords.BETWEEN.length()), PlainText.SHORT);
            }
            if (rest.matches(SEPARATORS + ".*")) {
                return PlainText.line(rest.replaceFirst(SEPARATORS, ""), PlainText.SHORT);
            }
        }
        boolean bare = meaning(text).filter(status::equals).isPresent() && text.length() < SHORT_TEXT;
        return bare ? null : text;
    }

    private Optional<Meaning> find(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String folded = folded(text);
        return Optional.ofNullable(whole.get(folded)).or(() -> numbered(folded)).or(() -> longestStart(folded));
    }

    private Optional<Meaning> numbered(String folded) {
        return numbered.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(folded).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Optional<Meaning> longestStart(String folded) {
        for (int end = folded.length() - 1; end > 1; end--) {
            boolean wordEnds = !Character.isLetter(folded.charAt(end));
            Meaning meaning = wordEnds ? whole.get(folded.substring(0, end).strip()) : null;
            boolean goesOn = wordEnds && folded.charAt(end) == ' ' && nextIsLetter(folded, end);
            if (meaning != null && !goesOn) {
                return Optional.of(meaning);
            }
        }
        return Optional.empty();
    }

    /** "Idle hands" is no status: a word that follows makes another sentence of it. */
    private static boolean nextIsLetter(String folded, int space) {
        return space + 1 < folded.length() && Character.isLetter(folded.charAt(space + 1));
    }

    /** Over capitals, so that \u00df and SS are one. */
    private static String folded(String text) {
        return text.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
