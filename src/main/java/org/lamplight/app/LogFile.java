package org.lamplight.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends the log to the profile's file, 2 MB at most, and nothing to the terminal. */
final class LogFile {
    private static final int BYTES = 2_000_000;
    private static final String FORMAT = "%1$tFT%1$tT.%1$tL %4$s [%3$s] %5$s%6$s%n";

    /** Held here, for the log manager forgets levels of loggers that nobody holds. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.jivesoftware"), Logger.getLogger("org.freedesktop"));

    private LogFile() {}

    static void open(Path file) {
        System.setProperty("java.util.logging.SimpleFormatter.format", FORMAT);
        Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.setLevel(Level.INFO);
        // Smack tells every lost connection with its trace; the session tells it once, in a sentence
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        try {
            Files.createDirectories(file.getParent());
            FileHandler handler = new FileHandler(file.toString(), BYTES, 1, true);
            handler.setFormatter(new SimpleFormatter());
            handler.setEncoding("UTF-8");
            root.addHandler(handler);
        } catch (IOException e) {
            root.log(Level.WARNING, "The log can't be written", e);
        }
    }
}
