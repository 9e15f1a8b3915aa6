package org.lamplight.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.lamplight.presence.Rules;
import org.lamplight.profile.Settings;

/** The rules of presence in use: those of the profile's file, else of the preset that the settings name. Not on core. */
final class PresenceRules {
    static final String SETTING = "presence.preset";

    private final RulesFile<Rules> file;
    private final Settings settings;

    PresenceRules(Path file, Settings settings) {
        this.file = new RulesFile<>(
                file, Rules::parse, () -> Rules.preset(settings.get(SETTING)).orElseGet(Rules::builtIn));
        this.settings = settings;
    }

    /** Reads them anew; where they are broken, those of before. */
    Rules read() {
        return file.read();
    }

    /** What is wrong with the file, in a sentence; empty if nothing is. */
    String problem() {
        return file.problem();
    }

    /**
     * Tells of each change of the file and of the settings, with what is wrong with it. The watch ends when what is
     * returned is closed; empty if the folder can't be watched.
     */
    Optional<AutoCloseable> watch(BiConsumer<Rules, String> changed) {
        settings.listen(Set.of(SETTING, AtTheDesk.IDLE_AFTER), () -> file.tell(changed));
        return file.watch(changed);
    }
}
