package org.lamplight.ui.call;

import java.awt.Window;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.AbstractButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.call.MediaReport;
import org.lamplight.call.MediaSecurity;
import org.lamplight.call.Remote;
import org.lamplight.lab.PlayedMedia;
import org.lamplight.ui.Hands;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.kit.Mirrors;

/** The windows of calls in a world with a line, and a robot. */
final class CallsOnScreen implements AutoCloseable {
    static final Remote GRACE = new Remote("sip:grace@engine.example", "G. Hopper", null);
    static final Remote CHARLES = new Remote("sip:charles@engine.example", "Charles", null);
    static final Remote STRANGER = new Remote("sip:+12025550143@pbx.example;user=phone", null, null);

    /** What was opened to write with. */
    final List<String> opened = new CopyOnWriteArrayList<>();

    final World world = new World();
    final Robot robot = Hands.ready();
    final Screen screen;
    final Mirrors mirrors;
    final CallWindow window;

    CallsOnScreen() {
        try {
            screen = new Screen(world);
            mirrors = GuiActionRunner.execute(() -> Mirrors.of(world.domain));
            window = GuiActionRunner.execute(() -> {
                CallWindow made = new CallWindow(world.domain, screen.stage, mirrors);
                new IncomingCalls(
                        world.domain, screen.stage, mirrors, opened::add, new CallDeeds(world.domain, made::refused));
                return made;
            });
            world.office().telephone();
            Screen.until(
                    "a line",
                    () -> mirrors.calls().canCall() && mirrors.people().all().size() == 12);
        } catch (RuntimeException | Error e) {
            // nobody closes what was never made, and the next test would wait for the screen for ever
            robot.cleanUp();
            world.close();
            throw e;
        }
    }

    /** The windows of calls that ring, the lowest first. */
    List<IncomingWindow> ringing() {
        return GuiActionRunner.execute(() -> Arrays.stream(Window.getWindows())
                .filter(Window::isShowing)
                .filter(IncomingWindow.class::isInstance)
                .map(IncomingWindow.class::cast)
                .sorted((one, other) -> other.getY() - one.getY())
                .toList());
    }

    IncomingWindow awaitRinging(int count) {
        Screen.until(count + " ring", () -> ringing().size() == count);
        robot.waitForIdle();
        return ringing().get(0);
    }

    /** Dials, and has it answered. */
    String connected(Remote remote) {
        String id = world.onCore(() -> world.calls.dial(remote.uri(), null).id());
        world.onCore(() -> world.calls.connected(id));
        Screen.until(
                "in a call",
                () -> mirrors.calls()
                                .find(id)
                                .filter(call -> call.state() == CallState.CONNECTED)
                                .isPresent()
                        && window.isShowing());
        robot.waitForIdle();
        return id;
    }

    PlayedMedia sounds(String id, MediaSecurity secure, double loss, double opinion) {
        PlayedMedia media = new PlayedMedia(new MediaReport("opus/48000", secure, loss, 0, 12, 40, opinion, 0));
        world.onCore(() -> world.calls.sounds(id, media));
        return media;
    }

    Call call(String id) {
        return world.onCore(() -> world.calls.find(id).orElseThrow());
    }

    AbstractButton button(Window in, String name) {
        return robot.finder().findByName(in, name, AbstractButton.class, true);
    }

    String label(Window in, String name) {
        return GuiActionRunner.execute(
                () -> robot.finder().findByName(in, name, JLabel.class, false).getText());
    }

    /** Presses a button as often as it takes: for its first moments a window that rings hears nothing. */
    void press(JFrame in, String name, String what, java.util.concurrent.Callable<Boolean> until) {
        AbstractButton button = button(in, name);
        Screen.until(what, () -> {
            if (button.isShowing() && !Boolean.TRUE.equals(until.call())) {
                button.doClick(0);
            }
            return until.call();
        });
    }

    @Override
    public void close() {
        robot.cleanUp();
        world.close();
    }
}
