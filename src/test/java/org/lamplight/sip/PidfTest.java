package org.lamplight.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Presence;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;
import org.lamplight.sip.event.EventListener.Right;

class PidfTest {
    private static final long SEED = Long.getLong("lamplight.seed", System.nanoTime());
    private static final Set<Status> NOT_TOLD = EnumSet.of(
            Status.RINGING,
            Status.INVISIBLE,
            Status.OFFLINE,
            Status.UNKNOWN,
            Status.NOT_SHARED,
            Status.BLOCKED,
            Status.IN_A_MEETING_OFFLINE,
            Status.ON_THE_PHONE_OFFLINE);

    private static List<Observation> read(byte[] body) throws UnreadableBody {
        return Pidf.read(body, Right.ACTIVE, "6002", Sample.NOW);
    }

    private static Presence own(Status status, @Nullable String note, @Nullable Instant since) {
        return new Presence(status, note, since, null, List.of());
    }

    private static byte[] written(Status status, @Nullable String note, @Nullable Instant since) {
        return Pidf.write(own(status, note, since), "sip:6001@pbx.example", Sample.NOW)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "pidf.csv", delimiter = '|', numLinesToSkip = 1)
    void everyServersWordIsUnderstood(String file, String status, String since, String until, String note)
            throws UnreadableBody {
        List<Observation> seen = read(Sample.of("pidf", file));

        assertThat(seen)
                .extracting(Observation::source)
                .containsOnly(seen.stream().map(one -> Source.sip("6002")).toArray(Source[]::new));
        assertThat(seen.stream().map(one -> one.status().key()).collect(Collectors.joining(", ")))
                .isEqualTo(Objects.requireNonNullElse(status, ""));
        assertThat(seen.stream().map(one -> Objects.toString(one.note(), "-")).collect(Collectors.joining(", ")))
                .isEqualTo(note == null ? seen.stream().map(one -> "-").collect(Collectors.joining(", ")) : note);
        if (!seen.isEmpty()) {
            assertThat(seen.get(0).since()).isEqualTo(since == null ? null : Instant.parse(since));
            assertThat(seen.get(0).until()).isEqualTo(until == null ? null : Instant.parse(until));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Right.class,
            names = {"PENDING", "TERMINATED"})
    void whoIsNotAllowedToKnowIsToldNothing(Right right) throws UnreadableBody {
        for (byte[] body : List.of(new byte[0], Sample.of("pidf", "rfc-closed"), Sample.bytes("neutral"))) {
            assertThat(Pidf.read(body, right, "6002", Sample.NOW))
                    .containsExactly(Observation.of(Source.sip("6002"), Status.NOT_SHARED));
        }
    }

    @Test
    void anEmptyBodyOfAnActiveSubscriptionSaysNothing() throws UnreadableBody {
        assertThat(read(new byte[0])).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadBack() throws UnreadableBody {
        Random random = new Random(SEED);
        for (Status status : Status.values()) {
            for (int i = 0; i < 50 && !NOT_TOLD.contains(status); i++) {
                String note = i == 0 ? null : words(random);
                Instant since = i == 1 ? null : Sample.NOW.minusSeconds(random.nextInt(100_000));

                Observation seen = read(written(status, note, since)).get(0);

                assertThat(seen.status())
                        .as("seed %d, %s, note %s", SEED, status, note)
                        .isEqualTo(status);
                assertThat(seen.note()).as("seed %d, %s", SEED, status).isEqualTo(note);
                assertThat(seen.since()).isEqualTo(since == null ? Sample.NOW : since);
            }
        }
    }

    /** Plain words with all that XML, patterns and separators could stumble over. */
    private static String words(Random random) {
        int[] signs = "abcXYZ \u00dc\u00df<>&\"'-:;,.()[]{}\u00b7\u2013$\\|\ud83d\ude00\u4f1a"
                .codePoints()
                .toArray();
        String inner = random.ints(random.nextInt(30), 0, signs.length)
                .mapToObj(at -> Character.toString(signs[at]))
                .collect(Collectors.joining());
        return ("n" + inner + "n").replaceAll(" +", " ");
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void onlyWhatOthersMaySeeIsWritten(Status status) {
        assertThat(Pidf.write(own(status, null, null), "sip:6001@pbx.example", Sample.NOW)
                        .isEmpty())
                .isEqualTo(NOT_TOLD.contains(status));
    }

    @ParameterizedTest
    @CsvSource({
        "available, available",
        "free-to-chat, available",
        "busy, busy",
        "do-not-disturb, do-not-disturb",
        "idle, idle",
        "away, away",
        "extended-away, away",
        "out-of-office, out-of-office",
        "on-the-phone, on-the-phone",
        "on-video, on-video",
        "in-a-meeting, in-a-meeting",
        "in-a-meeting-on-the-phone, in-a-meeting-on-the-phone",
        "presenting, presenting"
    })
    void whoDoesNotKnowOurKeySeesNearlyTheSame(String status, String seen) throws UnreadableBody {
        Instant since = Sample.NOW.minus(Duration.ofMinutes(9));
        String ours = new String(written(Status.ofKey(status).orElseThrow(), "at work", since), StandardCharsets.UTF_8);
        String foreign = ours.replaceFirst("<status xmlns[^>]*>", "");
        assertThat(foreign).isNotEqualTo(ours);

        Observation read = read(Sample.bytes(foreign)).get(0);

        assertThat(read.status().key()).isEqualTo(seen);
        assertThat(read.note()).isEqualTo("at work");
        assertThat(read.since()).isEqualTo(since);
    }

    @ParameterizedTest
    @CsvSource({
        "busy, <r:busy/>",
        "away, <r:away/>",
        "out-of-office, <r:away/>",
        "on-the-phone, <r:on-the-phone/>",
        "on-video, <r:on-the-phone/>",
        "in-a-meeting, <r:meeting/>",
        "in-a-meeting-on-the-phone, <r:meeting/><r:on-the-phone/>",
        "presenting, <r:presentation/>"
    })
    void activitiesAreThoseOfTheMapping(String status, String activities) {
        assertThat(new String(written(Status.ofKey(status).orElseThrow(), null, null), StandardCharsets.UTF_8))
                .contains("<basic>open</basic>")
                .contains("<r:activities>" + activities + "</r:activities>");
    }

    @Test
    void sinceNeverLiesAhead() throws UnreadableBody {
        Instant ahead = Sample.NOW.plus(Duration.ofDays(400));

        assertThat(read(written(Status.IDLE, null, ahead)).get(0).since()).isEqualTo(Sample.NOW);
        assertThat(read(Sample.of("pidf", "rfc-idle-ahead")).get(0).since()).isEqualTo(Sample.NOW);
    }
}
