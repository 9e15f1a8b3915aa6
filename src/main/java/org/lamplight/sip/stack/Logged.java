package org.lamplight.sip.stack;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work for an account's thread, where nobody else would hear of what goes wrong. */
public final class Logged implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Logged.class);

    private final Runnable work;

    public Logged(Runnable work) {
        this.work = work;
    }

    @Override
    public void run() {
        try {
            work.run();
        } catch (RuntimeException | Error bug) {
            LOG.error("A piece of work for a SIP account failed", bug);
        }
    }
}
