package org.lamplight.ui.hub;

import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import javax.swing.JDialog;
import javax.swing.JList;
import javax.swing.JPopupMenu;
import javax.swing.JToolTip;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.backend.AccountState;
import org.lamplight.people.Request;
import org.lamplight.presence.Status;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;

/** Draws the hub into target/screenshots, so that people can look at it. */
class HubPicturesTest {
    private final World world = new World();
    private HubOnScreen on;
    private Robot robot;
    private Screen screen;
    private FrameFixture hub;

    @BeforeEach
    void open() {
        on = new HubOnScreen(world);
        robot = on.robot;
        screen = on.screen;
        hub = on.frame;
    }

    @AfterEach
    void close() {
        on.close();
        world.close();
    }

    @Test
    void people() {
        world.office().talk();
        world.onCore(() -> world.domain
                .own()
                .observe(World.calendar(Status.IN_A_MEETING, "2026-11-18T14:00:00Z", "2026-11-18T15:00:00Z")));
        Screen.until(
                "all people show", () -> hub.list("people").target().getModel().getSize() == 14);
        hub.list("people").focus();
        GuiActionRunner.execute(() -> hub.list("people").target().setSelectedIndex(3));
        robot.waitForIdle();
        screen.shoot("hub", hub.targetCastedTo(HubWindow.class).getRootPane());
    }

    @Test
    void found() {
        world.office();
        Screen.until(
                "all people show", () -> hub.list("people").target().getModel().getSize() == 14);
        hub.textBox("search").enterText("ar");
        robot.waitForIdle();
        screen.shoot("hub-search", hub.targetCastedTo(HubWindow.class).getRootPane());
        Screen.shootPart("hub-tip@2x", GuiActionRunner.execute(this::tip));
    }

    @Test
    void dialogs() {
        world.office();
        Screen.until(
                "all people show", () -> hub.list("people").target().getModel().getSize() == 14);
        hub.textBox("search").focus();
        Screen.press(robot, KeyEvent.VK_CONTROL, KeyEvent.VK_N);
        DialogFixture add = WindowFinder.findDialog("add").withTimeout(5000).using(robot);
        add.button("add.ok").click();
        Screen.shootPart("dialog-add@2x", ((JDialog) add.target()).getRootPane());
        add.button("add.cancel").click();
        hub.list("people").focus().selectItem(1).pressAndReleaseKeys(KeyEvent.VK_DELETE);
        DialogFixture remove =
                WindowFinder.findDialog("remove").withTimeout(5000).using(robot);
        Screen.shootPart("dialog-remove@2x", ((JDialog) remove.target()).getRootPane());
        remove.button("remove.cancel").click();
        Screen.press(robot, KeyEvent.VK_SHIFT, KeyEvent.VK_F10);
        Screen.shootPart("menu-person@2x", robot.finder().findByName("person.menu", JPopupMenu.class));
        robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        hub.button("tools").click();
        Screen.shootPart("menu-tools@2x", robot.finder().findByName("tools.menu", JPopupMenu.class));
    }

    private JToolTip tip() {
        JList<?> list = hub.list("people").target();
        Rectangle row = list.getCellBounds(1, 1);
        MouseEvent over = new MouseEvent(list, MouseEvent.MOUSE_MOVED, 0, 0, 60, row.y + 10, 0, false);
        list.getMouseMotionListeners()[list.getMouseMotionListeners().length - 1].mouseMoved(over);
        JToolTip tip = list.createToolTip();
        tip.setTipText(list.getToolTipText(over));
        tip.setSize(tip.getPreferredSize());
        return tip;
    }

    @Test
    void troubles() {
        world.office().talk();
        world.onCore(() ->
                world.domain.rosters().requested(new Request(World.ACCOUNT, "luigi@turin.example", "Luigi Menabrea")));
        world.account(AccountState.Phase.CONNECTING, "The server does not answer.");
        Screen.until(
                "the strip shows", () -> hub.button("account.retry").target().isShowing());
        Screen.resize(hub.target(), 280, 560, "laid out", () -> hub.target().getWidth() == 280);
        screen.shoot("hub-troubles", hub.targetCastedTo(HubWindow.class).getRootPane());
    }

    @Test
    void chats() {
        world.office().talk();
        Screen.until(
                "all people show", () -> hub.list("people").target().getModel().getSize() == 14);
        hub.toggleButton("rail.chats").click();
        robot.waitForIdle();
        screen.shoot("hub-chats", hub.targetCastedTo(HubWindow.class).getRootPane());
    }

    @Test
    void nobody() {
        robot.waitForIdle();
        screen.shoot("hub-no-account", hub.targetCastedTo(HubWindow.class).getRootPane());
        world.online();
        Screen.until(
                "the button shows", () -> hub.button("empty.button").target().isShowing());
        screen.shoot("hub-nobody", hub.targetCastedTo(HubWindow.class).getRootPane());
    }
}
