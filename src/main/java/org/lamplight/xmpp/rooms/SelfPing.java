package org.lamplight.xmpp.rooms;

import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityFullJid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks now and then whether a room still knows us (XEP-0410). On the session's thread. */
final class SelfPing {
    private static final Logger LOG = LoggerFactory.getLogger(SelfPing.class);
    private static final int FROM_S = 600;
    private static final int TO_S = 900;

    private final RoomContext on;
    private final Supplier<EntityFullJid> self;
    private final Runnable forgotten;
    private @Nullable Future<?> next;

    /** Which stay in the room this is; the answer to an earlier one's ping does not count. */
    private int stay;

    /**
     * @param self our address in the room
     * @param forgotten runs when the room does not know us any more
     */
    SelfPing(RoomContext on, Supplier<EntityFullJid> self, Runnable forgotten) {
        this.on = on;
        this.self = self;
        this.forgotten = forgotten;
    }

    /** We are in. */
    void start() {
        stop();
        later();
    }

    /** We are not, or nothing is to be asked. */
    void stop() {
        stay++;
        if (next != null) {
            next.cancel(false);
        }
    }

    private void later() {
        int seconds = ThreadLocalRandom.current().nextInt(FROM_S, TO_S);
        next = on.thread().schedule(this::ask, seconds, TimeUnit.SECONDS);
    }

    /** Asks at once. */
    void ask() {
        if (!on.online()) {
            return;
        }
        stop();
        int now = stay;
        on.ask(new Ping(self.get())).whenComplete((answer, failure) -> {
            if (stay == now) {
                answered(failure == null ? null : RoomErrors.condition(failure));
            }
        });
    }

    private void answered(@Nullable Condition condition) {
        if (condition == Condition.not_acceptable || condition == Condition.item_not_found) {
            LOG.info("{}: forgotten there, so we enter again", self.get().asEntityBareJid());
            forgotten.run();
        } else {
            later();
        }
    }
}
