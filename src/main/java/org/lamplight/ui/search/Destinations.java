package org.lamplight.ui.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Talk;
import org.lamplight.core.PlainText;
import org.lamplight.people.Address;
import org.lamplight.people.Person;

/** Where one may go: every talk and everybody who can be written to, as they were when this was made. Immutable. */
final class Destinations {
    private static final Comparator<Entry> RECENT_FIRST = Comparator.comparing((Entry entry) ->
                    entry.to().last() == null ? Instant.MIN : entry.to().last())
            .reversed()
            .thenComparing(Entry::name)
            .thenComparing(entry -> entry.to().address());

    private final List<Entry> entries;

    /** With what is compared, in small letters. */
    private record Entry(Destination to, String name, String address) {
        static Entry of(Destination to) {
            return new Entry(to, FuzzyMatch.fold(to.name()), FuzzyMatch.fold(to.address()));
        }

        /** A name counts for more than an address. */
        int score(String wanted) {
            return Math.max(2 * FuzzyMatch.score(name, wanted), FuzzyMatch.score(address, wanted));
        }
    }

    private record Found(Entry entry, int score) {}

    private Destinations(List<Entry> entries) {
        this.entries = entries;
    }

    /** @param names what a talk is called that is with nobody of the list, by its address */
    static Destinations of(Collection<Person> people, Collection<Talk> talks, UnaryOperator<String> names) {
        Map<String, Talk> left = new HashMap<>();
        talks.forEach(talk -> left.put(talk.peer().toLowerCase(Locale.ROOT), talk));
        List<Entry> entries = new ArrayList<>();
        for (Person person : people) {
            for (Address address : person.addresses()) {
                if (address.kind() == Address.Kind.IM) {
                    Talk talk = left.remove(address.value().toLowerCase(Locale.ROOT));
                    entries.add(Entry.of(destination(address.value(), person.name(), talk)));
                }
            }
        }
        left.values().forEach(talk -> entries.add(Entry.of(destination(talk.peer(), names.apply(talk.peer()), talk))));
        entries.sort(RECENT_FIRST);
        return new Destinations(List.copyOf(entries));
    }

    private static Destination destination(String address, String name, @Nullable Talk talk) {
        String line = PlainText.line(name);
        if (talk == null) {
            return new Destination(address, line, 0, null);
        }
        Instant last = talk.last() == null ? null : talk.last().at();
        return new Destination(talk.peer(), line, talk.unread(), last);
    }

    /** Those that fit, the best first and among equals the most recent; all of them, recent first, where nothing is wanted. */
    List<Destination> find(String typed, int most) {
        String wanted = FuzzyMatch.fold(typed);
        return entries.stream()
                .map(entry -> new Found(entry, entry.score(wanted)))
                .filter(found -> found.score() > FuzzyMatch.NONE)
                .sorted(Comparator.comparingInt(Found::score).reversed())
                .limit(most)
                .map(found -> found.entry().to())
                .toList();
    }
}
