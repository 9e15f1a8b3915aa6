package org.lamplight.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.lamplight.lab.DirectoryAt;
import org.lamplight.lab.LookUp;
import org.lamplight.lab.Slapd;

/** How long it takes from a question to who is found, at a real OpenLDAP on the same machine. Prints figures; judges nothing. */
public final class DirectoryBench {
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 500;

    /** Milliseconds within which half of the questions, and 95 of 100, are answered. */
    public record Times(double half, double most) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "half within %.1f ms, 95 of 100 within %.1f ms", half, most);
        }
    }

    private interface Question {
        int ask(LookUp client, Random random) throws Exception;
    }

    private DirectoryBench() {}

    /** Argument: how many people. */
    public static void main(String[] args) throws Exception {
        int count = args.length == 0 ? 10_000 : Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("lamplight-directory");
        try (Slapd server = new Slapd(folder, DirectoryAt.people(count));
                LookUp client = new LookUp("DE").online("url", server.url(), "base", server.base())) {
            System.out.println(count + " people, words: " + words(client, count));
            System.out.println(count + " people, words without their marks: " + marks(client));
            System.out.println(count + " people, numbers: " + numbers(client, count));
        }
        System.exit(0);
    }

    /** One who is among all. */
    public static Times words(LookUp client, int count) throws Exception {
        return measure(
                client,
                (one, random) -> one.names("person " + random.nextInt(count)).size());
    }

    /** One who is only found by other letters than were typed. */
    public static Times marks(LookUp client) throws Exception {
        List<String> typed = List.of("muller", "jurgen", "lefevre", "zoe", "lukasz", "weiss", "elise");
        return measure(
                client,
                (one, random) ->
                        one.names(typed.get(random.nextInt(typed.size()))).size());
    }

    /** Whoever has a number, as it is dialled at home. */
    public static Times numbers(LookUp client, int count) throws Exception {
        return measure(
                client,
                (one, random) -> one.having(String.format("040 8%06d", random.nextInt(count)))
                        .size());
    }

    private static Times measure(LookUp client, Question question) throws Exception {
        Random random = new Random(1);
        double[] millis = new double[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            if (question.ask(client, random) == 0) {
                throw new AssertionError("nobody was found");
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(millis);
        return new Times(millis[ROUNDS / 2], millis[ROUNDS * 95 / 100]);
    }
}
