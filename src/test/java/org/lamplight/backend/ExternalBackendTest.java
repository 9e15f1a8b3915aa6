package org.lamplight.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Answer;
import org.lamplight.lab.ClientProcess;

/** Back ends from jars in the profile's folder, compiled here from a minimal source. */
class ExternalBackendTest {
    private static final String SOURCE = """
            package example;
            import java.nio.file.*;
            import java.util.Set;
            import org.lamplight.backend.*;
            @BackendId("%1$s")
            public final class %2$s implements Backend {
                static { try { Files.writeString(Path.of("%3$s"), "created"); } catch (Exception e) { throw new Error(e); } }
                public String id() { return "%1$s"; }
                public Set<String> accountKinds() { return Set.of("%1$s"); }
                public void start() throws Exception { %4$s }
                public AccountSession open(Account account, BackendContext context) {
                    context.report(AccountState.Phase.ONLINE, null);
                    return new AccountSession() {
                        public void retry() {}
                        public void close() {}
                    };
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void eachStandsOrFallsByItself() throws Exception {
        Path profile = folder.resolve("profile");
        Files.createDirectories(profile.resolve("backends"));
        Files.createDirectories(profile.resolve("accounts"));
        jar(profile, "pigeon", "Pigeon", "");
        jar(profile, "broken", "Broken", "throw new IllegalStateException(\"no feathers\");");
        jar(profile, "unwanted", "Unwanted", "");
        Files.writeString(profile.resolve("lamplight.properties"), "backends.off = unwanted\n");
        for (String kind : List.of("pigeon", "broken", "unwanted")) {
            Files.writeString(profile.resolve("accounts/" + kind + ".properties"), "kind = " + kind + "\n");
        }
        try (ClientProcess client = ClientProcess.start(profile)) {
            client.await(
                    "the account of the good one",
                    Duration.ofSeconds(5),
                    () -> stateOf(client, "pigeon").equals("online"));
            client.await(
                    "the others'",
                    Duration.ofSeconds(5),
                    () -> stateOf(client, "broken").equals("failed")
                            && stateOf(client, "unwanted").equals("failed"));
            String backends = client.ctl("health").get(0).get("backends").toString();
            assertThat(backends).contains("no feathers").contains("xmpp");
        }
        assertThat(created("Pigeon")).exists();
        assertThat(created("Unwanted")).doesNotExist();
    }

    private static String stateOf(ClientProcess client, String id) throws IOException {
        return client.ctl("accounts").stream()
                .filter(one -> one.get("id").getAsString().equals(id))
                .map((JsonObject one) -> Answer.each(List.of(one), "state").get(0))
                .findFirst()
                .orElse("");
    }

    private Path created(String name) {
        return folder.resolve(name + ".created");
    }

    private void jar(Path profile, String id, String name, String start) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes-" + id));
        Path source = classes.resolve(name + ".java");
        Files.writeString(source, SOURCE.formatted(id, name, created(name), start));
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("lamplight.jar"),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(code).isZero();
        Path jar = profile.resolve("backends/" + id + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".class")).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                out.write(Files.readAllBytes(file));
            }
            out.putNextEntry(new JarEntry("META-INF/services/" + Backend.class.getName()));
            out.write(("example." + name + "\n").getBytes());
        }
    }
}
