package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.backend.AccountState.Phase;
import org.lamplight.directory.Directories;
import org.lamplight.directory.Directories.Found;
import org.lamplight.lab.DirectoryAt;
import org.lamplight.lab.LookUp;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.lab.Slapd;

/** At a real OpenLDAP; what only such a server does is told here. */
@Requires(Part.SLAPD)
class SlapdDirectoryTest extends DirectoryContract {
    private Slapd slapd;

    @BeforeAll
    void openServer(@TempDir Path folder) throws Exception {
        slapd = new Slapd(folder, DirectoryAt.people(700));
        server = slapd;
    }

    @AfterAll
    void closeServer() throws Exception {
        slapd.close();
    }

    @Test
    void readsPageByPageBeyondWhatTheServerGivesAtOnce() throws Exception {
        try (LookUp client = new LookUp("DE").online("url", slapd.url(), "base", slapd.base(), "size", "1000")) {
            assertThat(client.directories().search("person", 1000).join().entries())
                    .hasSize(700);
        }
    }

    @Test
    void aServerThatHangsInASearchIsSaidAndIsBackWhenItGoesOn() throws Exception {
        try (LookUp client = new LookUp("DE").online("url", slapd.url(), "base", slapd.base())) {
            slapd.hang();
            CompletableFuture<Found> answer = client.directories().search("Byron", Directories.USUAL);
            try {
                assertThat(answer.join().problems()).singleElement().asString().contains("in time");
                client.await(Phase.CONNECTING);
            } finally {
                slapd.goOn();
            }
            client.await(Phase.ONLINE);
            assertThat(client.names("Byron")).containsExactly("Ada Byron");
        }
    }

    @Test
    void aServerThatDiesInASearchIsSaidAndIsBackWhenItComesBack() throws Exception {
        try (LookUp client = new LookUp("DE").online("url", slapd.url(), "base", slapd.base())) {
            slapd.hang();
            CompletableFuture<Found> answer = client.directories().search("Byron", Directories.USUAL);
            slapd.die();
            assertThat(answer.join().problems()).singleElement().asString().contains("cannot be reached");
            client.await(Phase.CONNECTING);
            slapd.comeBack();
            client.await(Phase.ONLINE);
            assertThat(client.names("Byron")).containsExactly("Ada Byron");
        }
    }
}
