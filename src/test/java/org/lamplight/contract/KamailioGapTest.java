package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.lab.Baresip;
import org.lamplight.lab.BaresipKind;
import org.lamplight.lab.CallingClient;
import org.lamplight.lab.Heard;
import org.lamplight.lab.Kamailio;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.media.Sound;

/** A tone without end, both ways: how long is the longest silence in it, in the median of three calls after one to warm up? */
@Requires(Part.SIP)
@Tag("soak")
class KamailioGapTest {
    private static final int RATE = 48_000;
    private static final Heard TONE = Heard.of(Sound.tone(440, RATE, RATE * 15, 12_000), RATE);
    private static final Duration LONG = Duration.ofSeconds(7);

    /** What begins and ends a call is left out. */
    private static final Duration EDGE = Duration.ofSeconds(1);

    private static final Duration MOST = Duration.ofMillis(60);
    private static final double LOUD = -40;

    @TempDir
    private Path folder;

    private record Gaps(Duration there, Duration here) {}

    @ParameterizedTest
    @ValueSource(strings = {BaresipKind.OPUS, BaresipKind.G722, BaresipKind.PCMU})
    void nothingIsMissing(String codec) throws Exception {
        try (Kamailio server = new Kamailio(folder.resolve("server"));
                CallingClient ada = new CallingClient(folder.resolve("ada"), TONE)) {
            String line = BothWays.line(ada, server, "ada", server.port(), "transport = udp", "srtp = off");
            call(server, ada, line, codec, 0);
            List<Gaps> gaps = new ArrayList<>();
            for (int i = 1; i <= 3; i++) {
                gaps.add(call(server, ada, line, codec, i));
            }
            assertThat(gaps.stream().map(Gaps::there).sorted().toList().get(1))
                    .as("there, %s", gaps)
                    .isLessThanOrEqualTo(MOST);
            assertThat(gaps.stream().map(Gaps::here).sorted().toList().get(1))
                    .as("here, %s", gaps)
                    .isLessThanOrEqualTo(MOST);
        }
    }

    private Gaps call(Kamailio server, CallingClient ada, String line, String codec, int number) throws Exception {
        BaresipKind kind = BaresipKind.USUAL.with(codec).saying(TONE).answering();
        try (Baresip bob = new Baresip(folder.resolve("bob" + number), server, "bob", kind)) {
            String id = ada.dial(Kamailio.address("bob"), line);
            ada.awaitState(id, "connected");
            bob.awaitSound(LONG);
            ada.ctl("call", "hangup", id);
            bob.awaitClosed();
            ada.awaitState(id, "ended");
            return new Gaps(gap(bob.heard()), gap(ada.heard(id)));
        }
    }

    private static Duration gap(Heard heard) {
        assertThat(heard.length()).isGreaterThan(LONG.minus(EDGE));
        return heard.part(EDGE, heard.length().minus(EDGE)).longestGap(LOUD);
    }
}
