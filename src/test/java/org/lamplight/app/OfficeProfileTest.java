package org.lamplight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.backend.Account;
import org.lamplight.office.Office;
import org.lamplight.office.OfficeOptions;
import org.lamplight.profile.Profile;

class OfficeProfileTest {
    @TempDir
    Path folder;

    @Test
    void aSecondStartForgetsAllThatTheFirstKeptOfItsOffice() throws Exception {
        Profile profile = Profile.open(folder.resolve("profile"));
        Path cache = profile.cache("office");
        Files.createDirectories(cache.resolve("rooms/a room"));
        Files.writeString(cache.resolve("roster"), "of yesterday");
        Files.writeString(cache.resolve("rooms/a room/archive"), "of yesterday");

        try (Office office = Office.open(OfficeOptions.defaults())) {
            assertThat(OfficeProfile.write(profile, office))
                    .extracting(Account::kind)
                    .containsExactly("xmpp", "sip");
        }

        assertThat(cache).doesNotExist();
        assertThat(profile.folder().resolve("office.pem")).exists();
    }
}
