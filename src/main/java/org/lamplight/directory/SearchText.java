package org.lamplight.directory;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lamplight.people.Address;

/**
 * What somebody typed to find somebody: words in any order, each a part of a name. Capitals and marks on letters don't
 * matter. Immutable.
 */
public final class SearchText {
    private static final int MOST_WORDS = 8;
    private static final int LONGEST = 100;
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
    private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final String whole;
    private final List<String> words;

    private SearchText(List<String> words) {
        this.words = words;
        this.whole = String.join(" ", words);
    }

    /** Long texts are cut. */
    public static SearchText of(String typed) {
        return new SearchText(Arrays.stream(BETWEEN.split(typed.strip()))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(LONGEST, word.length())))
                .limit(MOST_WORDS)
                .toList());
    }

    /** As they were typed; none is empty. */
    public List<String> words() {
        return words;
    }

    /** How well it fits: 0 not at all, more is better. */
    public int fit(Entry entry) {
        if (words.isEmpty() || !words.stream().allMatch(word -> isSomewhere(word, entry))) {
            return 0;
        }
        if (isName(entry.name())) {
            return 5;
        }
        if (any(whole, wanted -> spellings(entry.name()).anyMatch(name -> name.startsWith(wanted)))) {
            return 4;
        }
        if (words.stream().allMatch(word -> begins(word, entry.name()))) {
            return 3;
        }
        return words.stream().allMatch(word -> isIn(word, entry.name())) ? 2 : 1;
    }

    private boolean isName(String name) {
        long parts = PARTS.splitAsStream(Folding.plain(name)).count();
        return words.size() == parts
                && words.stream()
                        .allMatch(word -> any(word, wanted -> parts(name).anyMatch(wanted::equals)));
    }

    private static boolean isSomewhere(String word, Entry entry) {
        return isIn(word, entry.name())
                || entry.others().stream().anyMatch(other -> isIn(word, other))
                || entry.addresses().stream()
                        .filter(address -> address.kind() != Address.Kind.PHONE)
                        .anyMatch(address -> isIn(word, address.value()));
    }

    private static boolean begins(String word, String name) {
        return any(word, wanted -> parts(name).anyMatch(part -> part.startsWith(wanted)));
    }

    private static boolean isIn(String word, String text) {
        return any(word, wanted -> spellings(text).anyMatch(spelt -> spelt.contains(wanted)));
    }

    private static boolean any(String typed, java.util.function.Predicate<String> fits) {
        return Folding.spellings(typed).stream().anyMatch(fits);
    }

    private static Stream<String> parts(String name) {
        return spellings(name).flatMap(PARTS::splitAsStream).distinct();
    }

    private static Stream<String> spellings(String text) {
        return Folding.spellings(text).stream();
    }
}
