package org.lamplight.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import org.lamplight.core.Texts;

/** Where everything lies. {@link #open} makes the folder, readable by its owner alone. */
public record Profile(Path folder) {
    private static final Texts TEXTS = Texts.of(Profile.class);

    /** A profile that can't be used; the message is a sentence for the user. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /** The platform's place: {@code %APPDATA%}, {@code ~/Library/Application Support}, or the XDG data folder. */
    public static Path usual(Map<String, String> environment, String home, String os) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return Path.of(environment.getOrDefault("APPDATA", home), "Lamplight");
        }
        if (system.contains("mac")) {
            return Path.of(home, "Library", "Application Support", "Lamplight");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return data.isEmpty() ? Path.of(home, ".local", "share", "lamplight") : Path.of(data, "lamplight");
    }

    /** Makes the folder if need be and proves that it can be written. */
    public static Profile open(Path folder) throws Unusable {
        try {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix") && Files.isWritable(folder)) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            Path probe = Files.createTempFile(folder, "probe", ".tmp");
            Files.delete(probe);
            return new Profile(folder.toRealPath());
        } catch (IOException | SecurityException e) {
            throw new Unusable(TEXTS.get("folder.unusable", folder), e);
        }
    }

    public Path settings() {
        return folder.resolve("lamplight.properties");
    }

    public Path accounts() {
        return folder.resolve("accounts");
    }

    public Path presenceRules() {
        return folder.resolve("presence.rules");
    }

    public Path dialPlan() {
        return folder.resolve("dialplan.rules");
    }

    public Path skinart() {
        return folder.resolve("skinart");
    }

    public Path backends() {
        return folder.resolve("backends");
    }

    public Path history() {
        return folder.resolve("history.db");
    }

    public Path control() {
        return folder.resolve("control");
    }

    public Path log() {
        return folder.resolve("log").resolve("lamplight.log");
    }

    /** Files that others sent. */
    public Path downloads() {
        return folder.resolve("downloads");
    }

    /** Pictures that were pasted into talks. */
    public Path sentFiles() {
        return folder.resolve("sent");
    }

    /** What an account keeps to be quicker at the next start. */
    public Path cache(String accountId) {
        return folder.resolve("cache").resolve(accountId);
    }

    /** Pictures of people; no account is called so. */
    public Path pictures() {
        return folder.resolve("cache").resolve("pictures.all");
    }

    /** What the program itself remembers: own choices, places of windows. */
    public Path memory() {
        return folder.resolve("memory.properties");
    }
}
