package org.lamplight.sip;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.backend.Account;
import org.lamplight.backend.AccountSession;
import org.lamplight.backend.Backend;
import org.lamplight.backend.BackendContext;
import org.lamplight.backend.BackendId;
import org.lamplight.sip.flow.OwnAddress;
import org.lamplight.sip.stack.SharedStack;

/** The back end for accounts of kind {@code sip}: the softphone. */
@BackendId("sip")
public final class SipBackend implements Backend {
    private final OwnAddress system;
    private @Nullable SharedStack stack;

    /** As the system says where we are; for {@link java.util.ServiceLoader}. */
    public SipBackend() {
        this(OwnAddress.SYSTEM);
    }

    /** @param system says which address of ours leads to a server */
    public SipBackend(OwnAddress system) {
        this.system = system;
    }

    @Override
    public String id() {
        return "sip";
    }

    @Override
    public Set<String> accountKinds() {
        return Set.of("sip");
    }

    @Override
    public synchronized AccountSession open(Account account, BackendContext context) {
        SharedStack shared = stack;
        if (shared == null) {
            shared = new SharedStack();
            stack = shared;
        }
        return new SipSession(account, context, shared, system);
    }

    @Override
    public synchronized void stop() {
        if (stack != null) {
            stack.close();
            stack = null;
        }
    }
}
