package org.lamplight.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of a command, options taken out. Not thread-safe. */
public final class Arguments {
    private final Deque<String> words = new ArrayDeque<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private final List<String> flags = new ArrayList<>();
    private final String usage;

    /**
     * @param withValue options that take a value, such as {@code --limit}
     * @param alone options that take none
     * @param usage the form of the command, for the sentence where the words do not fit it
     */
    public Arguments(List<String> args, Set<String> withValue, Set<String> alone, String usage) throws Refusal {
        this.usage = usage;
        boolean onlyWords = false;
        for (int i = 0; i < args.size(); i++) {
            String word = args.get(i);
            if (onlyWords || !word.startsWith("--")) {
                words.add(word);
            } else if (word.equals("--")) {
                onlyWords = true;
            } else if (alone.contains(word)) {
                flags.add(word);
            } else if (withValue.contains(word) && i + 1 < args.size()) {
                options.put(word, args.get(++i));
            } else {
                throw Refusal.usage(usage);
            }
        }
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    int limit(int usual) throws Refusal {
        String text = options.get("--limit");
        if (text == null) {
            return usual;
        }
        if (!text.matches("\\d{1,7}")) {
            throw Refusal.usage(usage);
        }
        return Integer.parseInt(text);
    }

    /** The next word, which must be there. */
    String next() throws Refusal {
        String word = words.poll();
        if (word == null) {
            throw Refusal.usage(usage);
        }
        return word;
    }

    Optional<String> maybeNext() {
        return Optional.ofNullable(words.poll());
    }

    /** Nothing may be left. */
    void end() throws Refusal {
        if (!words.isEmpty()) {
            throw Refusal.usage(usage);
        }
    }
}
