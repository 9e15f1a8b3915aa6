package org.lamplight.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.call.Call;
import org.lamplight.call.CallEvent;
import org.lamplight.call.Calls;
import org.lamplight.call.LineKind;
import org.lamplight.call.Lines;
import org.lamplight.call.Remote;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.lab.Await;
import org.lamplight.lab.PlayedLine;
import org.lamplight.numbers.PhoneNumbers;
import org.lamplight.people.Address;

class CallerNamesTest {
    private static final String LINE = "softphone:work";

    private final CoreThread core = new CoreThread();
    private final Events events = new Events();
    private final Await await = new Await();
    private final Lines lines = new Lines(events, "");
    private final Calls calls = new Calls(
            core,
            events,
            Clock.systemUTC(),
            lines,
            address -> address.startsWith("6002@") ? Optional.of("grace@example.org") : Optional.empty());
    private final Directories directories = new Directories(new PhoneNumbers(() -> "DE"));
    private final Book book = new Book();

    @BeforeEach
    void open() {
        core.ask(() -> {
                    lines.add(new PlayedLine(calls, LineKind.SOFTPHONE, "work", "sip:me@example.org"));
                    events.listen(CallEvent.CallChanged.class, change -> await.look());
                    return new CallerNames(core, Clock.systemUTC(), events, lines, calls, directories);
                })
                .join();
        directories.add(book);
    }

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void aCallHasTheNameThatADirectoryKnows() throws Exception {
        comes("a", "sip:+4971112345@example.org", "PBX");
        await.until("it has its name", Duration.ofSeconds(5), () -> "Ada Byron".equals(name("a")));

        comes("b", "sip:071112345@example.org;user=phone", null);
        await.until("it has its name", Duration.ofSeconds(5), () -> "Ada Byron".equals(name("b")));
    }

    @Test
    void oneNumberIsLookedUpOnce() throws Exception {
        for (String id : List.of("a", "b", "c")) {
            comes(id, "sip:4711@example.org", null);
            await.until("it has its name", Duration.ofSeconds(5), () -> "Bob Ferris".equals(name(id)));
        }
        assertThat(book.asked).hasValue(1);
    }

    @Test
    void nobodyElseIsNamed() throws Exception {
        comes("known", "sip:6002@example.org", "as they say");
        comes("stranger", "sip:4711@evil.example", "as they say");
        comes("shared", "sip:+4930100@example.org", "as they say");
        comes("word", "sip:bob@example.org", "as they say");
        comes("last", "sip:4711@example.org", null);
        await.until("the last has its name", Duration.ofSeconds(5), () -> "Bob Ferris".equals(name("last")));

        assertThat(List.of("known", "stranger", "shared", "word"))
                .allSatisfy(id -> assertThat(name(id)).isEqualTo("as they say"));
    }

    private void comes(String id, String uri, String name) {
        core.ask(() -> calls.incoming(id, LINE, new Remote(uri, name, null))).join();
    }

    private String name(String id) {
        return core.ask(() -> calls.find(id).map(Call::remote).map(Remote::name))
                .join()
                .orElse(null);
    }

    /** Says all that it knows to every question. */
    private static final class Book implements Directory {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public String source() {
            return "ldap:book";
        }

        @Override
        public CompletableFuture<List<Entry>> search(SearchText text, int limit) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletableFuture<List<Entry>> lookup(SoughtNumber number, int limit) {
            asked.incrementAndGet();
            return CompletableFuture.supplyAsync(() -> List.of(
                    entry("Ada Byron", "+49 (0)711 123-45"),
                    entry("Bob Ferris", "+49 711 123 4711"),
                    entry("Somebody", "6002"),
                    entry("Front Desk", "030 100"),
                    entry("Back Desk", "+49 30 100")));
        }

        private static Entry entry(String name, String number) {
            return new Entry(
                    "ldap:book",
                    "cn=" + name,
                    name,
                    List.of(),
                    List.of(new Address(Address.Kind.PHONE, number, "work")));
        }
    }
}
