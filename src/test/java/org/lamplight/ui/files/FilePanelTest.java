package org.lamplight.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.Image;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JTextArea;
import javax.swing.TransferHandler;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.chat.Message;
import org.lamplight.ui.Hands;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.chat.ConversationWindow;
import org.lamplight.ui.kit.Mirrors;

/** Files that are dropped and pasted, and their way, in the window of talks. */
class FilePanelTest {
    private static final String CHARLES = "charles@engine.example";

    @TempDir
    Path folder;

    private final World world = new World();
    private Robot robot;
    private FrameFixture frame;
    private Screen screen;

    @BeforeEach
    void open() {
        robot = Hands.ready();
        screen = new Screen(world);
        frame = new FrameFixture(
                robot,
                GuiActionRunner.execute(
                        () -> new ConversationWindow(world.domain, screen.stage, Mirrors.of(world.domain))));
        frame.show(new Dimension(962, 706));
        world.office().talk();
        talk(CHARLES);
    }

    @AfterEach
    void close() {
        frame.cleanUp();
        world.close();
    }

    private void talk(String address) {
        GuiActionRunner.execute(
                () -> frame.targetCastedTo(ConversationWindow.class).talk(address));
    }

    private record Things(Map<DataFlavor, Object> all) implements Transferable {
        @Override
        public DataFlavor[] getTransferDataFlavors() {
            return all.keySet().toArray(DataFlavor[]::new);
        }

        @Override
        public boolean isDataFlavorSupported(DataFlavor flavor) {
            return all.containsKey(flavor);
        }

        @Override
        public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
            if (!all.containsKey(flavor)) {
                throw new UnsupportedFlavorException(flavor);
            }
            return all.get(flavor);
        }
    }

    private static Things files(Path... files) {
        List<File> list = Arrays.stream(files).map(Path::toFile).toList();
        return new Things(Map.of(DataFlavor.javaFileListFlavor, list));
    }

    private void give(Transferable things) {
        JTextArea field = frame.textBox("message").targetCastedTo(JTextArea.class);
        GuiActionRunner.execute(
                () -> field.getTransferHandler().importData(new TransferHandler.TransferSupport(field, things)));
    }

    private int enclosed() {
        return robot.finder().findByName("enclosures", JComponent.class, false).getComponentCount();
    }

    private void press(String button) {
        GuiActionRunner.execute(() -> frame.button(button).target().doClick());
    }

    private Path file(String name, int size) throws Exception {
        return Files.write(folder.resolve(name), new byte[size]);
    }

    private List<Message> sent() {
        return world.onCore(() -> world.domain.chats().history(CHARLES, 100, null, null)).join().stream()
                .filter(message -> message.details().file() != null)
                .toList();
    }

    @Test
    void whatIsGivenIsSeenBeforeItIsSent() throws Exception {
        frame.button("send").requireDisabled();
        give(files(file("plan.pdf", 1_234_567), file("notes.txt", 10)));
        Screen.until("two of them", () -> enclosed() == 2);
        frame.button("send").requireEnabled();
        assertThat(world.fileWire.did).isEmpty();
        frame.textBox("message").enterText("here they are");
        frame.textBox("message").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.until("none left", () -> enclosed() == 0);
        Screen.until("told of", () -> world.wire.contains("send " + CHARLES + " notes.txt"));
        assertThat(world.fileWire.did)
                .contains("upload plan.pdf 1234567 application/pdf", "upload notes.txt 10 text/plain");
        assertThat(world.wire).contains("send " + CHARLES + " here they are", "send " + CHARLES + " plan.pdf");
        frame.button("send").requireDisabled();
    }

    @Test
    void whatIsTakenOutAgainStaysAndWhatIsOfAnotherTalkWaits() throws Exception {
        give(files(file("a.txt", 5)));
        Screen.until("one of them", () -> enclosed() == 1);
        talk("grace@engine.example");
        Screen.until("none here", () -> enclosed() == 0);
        talk(CHARLES);
        Screen.until("still there", () -> enclosed() == 1);
        press("enclosure.remove");
        Screen.until("taken out", () -> enclosed() == 0);
        frame.button("send").requireDisabled();
    }

    @Test
    void aPastedPictureIsSentAsAFile() throws Exception {
        BufferedImage picture = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        GuiActionRunner.execute(() -> Toolkit.getDefaultToolkit()
                .getSystemClipboard()
                .setContents(new Things(Map.of(DataFlavor.imageFlavor, picture)), null));
        frame.textBox("message").focus();
        Screen.press(robot, KeyEvent.VK_CONTROL, KeyEvent.VK_V);
        Screen.until("the picture", () -> enclosed() == 1);
        screen.shoot(
                "enclosures", frame.targetCastedTo(ConversationWindow.class).getRootPane());
        frame.textBox("message").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.until("sent", () -> world.wire.contains("send " + CHARLES + " Picture 2026-11-18 14-23-00.png"));
        Image kept = ImageIO.read(new File(sent().get(0).details().file().path()));
        assertThat(kept.getWidth(null)).isEqualTo(300);
    }

    /** Cells of a spreadsheet come as text and as a picture. */
    @Test
    void wordsArePastedAsWords() {
        BufferedImage picture = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
        give(new Things(Map.of(DataFlavor.imageFlavor, picture, DataFlavor.stringFlavor, "cells")));
        frame.textBox("message").requireText("cells");
        GuiActionRunner.execute(() ->
                Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(" and more"), null));
        frame.textBox("message").focus();
        Screen.press(robot, KeyEvent.VK_CONTROL, KeyEvent.VK_V);
        frame.textBox("message").requireText("cells and more");
    }

    @Test
    void whatCannotBeSentIsSaid() {
        give(files(folder));
        Screen.until(
                "a sentence",
                () -> frame.panel("refusal")
                        .target()
                        .getAccessibleContext()
                        .getAccessibleName()
                        .contains("is a folder"));
        assertThat(enclosed()).isZero();
    }

    @Test
    void whatCouldNotBeFetchedSaysWhyUntilItIsClosed() throws Exception {
        world.fileWire.quick = false;
        var file = new org.lamplight.chat.Details.SharedFile("x.bin", 10, null, "https://files.example/x.bin", null);
        world.hears(CHARLES, "f1", "2026-11-18T14:22:00Z", "x.bin");
        Message came = world.onCore(() -> world.domain.chats().find(CHARLES, "f1"))
                .join()
                .orElseThrow();
        Message with = came.with(came.details().withFile(file));
        world.onCore(() -> {
            world.domain.files().fetch(with);
        });
        Screen.until("asked", () -> world.fileWire.last != null);
        world.fileWire.last.failed("The file is not on the server any more.", false);
        Screen.until("why", () -> frame.label("transfer.how").text().contains("not on the server any more"));
        press("transfer.cancel");
        Screen.until(
                "closed",
                () -> !robot.finder()
                        .findByName("transfers", JComponent.class, false)
                        .isVisible());
    }

    @Test
    void whatGoesStraightWaitsForThePeerAndCannotBePaused() throws Exception {
        world.fileWire.quick = false;
        give(files(file("big.bin", 4_000_000)));
        Screen.until("it", () -> enclosed() == 1);
        frame.textBox("message").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.until("its row", () -> frame.panel("transfer").target().isShowing());
        world.fileWire.last.direct();
        Screen.until("offered", () -> frame.label("transfer.how").text().equals("Waiting until it is accepted"));
        assertThat(robot.finder()
                        .findByName("transfer.pause", JComponent.class, false)
                        .isVisible())
                .isFalse();
        world.fileWire.last.moved(1_000_000, 4_000_000);
        Screen.until(
                "a quarter", () -> frame.progressBar("transfer.bar").target().getValue() == 250);
        world.fileWire.last.finished(null);
        Screen.until("had", () -> sent().get(0).state() == Message.State.DELIVERED);
        assertThat(world.wire).noneMatch(line -> line.contains("big.bin"));
    }

    @Test
    void whatIsOfferedIsDeclinedFromItsMenu() throws Exception {
        var offered = new org.lamplight.chat.Details.SharedFile(
                "x.bin", 10, null, "xmpp:" + CHARLES + "/desk?jingle;sid=1", null);
        Message came = Message.incoming(World.ACCOUNT, CHARLES, "x.bin");
        JComponent transcript = frame.robot().finder().findByName("transcript", JComponent.class);
        int before = GuiActionRunner.execute(() -> transcript.getPreferredSize().height);
        world.onCore(() -> {
            world.domain.chats().received(came.with(came.details().withFile(offered)));
        });
        Screen.until("it is shown", () -> transcript.getPreferredSize().height > before);
        GuiActionRunner.execute(() -> transcript.requestFocusInWindow());
        robot.pressAndReleaseKey(KeyEvent.VK_END);
        Screen.press(robot, KeyEvent.VK_SHIFT, KeyEvent.VK_F10);
        frame.menuItem("transcript.decline").click();
        Screen.until("declined", () -> world.fileWire.did.contains("decline " + offered.url()));
        Screen.until(
                "not offered any more",
                () -> world.onCore(() -> world.domain.chats().find(CHARLES, came.id()))
                                .join()
                                .orElseThrow()
                                .details()
                                .file()
                                .url()
                        == null);
    }

    @Test
    void onItsWayItCanBePausedAndCancelled() throws Exception {
        world.fileWire.quick = false;
        give(files(file("big.bin", 4_000_000)));
        Screen.until("it", () -> enclosed() == 1);
        frame.textBox("message").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.until("its row", () -> frame.panel("transfer").target().isShowing());
        world.fileWire.last.moved(1_000_000, 4_000_000);
        Screen.until(
                "a quarter", () -> frame.progressBar("transfer.bar").target().getValue() == 250);
        frame.label("transfer.how").requireText("1\u00a0MB of 4\u00a0MB");
        screen.shoot("transfer", frame.targetCastedTo(ConversationWindow.class).getRootPane());
        press("transfer.pause");
        Screen.until("paused", () -> frame.label("transfer.how").text().equals("Paused"));
        assertThat(world.fileWire.did).endsWith("stop big.bin");
        press("transfer.resume");
        String again = "upload big.bin 4000000 application/octet-stream";
        Screen.until(
                "again", () -> world.fileWire.did.stream().filter(again::equals).count() == 2);
        press("transfer.cancel");
        Screen.until("failed", () -> sent().get(0).state() == Message.State.FAILED);
        assertThat(sent().get(0).reason()).isEqualTo("You cancelled it.");
        Screen.until(
                "over",
                () -> !robot.finder()
                        .findByName("transfers", JComponent.class, false)
                        .isVisible());
    }
}
