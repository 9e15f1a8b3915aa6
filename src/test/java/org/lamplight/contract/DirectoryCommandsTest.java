package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Answer;
import org.lamplight.lab.ClientProcess;
import org.lamplight.lab.DirectoryAt;
import org.lamplight.lab.OfficeDirectory;

/** {@code ctl directory} of the built client, from adding the account on. */
class DirectoryCommandsTest {
    @TempDir
    Path folder;

    private OfficeDirectory server;
    private ClientProcess client;

    @BeforeEach
    void open() throws Exception {
        server = new OfficeDirectory(folder, DirectoryAt.people(100));
        client = ClientProcess.start(folder.resolve("profile"));
        client.ctl("settings", "phone.region", "DE");
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        server.close();
    }

    private Path account(String id, String... lines) throws Exception {
        List<String> all = new ArrayList<>(List.of("kind = ldap", "url = " + server.url()));
        all.addAll(List.of(lines));
        return Files.write(folder.resolve(id + ".properties"), all);
    }

    @Test
    void withoutADirectoryNobodyIsFound() throws Exception {
        assertThat(client.ctl("directory", "search", "byron")).isEmpty();
        assertThat(client.ctl("directory", "lookup", "6001")).isEmpty();
        assertThat(client.ask("directory").exit()).isEqualTo(2);
        assertThat(client.ask("directory", "find", "byron").exit()).isEqualTo(2);
    }

    @Test
    void anAccountIsAddedOnceItAnsweredAndThenFindsPeople() throws Exception {
        JsonObject added = client.ctl(
                        "accounts",
                        "add",
                        account("corp", "base = " + server.base()).toString())
                .get(0);
        assertThat(added.get("state").getAsString()).isEqualTo("online");
        assertThat(added.get("kind").getAsString()).isEqualTo("ldap");

        List<JsonObject> found = client.ctl("directory", "search", "byron");
        assertThat(found).hasSize(1);
        JsonObject ada = found.get(0);
        assertThat(ada.get("name").getAsString()).isEqualTo("Ada Byron");
        assertThat(ada.get("source").getAsString()).isEqualTo("ldap:corp");
        assertThat(ada.get("status").getAsString()).isEqualTo("unknown");
        assertThat(ada.getAsJsonArray("addresses").toString())
                .contains("{\"kind\":\"im\",\"value\":\"ada@localhost\"}")
                .contains("{\"kind\":\"phone\",\"value\":\"+49 30 5550 6001\",\"label\":\"work\","
                        + "\"e164\":\"+493055506001\"}")
                .contains("{\"kind\":\"email\",\"value\":\"ada@localhost\"}");

        assertThat(names("lookup", "(0711) 123-45")).hasSize(5);
        assertThat(names("lookup", "6001")).containsExactly("Ada Byron");
        assertThat(names("search", "person", "--limit", "3")).hasSize(3);
        assertThat(names("search", "person")).hasSize(50);
        assertThat(names("search", "*)(uid=*")).isEmpty();

        server.die();
        Answer refused = client.ask("directory", "search", "byron");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.error()).contains("cannot be reached");
        server.comeBack();
    }

    @Test
    void whatDoesNotWorkIsNotKept() throws Exception {
        Answer wrong =
                client.addAccount(account("corp", "base = " + server.base(), "bind-dn = " + server.dn("ada")), "wrong");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.error()).contains("password");
        assertThat(client.ctl("accounts")).isEmpty();

        assertThat(client.addAccount(
                                account("corp", "base = " + server.base(), "bind-dn = " + server.dn("ada")),
                                "secret-ada")
                        .exit())
                .isZero();
        assertThat(names("search", "byron")).containsExactly("Ada Byron");
    }

    @Test
    void oneThatIsAwayHoldsUpNobody() throws Exception {
        client.ctl("accounts", "add", account("corp", "base = " + server.base()).toString());
        try (OfficeDirectory other =
                new OfficeDirectory(folder, DirectoryAt.people(0).subList(1, 3))) {
            Path second = Files.writeString(folder.resolve("branch.properties"), "kind = ldap\nurl = " + other.url());
            client.ctl("accounts", "add", second.toString());
            assertThat(names("search", "e")).contains("Jürgen Müller");
        }
        assertThat(names("search", "byron")).containsExactly("Ada Byron");
    }

    private List<String> names(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("directory"));
        all.addAll(List.of(words));
        return Answer.each(client.ctl(all.toArray(String[]::new)), "name");
    }
}
