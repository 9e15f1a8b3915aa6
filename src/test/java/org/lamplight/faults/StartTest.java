package org.lamplight.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Answer;
import org.lamplight.lab.ClientProcess;
import org.lamplight.lab.Jar;

/** Starts that can't work say why in one sentence; those that can, do. */
class StartTest {
    private static final byte[] NO_TEXT = {
        0, (byte) 0xff, (byte) 0xfe, 1, 2, (byte) 0x80, '\n', (byte) 0xc3, (byte) 0x28
    };

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs({OS.WINDOWS, OS.MAC})
    void withoutADisplay() throws Exception {
        Jar.Run run = Jar.run(Map.of("DISPLAY", "", "WAYLAND_DISPLAY", ""), "", "--profile", folder.toString());
        assertThat(run.exit()).isEqualTo(2);
        oneSentence(run.err());
    }

    @Test
    void withWordsThatMeanNothing() throws Exception {
        Jar.Run run = Jar.run("--fly");
        assertThat(run.exit()).isEqualTo(2);
        oneSentence(run.err());
    }

    @Test
    void withAProfileThatCanNotBe() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Jar.Run run = Jar.run("--headless", "--profile", file.resolve("profile").toString());
        assertThat(run.exit()).isEqualTo(1);
        oneSentence(run.err());
    }

    @Test
    void commandsWhereNothingRuns() throws Exception {
        Jar.Run run = Jar.run("ctl", "--profile", folder.toString(), "status");
        assertThat(run.exit()).isEqualTo(3);
        oneSentence(run.err());
    }

    @Test
    void commandsWhereAControlFileWasLeftBehind() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.writeString(folder.resolve("control"), "address = 127.0.0.1:" + port + "\ntoken = abc\n");
        assertThat(Jar.run("ctl", "--profile", folder.toString(), "status").exit())
                .isEqualTo(3);
    }

    @Test
    void commandsWithoutAnAnswer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            Files.writeString(
                    folder.resolve("control"), "address = 127.0.0.1:" + silent.getLocalPort() + "\ntoken = abc\n");
            Jar.Run run = Jar.run("ctl", "--profile", folder.toString(), "--timeout", "1", "status");
            assertThat(run.exit()).isEqualTo(4);
            oneSentence(run.err());
        }
    }

    @Test
    void commandsThatAreNone() throws Exception {
        assertThat(Jar.run("ctl").exit()).isEqualTo(2);
    }

    @Test
    void withBrokenFilesOfEveryKind() throws Exception {
        Path profile = Files.createDirectories(folder.resolve("broken"));
        Files.createDirectories(profile.resolve("accounts"));
        Files.createDirectories(profile.resolve("skinart/mine/presence"));
        Files.createDirectories(profile.resolve("backends"));
        Files.write(profile.resolve("lamplight.properties"), NO_TEXT);
        Files.write(profile.resolve("memory.properties"), NO_TEXT);
        Files.write(profile.resolve("presence.rules"), NO_TEXT);
        Files.write(
                profile.resolve("history.db"),
                "this is no database, and never was one".repeat(99).getBytes());
        Files.write(profile.resolve("accounts/bin.properties"), NO_TEXT);
        Files.writeString(profile.resolve("accounts/odd.properties"), "kind = xmpp\naddress = not an address\n");
        Files.writeString(profile.resolve("accounts/other.properties"), "kind = carrier-pigeon\n");
        Files.write(profile.resolve("skinart/mine/skin.properties"), NO_TEXT);
        Files.writeString(profile.resolve("skinart/mine/presence/busy.svg"), "<svg><not closed");
        Files.write(profile.resolve("backends/broken.jar"), NO_TEXT);
        Files.write(profile.resolve("control"), NO_TEXT);
        try (ClientProcess client = ClientProcess.start(profile)) {
            assertThat(Answer.each(client.ctl("status"), "status")).containsExactly("available");
            client.await(
                    "both accounts failed",
                    java.time.Duration.ofSeconds(5),
                    () -> Answer.each(client.ctl("accounts"), "state").stream()
                                    .filter("failed"::equals)
                                    .count()
                            == 2);
            assertThat(Answer.each(client.ctl("accounts"), "reason")).allMatch(reason -> reason.matches(".+\\."));
            client.ctl("skins");
            client.ctl("settings", "skin", "lamplight");
        }
        assertThat(Files.list(profile)
                        .filter(file -> file.getFileName().toString().matches("history.*")))
                .as("what was in the broken history is kept")
                .anyMatch(file -> startsWithOurText(file));
        assertThat(Files.list(profile)
                        .filter(file -> file.getFileName().toString().matches("lamplight.prop.*broken")))
                .as("what was in the broken settings is kept")
                .hasSize(1);
    }

    private static boolean startsWithOurText(Path file) {
        try {
            return new String(Files.readAllBytes(file)).startsWith("this is no database");
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static void oneSentence(String said) {
        assertThat(said.strip().lines()).hasSize(1);
        assertThat(said.strip()).endsWith(".").doesNotContain("Exception").doesNotContain("\tat ");
    }
}
