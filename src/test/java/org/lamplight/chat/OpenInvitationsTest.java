package org.lamplight.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A flood of invitations hides nobody else's, whoever it pretends to be from. */
class OpenInvitationsTest {
    private static final int FLOOD = 1000;
    private static final String GRACE = "grace@navy.example";

    private final OpenInvitations open = new OpenInvitations();

    private void direct(String room, String from) {
        open.add(new RoomInvitation("work", room, from, false, null, null));
    }

    private void mediated(String room, String from) {
        open.add(new RoomInvitation("work", room, from, true, null, null));
    }

    private List<String> rooms() {
        return open.all().stream().map(RoomInvitation::room).toList();
    }

    @Test
    void whoAsksAfterAFloodIsSeenFirst() {
        for (int i = 0; i < FLOOD; i++) {
            direct("r" + i + "@rooms.example", "eve@evil.example");
        }
        direct("qa@rooms.example", GRACE);
        assertThat(rooms()).hasSize(OpenInvitations.MOST).startsWith("qa@rooms.example", "r999@rooms.example");
    }

    @Test
    void whoAskedBeforeAFloodIsStillThere() {
        direct("qa@rooms.example", GRACE);
        for (int i = 0; i < FLOOD; i++) {
            direct("r" + i + "@rooms.example", "eve@evil.example");
        }
        assertThat(rooms()).hasSize(OpenInvitations.MOST).startsWith("r999@rooms.example", "qa@rooms.example");
    }

    @Test
    void manyFromOneServerAreNoMoreThanOne() {
        direct("qa@rooms.example", GRACE);
        direct("lunch@rooms.example", "alan@navy.example");
        for (int i = 0; i < FLOOD; i++) {
            direct("r" + i + "@rooms.example", "eve" + i + "@evil.example");
        }
        assertThat(rooms()).hasSize(OpenInvitations.MOST);
        assertThat(rooms().subList(0, 4))
                .containsExactly("r999@rooms.example", "lunch@rooms.example", "r998@rooms.example", "qa@rooms.example");
    }

    /** It is the room that says who asks. */
    @Test
    void whoeverARoomNamesItCountsAsItsServers() {
        direct("qa@rooms.example", GRACE);
        for (int i = 0; i < FLOOD; i++) {
            mediated("r" + i + "@rooms.evil.example", i % 2 == 0 ? GRACE : "p" + i + "@navy.example");
        }
        assertThat(rooms().subList(0, 2)).containsExactly("r999@rooms.evil.example", "qa@rooms.example");
    }

    @Test
    void withinAServerEachPersonHasTheirTurn() {
        direct("one@rooms.example", GRACE);
        direct("two@rooms.example", GRACE);
        direct("three@rooms.example", "alan@navy.example");
        direct("four@rooms.example", GRACE);
        assertThat(rooms())
                .containsExactly("four@rooms.example", "three@rooms.example", "two@rooms.example", "one@rooms.example");
    }

    @Test
    void theSameAgainIsNoNews() {
        RoomInvitation first = new RoomInvitation("work", "qa@rooms.example", GRACE, false, "Come", null);
        assertThat(open.add(first)).isTrue();
        assertThat(open.add(first)).isFalse();
        assertThat(open.add(new RoomInvitation("work", "qa@rooms.example", GRACE, false, "Now", null)))
                .isTrue();
        assertThat(rooms()).containsExactly("qa@rooms.example");
        assertThat(open.remove("qa@rooms.example")).isTrue();
        assertThat(open.remove("qa@rooms.example")).isFalse();
    }
}
