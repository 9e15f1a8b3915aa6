package org.lamplight.ui.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.chat.Message;

/** A row of what was found. */
sealed interface Hit {

    /** A message, with the part of its text that was searched. */
    record Found(Message message, String snippet, boolean grouped) implements Hit {}

    /** The talk that the messages below it belong to. */
    record Group(String peer, int count) implements Hit {}

    /** What was found, the newest first; under their talks, the one with the newest first, if {@code grouped}. */
    static List<Hit> rows(List<Message> messages, String wanted, boolean grouped) {
        Map<String, List<Hit>> groups = new LinkedHashMap<>();
        messages.stream()
                .sorted(Comparator.comparing((Message message) -> message.at()).reversed())
                .forEach(message -> groups.computeIfAbsent(grouped ? message.peer() : "", any -> new ArrayList<>())
                        .add(new Found(message, Snippet.of(message.text(), wanted), grouped)));
        List<Hit> rows = new ArrayList<>();
        groups.forEach((peer, found) -> {
            if (grouped) {
                rows.add(new Group(peer, found.size()));
            }
            rows.addAll(found);
        });
        return rows;
    }
}
