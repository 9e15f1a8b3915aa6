package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Baresip;
import org.lamplight.lab.BaresipKind;
import org.lamplight.lab.CallingClient;
import org.lamplight.lab.Heard;
import org.lamplight.lab.Kamailio;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.media.Sound;

/** A line that sends nothing while nobody speaks, with a telephone that is not ours. */
@Requires(Part.SIP)
@Tag("real-time")
class KamailioPausesTest {
    private static final int RATE = 48_000;
    private static final Heard WORDS_AND_PAUSES =
            Heard.of(Sound.joined(List.of(Sound.speech(RATE, 2, 51), new short[2 * RATE])), RATE);
    private static final Duration SOME = Duration.ofMillis(2_500);

    @TempDir
    private Path folder;

    @Test
    void wordsAreHeardAndPausesAreNotSentWhereThePeerKnowsSuch() throws Exception {
        try (Kamailio server = new Kamailio(folder.resolve("server"));
                CallingClient ada = new CallingClient(folder.resolve("ada"), WORDS_AND_PAUSES)) {
            String line = BothWays.line(
                    ada, server, "ada", server.port(), "transport = udp", "srtp = off", "silence-suppression = yes");
            Baresip.Packets opus = call(server, ada, line, BaresipKind.OPUS);
            assertThat(opus.received()).isLessThan(opus.sent() * 8 / 10);
            Baresip.Packets pcmu = call(server, ada, line, BaresipKind.PCMU);
            assertThat(pcmu.received()).isGreaterThan(pcmu.sent() * 9 / 10);
        }
    }

    private Baresip.Packets call(Kamailio server, CallingClient ada, String line, String codec) throws Exception {
        BaresipKind kind = BaresipKind.USUAL.with(codec).saying(52).answering();
        try (Baresip bob = new Baresip(folder.resolve("bob-" + codec.replace('/', '-')), server, "bob", kind)) {
            String id = ada.dial(Kamailio.address("bob"), line);
            ada.awaitState(id, "connected");
            bob.awaitSound(SOME);
            Baresip.Packets packets = bob.packets();
            ada.ctl("call", "hangup", id);
            bob.awaitClosed();
            BothWays.assertBothHeard(ada, id, bob);
            return packets;
        }
    }
}
