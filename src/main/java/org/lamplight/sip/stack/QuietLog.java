package org.lamplight.sip.stack;

import gov.nist.core.StackLogger;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the library has to say, without any message's text: that holds addresses, keys and proofs of passwords. Made by the
 * library, by name.
 */
public final class QuietLog implements StackLogger {
    private static final Logger LOG = LoggerFactory.getLogger("org.lamplight.sip.library");

    @Override
    public void logStackTrace() {}

    @Override
    public void logStackTrace(int level) {}

    @Override
    public int getLineCount() {
        return 0;
    }

    @Override
    public void logException(Throwable thrown) {
        LOG.debug("{}", thrown.getClass().getName());
    }

    @Override
    public void logDebug(String text) {}

    @Override
    public void logDebug(String text, Exception thrown) {}

    @Override
    public void logTrace(String text) {}

    @Override
    public void logFatalError(String text) {
        LOG.warn("the stack failed: {}", firstWords(text));
    }

    @Override
    public void logError(String text) {
        LOG.debug("error: {}", firstWords(text));
    }

    @Override
    public void logError(String text, Exception thrown) {
        LOG.debug("error: {} ({})", firstWords(text), thrown.getClass().getSimpleName());
    }

    @Override
    public void logWarning(String text) {
        LOG.debug("{}", firstWords(text));
    }

    @Override
    public void logInfo(String text) {}

    /** The library puts whole messages behind its own words: they end at the first line, and at a header's colon. */
    private static String firstWords(String text) {
        String line = text.lines().findFirst().orElse("");
        int end = Math.min(line.length(), 60);
        int colon = line.indexOf(':');
        return line.substring(0, colon < 0 ? end : Math.min(colon, end));
    }

    @Override
    public boolean isLoggingEnabled() {
        return LOG.isDebugEnabled();
    }

    @Override
    public boolean isLoggingEnabled(int level) {
        return level <= TRACE_WARN && LOG.isDebugEnabled();
    }

    @Override
    public void disableLogging() {}

    @Override
    public void enableLogging() {}

    @Override
    public void setBuildTimeStamp(String stamp) {}

    @Override
    public void setStackProperties(Properties properties) {}

    @Override
    public String getLoggerName() {
        return LOG.getName();
    }
}
