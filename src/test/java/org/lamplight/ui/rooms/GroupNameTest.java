package org.lamplight.ui.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A room that a talk became is called as those are who are in it. */
class GroupNameTest {
    @Test
    void saysWhoIsInIt() {
        assertThat(GroupName.of(List.of("Ada Byron", "Charles Babbage", "grace@engine.example")))
                .isEqualTo("Ada, Charles, grace");
    }

    @Test
    void staysShort() {
        assertThat(GroupName.of(List.of("A", "B", "C", "D", "E", "F"))).isEqualTo("A, B, C, D, E …");
    }

    @Test
    void leavesOutWhoHasNone() {
        assertThat(GroupName.of(List.of(" ", "Charles"))).isEqualTo("Charles");
    }
}
