package org.lamplight.ui.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Image;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.JFileChooserFinder;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.people.OwnPicture;
import org.lamplight.people.PictureId;
import org.lamplight.people.PictureSource;
import org.lamplight.people.Roster;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.chat.ConversationWindow;
import org.lamplight.ui.kit.Portraits;
import org.lamplight.ui.kit.WindowPicture;
import org.lamplight.ui.picture.Drawn;

/** The pictures of people, in the windows that show one of them. */
class PortraitsTest {
    private static final String CHARLES = "charles@engine.example";
    private static final int MANY = 10_000;

    private final World world = new World();
    private final Server server = new Server();
    private HubOnScreen on;

    /** Counts what it is asked. */
    private static final class Server implements PictureSource {
        final List<String> fetched = new CopyOnWriteArrayList<>();
        final List<Optional<OwnPicture>> published = new CopyOnWriteArrayList<>();
        volatile boolean refuses;

        @Override
        public CompletableFuture<Optional<byte[]>> fetch(String address, PictureId id, Way way) {
            fetched.add(address);
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public CompletableFuture<Void> publish(Optional<OwnPicture> picture) {
            if (refuses) {
                return CompletableFuture.failedFuture(new Roster.Refused("The server wants no pictures."));
            }
            published.add(picture);
            return CompletableFuture.completedFuture(null);
        }
    }

    @BeforeEach
    void open() {
        world.onCore(() -> world.domain.pictures().addSource(World.ADA, server));
        on = new HubOnScreen(world);
    }

    @AfterEach
    void close() {
        on.close();
        world.close();
    }

    private Portraits portraits() {
        return on.screen.stage.reading().portraits();
    }

    private Image of(String address, int pixels) {
        return GuiActionRunner.execute(() -> portraits().of(address, pixels));
    }

    private void awaitPortrait(String address) {
        Screen.until("the picture of " + address, () -> portraits().of(address, 40) != null);
    }

    private void awaitNone(String address) {
        Screen.until("no picture of " + address, () -> portraits().of(address, 40) == null);
    }

    @Test
    void theHeaderShowsOnesOwnPicture() {
        world.office().portraits();
        on.awaitRows(14);
        awaitPortrait(World.ADA);
        on.robot.waitForIdle();
        BufferedImage hub = GuiActionRunner.execute(
                () -> WindowPicture.of(on.frame.targetCastedTo(HubWindow.class).getRootPane(), 2));
        // the ground beside the head; and the corner, which is cut off
        assertThat(new Color(hub.getRGB(2 * 16, 2 * 24))).isEqualTo(new Color(0x2E7D6B));
        assertThat(hub.getRGB(2 * 13, 2 * 13)).isNotEqualTo(0xFFFF00FF);
        on.screen.shoot("hub-portrait", on.frame.targetCastedTo(HubWindow.class).getRootPane());
    }

    @Test
    void aTalkShowsThePicturesOfBoth() {
        world.office().talk().portraits();
        on.awaitRows(14);
        FrameFixture talks = new FrameFixture(
                on.robot,
                GuiActionRunner.execute(() -> new ConversationWindow(world.domain, on.screen.stage, on.mirrors)));
        talks.show(new Dimension(962, 706));
        ConversationWindow window = talks.targetCastedTo(ConversationWindow.class);
        GuiActionRunner.execute(() -> window.talk(CHARLES));
        Screen.until("the talk shows", () -> talks.label("talk.name").text().equals("Charles Babbage"));
        awaitPortrait(CHARLES);
        awaitPortrait(World.ADA);
        on.robot.waitForIdle();
        on.screen.shoot("conversation-portraits", window.getRootPane());
        GuiActionRunner.execute(() -> window.talk("donald@engine.example"));
        Screen.until("the other talk", () -> talks.label("talk.name").text().equals("Donald Knuth"));
        assertThat(of("donald@engine.example", 40)).as("initials").isNull();
        talks.close();
    }

    @Test
    void aPictureComesInThePixelsThatItIsPaintedIn() {
        world.office().portraits();
        awaitPortrait(CHARLES);
        for (int pixels : new int[] {16, 40, 64, 80, 256, 300}) {
            assertThat(of(CHARLES, pixels).getWidth(null)).isEqualTo(pixels);
        }
        assertThat(of(CHARLES, 40)).as("made once").isSameAs(of(CHARLES, 40));
    }

    @Test
    void anotherPictureTakesThePlaceOfTheOldOne() {
        world.office().portraits();
        awaitPortrait(CHARLES);
        world.portrait(CHARLES, Drawn.face(64, Color.RED));
        Screen.until(
                "the other",
                () -> portraits().of(CHARLES, 64) instanceof BufferedImage now
                        && new Color(now.getRGB(32, 2)).equals(Color.RED));
        world.onCore(() -> world.domain.pictures().announce(World.ADA, CHARLES, PictureSource.Way.PUBLISHED, null));
        awaitNone(CHARLES);
    }

    @Test
    void whatCanNotBeReadIsNoPicture() {
        world.office().portrait(CHARLES, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3});
        assertThat(of(CHARLES, 40)).isNull();
        world.portraits();
        awaitPortrait(CHARLES);
    }

    /** Rows show presence and no pictures: they cost nothing there, and nobody is asked for them. */
    @Test
    void whoIsOnlyInTheListIsNotFetched() {
        for (int i = 0; i < MANY; i++) {
            world.contact("p" + i + "@engine.example", "Person " + i, "Group " + i % 40);
        }
        world.online();
        world.onCore(() -> {
            for (int i = 0; i < MANY; i++) {
                PictureId id = PictureId.ofBytes(new byte[] {(byte) i, (byte) (i >> 8)});
                world.domain
                        .pictures()
                        .announce(World.ADA, "p" + i + "@engine.example", PictureSource.Way.PUBLISHED, id);
            }
        });
        on.awaitRows(MANY + 40);
        on.robot.waitForIdle();
        assertThat(server.fetched).isEmpty();
        assertThat(of("p7@engine.example", 40)).isNull();
        Screen.until("the one who is looked at is", () -> server.fetched.equals(List.of("p7@engine.example")));
    }

    // ---- one's own

    private DialogFixture ask() {
        on.frame.button("tools").click();
        on.frame.menuItem("tool.picture").click();
        return WindowFinder.findDialog("picture").withTimeout(5000).using(on.robot);
    }

    private void choose(DialogFixture dialog, Path file) {
        dialog.button("picture.choose").click();
        JFileChooserFinder.findFileChooser(new GenericTypeMatcher<>(JFileChooser.class) {
                    @Override
                    protected boolean isMatching(JFileChooser chooser) {
                        return chooser.isShowing();
                    }
                })
                .withTimeout(5000)
                .using(on.robot)
                .selectFile(file.toFile())
                .approve();
    }

    @Test
    void aFileBecomesOnesPicture(@TempDir Path folder) throws Exception {
        world.office();
        Path file = Files.write(folder.resolve("me.png"), Drawn.face(400, new Color(0x884422)));
        DialogFixture dialog = ask();
        Screen.shootPart("dialog-picture-none@2x", ((JDialog) dialog.target()).getRootPane());
        dialog.button("picture.ok").click();
        Screen.until(
                "it says what to do",
                () -> dialog.textBox("picture.wrong").text().contains("file"));
        choose(dialog, file);
        on.robot.waitForIdle();
        Screen.shootPart("dialog-picture@2x", ((JDialog) dialog.target()).getRootPane());
        dialog.button("picture.ok").click();
        Screen.until("it is published", () -> server.published.size() == 1);
        assertThat(server.published.get(0))
                .hasValueSatisfying(own -> assertThat(own.side()).isEqualTo(256));
        Screen.until("the question is over", () -> !dialog.target().isShowing());
    }

    @Test
    void whatTheServerRefusesIsSaid(@TempDir Path folder) throws Exception {
        world.office().portraits();
        awaitPortrait(World.ADA);
        server.refuses = true;
        DialogFixture dialog = ask();
        choose(dialog, Files.write(folder.resolve("me.gif"), Drawn.written(Drawn.quarters(30, 30), "gif")));
        on.robot.waitForIdle();
        dialog.button("picture.ok").click();
        Screen.until("the refusal", () -> dialog.textBox("picture.wrong").text().contains("wants no pictures"));
        on.robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        server.refuses = false;
        ask().button("picture.remove").click();
        Screen.until("it is taken back", () -> server.published.equals(List.of(Optional.empty())));
    }

    @Test
    void aFileThatIsNoPictureIsSaid(@TempDir Path folder) throws Exception {
        world.office();
        DialogFixture dialog = ask();
        choose(dialog, Files.writeString(folder.resolve("notes.png"), "no picture"));
        Screen.until("it says so", () -> dialog.textBox("picture.wrong").text().contains("read as a picture"));
        Screen.shootPart("dialog-picture-wrong@2x", ((JDialog) dialog.target()).getRootPane());
        dialog.button("picture.cancel").click();
    }
}
