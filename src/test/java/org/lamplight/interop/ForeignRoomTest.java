package org.lamplight.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.OfficeServer;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;

/** The office's rooms and archives as a client sees them that knows nothing of ours: slixmpp. */
@Requires(Part.SLIXMPP)
class ForeignRoomTest {
    @Test
    void aStrangerMakesARoomAndReadsItsArchive(@TempDir Path folder) throws Exception {
        List<String> seen;
        try (OfficeServer office = new OfficeServer(folder)) {
            seen = run(folder, office);
        }
        assertThat(seen.toString()).doesNotContain("trouble");
        assertThat(seen)
                .anyMatch(line -> line.contains("services") && line.contains("rooms.localhost"))
                .anyMatch(line -> line.contains("entered") && line.contains("den@rooms.localhost/Bob"))
                .anyMatch(line -> line.contains("muc_persistent") && line.contains("urn:xmpp:mam:2"))
                .contains(
                        "{\"members\": [\"cleo@localhost\"]}",
                        "{\"subject\": \"Bears\"}",
                        "{\"heard\": \"line 4\", \"nick\": \"Bob\"}",
                        "{\"done\": true}");
        assertThat(seen.stream().filter(line -> line.contains("archive")))
                .containsExactly(
                        "{\"archive\": [\"line 0\", \"line 1\", \"line 2\", \"line 3\", \"line 4\"]}",
                        "{\"archive\": [\"line 0\", \"line 1\", \"line 2\", \"line 3\", \"line 4\"]}");
    }

    private static List<String> run(Path folder, OfficeServer office) throws Exception {
        Path script = folder.resolve("room.py");
        try (InputStream in = ForeignRoomTest.class.getResourceAsStream("room.py")) {
            Files.copy(in, script);
        }
        Process bob = new ProcessBuilder(
                        "/usr/bin/python3",
                        script.toString(),
                        String.valueOf(office.port()),
                        office.trust().toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = bob.inputReader(StandardCharsets.UTF_8)) {
            List<String> seen = lines.lines().toList();
            assertThat(bob.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return seen;
        } finally {
            bob.destroyForcibly();
        }
    }
}
