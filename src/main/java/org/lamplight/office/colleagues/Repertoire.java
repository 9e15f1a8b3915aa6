package org.lamplight.office.colleagues;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What people say, by person and topic. Immutable; the choice is the caller's random numbers'. */
final class Repertoire {
    private static final String EVERYBODY = "*";
    private static final String GREETING = "greeting";
    static final String FALLBACK = "fallback";
    static final String OPENING = "opening";

    private final Map<String, List<String>> lines = new HashMap<>();
    private final Map<String, List<String>> triggers = new LinkedHashMap<>();

    Repertoire() {
        List<String> current = new ArrayList<>();
        for (String line : DataFile.lines("repertoire.txt")) {
            if (line.startsWith("[")) {
                int end = line.indexOf(']');
                String topic = line.substring(1, end);
                current = lines.computeIfAbsent(topic, key -> new ArrayList<>());
                String words = line.substring(end + 1).strip();
                if (!words.isEmpty()) {
                    triggers.put(topic.substring(topic.indexOf(' ') + 1), DataFile.split(words, ","));
                }
            } else {
                current.add(line);
            }
        }
    }

    /** What a message is about: the topic whose trigger comes first in it. A greeting only if there is nothing else. */
    String topicOf(String message) {
        String text = " " + message.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}']+", " ") + " ";
        String best = text.isBlank() ? GREETING : FALLBACK;
        int earliest = Integer.MAX_VALUE;
        for (Map.Entry<String, List<String>> entry : triggers.entrySet()) {
            int at = firstOf(entry.getValue(), text);
            boolean greeting = entry.getKey().equals(GREETING);
            if (at < earliest && (!greeting || best.equals(FALLBACK))) {
                best = entry.getKey();
                earliest = greeting ? Integer.MAX_VALUE : at;
            }
        }
        return best;
    }

    private static int firstOf(List<String> words, String text) {
        return words.stream()
                .mapToInt(word -> text.indexOf(" " + word + " "))
                .filter(at -> at >= 0)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** A line for a topic, if possible none of those said lately; null if nobody has anything to say on it. */
    @Nullable
    String line(Person speaker, String topic, Collection<String> lately, Random random) {
        List<String> own = fresh(speaker.id() + " " + topic, lately);
        List<String> common = fresh(EVERYBODY + " " + topic, lately);
        // What one has to say oneself comes more often than what everybody says.
        List<String> choice = own.isEmpty() || (!common.isEmpty() && random.nextInt(3) == 0) ? common : own;
        if (choice.isEmpty()) {
            choice = lines.getOrDefault(EVERYBODY + " " + topic, List.of());
        }
        return choice.isEmpty() ? null : choice.get(random.nextInt(choice.size()));
    }

    private List<String> fresh(String topic, Collection<String> lately) {
        return lines.getOrDefault(topic, List.of()).stream()
                .filter(line -> !lately.contains(line))
                .toList();
    }
}
