package org.lamplight.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamplight.backend.Account;
import org.lamplight.backend.AccountFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The account files of a profile, one a file, comments kept. Blocking. */
public final class AccountFolder implements AccountFiles {
    private static final Logger LOG = LoggerFactory.getLogger(AccountFolder.class);
    private static final String ENDING = ".properties";

    private final Path folder;

    public AccountFolder(Path folder) {
        this.folder = folder;
    }

    /** What a file describes; empty with the reason in the log if it can't be one. */
    public static Optional<Account> read(Path file) {
        String name = file.getFileName().toString();
        String id = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        try {
            return of(id, TextFile.read(file));
        } catch (IOException e) {
            LOG.warn("The account file {} could not be read", file, e);
            return Optional.empty();
        }
    }

    private static Optional<Account> of(String id, String text) {
        Map<String, String> keys = KeptText.of(text).values();
        String kind = keys.getOrDefault("kind", "");
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,60}") || kind.isEmpty()) {
            return Optional.empty();
        }
        boolean enabled = !keys.getOrDefault("enabled", "true").matches("(?i)false|no|off");
        return Optional.of(new Account(id, kind, enabled, keys));
    }

    @Override
    public List<Account> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            LOG.warn("The accounts in {} could not be listed", folder, e);
            return List.of();
        }
    }

    @Override
    public void save(Account account) throws IOException {
        Path file = file(account.id());
        KeptText text = KeptText.of(Files.exists(file) ? TextFile.read(file) : "");
        for (Map.Entry<String, String> key : account.keys().entrySet()) {
            if (!key.getValue().equals(text.values().get(key.getKey()))) {
                text = text.with(key.getKey(), key.getValue());
            }
        }
        boolean wasEnabled = of(account.id(), text.text()).map(Account::enabled).orElse(true);
        if (wasEnabled != account.enabled()) {
            text = text.with("enabled", String.valueOf(account.enabled()));
        }
        WholeFile.write(file, text.text());
    }

    @Override
    public void delete(String id) throws IOException {
        Files.deleteIfExists(file(id));
    }

    private Path file(String id) {
        return folder.resolve(id + ENDING);
    }
}
