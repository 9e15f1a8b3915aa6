package org.lamplight.chat.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.chat.Chats;
import org.lamplight.chat.Details;
import org.lamplight.chat.Message;
import org.lamplight.core.Threads;
import org.lamplight.lab.Desk;
import org.lamplight.store.SqliteHistory;

/** Talks in a real store, written to real files. */
class TalkExportTest {
    private static final String GRACE = "grace@navy.example";
    private static final String HOSTILE = "<script>alert('x')</script> & \"q\" \u202Egnihton\u0007\nsecond \uD800 line";

    private final Desk desk = new Desk();
    private final ScheduledExecutorService disk = Threads.single("disk");
    private SqliteHistory history;
    private TalkExport exports;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        history = new SqliteHistory(
                Files.createDirectories(folder.resolve("profile")).resolve("history.db"), desk.core);
        Chats chats = desk.ask(() -> new Chats(desk.events, desk.clock, history));
        exports = new TalkExport(desk.core, disk, chats);
    }

    @AfterEach
    void close() {
        history.close();
        desk.close();
        disk.shutdown();
    }

    private static Message message(String id, Message.Direction direction, String at, String text) {
        String from = direction == Message.Direction.IN ? GRACE : "ada@engine.example";
        return new Message(id, "work", GRACE, Instant.parse(at), direction, from, text, Message.State.DELIVERED, null);
    }

    private void talk() throws Exception {
        history.add(message("1", Message.Direction.IN, "2026-11-17T23:30:00Z", "Found it. An actual moth."));
        history.add(message("2", Message.Direction.OUT, "2026-11-18T10:00:00Z", HOSTILE));
        Details details = new Details(
                null,
                null,
                null,
                "2b",
                new Details.Reply("2", null, "second line"),
                false,
                List.of(),
                new Details.SharedFile("moth.png", 12, "image/png", "https://navy.example/m.png", null));
        history.add(message("3", Message.Direction.IN, "2026-11-18T10:05:00Z", "See here.")
                .with(details));
        history.add(message("4", Message.Direction.IN, "2026-11-18T10:06:00Z", "")
                        .with(new Details(null, null, null, null, null, true, List.of(), null)))
                .get(10, TimeUnit.SECONDS);
    }

    private String written(ExportFormat format) throws Exception {
        Path file = folder.resolve("talk." + format.ending());
        Heading heading = Heading.of(GRACE, "Grace <Hopper>", ZoneId.of("Europe/Berlin"));
        assertThat(exports.write(heading, format, file, () -> false).get(20, TimeUnit.SECONDS))
                .isEqualTo(4);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        return Files.readString(file);
    }

    @Test
    void asLinesToRead() throws Exception {
        talk();
        assertThat(written(ExportFormat.TEXT)).isEqualTo("""
                        Talk with Grace <Hopper> (grace@navy.example)

                        -- 2026-11-18
                        00:30  Grace <Hopper>: Found it. An actual moth.
                        11:00  ada@engine.example: <script>alert('x')</script> & "q" gnihton
                               second ? line
                        11:05  Grace <Hopper>: > second line
                               See here.
                               File: moth.png https://navy.example/m.png
                               (corrected)
                        11:06  Grace <Hopper>: (taken back)
                        """.replace("second ? line", "second " + stored() + "line"));
    }

    /** What the store makes of half a character. */
    private String stored() throws Exception {
        String text =
                history.find(GRACE, "2").get(10, TimeUnit.SECONDS).orElseThrow().text();
        return org.lamplight.core.PlainText.lines(text).replaceAll("(?s).*second (.*)line", "$1");
    }

    @Test
    void asAPageThatRunsNothing() throws Exception {
        talk();
        String page = written(ExportFormat.HTML);
        assertThat(page)
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;q&quot; gnihton\nsecond")
                .contains("<title>Talk with Grace &lt;Hopper&gt; (grace@navy.example)</title>")
                .contains("default-src 'none'")
                .contains("<h2>2026-11-18</h2>")
                .contains("<blockquote>second line</blockquote>")
                .endsWith("</body>\n</html>\n")
                .doesNotContain("<script", "\u202E", "\u0007", "href", "src=");
    }

    @Test
    void asDataOfWhichNothingIsMissing() throws Exception {
        talk();
        JsonObject all = JsonParser.parseString(written(ExportFormat.JSON)).getAsJsonObject();
        assertThat(all.get("talk").getAsString()).isEqualTo(GRACE);
        JsonArray messages = all.getAsJsonArray("messages");
        assertThat(messages).hasSize(4);
        JsonObject second = messages.get(1).getAsJsonObject();
        String text =
                history.find(GRACE, "2").get(10, TimeUnit.SECONDS).orElseThrow().text();
        assertThat(second.get("text").getAsString())
                .isEqualTo(text)
                .contains("\u202E")
                .contains("\u0007");
        assertThat(second.get("at").getAsString()).isEqualTo("2026-11-18T10:00:00Z");
        JsonObject third = messages.get(2).getAsJsonObject();
        assertThat(third.getAsJsonObject("file").get("url").getAsString()).isEqualTo("https://navy.example/m.png");
        assertThat(third.get("corrected").getAsString()).isEqualTo("2b");
        assertThat(third.get("replyTo").getAsString()).isEqualTo("2");
        assertThat(messages.get(3).getAsJsonObject().get("retracted").getAsBoolean())
                .isTrue();
    }

    @Test
    void manyMessagesArePagedAndStandInOrder() throws Exception {
        Instant begin = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 20; i++) {
            int from = i * 1000;
            history.addOlder(java.util.stream.IntStream.range(from, from + 1000)
                            .mapToObj(n -> message(
                                    "n" + n,
                                    Message.Direction.IN,
                                    begin.plusSeconds(n / 3).toString(),
                                    "number " + n))
                            .toList())
                    .get(20, TimeUnit.SECONDS);
        }
        Path file = folder.resolve("many.json");
        Heading heading = Heading.of(GRACE, "Grace", ZoneId.of("UTC"));
        assertThat(exports.write(heading, ExportFormat.JSON, file, () -> false).get(60, TimeUnit.SECONDS))
                .isEqualTo(20_000);
        JsonArray messages =
                JsonParser.parseString(Files.readString(file)).getAsJsonObject().getAsJsonArray("messages");
        for (int i = 0; i < messages.size(); i += 777) {
            assertThat(messages.get(i).getAsJsonObject().get("text").getAsString())
                    .isEqualTo("number " + i);
        }
    }

    @Test
    void whatCannotBeWrittenOrIsStoppedLeavesTheOldFileAndNothingElse() throws Exception {
        talk();
        Path file = Files.writeString(folder.resolve("old.txt"), "before");
        Heading heading = Heading.of(GRACE, "Grace", ZoneId.of("UTC"));
        assertThatThrownBy(() -> exports.write(heading, ExportFormat.TEXT, file, () -> true)
                        .get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TalkExport.Unwritable.class);
        assertThat(file).hasContent("before");
        assertThatThrownBy(() -> exports.write(
                                heading, ExportFormat.TEXT, folder.resolve("no/such/folder.txt"), () -> false)
                        .get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(TalkExport.Unwritable.class)
                .hasMessageContaining("Choose another place");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()).filter(name -> !name.equals("profile")))
                    .containsExactly("old.txt");
        }
    }
}
