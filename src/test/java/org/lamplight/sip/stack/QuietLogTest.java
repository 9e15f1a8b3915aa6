package org.lamplight.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class QuietLogTest {
    /** The library quotes whole messages: addresses, and what proves a password. */
    @Test
    void noMessageReachesTheLog() throws Exception {
        Logger logger = Logger.getLogger("org.lamplight.sip.library");
        Level before = logger.getLevel();
        List<String> said = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                said.add(String.valueOf(line.getMessage()) + line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        logger.setLevel(Level.ALL);
        try {
            QuietLog log = new QuietLog();
            String message = "Bad: REGISTER sip:office.test SIP/2.0\r\nAuthorization: Digest response=\"abc123\"";
            log.logError(message);
            log.logError("x\nAuthorization: abc123", new IllegalStateException("Digest abc123"));
            log.logDebug("abc123");
            log.logWarning("Authorization: abc123");
            log.logFatalError("sip:ada abc123");
            log.logInfo("abc123");
            log.logTrace("abc123");
            assertThat(said).isNotEmpty();
            assertThat(String.join(" ", said)).doesNotContain("abc123");
        } finally {
            logger.removeHandler(handler);
            logger.setLevel(before);
        }
    }
}
