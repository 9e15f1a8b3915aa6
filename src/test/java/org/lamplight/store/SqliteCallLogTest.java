package org.lamplight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.call.Cause;
import org.lamplight.call.MediaReport;
import org.lamplight.call.MediaSecurity;
import org.lamplight.call.Remote;
import org.lamplight.lab.Desk;

/** Calls come back from the file as they went in. */
class SqliteCallLogTest {
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    private final Desk desk = new Desk();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        desk.close();
    }

    private SqliteHistory open() {
        return new SqliteHistory(folder.resolve("history.db"), desk.core);
    }

    private static Call call(String id, Call.Direction direction, @Nullable Instant answered, Cause cause) {
        return new Call(
                id,
                "softphone:work",
                direction,
                CallState.ENDED,
                new Remote("sip:6002@pbx.example", "Bob", "Grace"),
                "p-bob",
                NOON.plusSeconds(id.length()),
                answered,
                NOON.plusSeconds(60),
                false,
                false,
                null,
                cause,
                answered == null ? null : new MediaReport("opus/48000", MediaSecurity.SDES, 1.5, -1, 0, -1, 4.2, 0));
    }

    private static List<Call> newest(SqliteHistory history, boolean missed) throws Exception {
        return history.calls().newest(10, missed).get(20, TimeUnit.SECONDS);
    }

    @Test
    void allComesBackTheNewestFirstAfterARestartToo() throws Exception {
        Call talked = call("a", Call.Direction.OUT, NOON.plusSeconds(5), new Cause(200, "Hung up"));
        Call missed = call("bb", Call.Direction.IN, null, new Cause(487, "Gave up"));
        Call elsewhere = call("ccc", Call.Direction.IN, null, new Cause(200, "Elsewhere", true));
        try (SqliteHistory history = open()) {
            for (Call each : List.of(talked, missed, elsewhere, missed)) {
                history.calls().add(each).get(20, TimeUnit.SECONDS);
            }
        }
        try (SqliteHistory history = open()) {
            assertThat(newest(history, false)).containsExactly(elsewhere, missed, talked);
            assertThat(newest(history, true)).containsExactly(missed);
        }
    }
}
