package org.lamplight.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.lamplight.office.Office;
import org.lamplight.office.OfficeAccount;
import org.lamplight.office.OfficeOptions;

/**
 * Loads a roster of 10,000 into the real client's real window and sends it 1,000 presence changes a second for ten
 * seconds. The server is an office in this JVM, the client a process of its own. Prints figures; judges nothing.
 */
public final class HubBench {
    private static final int PER_SECOND = 1_000;
    private static final int SECONDS = 10;
    private static final List<String> STATES =
            List.of("available", "away", "do-not-disturb", "in-a-meeting", "on-the-phone", "busy");

    private HubBench() {}

    /** Arguments: the jar, the number of contacts, then the JVM's flags for the client. */
    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        int people = Integer.parseInt(args[1]);
        List<String> flags = Arrays.stream(args).skip(2).toList();
        OfficeOptions options =
                OfficeOptions.defaults().withPeople(people).withLively(false).withSeed(7);
        try (Office office = Office.open(options)) {
            Path profile = profile(office);
            say("contacts %d, JVM flags %s, Java %s", people, flags, System.getProperty("java.version"));
            start("first start", jar, flags, profile, people);
            start("start with a kept roster", jar, flags, profile, people);
            storm(jar, flags, profile, office, people);
        }
        System.exit(0);
    }

    private static void start(String what, Path jar, List<String> flags, Path profile, int people) throws IOException {
        try (BenchClient client = new BenchClient(jar, flags, profile)) {
            long atRest = client.msUntil(health -> isLoaded(health, people));
            pause(Duration.ofSeconds(2));
            say(
                    "%-26s at rest after %,6d ms   CPU %5.2f s   longest EDT pause %3d ms   resident %d MiB, PSS %d MiB",
                    what,
                    atRest,
                    client.cpuSeconds(),
                    client.health().get("edtMaxPauseMs").getAsLong(),
                    client.residentMiB(),
                    client.proportionalMiB());
        }
    }

    /** Somebody is online whom nothing but presence stanzas could have made so; four fifths of the office are. */
    private static boolean isLoaded(JsonObject health, int people) {
        return health.get("people").getAsInt() >= people - 1
                && health.get("reachable").getAsInt() >= people * 0.79;
    }

    private static void storm(Path jar, List<String> flags, Path profile, Office office, int people)
            throws IOException {
        try (BenchClient client = new BenchClient(jar, flags, profile)) {
            client.msUntil(health -> isLoaded(health, people));
            pause(Duration.ofSeconds(3));
            List<String> addresses = new ArrayList<>(office.colleagues().addresses());
            double before = client.cpuSeconds();
            send(office, addresses);
            office.colleagues().say("grace@localhost", "available", "the last one");
            long lag = client.msUntilNote("grace@localhost", "the last one");
            double cpu = client.cpuSeconds() - before;
            say(
                    "%-26s lag %,6d ms   CPU %5.2f s   longest EDT pause %3d ms   resident %d MiB, PSS %d MiB",
                    "storm, " + PER_SECOND + "/s for " + SECONDS + " s",
                    lag,
                    cpu,
                    client.health().get("edtMaxPauseMs").getAsLong(),
                    client.residentMiB(),
                    client.proportionalMiB());
        }
    }

    private static void send(Office office, List<String> addresses) {
        Random random = new Random(7);
        long begin = System.nanoTime();
        for (int i = 0; i < PER_SECOND * SECONDS; i++) {
            long due = begin + i * 1_000_000_000L / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            String who = addresses.get(random.nextInt(addresses.size()));
            office.colleagues().say(who, STATES.get(random.nextInt(STATES.size())), "");
        }
    }

    private static Path profile(Office office) throws IOException {
        Path profile = Files.createTempDirectory("lamplight-bench");
        OfficeAccount own = office.accounts().get(0);
        Path trust = Files.writeString(profile.resolve("office.pem"), office.certificatePem());
        Path accounts = Files.createDirectories(profile.resolve("accounts"));
        Files.writeString(
                accounts.resolve("bench.properties"),
                String.join(
                        "\n",
                        "kind = xmpp",
                        "name = " + own.name(),
                        "address = " + own.address(),
                        "server = " + own.server(),
                        "port = " + own.port(),
                        "trust = " + trust,
                        "password-command = printf %s '" + own.password() + "'",
                        ""));
        return profile;
    }

    private static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static void say(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }
}
