package org.lamplight.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lamplight.media.Sound;

/**
 * How one {@link Baresip} differs from another.
 *
 * @param codecs in the order of preference, as baresip has them, such as {@code opus/48000/2}
 * @param says what it says in each call from its beginning, and then nothing
 * @param echoes says what it hears instead
 * @param mostCalls more are refused as busy
 */
public record BaresipKind(
        Transport transport,
        List<String> codecs,
        Srtp srtp,
        boolean ice,
        boolean answers,
        Heard says,
        boolean echoes,
        int mostCalls,
        Optional<String> password) {
    /** How it talks to the registrar. */
    public enum Transport {
        UDP,
        TCP,
        TLS
    }

    /** How its media are protected: not, by keys in SDP (RFC 4568), or by DTLS (RFC 5764). */
    public enum Srtp {
        NONE(""),
        SDES(";mediaenc=srtp-mand"),
        DTLS(";mediaenc=dtls_srtp");

        private final String parameter;

        Srtp(String parameter) {
            this.parameter = parameter;
        }
    }

    public static final String OPUS = "opus/48000/2";
    public static final String G722 = "G722/16000/1";
    public static final String PCMU = "PCMU/8000/1";
    public static final String PCMA = "PCMA/8000/1";

    /** One bridge within a telephone: what comes out of its player goes into its source. */
    static final String BRIDGE = "aubridge,echo";

    /** Samples per second of what it says, as baresip wants them. */
    static final int RATE = 48_000;

    private static final int SPEECH_SECONDS = 15;
    private static final Map<Long, Heard> SPEECHES = new ConcurrentHashMap<>();

    /** By UDP, with every codec, in clear; it rings until it is told to answer, and says nothing. */
    public static final BaresipKind USUAL = new BaresipKind(
            Transport.UDP,
            List.of(OPUS, G722, PCMU, PCMA),
            Srtp.NONE,
            false,
            false,
            Heard.of(new short[RATE], RATE),
            false,
            4,
            Optional.empty());

    public BaresipKind by(Transport other) {
        return new BaresipKind(other, codecs, srtp, ice, answers, says, echoes, mostCalls, password);
    }

    public BaresipKind with(String... these) {
        return new BaresipKind(transport, List.of(these), srtp, ice, answers, says, echoes, mostCalls, password);
    }

    public BaresipKind with(Srtp other) {
        return new BaresipKind(transport, codecs, other, ice, answers, says, echoes, mostCalls, password);
    }

    public BaresipKind withIce() {
        return new BaresipKind(transport, codecs, srtp, true, answers, says, echoes, mostCalls, password);
    }

    /** Answers whatever comes, at once. */
    public BaresipKind answering() {
        return new BaresipKind(transport, codecs, srtp, ice, true, says, echoes, mostCalls, password);
    }

    public BaresipKind saying(Heard sound) {
        return new BaresipKind(transport, codecs, srtp, ice, answers, sound, echoes, mostCalls, password);
    }

    /** Says something like speech, another one for each number, longer than a test takes. */
    public BaresipKind saying(long seed) {
        return saying(
                SPEECHES.computeIfAbsent(seed, other -> Heard.of(Sound.speech(RATE, SPEECH_SECONDS, other), RATE)));
    }

    /**
     * Says what it hears. Its recording then keeps the time: what is lost or held is silence in it, and it goes on
     * after a hold, where that of others ends with the first one and has only what came.
     */
    public BaresipKind echoing() {
        return new BaresipKind(transport, codecs, srtp, ice, answers, says, true, mostCalls, password);
    }

    /** A second call is refused. */
    public BaresipKind withOneLine() {
        return new BaresipKind(transport, codecs, srtp, ice, answers, says, echoes, 1, password);
    }

    public BaresipKind withPassword(String other) {
        return new BaresipKind(transport, codecs, srtp, ice, answers, says, echoes, mostCalls, Optional.of(other));
    }

    String config(Path folder, Kamailio server, int port, int controlPort) throws IOException {
        try (InputStream in = BaresipKind.class.getResourceAsStream("baresip.config")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    // Only where it is used: without any player none is missed
                    .replace("@BRIDGE@", echoes ? "module aubridge.so" : "")
                    .replace("@MUX@", ice ? "yes" : "no")
                    .replace("@PLAYER@", echoes ? BRIDGE : "none")
                    .replace("@SOURCE@", echoes ? BRIDGE : "aufile," + folder.resolve(Baresip.SAYS))
                    .replace("@FOLDER@", folder.toString())
                    .replace("@PORT@", String.valueOf(port))
                    .replace("@CONTROL_PORT@", String.valueOf(controlPort))
                    .replace("@CALLS@", String.valueOf(mostCalls))
                    .replace("@TRUST@", server.trust().toString());
        }
    }

    String account(Kamailio server, String user) {
        String by = transport.name().toLowerCase(Locale.ROOT);
        int at = transport == Transport.TLS ? server.tlsPort() : server.port();
        return "<%s;transport=%s>;outbound=\"sip:127.0.0.1:%d;transport=%s\""
                        .formatted(Kamailio.address(user), by, at, by)
                + ";auth_user=" + user
                + ";auth_pass=" + password.orElse(Kamailio.password(user))
                + ";regint=300;answermode=" + (answers ? "auto" : "manual")
                + ";audio_codecs=" + String.join(",", codecs)
                + srtp.parameter
                + (ice ? ";medianat=ice" : "") + "\n";
    }
}
