package org.lamplight.ui.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JFrame;
import org.assertj.swing.core.BasicComponentFinder;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.chat.RoomInvitation;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Strip;

/** Invitations at the top of the hub: said as they are known, and a flood is declined in one go. */
class InvitationStripsTest {
    private static final String GRACE = "grace@engine.example";
    private static final int FLOOD = 98;

    private final World world = new World();
    private JFrame frame;
    private InvitationStrips strips;

    @BeforeEach
    void open() {
        Screen screen = new Screen(world);
        world.office();
        new PlayedRooms(world);
        GuiActionRunner.execute(() -> {
            strips = new InvitationStrips(
                    world.domain, screen.stage, Mirrors.of(world.domain), room -> {}, sentence -> {});
            frame = new JFrame();
            frame.add(strips);
            frame.setSize(400, 500);
            frame.setVisible(true);
        });
    }

    @AfterEach
    void close() {
        GuiActionRunner.execute(frame::dispose);
        world.close();
    }

    private void invited(String room, String from, boolean mediated) {
        world.onCore(
                () -> world.domain.rooms().invited(new RoomInvitation(World.ADA, room, from, mediated, null, null)));
    }

    private List<String> sentences() {
        return GuiActionRunner.execute(() -> {
            List<String> said = new ArrayList<>();
            for (var strip : strips.getComponents()) {
                said.add(((Strip) strip).getAccessibleContext().getAccessibleName());
            }
            return said;
        });
    }

    @Test
    void onlyWhoAsksThemselvesIsTakenAtTheirWord() {
        invited("one@rooms.engine.example", GRACE, false);
        Screen.until("one", () -> sentences().equals(List.of("Grace Hopper invites you into the room one.")));
        invited("two@rooms.evil.example", GRACE, true);
        Screen.until("two", () -> sentences().contains("The room two says that Grace Hopper invites you."));
    }

    @Test
    void aFloodHidesNobodyAndIsDeclinedInOneGo() {
        for (int i = 0; i < FLOOD; i++) {
            invited("r" + i + "@rooms.evil.example", "p" + i + "@navy.example", true);
        }
        invited("qa@rooms.engine.example", GRACE, false);
        Screen.until(
                "Grace first",
                () -> sentences().size() == 4
                        && sentences().get(0).equals("Grace Hopper invites you into the room qa."));
        assertThat(sentences().get(3)).isEqualTo("And 96 more invitations.");
        GuiActionRunner.execute(
                () -> button("Decline all 98 of rooms.evil.example").doClick());
        Screen.until("Grace alone", () -> sentences().size() == 1);
        assertThat(sentences()).containsExactly("Grace Hopper invites you into the room qa.");
        assertThat(world.wire).filteredOn(line -> line.startsWith("decline ")).hasSize(FLOOD);
    }

    private JButton button(String text) {
        return BasicComponentFinder.finderWithCurrentAwtHierarchy()
                .find(frame, new GenericTypeMatcher<>(JButton.class) {
                    @Override
                    protected boolean isMatching(JButton button) {
                        return text.equals(button.getText());
                    }
                });
    }
}
