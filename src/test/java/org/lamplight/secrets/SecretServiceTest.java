package org.lamplight.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Secret Service against GNOME Keyring on a session bus of its own. */
class SecretServiceTest {
    @TempDir
    Path home;

    @Test
    void keepsFindsAndForgetsAPassword() throws IOException, InterruptedException {
        needs("dbus-run-session", "gnome-keyring-daemon");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String unlockAndRun = "echo -n keyring | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; '"
                + java + "' -cp '" + System.getProperty("java.class.path") + "' " + SecretServiceProbe.class.getName();
        ProcessBuilder builder = new ProcessBuilder("dbus-run-session", "--", "sh", "-c", unlockAndRun);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_DATA_HOME", home.toString());
        builder.redirectErrorStream(true);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(printed.lines())
                .contains(
                        "available true",
                        "absent true",
                        "kept true",
                        "kept again true",
                        "found true",
                        "other true",
                        "forgotten true");
        try (var files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("s3cret");
            }
        }
    }

    private static void needs(String... programs) {
        for (String program : programs) {
            boolean there = List.of("/usr/bin", "/usr/local/bin", "/bin").stream()
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
            if (!there && "1".equals(System.getenv("LAMPLIGHT_NO_SKIP"))) {
                throw new AssertionError("install " + program);
            }
            Assumptions.assumeTrue(there, "Secret Service test skipped: install " + program);
        }
    }
}
