package org.lamplight.ui.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.finder.WindowFinder.findDialog;

import javax.swing.JButton;
import javax.swing.JFrame;
import org.assertj.swing.core.Robot;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;

/** Who has no account yet is led to one. */
class SignInFormTest {
    private final World world = new World();
    private HubOnScreen on;
    private Robot robot;
    private FrameFixture hub;

    @BeforeEach
    void open() {
        on = new HubOnScreen(world);
        robot = on.robot;
        hub = on.frame;
        Screen.until("the button", () -> hub.button("empty.button").target().isShowing());
    }

    @AfterEach
    void close() {
        on.close();
        world.close();
    }

    @Test
    void signingInIsWhatTheWindowIsAboutThen() {
        JButton signIn = hub.button("empty.button").target();
        Screen.until("in the focus", signIn::isFocusOwner);
        Screen.until("the main button", signIn::isDefaultButton);
        world.online();
        Screen.until("the button is gone", () -> !signIn.isShowing());
        Screen.until(
                "no main button", () -> ((JFrame) hub.target()).getRootPane().getDefaultButton() == null);
    }

    @Test
    void signsInWithAddressAndPassword() {
        DialogFixture form = form();
        form.textBox("signin.address").enterText("ada@engine.example");
        form.textBox("signin.password").enterText("difference");
        form.textBox("signin.server").enterText("10.0.0.7:5223");
        form.button("signin.ok").click();
        Screen.until("the sign-in", () -> world.wire.contains("sign in ada@engine.example 10.0.0.7:5223 difference"));

        DialogFixture again = form();
        again.textBox("signin.address").requireText("ada@engine.example");
        again.textBox("signin.server").requireText("10.0.0.7:5223");
        again.textBox("signin.password").requireEmpty();
    }

    @Test
    void aRefusalStandsInTheFormAndCostsNoTyping() {
        DialogFixture form = form();
        form.textBox("signin.address").enterText("ada@engine.example");
        form.textBox("signin.password").enterText("wrong");
        form.button("signin.ok").click();
        Screen.until("the refusal", () -> form.textBox("signin.wrong").text().equals("Not this password."));
        form.textBox("signin.password").deleteText().enterText("difference");
        form.button("signin.ok").click();
        Screen.until("closed", () -> !form.target().isShowing());
        assertThat(world.wire).contains("sign in ada@engine.example  difference");
    }

    @Test
    void aPasswordThatIsMissingIsAskedFor() {
        world.passwordWanted("No password is known.");
        Screen.until("the button", () -> hub.button("account.password").target().isShowing());
        hub.button("account.password").click();
        DialogFixture form = findDialog("password").withTimeout(5000).using(robot);
        form.textBox("password.field").enterText("difference");
        form.button("password.ok").click();
        Screen.until("closed", () -> !form.target().isShowing());
        assertThat(world.wire).contains("again " + World.ACCOUNT + " difference");
    }

    @Test
    void saysWhatIsMissingInTheForm() {
        DialogFixture form = form();
        form.textBox("signin.address").enterText("ada");
        form.button("signin.ok").click();
        assertThat(form.textBox("signin.wrong").text()).contains("name@example.org");
        form.textBox("signin.address").enterText("@engine.example");
        form.button("signin.ok").click();
        assertThat(form.textBox("signin.wrong").text()).contains("password");
        form.button("signin.cancel").click();
        assertThat(world.wire).noneMatch(line -> line.startsWith("sign in"));
    }

    private DialogFixture form() {
        hub.button("empty.button").click();
        return findDialog("signin").withTimeout(5000).using(robot);
    }
}
