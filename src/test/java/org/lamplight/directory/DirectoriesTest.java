package org.lamplight.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lamplight.directory.Directories.Found;
import org.lamplight.numbers.PhoneNumbers;
import org.lamplight.people.Address;

class DirectoriesTest {
    private final Directories directories = new Directories(new PhoneNumbers(() -> "DE"), Duration.ofMillis(200));

    @Test
    void whereThereIsNoneNobodyIsFound() {
        Found found = directories.search("ada", 50).join();

        assertThat(found.entries()).isEmpty();
        assertThat(found.isUnknown()).isFalse();
    }

    @Test
    void theBestOfAllComeFirst() {
        directories.add(new Fixed("ldap:a", entry("a", "Nada Byron", ""), entry("a", "Grace Hopper", "")));
        directories.add(new Fixed("ldap:b", entry("b", "Ada Byron", ""), entry("b", "Adam Smith", "")));

        assertThat(names(directories.search("ada", 50))).containsExactly("Ada Byron", "Adam Smith", "Nada Byron");
        assertThat(names(directories.search("ada", 2))).containsExactly("Ada Byron", "Adam Smith");
    }

    @Test
    void whoStandsInTwoIsFoundOnce() {
        Entry ada = entry("a", "Ada Byron", "+49 711 123 45");
        directories.add(new Fixed("ldap:a", ada, entry("a", "Ada Byron", "0711 9999999")));
        directories.add(new Fixed("ldap:b", new Entry("ldap:b", "cn=ada", ada.name(), List.of(), ada.addresses())));

        assertThat(names(directories.search("byron", 50))).hasSize(2);
    }

    @Test
    void oneThatFailsAndOneThatIsSlowHoldUpNobody() {
        Silent silent = new Silent();
        List<List<Entry>> told = new CopyOnWriteArrayList<>();
        directories.add(silent);
        directories.add(new Broken());
        directories.add(new Fixed("ldap:a", entry("a", "Ada Byron", "")));

        CompletableFuture<Found> answer = directories.search("ada", 50, told::add);

        assertThat(told).hasSize(1);
        Found found = answer.join();
        assertThat(found.entries()).extracting(Entry::name).containsExactly("Ada Byron");
        assertThat(found.problems()).hasSize(2).anyMatch(one -> one.contains("ldap:silent"));
        assertThat(found.isUnknown()).isFalse();
        assertThat(silent.answer).isCancelled();
    }

    @Test
    void whereNobodyAnswersNothingIsKnown() {
        directories.add(new Broken());

        assertThat(directories.lookup("0711 12345", 50).join().isUnknown()).isTrue();
    }

    @Test
    void anExtensionOfSomebodyIsBetterThanAnEndOfANumber() {
        Entry whole = entry("a", "Ada Byron", "+49 30 5550 6001");
        Entry part = entry("a", "Bob Ferris", "+49 151 55506001");
        directories.add(new Fixed("ldap:a", part, whole));

        assertThat(names(directories.lookup("6001", 50))).containsExactly("Ada Byron");
        assertThat(names(directories.search("6001", 50))).containsExactly("Ada Byron");
    }

    @Test
    void manyAreCut() {
        directories.add(new Fixed(
                "ldap:a",
                IntStream.range(0, 500)
                        .mapToObj(i -> entry("a", "Ada Byron " + i, ""))
                        .toArray(Entry[]::new)));

        assertThat(names(directories.search("ada", Directories.USUAL))).hasSize(50);
    }

    private static List<String> names(CompletableFuture<Found> found) {
        return found.join().entries().stream().map(Entry::name).toList();
    }

    private static int count;

    private static Entry entry(String directory, String name, String number) {
        List<Address> addresses = new ArrayList<>();
        if (!number.isEmpty()) {
            addresses.add(new Address(Address.Kind.PHONE, number, "work"));
        }
        return new Entry("ldap:" + directory, "uid=" + count++, name, List.of(), addresses);
    }

    /** Says the same to every question. */
    private record Fixed(String source, Entry... entries) implements Directory {
        @Override
        public CompletableFuture<List<Entry>> search(SearchText text, int limit) {
            return CompletableFuture.completedFuture(List.of(entries));
        }

        @Override
        public CompletableFuture<List<Entry>> lookup(SoughtNumber number, int limit) {
            return CompletableFuture.completedFuture(List.of(entries));
        }
    }

    private static final class Silent implements Directory {
        private final CompletableFuture<List<Entry>> answer = new CompletableFuture<>();

        @Override
        public String source() {
            return "ldap:silent";
        }

        @Override
        public CompletableFuture<List<Entry>> search(SearchText text, int limit) {
            return answer;
        }

        @Override
        public CompletableFuture<List<Entry>> lookup(SoughtNumber number, int limit) {
            return answer;
        }
    }

    private static final class Broken implements Directory {
        @Override
        public String source() {
            return "ldap:broken";
        }

        @Override
        public CompletableFuture<List<Entry>> search(SearchText text, int limit) {
            throw new IllegalStateException("as if by a bug");
        }

        @Override
        public CompletableFuture<List<Entry>> lookup(SoughtNumber number, int limit) {
            return CompletableFuture.failedFuture(new Unavailable("It is closed."));
        }
    }
}
