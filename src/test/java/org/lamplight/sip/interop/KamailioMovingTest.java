package org.lamplight.sip.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.call.AudioDevices;
import org.lamplight.call.AudioDevices.Use;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.call.LineState;
import org.lamplight.lab.Baresip;
import org.lamplight.lab.BaresipKind;
import org.lamplight.lab.CarriedAbout;
import org.lamplight.lab.Heard;
import org.lamplight.lab.Kamailio;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.lab.Softphone;
import org.lamplight.lab.WithKamailio;
import org.lamplight.media.Sound;
import org.lamplight.media.engine.SoundEngine;

/** Our telephone moves to another address while one speaks, at a real server and with real telephones. */
@Requires(Part.SIP)
@Tag("real-time")
class KamailioMovingTest extends WithKamailio {
    private static final BaresipKind PHONE = BaresipKind.USUAL.with(BaresipKind.PCMU);
    private static final Duration SOME = Duration.ofSeconds(1);

    private final CarriedAbout machine = new CarriedAbout();
    private final SoundEngine media = new SoundEngine();
    private Softphone ada;

    private void register(String transport) throws Exception {
        Path says = folder.resolve("says.wav");
        Heard.of(Sound.speech(48_000, 10, 11), 48_000).write(says, 48_000);
        media.devices().choose(Use.SPEAK, AudioDevices.FILE + says);
        media.devices().choose(Use.LISTEN, AudioDevices.FILE + folder.resolve("heard"));
        ada = new Softphone(media, Files.createDirectories(folder.resolve("own")), machine);
        ada.password(Kamailio.password("ada"));
        machine.breaks(ada::cut);
        ada.open(
                "address=ada@localhost",
                "registrar=localhost:" + (transport.equals("tls") ? server.tlsPort() : server.port()),
                "transport=" + transport,
                "srtp=off",
                "trust=" + server.trust());
        ada.awaitOnline();
    }

    @AfterEach
    void close() {
        ada.close();
        media.close();
    }

    private Baresip bob(BaresipKind kind) throws Exception {
        return new Baresip(folder.resolve("bob"), server, "bob", kind);
    }

    private void move(String address, boolean leaves) throws Exception {
        int before = ada.reports().size();
        machine.moveTo(address, leaves);
        ada.until("moved", () -> ada.reports().size() > before + 1);
        assertThat(ada.line().state()).isEqualTo(LineState.REGISTERED);
    }

    @ParameterizedTest
    @CsvSource({"udp,true", "udp,false", "tcp,true", "tls,true"})
    void whoSpeaksMovesAndSpeaksOn(String transport, boolean leaves) throws Exception {
        register(transport);
        BaresipKind.Transport by = BaresipKind.Transport.valueOf(transport.toUpperCase(Locale.ROOT));
        try (Baresip bob = bob(PHONE.by(by).saying(21).answering())) {
            Call call = ada.dial(Kamailio.number("bob"));
            ada.awaitState(call.id(), CallState.CONNECTED);
            bob.awaitSound(SOME);
            move("127.0.0.2", leaves);
            Baresip.Packets then = bob.packets();
            bob.awaitSound(Duration.ofSeconds(4), then);
            assertThat(ada.call(call.id()).state()).isEqualTo(CallState.CONNECTED);
            ada.tell(calls -> calls.hold(call.id()));
            ada.awaitState(call.id(), CallState.HELD);
            ada.tell(calls -> calls.resume(call.id()));
            ada.awaitState(call.id(), CallState.CONNECTED);
            move("127.0.0.1", leaves);
            bob.awaitSound(SOME, bob.packets());
            bob.hangup();
            ada.awaitState(call.id(), CallState.ENDED);
            Path heard = folder.resolve("heard-" + call.id() + ".wav");
            ada.until("the file is whole", () -> whole(heard));
            Heard after = Heard.read(heard).part(Duration.ofSeconds(4), Duration.ofSeconds(60));
            assertThat(after.bestLikeness(bob.says(), Duration.ofSeconds(1)).correlation())
                    .isGreaterThan(0.9);
        }
    }

    private static boolean whole(Path wav) {
        try {
            return Heard.read(wav).length().compareTo(Duration.ofSeconds(5)) > 0;
        } catch (java.io.IOException notYet) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({"udp,true", "udp,false", "tcp,true"})
    void whatRingsMeanwhileIsAnsweredAndWhoMovedIsCalled(String transport, boolean leaves) throws Exception {
        register(transport);
        try (Baresip bob = bob(PHONE.saying(22))) {
            bob.dial(Kamailio.address("ada"));
            Call in = ada.awaitIncoming();
            bob.awaitRinging();
            move("127.0.0.2", leaves);
            ada.tell(calls -> calls.answer(in.id()));
            bob.awaitEstablished();
            bob.awaitSound(SOME);
            ada.tell(calls -> calls.hangUp(in.id()));
            bob.awaitClosed();
            Call out = ada.dial(Kamailio.number("bob"));
            bob.awaitIncoming();
            ada.awaitState(out.id(), CallState.RINGING);
            move("127.0.0.3", leaves);
            if (leaves) {
                bob.awaitClosed();
                bob.awaitIncoming();
            }
            bob.accept();
            bob.awaitEstablished();
            ada.awaitState(out.id(), CallState.CONNECTED);
            bob.awaitSound(SOME);
            bob.hangup();
            ada.awaitState(out.id(), CallState.ENDED);
        }
    }
}
