package org.lamplight.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Answer;
import org.lamplight.lab.FaultyPath;
import org.lamplight.lab.Part;
import org.lamplight.lab.Person;
import org.lamplight.lab.Prosody;
import org.lamplight.lab.Requires;

/** What a server could not keep for a lost session is in its archive, and nowhere else. */
@Requires(Part.PROSODY)
class ArchiveTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int KEPT = 3;
    private static final List<String> SAID = List.of("one", "two", "three", "four", "five");

    @Test
    void whatALostSessionCouldNotHoldComesFromTheArchive(@TempDir Path folder) throws Exception {
        try (Prosody server = new Prosody(folder.resolve("server"), Prosody.Kind.keeping(KEPT));
                FaultyPath path = new FaultyPath(server.port());
                Person ada = Person.at(folder, "ada").signIn(server);
                Person bob = Person.at(folder, "bob").signIn(server, path.port())) {
            ada.befriend(bob);
            path.stopAccepting();
            path.cut();
            for (String text : SAID) {
                ada.ctl("chat", "send", bob.address(), text);
            }
            ada.client()
                    .await("all are sent", SOON, () -> states(ada, bob).stream().allMatch("sent"::equals));
            path.startAccepting();
            bob.client().await("the last", SOON, () -> heard(bob, ada).size() >= SAID.size());
            ada.client().await("receipts", SOON, () -> states(ada, bob).stream().allMatch("delivered"::equals));
            assertThat(heard(bob, ada)).containsExactlyElementsOf(SAID);
        }
    }

    @Test
    void whatIsSentToSomebodyWhoSaysToBeOfflineComesWhenTheyAreBack(@TempDir Path folder) throws Exception {
        try (Prosody server = new Prosody(folder.resolve("server"));
                Person ada = Person.at(folder, "ada").signIn(server);
                Person bob = Person.at(folder, "bob").signIn(server)) {
            ada.befriend(bob);
            bob.ctl("status", "set", "offline");
            ada.sees(bob, "offline", SOON);
            for (String text : SAID) {
                ada.ctl("chat", "send", bob.address(), text);
            }
            ada.client()
                    .await("all are sent", SOON, () -> states(ada, bob).stream().allMatch("sent"::equals));
            bob.ctl("status", "set", "available");
            bob.client().await("the last", SOON, () -> heard(bob, ada).size() >= SAID.size());
            assertThat(heard(bob, ada)).containsExactlyElementsOf(SAID);
        }
    }

    private static List<String> states(Person one, Person other) throws Exception {
        return Answer.each(said(one, other, "out"), "state");
    }

    private static List<String> heard(Person one, Person other) throws Exception {
        return Answer.each(said(one, other, "in"), "text");
    }

    private static List<JsonObject> said(Person one, Person other, String direction) throws Exception {
        return one.history(other, 100).stream()
                .filter(line -> line.get("direction").getAsString().equals(direction))
                .toList();
    }
}
