package org.lamplight.directory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.lamplight.core.CompletionCause;
import org.lamplight.core.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All directories that are open. Who asks, asks all at once; one that fails or is slow holds up nobody. From any thread;
 * futures complete on any, and never fail.
 */
public final class Directories {
    /** How many are found where nobody says how many. */
    public static final int USUAL = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Directories.class);
    private static final Texts TEXTS = Texts.of(Directories.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * What all said.
     *
     * @param entries the best first
     * @param problems a sentence for each that did not answer
     * @param asked how many were asked
     */
    public record Found(List<Entry> entries, List<String> problems, int asked) {
        /** Whether nobody answered, so that nothing is known rather than nobody found. */
        public boolean isUnknown() {
            return asked > 0 && problems.size() == asked;
        }
    }

    private final List<Directory> open = new CopyOnWriteArrayList<>();
    private final Numbers numbers;
    private final Duration patience;

    public Directories(Numbers numbers) {
        this(numbers, PATIENCE);
    }

    /** @param patience how long one is waited for */
    Directories(Numbers numbers, Duration patience) {
        this.numbers = numbers;
        this.patience = patience;
    }

    public void add(Directory directory) {
        open.add(directory);
    }

    public void remove(Directory directory) {
        open.remove(directory);
    }

    public boolean isEmpty() {
        return open.isEmpty();
    }

    /** Which numbers are the same. */
    public Numbers numbers() {
        return numbers;
    }

    /** Everybody with these words in the name or an address; a text without letters is a number. */
    public CompletableFuture<Found> search(String typed, int limit) {
        return search(typed, limit, soFar -> {});
    }

    /** The same; each time that one has answered, what there is so far is told too. */
    public CompletableFuture<Found> search(String typed, int limit, Consumer<List<Entry>> soFar) {
        SearchText text = SearchText.of(typed);
        if (typed.codePoints().noneMatch(Character::isLetter)) {
            return lookup(typed, limit, soFar);
        }
        return ask(directory -> directory.search(text, limit), new Best(text::fit, limit), soFar);
    }

    /** Everybody who has this number, however it is written. */
    public CompletableFuture<Found> lookup(String written, int limit) {
        return lookup(written, limit, soFar -> {});
    }

    private CompletableFuture<Found> lookup(String written, int limit, Consumer<List<Entry>> soFar) {
        Optional<SoughtNumber> number = SoughtNumber.of(written, numbers);
        if (number.isEmpty()) {
            return CompletableFuture.completedFuture(new Found(List.of(), List.of(), 0));
        }
        ToIntFunction<Entry> fit =
                entry -> entry.numbers().mapToInt(number.get()::fit).max().orElse(0);
        return ask(
                directory -> directory.lookup(number.get(), limit), new Best(fit, limit, SoughtNumber.ENDS_SO), soFar);
    }

    private CompletableFuture<Found> ask(
            Function<Directory, CompletableFuture<List<Entry>>> question, Best best, Consumer<List<Entry>> soFar) {
        List<String> problems = new CopyOnWriteArrayList<>();
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        for (Directory directory : open) {
            answers.add(asked(directory, question).handle((entries, failed) -> {
                if (failed == null) {
                    soFar.accept(best.with(entries));
                } else {
                    problems.add(sentence(directory, CompletionCause.of(failed)));
                }
                return null;
            }));
        }
        return CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
                .thenApply(all -> new Found(best.now(), List.copyOf(problems), answers.size()));
    }

    private CompletableFuture<List<Entry>> asked(
            Directory directory, Function<Directory, CompletableFuture<List<Entry>>> question) {
        try {
            CompletableFuture<List<Entry>> answer = question.apply(directory);
            return answer.copy()
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((entries, failed) -> answer.cancel(true));
        } catch (RuntimeException bug) {
            return CompletableFuture.failedFuture(bug);
        }
    }

    private static String sentence(Directory directory, Throwable failed) {
        if (failed instanceof Directory.Unavailable known) {
            return String.valueOf(known.getMessage());
        }
        if (failed instanceof TimeoutException) {
            return TEXTS.get("directory.late", directory.source());
        }
        LOG.error("{}: not foreseen", directory.source(), failed);
        return TEXTS.get("directory.broken", directory.source());
    }

    /** Gathers what fits, from several threads. */
    private static final class Best {
        private static final Comparator<Rated> ORDER =
                Comparator.comparingInt(Rated::fit).reversed().thenComparing(Rated::order);

        private final ToIntFunction<Entry> fit;
        private final int limit;
        private final int makeshift;
        private final List<Rated> all = new ArrayList<>();

        private record Rated(int fit, String order, Entry entry) {
            /** Two directories may know the same human. */
            boolean isSame(Rated other) {
                return order.equals(other.order)
                        && !entry.id().equals(other.entry.id())
                        && entry.addresses().stream().anyMatch(other.entry.addresses()::contains);
            }
        }

        Best(ToIntFunction<Entry> fit, int limit) {
            this(fit, limit, 0);
        }

        /** @param makeshift what fits no better is of use only where nothing does */
        Best(ToIntFunction<Entry> fit, int limit, int makeshift) {
            this.fit = fit;
            this.limit = limit;
            this.makeshift = makeshift;
        }

        synchronized List<Entry> with(List<Entry> more) {
            for (Entry entry : more) {
                Rated rated = new Rated(fit.applyAsInt(entry), Folding.plain(entry.name()), entry);
                if (rated.fit() > 0 && all.stream().noneMatch(rated::isSame)) {
                    all.add(rated);
                }
            }
            all.sort(ORDER);
            return now();
        }

        synchronized List<Entry> now() {
            boolean good = all.stream().anyMatch(one -> one.fit() > makeshift);
            return all.stream()
                    .filter(one -> one.fit() > makeshift || !good)
                    .limit(limit)
                    .map(Rated::entry)
                    .toList();
        }
    }
}
