package org.lamplight.ui.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.Locale;
import javax.swing.JDialog;
import javax.swing.JList;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.ui.Hands;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;

/** The window of other networks, by keyboard, with gateways that are played. */
@Requires(Part.DISPLAY)
class GatewaysWindowTest {
    private final World world = new World();
    private final PlayedGateways played = new PlayedGateways(world);
    private final Robot robot = Hands.ready();
    private Screen screen;
    private FrameFixture window;

    @BeforeEach
    void open() {
        world.online();
        open(World.english());
    }

    private void open(Locale language) {
        screen = new Screen(world, null, language);
        window = new FrameFixture(
                robot,
                GuiActionRunner.execute(() -> new GatewaysWindow(
                        screen.stage, world.core, world.events, played.gateways, world.domain.rosters())));
        window.show();
    }

    @AfterEach
    void close() {
        window.cleanUp();
        world.close();
    }

    private JList<?> list() {
        return window.list("gateways.list").target();
    }

    private String spoken(int row) {
        return GuiActionRunner.execute(() -> list().getAccessibleContext()
                .getAccessibleChild(row)
                .getAccessibleContext()
                .getAccessibleName());
    }

    private void findGateways() {
        played.online();
        Screen.until("both gateways show", () -> list().getModel().getSize() == 2);
        window.list("gateways.list").focus();
    }

    private DialogFixture dialog() {
        return WindowFinder.findDialog("gateway.stage").withTimeout(5000).using(robot);
    }

    private void gone() {
        Screen.until(
                "the dialog is closed",
                () -> robot.finder()
                        .findAll(component -> component instanceof JDialog && component.isShowing())
                        .isEmpty());
    }

    private void awaitWire(String line) {
        Screen.until(line + " in " + played.wire, () -> played.wire.contains(line));
    }

    private void type(String text) {
        text.chars().forEach(c -> robot.type((char) c));
        robot.waitForIdle();
    }

    @Test
    void anEmptyOneSaysWhatWillBeThere() {
        screen.shoot(
                "gateways-empty", window.targetCastedTo(GatewaysWindow.class).getRootPane());
        assertThat(window.button("gateways.add").target().isShowing()).isTrue();
        assertThat(robot.finder().findAll(component -> "gateways.commands".equals(component.getName())))
                .noneMatch(java.awt.Component::isShowing);
    }

    @Test
    void registersByKeyboardAndSaysWhatIsWrong() {
        findGateways();
        assertThat(spoken(0)).isEqualTo("Chat rooms of the wide world, IRC, Needs no registration");
        assertThat(spoken(1)).isEqualTo("Telegram, Telegram, You are not registered there");
        robot.pressAndReleaseKeys(KeyEvent.VK_DOWN);
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        DialogFixture form = dialog();
        Screen.until(
                "the first field has the focus",
                () -> form.textBox("field.phone").target().isFocusOwner());
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.until(
                "the fault shows",
                () -> robot.finder().findByName("fault.phone").isShowing());
        screen.shoot("gateway-register", ((JDialog) form.target()).getRootPane());
        type("5551234");
        robot.pressAndReleaseKeys(KeyEvent.VK_TAB);
        type("wrong");
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.until(
                "the refusal shows",
                () -> robot.finder().findByName("stage.wrong").isShowing());
        robot.pressAndReleaseKeys(KeyEvent.VK_BACK_SPACE, KeyEvent.VK_BACK_SPACE, KeyEvent.VK_ENTER);
        gone();
        awaitWire("register telegram.engine.example {password=[wro], phone=[5551234]}");
        Screen.until("it says so", () -> spoken(1).equals("Telegram, Telegram, Logged in"));
        window.button("gateways.main").requireText("Log out").click();
        awaitWire("log out " + PlayedGateways.TELEGRAM);
        Screen.until("it says so", () -> spoken(1).equals("Telegram, Telegram, Logged out"));
        screen.shoot("gateways", window.targetCastedTo(GatewaysWindow.class).getRootPane());
    }

    @Test
    void goesThroughACommandWithFieldsOfEachKind() {
        findGateways();
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        DialogFixture which = dialog();
        Screen.until(
                "the box has the focus",
                () -> which.comboBox("field.which").target().isFocusOwner());
        which.comboBox("field.which").selectItem(1);
        which.button("stage.go").click();
        Screen.until(
                "the form shows", () -> which.textBox("field.address").target().isShowing());
        screen.shoot("gateway-form", ((JDialog) which.target()).getRootPane());
        assertThat(which.textBox("field.ports").target().getAccessibleContext().getAccessibleName())
                .isEqualTo("TLS ports");
        assertThat(which.textBox("field.address")
                        .target()
                        .getAccessibleContext()
                        .getAccessibleName())
                .isEqualTo("Address (required)");
        which.textBox("field.owner").setText("not an address");
        which.button("stage.finish").click();
        Screen.until(
                "the fault shows",
                () -> robot.finder().findByName("fault.owner").isShowing());
        which.textBox("field.owner").setText("ada@engine.example");
        which.checkBox("field.show.modes").check();
        which.button("stage.finish").click();
        awaitWire("COMPLETE {address=[irc.analytical.example], encoding=[utf-8], owner=[ada@engine.example],"
                + " ports=[6697, 6670], sasl=[], show=[joins, modes], token=[secret], verify=[true]}");
        Screen.until(
                "the result shows",
                () -> which.button("stage.close").target().getText().equals("Close"));
        robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        gone();
    }

    @Test
    void whoClosesAFormGivesTheCommandUp() {
        findGateways();
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        DialogFixture which = dialog();
        which.comboBox("field.which").selectItem(1);
        which.button("stage.go").click();
        Screen.until(
                "the form shows", () -> which.textBox("field.address").target().isShowing());
        robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        gone();
        Screen.until("the gateway is told", () -> played.wire.stream().anyMatch(line -> line.startsWith("CANCEL")));
    }

    @Test
    void aNetworkOfIrcIsAddedAndSetUp() {
        findGateways();
        window.button("gateways.network").click();
        DialogFixture server = dialog();
        server.textBox("field.asked").setText("irc.analytical.example");
        server.button("stage.ok").click();
        awaitWire("commands irc.analytical.example@irc.engine.example");
        Screen.until("it is in the list", () -> list().getModel().getSize() == 3);
        dialog().button("stage.close").click();
        gone();
        window.list("gateways.list").selectItem(2);
        robot.pressAndReleaseKeys(KeyEvent.VK_DELETE);
        WindowFinder.findDialog("gateway.remove")
                .withTimeout(5000)
                .using(robot)
                .button("gateway.remove.ok")
                .click();
        Screen.until("it is gone", () -> list().getModel().getSize() == 2);
    }

    @Test
    void whatIsNotThereIsSaidInTheForm() {
        window.button("gateways.add").click();
        DialogFixture add = dialog();
        add.textBox("field.asked").setText("nowhere.example");
        played.online();
        add.button("stage.ok").click();
        Screen.until(
                "the refusal shows",
                () -> robot.finder().findByName("stage.wrong").isShowing());
    }

    @Test
    void addsSomebodyByWhatTheNetworkCallsThem() {
        findGateways();
        window.list("gateways.list").selectItem(1);
        window.button("gateways.main").click();
        DialogFixture form = dialog();
        form.textBox("field.phone").setText("1");
        form.textBox("field.password").setText("2");
        form.button("stage.register").click();
        gone();
        window.button("gateways.more").click();
        window.menuItem("gateways.person").click();
        DialogFixture person = dialog();
        person.textBox("field.asked").setText("+49 30 1234");
        person.button("stage.ok").click();
        gone();
        Screen.until(
                "the person is added",
                () -> world.wire.contains("put 49301234@telegram.engine.example +49 30 1234 []"));
    }

    @Test
    void speaksGerman() {
        window.cleanUp();
        open(Locale.GERMAN);
        findGateways();
        assertThat(spoken(1)).isEqualTo("Telegram, Telegram, Sie sind dort nicht registriert");
        screen.shoot("gateways-de", window.targetCastedTo(GatewaysWindow.class).getRootPane());
    }
}
