package org.lamplight.skin;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lamplight.presence.Status;

/** Which statuses the names of pictures mean, in the spellings of {@code picture-names.properties}. */
final class PictureNames {
    private static final Pattern SIZE = Pattern.compile("(?<!\\d)(\\d{2,3})(?!\\d)");
    private static final int GOOD_SIZE = 32;

    private final Map<Status, List<String>> spellings = new EnumMap<>(Status.class);
    private final List<String> noise;

    PictureNames() {
        Properties data = new Properties();
        try (InputStream in =
                Objects.requireNonNull(PictureNames.class.getResourceAsStream("picture-names.properties"))) {
            data.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        for (Status status : Status.values()) {
            spellings.put(status, list(data.getProperty(status.key(), "")));
        }
        noise = list(data.getProperty("noise", ""));
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The pictures that may mean this status, the likeliest first. */
    List<SkinImport.Picture> ranked(Status status, List<SkinImport.Picture> pictures) {
        List<SkinImport.Picture> ranked = new ArrayList<>(pictures);
        ranked.removeIf(picture -> rank(status, picture) < 0);
        ranked.sort(Comparator.comparingInt((SkinImport.Picture picture) -> rank(status, picture))
                .thenComparingInt(PictureNames::offSize)
                .thenComparing(SkinImport.Picture::file));
        return ranked;
    }

    /** The place of the first spelling that one of its names has; -1 if none. */
    private int rank(Status status, SkinImport.Picture picture) {
        List<String> known = Objects.requireNonNull(spellings.get(status));
        return picture.names().stream()
                .mapToInt(name -> known.indexOf(plain(name)))
                .filter(rank -> rank >= 0)
                .min()
                .orElse(-1);
    }

    /** Drawings first, then what has about the right size. */
    private static int offSize(SkinImport.Picture picture) {
        if (picture.file().toLowerCase(Locale.ROOT).endsWith(".svg")) {
            return -1;
        }
        Matcher size = SIZE.matcher(picture.file());
        return size.find() ? Math.abs(GOOD_SIZE - Integer.parseInt(size.group(1))) : GOOD_SIZE;
    }

    /** Words in lower case without anything between them, without those that say nothing, and without the ending. */
    String plain(String name) {
        String words = name.replaceAll("(?i)\\.(?:svg|png|gif|bmp|ico)$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]+", " ")
                .strip();
        StringBuilder plain = new StringBuilder();
        for (String word : words.split(" ")) {
            plain.append(noise.contains(word) ? "" : word);
        }
        return plain.toString();
    }
}
