package org.lamplight.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.lamplight.core.Texts;
import org.lamplight.profile.FileWatch;
import org.lamplight.profile.TextFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rules that a person may write into a file of the profile. A saved file counts at once; a broken one is said, and what
 * counted before goes on. Reads the disk, so not on core.
 */
final class RulesFile<R> {
    private static final Logger LOG = LoggerFactory.getLogger(RulesFile.class);
    private static final Texts TEXTS = Texts.of(RulesFile.class);

    /** Makes rules of a text; throws with a sentence where that has none. */
    @FunctionalInterface
    interface Reading<R, E extends Exception> {
        R read(String text) throws E;
    }

    private final Path file;
    private final Reading<R, ? extends Exception> reading;
    private final Supplier<R> usual;
    private R last;
    private String problem = "";

    /** @param usual what counts where there is no file */
    RulesFile(Path file, Reading<R, ? extends Exception> reading, Supplier<R> usual) {
        this.file = file;
        this.reading = reading;
        this.usual = usual;
        this.last = usual.get();
    }

    /** Reads them anew; where they are broken, those of before. */
    synchronized R read() {
        problem = "";
        try {
            last = Files.exists(file) ? reading.read(TextFile.read(file)) : usual.get();
        } catch (RuntimeException bug) {
            throw bug;
        } catch (Exception broken) {
            problem = TEXTS.get("rules.broken", file, String.valueOf(broken.getMessage()));
            LOG.warn("{}", problem);
        }
        return last;
    }

    /** What is wrong with the file, in a sentence; empty if nothing is. */
    synchronized String problem() {
        return problem;
    }

    /** Tells of each change of the file, until what is returned is closed; empty if the folder can't be watched. */
    Optional<AutoCloseable> watch(BiConsumer<R, String> changed) {
        try {
            return Optional.of(FileWatch.of(file, () -> tell(changed)));
        } catch (IOException unwatched) {
            LOG.info("Saved rules count at the next start, for the folder can't be watched", unwatched);
            return Optional.empty();
        }
    }

    /** Reads them anew and tells of them, with what is wrong. */
    synchronized void tell(BiConsumer<R, String> changed) {
        R rules = read();
        changed.accept(rules, problem);
    }
}
