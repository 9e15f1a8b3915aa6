package org.lamplight.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.lamplight.control.ControlClient;
import org.lamplight.core.Texts;
import org.lamplight.office.Office;
import org.lamplight.office.OfficeOptions;
import org.lamplight.profile.Profile;

/** Starts the client, or hands over to the one that runs already. */
final class Starter {
    private static final Texts TEXTS = Texts.of(Starter.class);
    private static final int OTHER_STARTS_MS = 10_000;

    private final PrintStream err;

    Starter(PrintStream err) {
        this.err = err;
    }

    /** Empty when the client runs; else the exit code. */
    Optional<Integer> start(Options options) {
        StartRefusal refusal = StartRefusal.of(err, options);
        try {
            Profile profile = Profile.open(options.profile().orElseGet(() -> usual(options)));
            Optional<SingleInstance> only = SingleInstance.claim(profile.folder());
            if (only.isEmpty()) {
                return Optional.of(handOver(profile, options, refusal));
            }
            return run(profile, options, only.get(), refusal);
        } catch (Profile.Unusable unusable) {
            refusal.say(String.valueOf(unusable.getMessage()));
        } catch (IOException e) {
            refusal.say(TEXTS.get("start.failed", String.valueOf(e.getMessage())));
        }
        return Optional.of(Main.REFUSED);
    }

    private static Path usual(Options options) {
        Path usual = Main.usualProfile();
        return options.office() ? usual.resolveSibling(usual.getFileName() + "-office") : usual;
    }

    private Optional<Integer> run(Profile profile, Options options, SingleInstance only, StartRefusal refusal)
            throws IOException {
        if (options.office() && !OfficeProfile.isFree(profile)) {
            refusal.say(TEXTS.get("profile.foreign", profile.folder()));
            return Optional.of(Main.REFUSED);
        }
        LogFile.open(profile.log());
        Client client = new Client(profile, options, only);
        if (options.office()) {
            Office office = Office.open(OfficeOptions.defaults());
            client.useOffice(office);
        }
        client.start();
        client.problems().forEach(problem -> err.println(problem.sentence()));
        return Optional.empty();
    }

    /** Brings the running one to the front, or gives it what this start was called with. */
    private static int handOver(Profile profile, Options options, StartRefusal refusal) throws IOException {
        List<List<String>> commands = new ArrayList<>();
        options.uris().forEach(uri -> commands.add(List.of("open", "uri", uri)));
        if (commands.isEmpty()) {
            commands.add(List.of("open", "hub"));
        }
        Optional<ControlClient> running = whenItAnswers(profile.control());
        if (running.isEmpty()) {
            refusal.say(TEXTS.get("program.silent", profile.folder()));
            return Main.REFUSED;
        }
        try (ControlClient client = running.get()) {
            for (List<String> command : commands) {
                client.run(command, "", OTHER_STARTS_MS, line -> {});
            }
        }
        return 0;
    }

    /** The other one may be starting at this very moment. */
    private static Optional<ControlClient> whenItAnswers(Path control) {
        long end = System.nanoTime() + Duration.ofMillis(OTHER_STARTS_MS).toNanos();
        Optional<ControlClient> client = ControlClient.connect(control);
        while (client.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            client = ControlClient.connect(control);
        }
        return client;
    }
}
