package org.lamplight.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.lamplight.control.ControlClient;
import org.lamplight.lab.OfficeServer;
import org.lamplight.lab.Part;
import org.lamplight.lab.Prosody;
import org.lamplight.lab.XmppAt;

/**
 * How long it takes from giving a message to the client until it shows that the other client has it: through the store of
 * both, the server, and back. Two real clients with their windows. Prints figures; judges nothing.
 */
public final class TickBench {
    private static final int WARM_UP = 200;
    private static final int ROUNDS = 1_000;
    private static final String BOB = "bob@" + XmppAt.DOMAIN;
    private static final long LOST_NANOS = 10_000_000_000L;

    private final Map<String, Long> ticks = new ConcurrentHashMap<>();

    /** Arguments: the jar, then the JVM's flags for the clients. */
    public static void main(String[] args) throws Exception {
        Path jar = Path.of(args[0]);
        List<String> flags = Arrays.stream(args).skip(1).toList();
        try (XmppAt office = new OfficeServer(Files.createTempDirectory("lamplight-office"))) {
            new TickBench().run("office", office, jar, flags);
        }
        if (Part.PROSODY.isThere()) {
            try (XmppAt prosody = new Prosody(Files.createTempDirectory("lamplight-prosody"))) {
                new TickBench().run("Prosody", prosody, jar, flags);
            }
        }
        System.exit(0);
    }

    private void run(String what, XmppAt server, Path jar, List<String> flags) throws IOException {
        Path profile = BenchProfile.of(server, "ada");
        try (BenchClient ada = new BenchClient(jar, flags, profile);
                BenchClient bob = new BenchClient(jar, flags, BenchProfile.of(server, "bob"))) {
            ada.awaitOnline();
            bob.awaitOnline();
            listen(profile);
            ada.run("open", "conversation", BOB);
            measure(ada, WARM_UP);
            List<Double> times = measure(ada, ROUNDS);
            Collections.sort(times);
            System.out.println(String.format(
                    Locale.ROOT,
                    "send to tick, %-8s median %5.1f ms, 99 of 100 within %5.1f ms, longest %5.1f ms (%d messages)",
                    what,
                    times.get(ROUNDS / 2),
                    times.get(ROUNDS * 99 / 100),
                    times.get(ROUNDS - 1),
                    ROUNDS));
        }
    }

    private void listen(Path profile) {
        ControlClient events = ControlClient.connect(profile.resolve("control")).orElseThrow();
        Thread listener = new Thread(
                () -> {
                    try {
                        events.run(List.of("events", "--only", "message.state"), "", 0, this::heard);
                    } catch (IOException ended) {
                        // the client is gone
                    }
                },
                "ticks");
        listener.setDaemon(true);
        listener.start();
    }

    private void heard(JsonObject event) {
        JsonObject message = event.getAsJsonObject("message");
        if (message.get("state").getAsString().equals("delivered")) {
            ticks.put(message.get("id").getAsString(), System.nanoTime());
        }
    }

    /** One after another, in milliseconds each. */
    private List<Double> measure(BenchClient ada, int rounds) throws IOException {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            long begun = System.nanoTime();
            String id = ada.run("chat", "send", BOB, "message " + i)
                    .get(0)
                    .get("id")
                    .getAsString();
            while (!ticks.containsKey(id)) {
                LockSupport.parkNanos(20_000);
                if (System.nanoTime() - begun > LOST_NANOS) {
                    throw new IllegalStateException("no tick");
                }
            }
            times.add((ticks.remove(id) - begun) / 1e6);
        }
        return times;
    }
}
