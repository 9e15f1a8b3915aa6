package org.lamplight.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.core.PlainText;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Status;
import org.lamplight.sip.event.EventListener.Right;

/** Bodies that no server should send: reading them ends at once, with a result or with {@link UnreadableBody}. */
@Timeout(120)
class HostileBodyTest {
    private static final long SEED = Long.getLong("lamplight.seed", System.nanoTime());
    private static final int MUTATIONS = Integer.getInteger("lamplight.mutations", 400);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final String HEAD = "<presence xmlns='urn:ietf:params:xml:ns:pidf'>";
    private static final String OPEN = "<tuple id='a'><status><basic>open</basic></status></tuple>";

    private static List<Observation> read(byte[] body) throws UnreadableBody {
        return Pidf.read(body, Right.ACTIVE, "x", Sample.NOW);
    }

    private static Observation read(String body) throws UnreadableBody {
        return read(Sample.bytes(body)).get(0);
    }

    private static void isRefused(byte[] body) {
        long begin = System.nanoTime();
        assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableBody.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_ONCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE presence SYSTEM 'file:///etc/passwd'>",
                "<!DOCTYPE presence [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
                "<!DOCTYPE presence [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
                "<!DOCTYPE presence [<!ENTITY % x SYSTEM 'http://127.0.0.1:1/x'> %x;]>"
            })
    void documentTypesAreRefused(String type) {
        isRefused(Sample.bytes(type + HEAD + OPEN + "<note>&b;&x;</note></presence>"));
        isRefused(Sample.bytes("<?xml version='1.0'?>" + type + HEAD + OPEN + "</presence>"));
    }

    @Test
    void entitiesOfTheirOwnAreRefused() {
        isRefused(Sample.bytes(HEAD + OPEN + "<note>&mine;</note></presence>"));
    }

    @Test
    void depthIsBounded() {
        isRefused(Sample.bytes(HEAD + OPEN + "<x>".repeat(100_000) + "</x>".repeat(100_000) + "</presence>"));
    }

    @Test
    void sizeIsBounded() {
        isRefused(Sample.bytes(HEAD + OPEN + "<note>" + "n".repeat(5 << 20) + "</note></presence>"));
        isRefused(Sample.bytes(HEAD + OPEN.repeat(15_000) + "</presence>"));
    }

    @Test
    void manyAttributesAreRefusedOrRead() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 90_000; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        isRefused(Sample.bytes(HEAD + "<tuple" + attributes + "/></presence>"));
    }

    @Test
    void aLongNoteIsCut() throws UnreadableBody {
        String note = read(HEAD + OPEN + "<note>" + "\u00fc".repeat(100_000) + "</note></presence>")
                .note();

        assertThat(note).hasSize(PlainText.SHORT);
    }

    @Test
    void whatTurnsTheLineAroundIsTakenOut() throws UnreadableBody {
        String turned = "a\u202eb\u2066c\u0007d\u0000e&#10;f";

        assertThat(read(HEAD + OPEN + "<note>" + turned + "</note></presence>").note())
                .isEqualTo("abcde f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "ISO-8859-1", "windows-1252"})
    void everyUsualEncodingIsRead(String charset) throws UnreadableBody {
        String body = "<?xml version='1.0' encoding='" + charset + "'?>\r\n" + HEAD + OPEN
                + "<note>M\u00fcller</note></presence>";

        assertThat(read(body.getBytes(Charset.forName(charset))).get(0).note()).isEqualTo("M\u00fcller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "x-nonsense", "EBCDIC", "US-ASCII", "ISO-8859-77"})
    void aWrongEncodingIsNoObstacle(String declared) throws UnreadableBody {
        String body = "<?xml version='1.0' encoding='" + declared + "'?>" + HEAD + OPEN
                + "<note>M\u00fcller</note></presence>";

        for (Charset real : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            assertThat(read(body.getBytes(real)).get(0).note()).isEqualTo("M\u00fcller");
        }
    }

    @Test
    void whatFollowsTheDocumentIsNotLookedAt() throws UnreadableBody {
        assertThat(read("\r\n " + HEAD + OPEN + "</presence>\u0000 <trash").status())
                .isEqualTo(Status.AVAILABLE);
    }

    @Test
    void anyChangeToARealBodyIsReadOrRefused() throws Exception {
        Random random = new Random(SEED);
        List<byte[]> presences = Sample.all("pidf");
        List<byte[]> lamps = Sample.all("dialog-info");
        int readable = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            for (byte[] sample : presences) {
                readable += isReadable(() -> read(mutated(sample, random)));
            }
            for (byte[] sample : lamps) {
                readable += isReadable(() -> Lamp.unknown("x")
                        .notified(mutated(sample, random), Sample.NOW)
                        .observation());
            }
        }
        int all = MUTATIONS * (presences.size() + lamps.size());
        assertThat(readable).as("of %d", all).isBetween(all / 20, all - 1);
    }

    private interface Reading {
        void run() throws UnreadableBody;
    }

    private static int isReadable(Reading reading) {
        try {
            reading.run();
            return 1;
        } catch (UnreadableBody refused) {
            return 0;
        } catch (RuntimeException | Error bug) {
            throw new AssertionError("with -Dlamplight.seed=" + SEED, bug);
        }
    }

    private static byte[] mutated(byte[] sample, Random random) {
        byte[] body = sample.clone();
        for (int times = 1 + random.nextInt(4); times > 0 && body.length > 2; times--) {
            body = switch (random.nextInt(5)) {
                case 0 -> with(body, random.nextInt(body.length), (byte) random.nextInt(256));
                case 1 -> with(body, random.nextInt(body.length), (byte) "<>&\"'/= ;:-0Z".charAt(random.nextInt(13)));
                case 2 -> Arrays.copyOf(body, 1 + random.nextInt(body.length));
                case 3 -> spliced(body, random, false);
                default -> spliced(body, random, true);
            };
        }
        return body;
    }

    private static byte[] with(byte[] body, int at, byte value) {
        body[at] = value;
        return body;
    }

    /** A piece of it left out, or said again elsewhere. */
    private static byte[] spliced(byte[] body, Random random, boolean again) {
        int from = random.nextInt(body.length);
        int length = Math.min(random.nextInt(80), body.length - from);
        int at = random.nextInt(body.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (again) {
            out.write(body, 0, at);
            out.write(body, from, length);
            out.write(body, at, body.length - at);
        } else {
            out.write(body, 0, from);
            out.write(body, from + length, body.length - from - length);
        }
        return out.toByteArray();
    }
}
