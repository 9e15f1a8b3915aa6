package org.lamplight.desktop.headset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.call.CallAction;
import org.lamplight.call.CallActions.Stand;
import org.lamplight.call.Headsets.Headset;
import org.lamplight.core.Threads;
import org.lamplight.lab.Await;
import org.lamplight.lab.Children;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;

/**
 * Headsets as files: the folders are as Linux has them, and in the place of the device is a terminal's line, which python
 * holds the other end of. A real device, or one of uhid, is not to be had here.
 */
@Requires(Part.SLIXMPP)
class DeskHeadsetsTest {
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final Stand RINGS = new Stand(true, false, false);
    private static final Stand TALKS = new Stand(false, true, false);

    /** Gives the name of the line; then tells in hex what comes, and sends what it is told. */
    private static final String LINE = String.join(
            "\n",
            "import os, pty, sys, threading, tty",
            "ours, theirs = pty.openpty()",
            "tty.setraw(theirs)",
            "print(os.ttyname(theirs), flush=True)",
            "def tell():",
            "    while True:",
            "        print(os.read(ours, 4096).hex(), flush=True)",
            "threading.Thread(target=tell, daemon=True).start()",
            "for line in sys.stdin:",
            "    os.write(ours, bytes.fromhex(line.strip()))");

    @TempDir
    Path folder;

    private final List<CallAction> asked = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Await await = new Await();

    private Path plug(String name, byte[] descriptor, String product) throws Exception {
        Path about = Files.createDirectories(folder.resolve("sys").resolve(name).resolve("device"));
        Files.write(about.resolve("report_descriptor"), descriptor);
        Files.writeString(about.resolve("uevent"), "DRIVER=hid-generic\nHID_NAME=" + product + "\nHID_UNIQ=\n");
        return Files.createDirectories(folder.resolve("dev")).resolve(name);
    }

    private DeskHeadsets desk() {
        return new DeskHeadsets(
                new Hidraw(folder.resolve("sys"), folder.resolve("dev")), Duration.ofMillis(50), action -> {
                    asked.add(action);
                    await.look();
                });
    }

    private void awaitAsked(CallAction... all) throws Exception {
        await.until(List.of(all).toString(), MOST, () -> asked.equals(List.of(all)));
    }

    private void awaitTold(String report) throws Exception {
        await.until(report, MOST, () -> told.contains(report));
    }

    @Test
    void onlyThoseWithButtonsForCallsAreTold() throws Exception {
        plug("hidraw0", Descriptors.of("Logitech G535"), "Logitech G535");
        Path shut = plug("hidraw1", Descriptors.of("Jabra Speak 810"), "GN Netcom A/S Jabra\u0007 SPEAK 810");
        assertThat(Files.notExists(shut)).isTrue();
        try (DeskHeadsets desk = desk()) {
            assertThat(desk.all()).hasSize(1);
            assertThat(desk.all().get(0).open()).isFalse();
            assertThat(desk.all().get(0).name())
                    .startsWith("GN Netcom A/S Jabra")
                    .endsWith("SPEAK 810");
            Files.createFile(shut);
            assertThat(desk.all()).extracting(Headset::open).containsExactly(true);
        }
    }

    @Test
    void whereThereAreNoneNothingIsTold() {
        try (DeskHeadsets none = desk()) {
            assertThat(none.all()).isEmpty();
            none.show(RINGS);
        }
    }

    @Test
    void buttonsAreHeardAndLampsLitWhileThereIsACall() throws Exception {
        Path device = plug("hidraw3", Descriptors.of("Jabra Evolve Link MS"), "Jabra EVOLVE LINK MS");
        Process line = Children.start(new ProcessBuilder("python3", "-c", LINE));
        BufferedReader lines = line.inputReader(StandardCharsets.UTF_8);
        OutputStream out = line.getOutputStream();
        try (DeskHeadsets desk = desk()) {
            Files.createSymbolicLink(device, Path.of(lines.readLine()));
            Threads.daemon("line", () -> read(lines));
            desk.show(RINGS);
            awaitTold("020400");
            send(out, "020100");
            awaitAsked(CallAction.ANSWER);
            desk.show(TALKS);
            awaitTold("020100");
            send(out, "020500");
            awaitAsked(CallAction.ANSWER, CallAction.MUTE);
            send(out, "020000");
            awaitAsked(CallAction.ANSWER, CallAction.MUTE, CallAction.HANG_UP);
            desk.show(Stand.QUIET);
            awaitTold("020000");
            awaitListeners(0);
        } finally {
            line.destroy();
            line.waitFor();
        }
    }

    private void read(BufferedReader lines) {
        try (lines) {
            for (String report = lines.readLine(); report != null; report = lines.readLine()) {
                told.add(report);
                await.look();
            }
        } catch (IOException ended) {
            await.look();
        }
    }

    /** What waits for reports ends with the call. */
    private void awaitListeners(int count) throws Exception {
        await.until(
                count + " listen",
                MOST,
                () -> Thread.getAllStackTraces().keySet().stream()
                                .filter(thread -> thread.getName().equals("headset buttons"))
                                .count()
                        == count);
    }

    private static void send(OutputStream out, String report) throws Exception {
        out.write((report + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
