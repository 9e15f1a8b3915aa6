package org.lamplight.ui.hub;

import java.awt.Dimension;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JList;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.lamplight.ui.Hands;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.kit.Mirrors;

/** The hub of a world in a real window, with a robot at its keyboard. */
final class HubOnScreen implements AutoCloseable {
    /** What the hub wanted opened: addresses to talk to, {@code status}, names of windows, {@code quit}. */
    final List<String> opened = new CopyOnWriteArrayList<>();

    final Robot robot = Hands.ready();
    final Screen screen;
    final Mirrors mirrors;
    final FrameFixture frame;

    HubOnScreen(World world) {
        screen = new Screen(world);
        mirrors = Mirrors.of(world.domain);
        frame = new FrameFixture(
                robot,
                GuiActionRunner.execute(() -> new HubWindow(
                        world.domain,
                        screen.stage,
                        mirrors,
                        opened::add,
                        under -> opened.add("status"),
                        new Program("Lamplight 0.1", opened::add, () -> opened.add("quit")))));
        frame.show(new Dimension(342, 706));
    }

    JList<?> list() {
        return frame.list("people").target();
    }

    void awaitRows(int count) {
        Screen.until(count + " rows", () -> list().getModel().getSize() == count);
    }

    /** What the row says to a screen reader. */
    String spoken(int row) {
        return GuiActionRunner.execute(() -> list().getAccessibleContext()
                .getAccessibleChild(row)
                .getAccessibleContext()
                .getAccessibleName());
    }

    @Override
    public void close() {
        frame.cleanUp();
    }
}
