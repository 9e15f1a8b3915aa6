package org.lamplight.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.lamplight.lab.OfficeServer;
import org.lamplight.office.xmpp.LocalClient;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/**
 * How much memory the real client has in use with fifty talks open: first all in one window, then each in a window of its
 * own. Each talk has some hundred messages. Prints figures; judges nothing.
 */
public final class MemoryBench {
    private static final int TALKS = 50;
    private static final int MESSAGES = 200;
    private static final String WORDS = "the mill takes fifty digits, and the store holds numbers of columns. ";

    private MemoryBench() {}

    /** Arguments: the jar, then the JVM's flags for the client. */
    public static void main(String[] args) throws Exception {
        Path jar = Path.of(args[0]);
        List<String> flags = Arrays.stream(args).skip(1).toList();
        try (OfficeServer office = new OfficeServer(Files.createTempDirectory("lamplight-office"))) {
            for (int i = 0; i < TALKS; i++) {
                office.server().addAccount("p" + i, "p");
                office.server().addContact("ada", "p" + i, "Person " + i, List.of("Office"), true, true);
            }
            try (BenchClient ada = new BenchClient(jar, flags, BenchProfile.of(office, "ada"))) {
                ada.awaitOnline();
                rest();
                say("just started", ada);
                fill(office, ada);
                say("50 talks of 200 messages, none open", ada);
                open(ada, "conversation");
                say("50 talks opened in one window", ada);
                open(ada, "talk");
                say("50 talks, each in its own window", ada);
            }
        }
        System.exit(0);
    }

    private static void fill(OfficeServer office, BenchClient ada) throws IOException {
        for (int i = 0; i < TALKS; i++) {
            LocalClient person = office.server().connect("p" + i, "x", stanza -> {});
            for (int m = 0; m < MESSAGES; m++) {
                person.send(Element.of("message", Ns.CLIENT)
                        .with("to", "ada@localhost")
                        .with("type", "chat")
                        .with("id", "m" + m)
                        .add(Element.of("body", Ns.CLIENT).text("message " + m + ": " + WORDS.repeat(1 + m % 3))));
            }
            ada.awaitMessage("p" + i + "@localhost", "message " + (MESSAGES - 1));
        }
        rest();
    }

    private static void open(BenchClient ada, String window) throws IOException {
        for (int i = 0; i < TALKS; i++) {
            ada.run("open", window, "p" + i + "@localhost");
            ada.run("windows");
        }
        rest();
    }

    private static void rest() {
        long end = System.nanoTime() + 5_000_000_000L;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static void say(String what, BenchClient ada) throws IOException {
        System.out.println(String.format(
                Locale.ROOT,
                "%-40s resident %d MiB, PSS %d MiB, heap in use %d MiB",
                what,
                ada.residentMiB(),
                ada.proportionalMiB(),
                ada.health().get("heapBytes").getAsLong() >> 20));
    }
}
