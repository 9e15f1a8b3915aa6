package org.lamplight.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lamplight.lab.Storm;

/** How much is said, and what goes wrong meanwhile: so many faults of the network, and in between so many kills. */
record Hardship(int messages, int faults, int kills) {

    /** For every build. */
    static Hardship small(int messages) {
        return new Hardship(messages, 9, 1);
    }

    /** The full size, or what -Dlamplight.loss=MESSAGES,FAULTS,KILLS says. */
    static Hardship full() {
        int[] size = Arrays.stream(
                        System.getProperty("lamplight.loss", "10000,200,20").split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        return new Hardship(size[0], size[1], size[2]);
    }

    /** Where all this is done. */
    interface Talk {
        /** So many messages are written in all. */
        void sayUpTo(int count) throws Exception;

        /** One client dies and is started again. */
        void kill() throws Exception;

        /** Returns when all are online. */
        void recover() throws Exception;
    }

    /** Does all of it, and says how long it took to come back each time. */
    void endure(Talk talk, Storm storm) throws Exception {
        List<Duration> back = new ArrayList<>();
        int steps = faults + kills;
        for (int step = 0; step < steps; step++) {
            talk.sayUpTo(messages * (2 * step + 1) / (2 * steps));
            if ((step + 1) * kills / steps > step * kills / steps) {
                talk.kill();
            } else {
                storm.strike();
            }
            talk.sayUpTo(messages * (2 * step + 2) / (2 * steps));
            storm.pass();
            long begin = System.nanoTime();
            talk.recover();
            back.add(Duration.ofNanos(System.nanoTime() - begin));
        }
        back.sort(null);
        System.out.printf(
                "%s: online again after %d ms (median), %d ms (longest)%n",
                this, back.get(steps / 2).toMillis(), back.get(steps - 1).toMillis());
    }
}
