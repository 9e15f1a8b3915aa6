package org.lamplight.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.call.AudioDevices;
import org.lamplight.call.AudioDevices.Use;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.call.LineState;
import org.lamplight.lab.CarriedAbout;
import org.lamplight.lab.Heard;
import org.lamplight.lab.Softphone;
import org.lamplight.media.Sound;
import org.lamplight.media.engine.SoundEngine;
import org.lamplight.office.sip.SipServer;
import org.lamplight.office.sip.SipSettings;
import org.lamplight.office.sip.directory.SipAccount;

/** Two of our telephones speak in the office, and first one of them and then the other moves to another address. */
@Tag("real-time")
class OfficeMovingTest {
    /** The file is written a second at a time, so that the last second of it is new. */
    private static final Duration MORE = Duration.ofMillis(2_200);

    @TempDir
    private Path folder;

    private SipServer server;
    private Side ada;
    private Side bob;

    /** A telephone that says a tone and keeps what it hears. */
    private final class Side implements AutoCloseable {
        final String name;
        final CarriedAbout machine = new CarriedAbout();
        final SoundEngine media = new SoundEngine();
        final int hertz;
        final Softphone phone;

        Side(String name, int hertz) throws Exception {
            this.name = name;
            Path own = Files.createDirectories(folder.resolve(name));
            this.hertz = hertz;
            Heard.of(Sound.tone(hertz, 48_000, 48_000, 8_000), 48_000).write(own.resolve("says.wav"), 48_000);
            media.devices().choose(Use.SPEAK, AudioDevices.FILE + own.resolve("says.wav"));
            media.devices().choose(Use.LISTEN, AudioDevices.FILE + own.resolve("heard"));
            phone = new Softphone(media, own, machine);
            phone.password("secret-" + name);
            machine.breaks(phone::cut);
        }

        void register(String transport, String ice) throws Exception {
            phone.open(
                    "address=" + name + "@localhost",
                    "registrar=127.0.0.1:" + server.port(),
                    "transport=" + transport,
                    "srtp=off",
                    "ice=" + ice);
            phone.awaitOnline();
        }

        void move(String address) throws Exception {
            int before = phone.reports().size();
            machine.moveTo(address, true);
            phone.until("moved", () -> phone.reports().size() > before + 1);
            assertThat(phone.line().state()).isEqualTo(LineState.REGISTERED);
        }

        Heard heard(String id) throws IOException {
            return Heard.read(folder.resolve(name).resolve("heard-" + id + ".wav"));
        }

        private Duration lengthOf(String id) {
            try {
                return heard(id).length();
            } catch (IOException notYet) {
                return Duration.ZERO;
            }
        }

        void assertHears(String id, Side other) throws IOException {
            Heard all = heard(id);
            Heard last = all.part(all.length().minusSeconds(1), all.length());
            assertThat(last.purity(other.hertz)).as("what %s heard last", name).isGreaterThan(0.8);
        }

        @Override
        public void close() {
            phone.close();
            media.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        server = SipServer.open(
                SipSettings.of("localhost").withPace(0.1),
                List.of(
                        new SipAccount("ada", "secret-ada", "Ada", "6001", false),
                        new SipAccount("bob", "secret-bob", "Bob", "6002", false)));
        ada = new Side("ada", 440);
        bob = new Side("bob", 1_000);
    }

    @AfterEach
    void close() throws Exception {
        ada.close();
        bob.close();
        server.close();
    }

    private void assertHearEachOther(Call out, Call in) throws Exception {
        Duration adas = ada.lengthOf(out.id()).plus(MORE);
        Duration bobs = bob.lengthOf(in.id()).plus(MORE);
        ada.phone.until("ada hears more", () -> ada.lengthOf(out.id()).compareTo(adas) > 0);
        bob.phone.until("bob hears more", () -> bob.lengthOf(in.id()).compareTo(bobs) > 0);
        ada.assertHears(out.id(), bob);
        bob.assertHears(in.id(), ada);
    }

    @ParameterizedTest
    @CsvSource({"udp,off", "tcp,on"})
    void speechGoesOnBothWays(String transport, String ice) throws Exception {
        ada.register(transport, ice);
        bob.register(transport, ice);
        Call out = ada.phone.dial("6002");
        Call in = bob.phone.awaitIncoming();
        bob.phone.tell(calls -> calls.answer(in.id()));
        ada.phone.awaitState(out.id(), CallState.CONNECTED);
        ada.phone.until(
                "sound",
                () -> ada.lengthOf(out.id()).toMillis() > 0
                        && bob.lengthOf(in.id()).toMillis() > 0);
        ada.move("127.0.0.2");
        assertHearEachOther(out, in);
        bob.move("127.0.0.3");
        assertHearEachOther(out, in);
        bob.phone.tell(calls -> calls.hold(in.id()));
        ada.phone.awaitState(out.id(), CallState.HELD_BY_PEER);
        bob.phone.tell(calls -> calls.resume(in.id()));
        ada.phone.awaitState(out.id(), CallState.CONNECTED);
        ada.phone.tell(calls -> calls.hangUp(out.id()));
        bob.phone.awaitState(in.id(), CallState.ENDED);
    }
}
