package org.lamplight.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.control.ControlClient;
import org.lamplight.lab.ClientProcess;
import org.lamplight.lab.Jar;

/** Whoever does not speak as agreed on the control socket is cut off, and nobody else notices. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlSocketTest {
    private ClientProcess client;
    private Path profile;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        profile = folder.resolve("p");
        client = ClientProcess.start(profile);
    }

    @AfterAll
    void end() throws Exception {
        client.close();
    }

    @Test
    void anotherToken() throws Exception {
        cutOff("{\"token\":\"" + "0".repeat(64) + "\",\"args\":[\"quit\"]}\n");
    }

    @Test
    void noToken() throws Exception {
        cutOff("{\"args\":[\"quit\"]}\n");
    }

    @Test
    void whoNeverShowsATokenGivesWay() throws Exception {
        int port = port();
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                silent.add(new Socket("127.0.0.1", port));
            }
            try (ControlClient late =
                    ControlClient.connect(profile.resolve("control")).orElseThrow()) {
                assertThat(late.run(List.of("health"), "", 10_000, line -> {}).exit())
                        .isZero();
            }
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void noJson() throws Exception {
        cutOff("{\"token\":" + "\n");
    }

    @Test
    void noObject() throws Exception {
        cutOff("[]\n");
    }

    @Test
    void deepJson() throws Exception {
        cutOff("[".repeat(500_000) + "\n");
    }

    @Test
    void aWebPage() throws Exception {
        cutOff("POST /status HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: https://evil.example\r\n\r\n");
    }

    @Test
    void aLineWithoutEnd() throws Exception {
        cutOff("x".repeat(2 << 20));
    }

    @Test
    void noText() throws Exception {
        cutOff(new byte[] {'{', (byte) 0xc3, (byte) 0x28, '}', '\n'});
    }

    @Test
    void theFileIsForItsOwnerAlone() throws Exception {
        assertThat(Files.getPosixFilePermissions(profile.resolve("control"))).hasSize(2);
    }

    @Test
    void aSecondStartEndsWellAndTheFirstGoesOn() throws Exception {
        Jar.Run second = Jar.run("--headless", "--profile", profile.toString());
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(client.ask("status").exit()).isZero();
    }

    @Test
    void aUsageErrorIsOneSentence() throws Exception {
        assertThat(client.ask("status", "set").exit()).isEqualTo(2);
        assertThat(client.ask("no-such-command").exit()).isEqualTo(2);
        assertThat(client.ask("status", "set", "idle").exit()).isEqualTo(1);
        assertThat(client.ask("chat", "send", "nobody", "hi").error()).contains("nobody");
    }

    private void cutOff(String text) throws Exception {
        cutOff(text.getBytes(StandardCharsets.UTF_8));
    }

    private void cutOff(byte[] bytes) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(10_000);
            write(socket.getOutputStream(), bytes);
            assertThat(read(socket.getInputStream())).isEmpty();
        }
        assertThat(client.ask("status").exit()).isZero();
    }

    private int port() throws Exception {
        String address = Arrays.stream(
                        Files.readString(profile.resolve("control")).split("\\R"))
                .filter(line -> line.startsWith("address"))
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1).strip());
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (java.io.IOException cutOffAlready) {
            // that is what is wanted
        }
    }

    private static String read(InputStream in) throws Exception {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.net.SocketException reset) {
            return "";
        }
    }
}
