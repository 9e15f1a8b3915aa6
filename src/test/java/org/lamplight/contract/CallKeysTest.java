package org.lamplight.contract;

import static java.awt.event.KeyEvent.VK_A;
import static java.awt.event.KeyEvent.VK_ALT;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_D;
import static java.awt.event.KeyEvent.VK_F8;
import static java.awt.event.KeyEvent.VK_H;
import static java.awt.event.KeyEvent.VK_M;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.CallingClient;
import org.lamplight.lab.Fingers;
import org.lamplight.lab.Heard;
import org.lamplight.lab.OtherProgram;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.media.Sound;
import org.lamplight.office.sip.SipServer;
import org.lamplight.office.sip.SipSettings;
import org.lamplight.office.sip.directory.SipAccount;

/** Calls of the whole client, by keys that are pressed while another program has the keyboard. */
@Requires({Part.DISPLAY, Part.XEV})
class CallKeysTest {
    @TempDir
    private static Path all;

    private static SipServer server;
    private static CallingClient ada;
    private static CallingClient bob;
    private static String adas;

    private Fingers fingers;
    private OtherProgram other;

    @BeforeAll
    static void start() throws Exception {
        server = SipServer.open(
                SipSettings.of("localhost").withPace(0.1),
                List.of(
                        new SipAccount("ada", "secret-ada", "Ada Lovelace", "6001", false),
                        new SipAccount("bob", "secret-bob", "Bob", "6002", false)));
        ada = new CallingClient(all.resolve("ada"), Heard.of(Sound.speech(48_000, 10, 31), 48_000));
        try (OtherProgram before = new OtherProgram()) {
            bob = CallingClient.withWindows(all.resolve("bob"), Heard.of(Sound.speech(48_000, 10, 32), 48_000));
            // who comes later than its first window keeps the keyboard
            before.awaitTold("FocusOut");
        }
        adas = line(ada, "ada");
        line(bob, "bob");
    }

    private static String line(CallingClient client, String user) throws Exception {
        return client.addLine(
                user,
                "secret-" + user,
                "address = " + user + "@localhost",
                "registrar = 127.0.0.1:" + server.port(),
                "proxy = 127.0.0.1:" + server.port());
    }

    @BeforeEach
    void elsewhere() throws Exception {
        fingers = new Fingers();
        other = new OtherProgram();
    }

    @AfterEach
    void back() throws Exception {
        other.close();
    }

    @AfterAll
    static void end() throws Exception {
        ada.close();
        bob.close();
        server.close();
    }

    private void press(int key) {
        fingers.press(VK_CONTROL, VK_ALT, VK_SHIFT, key);
    }

    /** Until it is heard: a key is taken from others a moment after the call is told of. */
    private void pressUntil(int key, String call, String state) throws Exception {
        bob.await(state, () -> {
            boolean so = bob.call(call).orElseThrow().get("state").getAsString().equals(state);
            if (!so) {
                press(key);
            }
            return so;
        });
    }

    @Test
    void aCallIsAnsweredMutedAndHungUp() throws Exception {
        String out = ada.dial("6002", adas);
        String in = bob.awaitIncoming().get("id").getAsString();
        pressUntil(VK_A, in, "connected");
        ada.awaitState(out, "connected");
        // what answers is free again for everybody
        other.awaitTold("keysym 0x41, A", () -> press(VK_A));
        press(VK_M);
        bob.await("muted", () -> bob.call(in).orElseThrow().get("muted").getAsBoolean());
        press(VK_M);
        bob.await("heard", () -> !bob.call(in).orElseThrow().get("muted").getAsBoolean());
        press(VK_H);
        bob.awaitState(in, "ended");
        ada.awaitState(out, "ended");
        other.awaitTold("keysym 0x48, H", () -> press(VK_H));
    }

    @Test
    void aCallIsDeclinedByAKeyOfOnesOwn() throws Exception {
        bob.ctl("settings", "call.key.decline", "ctrl F8");
        String out = ada.dial("6002", adas);
        String in = bob.awaitIncoming().get("id").getAsString();
        bob.await("declined", () -> {
            boolean so = bob.call(in).orElseThrow().get("state").getAsString().equals("ended");
            if (!so) {
                fingers.press(VK_CONTROL, VK_F8);
            }
            return so;
        });
        ada.awaitState(out, "ended");
        assertThat(ada.call(out)
                        .orElseThrow()
                        .getAsJsonObject("cause")
                        .get("code")
                        .getAsInt())
                .isEqualTo(603);
        other.awaitTold("keysym 0x44, D", () -> press(VK_D));
    }

    @Test
    void aKeyThatOneWritesWithIsRefused() throws Exception {
        assertThat(bob.process().ask("settings", "call.key.answer", "enter").exit())
                .isEqualTo(1);
    }
}
