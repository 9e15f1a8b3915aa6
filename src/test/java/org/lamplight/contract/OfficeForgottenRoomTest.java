package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Answer;
import org.lamplight.lab.FaultyPath;
import org.lamplight.lab.OfficeServer;
import org.lamplight.lab.Person;

/** A room that forgot who is in it, as after a restart of its service (XEP-0410): nobody notices. */
class OfficeForgottenRoomTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private OfficeServer server;
    private FaultyPath path;
    private Person ada;
    private Person bob;
    private String room;

    @BeforeEach
    void inARoom(@TempDir Path folder) throws Exception {
        server = new OfficeServer(folder.resolve("server"));
        path = new FaultyPath(server.port());
        ada = Person.at(folder, "ada").signIn(server, path.port());
        bob = Person.at(folder, "bob").signIn(server);
        room = Answer.each(ada.ctl("room", "create", "forgetful"), "address").get(0);
        bob.ctl("room", "join", room);
        say(ada, "before");
        said("before");
        server.rooms().forgetOccupants();
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable one : List.of(ada, bob, path, server)) {
            one.close();
        }
    }

    @Test
    void whatIsSaidThereThenIsHeardOnceAndInOrder() throws Exception {
        for (int i = 0; i < 5; i++) {
            say(ada, "ada " + i);
        }
        ada.client().await("the room said it", SOON, () -> heard(ada, 6));
        say(bob, "bob");
        said("before", "ada 0", "ada 1", "ada 2", "ada 3", "ada 4", "bob");
    }

    @Test
    void whoComesBackAfterALossIsInItAgain() throws Exception {
        path.stopAccepting();
        path.cut();
        ada.client().await("away", SOON, () -> !ada.state().equals("online"));
        path.startAccepting();
        ada.client().await("back", SOON, () -> ada.state().equals("online"));
        say(bob, "bob");
        said("before", "bob");
    }

    private void say(Person one, String text) throws Exception {
        one.ctl("room", "send", room, text);
    }

    private void said(String... texts) throws Exception {
        for (Person one : List.of(ada, bob)) {
            one.client().await("all is heard", SOON, () -> heard(one, texts.length));
            assertThat(Answer.each(history(one), "text")).containsExactly(texts);
        }
    }

    private boolean heard(Person one, int count) throws Exception {
        List<JsonObject> lines = history(one);
        return lines.size() >= count && Answer.each(lines, "state").stream().allMatch("delivered"::equals);
    }

    private List<JsonObject> history(Person one) throws Exception {
        return one.ctl("chat", "history", room, "--limit", "50");
    }
}
