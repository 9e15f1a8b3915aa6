package org.lamplight.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lamplight.backend.Account;
import org.lamplight.office.Office;
import org.lamplight.office.OfficeAccount;
import org.lamplight.profile.AccountFolder;
import org.lamplight.profile.Profile;
import org.lamplight.profile.WholeFile;

/** Makes the accounts of an office that runs in this JVM those of a profile. Blocking. */
final class OfficeProfile {
    /** The line of the office that repeats what one says. */
    static final String ECHO = "echo";

    private static final String ID = "office";
    private static final String PHONE = "office-phone";

    private OfficeProfile() {}

    /** Whether the profile may be used for an office: it holds no account of another kind of life. */
    static boolean isFree(Profile profile) {
        return new AccountFolder(profile.accounts())
                .all().stream().allMatch(account -> Set.of(ID, PHONE).contains(account.id()));
    }

    /** Writes the account files, with this run's ports; the passwords stay out of them. Chat first, then the telephone. */
    static List<Account> write(Profile profile, Office office) throws IOException {
        Path trust = profile.folder().resolve("office.pem");
        WholeFile.write(trust, office.certificatePem());
        forgetLastRun(profile);
        OfficeAccount chat = office.accounts().get(0);
        Map<String, String> chatKeys = keys(chat, trust);
        chatKeys.put("server", chat.server());
        chatKeys.put("port", String.valueOf(chat.port()));
        OfficeAccount phone = office.sipAccounts().get(0);
        Map<String, String> phoneKeys = keys(phone, trust);
        String server = phone.server() + ":" + phone.port();
        phoneKeys.put("registrar", server);
        phoneKeys.put("proxy", server);
        phoneKeys.put("transport", "tcp");
        List<Account> all = List.of(
                new Account(ID, chat.kind(), true, chatKeys), new Account(PHONE, phone.kind(), true, phoneKeys));
        AccountFolder folder = new AccountFolder(profile.accounts());
        for (Account account : all) {
            folder.save(account);
        }
        return all;
    }

    private static Map<String, String> keys(OfficeAccount own, Path trust) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("kind", own.kind());
        keys.put("name", own.name());
        keys.put("address", own.address());
        keys.put("trust", trust.toString());
        return keys;
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
