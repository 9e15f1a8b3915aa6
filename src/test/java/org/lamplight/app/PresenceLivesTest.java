package org.lamplight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Answer;
import org.lamplight.lab.ClientProcess;

/** One's own presence in a running program: over a crash, and while its rules are edited. */
class PresenceLivesTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    private Path profile;

    private static String status(ClientProcess client) throws Exception {
        return Answer.each(client.ctl("status"), "status").get(0);
    }

    private static void observe(ClientProcess client, String app, String status, Duration lasting) throws Exception {
        String end = Instant.now().plus(lasting).truncatedTo(ChronoUnit.SECONDS).toString();
        client.ctl("status", "observe", "--source", "app:" + app, "--status", status, "--until", end);
    }

    @Test
    void aCrashInACallAndAMeetingChangesNothing() throws Exception {
        try (ClientProcess client = ClientProcess.start(profile)) {
            client.ctl("status", "set", "free-to-chat", "--note", "ask me");
            observe(client, "phone", "on-the-phone", Duration.ofHours(1));
            observe(client, "calendar", "in-a-meeting", Duration.ofHours(2));
            client.await("both", AT_ONCE, () -> status(client).equals("in-a-meeting-on-the-phone"));
            client.await(
                    "written",
                    SOON,
                    () -> Files.readString(profile.resolve("memory.properties")).contains("calendar|in-a-meeting"));
            client.kill();
        }
        try (ClientProcess client = ClientProcess.start(profile)) {
            JsonObject now = client.ctl("status").get(0);
            assertThat(now.get("status").getAsString()).isEqualTo("in-a-meeting-on-the-phone");
            assertThat(now.get("chosen").getAsString()).isEqualTo("free-to-chat");
            client.ctl("status", "observe", "--source", "app:phone", "--clear");
            assertThat(status(client)).isEqualTo("in-a-meeting");
            client.ctl("status", "observe", "--source", "app:calendar", "--clear");
            assertThat(status(client)).isEqualTo("free-to-chat");
            assertThat(Answer.each(client.ctl("status"), "note")).containsExactly("ask me");
        }
    }

    @Test
    void whatEndedMeanwhileIsOver() throws Exception {
        try (ClientProcess client = ClientProcess.start(profile)) {
            observe(client, "phone", "on-the-phone", Duration.ofSeconds(2));
            client.await("the call", AT_ONCE, () -> status(client).equals("on-the-phone"));
            client.kill();
        }
        try (ClientProcess client = ClientProcess.start(profile)) {
            client.await("it is over", SOON, () -> status(client).equals("available"));
        }
    }

    @Test
    void savedRulesCountAtOnceAndBrokenOnesAreSaid() throws Exception {
        try (ClientProcess client = ClientProcess.start(profile)) {
            observe(client, "phone", "on-the-phone", Duration.ofHours(1));
            observe(client, "calendar", "in-a-meeting", Duration.ofHours(1));
            client.ctl("settings", "presence.preset", "webex");
            client.await("as Webex does", AT_ONCE, () -> status(client).equals("in-a-meeting"));

            Path rules = profile.resolve("presence.rules");
            Files.writeString(rules, "use webex\nown: im & phone & meeting -> on-the-phone\n");
            client.await("own rule", AT_ONCE, () -> status(client).equals("on-the-phone"));

            Files.writeString(rules, "use webex\nown: im & telephone -> away\n");
            client.await(
                    "said",
                    SOON,
                    () -> Files.readString(profile.resolve("log/lamplight.log"))
                            .contains("line 2: there is no fact \"telephone\""));
            assertThat(status(client)).isEqualTo("on-the-phone");

            Files.delete(rules);
            client.await("the preset again", AT_ONCE, () -> status(client).equals("in-a-meeting"));
        }
    }

    @Test
    void aPresetThatNobodyKnowsIsRefused() throws Exception {
        try (ClientProcess client = ClientProcess.start(profile)) {
            Answer answer = client.ask("settings", "presence.preset", "lync");
            assertThat(answer.exit()).isEqualTo(1);
            assertThat(answer.error()).contains("presence.preset");
            assertThat(Answer.each(client.ctl("settings", "presence.preset"), "value"))
                    .isEqualTo(List.of("default"));
        }
    }
}
