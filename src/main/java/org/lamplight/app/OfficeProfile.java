package org.lamplight.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.lamplight.backend.Account;
import org.lamplight.office.Office;
import org.lamplight.office.OfficeAccount;
import org.lamplight.profile.AccountFolder;
import org.lamplight.profile.Profile;
import org.lamplight.profile.WholeFile;

/** Makes the account of an office that runs in this JVM the one account of a profile. Blocking. */
final class OfficeProfile {
    private static final String ID = "office";

    private OfficeProfile() {}

    /** Whether the profile may be used for an office: it holds no account of another kind of life. */
    static boolean isFree(Profile profile) {
        return new AccountFolder(profile.accounts())
                .all().stream().allMatch(account -> account.id().equals(ID));
    }

    /** Writes the account file, with this run's port; the password stays out of it. */
    static Account write(Profile profile, Office office) throws IOException {
        OfficeAccount own = office.accounts().get(0);
        Path trust = profile.folder().resolve("office.pem");
        WholeFile.write(trust, office.certificatePem());
        forgetLastRun(profile);
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("kind", own.kind());
        keys.put("name", own.name());
        keys.put("address", own.address());
        keys.put("server", own.server());
        keys.put("port", String.valueOf(own.port()));
        keys.put("trust", trust.toString());
        Account account = new Account(ID, own.kind(), true, keys);
        new AccountFolder(profile.accounts()).save(account);
        return account;
    }

    /** Each run's office is a new one: what was kept of the last one's roster and archives is not true here. */
    private static void forgetLastRun(Profile profile) throws IOException {
        Path cache = profile.cache(ID);
        if (Files.isDirectory(cache)) {
            try (Stream<Path> files = Files.walk(cache)) {
                // a folder can only go when it is empty
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
