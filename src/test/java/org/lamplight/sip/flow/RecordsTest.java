package org.lamplight.sip.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lamplight.sip.flow.Records.Service;

/** Which of several servers comes first. */
class RecordsTest {
    private static final Service SPARE = new Service(20, 100, 5060, "spare");
    private static final Service LARGE = new Service(10, 60, 5060, "large");
    private static final Service SMALL = new Service(10, 20, 5060, "small");
    private static final Service IDLE = new Service(10, 0, 5060, "idle");

    @Test
    void theirLoadIsAsTheirWeight() {
        Random chance = new Random(1);
        int[] first = new int[3];
        for (int i = 0; i < 8_100; i++) {
            List<Service> order = Records.drawn(Stream.of(SPARE, LARGE, SMALL, IDLE), chance);
            assertThat(order).hasSize(4).endsWith(SPARE).containsOnlyOnce(LARGE, SMALL, IDLE);
            first[List.of(LARGE, SMALL, IDLE).indexOf(order.get(0))]++;
        }
        assertThat(first[0]).isBetween(5_800, 6_200);
        assertThat(first[1]).isBetween(1_850, 2_150);
        assertThat(first[2]).isBetween(50, 150);
    }

    @Test
    void withoutWeightsAllComeAndNoneTwice() {
        Service other = new Service(10, 0, 5061, "other");
        assertThat(Records.drawn(Stream.of(IDLE, other), new Random(2))).containsExactlyInAnyOrder(IDLE, other);
        assertThat(Records.drawn(Stream.empty(), new Random(3))).isEmpty();
    }
}
