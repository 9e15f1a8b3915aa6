package org.lamplight.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.lamplight.core.Texts;
import org.lamplight.presence.Rules;
import org.lamplight.profile.FileWatch;
import org.lamplight.profile.Settings;
import org.lamplight.profile.TextFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules in use: those of the profile's file, else of the preset that the settings name. A saved file counts at once;
 * a broken one is said, and what counted before goes on. Reads the disk, so not on core.
 */
final class PresenceRules {
    static final String SETTING = "presence.preset";
    private static final Logger LOG = LoggerFactory.getLogger(PresenceRules.class);
    private static final Texts TEXTS = Texts.of(PresenceRules.class);

    private final Path file;
    private final Settings settings;
    private Rules last = Rules.builtIn();
    private String problem = "";

    PresenceRules(Path file, Settings settings) {
        this.file = file;
        this.settings = settings;
    }

    /** Reads them anew; where they are broken, those of before. */
    synchronized Rules read() {
        problem = "";
        try {
            last = Files.exists(file) ? Rules.parse(TextFile.read(file)) : preset();
        } catch (Rules.Broken | IOException broken) {
            problem = TEXTS.get("rules.broken", file, String.valueOf(broken.getMessage()));
            LOG.warn("{}", problem);
        }
        return last;
    }

    private Rules preset() {
        return Rules.preset(settings.get(SETTING)).orElseGet(Rules::builtIn);
    }

    /** What is wrong with the file, in a sentence; empty if nothing is. */
    synchronized String problem() {
        return problem;
    }

    /**
     * Tells of each change of the file and of the settings, with what is wrong with it. The watch ends when what is
     * returned is closed; empty if the folder can't be watched.
     */
    Optional<AutoCloseable> watch(BiConsumer<Rules, String> changed) {
        settings.listen(Set.of(SETTING, AtTheDesk.IDLE_AFTER), () -> tell(changed));
        try {
            return Optional.of(FileWatch.of(file, () -> tell(changed)));
        } catch (IOException unwatched) {
            LOG.info("Saved rules count at the next start, for the folder can't be watched", unwatched);
            return Optional.empty();
        }
    }

    private synchronized void tell(BiConsumer<Rules, String> changed) {
        Rules rules = read();
        changed.accept(rules, problem);
    }
}
