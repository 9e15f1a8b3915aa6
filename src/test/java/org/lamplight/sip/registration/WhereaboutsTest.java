package org.lamplight.sip.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.backend.Account;
import org.lamplight.lab.CarriedAbout;
import org.lamplight.lab.PlayedThread;
import org.lamplight.sip.account.SipKeys;
import org.lamplight.sip.flow.Flow;
import org.lamplight.sip.message.SipUri;
import org.lamplight.sip.stack.Endpoint;
import org.lamplight.sip.stack.Place;
import org.lamplight.sip.stack.SharedStack;
import org.lamplight.sip.stack.SilentInbox;
import org.lamplight.sip.stack.Transport;

/** Addresses that were ours, and what the registrar and the calls are told of them. */
class WhereaboutsTest implements Whereabouts.Listener {
    private final PlayedThread thread = new PlayedThread();
    private final SharedStack stack = new SharedStack();
    private final CarriedAbout machine = new CarriedAbout();
    private final AtomicInteger moved = new AtomicInteger();
    private final AtomicInteger back = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private Flow flow;
    private Whereabouts whereabouts;

    @BeforeEach
    void open() throws Exception {
        flow = new Flow(SipKeys.of(
                new Account("work", "sip", true, Map.of("address", "ada@office.test", "registrar", "127.0.0.1"))));
        whereabouts = new Whereabouts(flow, machine, thread, this);
    }

    @AfterEach
    void close() {
        whereabouts.close();
        stack.close();
        thread.shutdownNow();
    }

    private Endpoint open(String address) throws Exception {
        Place server = new Place("office.test", InetAddress.getByName("127.0.0.1"), 5060, Transport.UDP);
        Endpoint endpoint = stack.open(InetAddress.getByName(address), Transport.UDP, new SilentInbox(thread));
        flow.use(endpoint, server, List.of(server));
        return endpoint;
    }

    @Test
    void whatBeganAtAClosedOneGoesOnElsewhere() throws Exception {
        Endpoint before = open("127.0.0.1");
        Endpoint after = open("127.0.0.2");
        whereabouts.retire(before, after);
        assertThat(before.isCutOff()).isFalse();
        whereabouts.close();
        assertThat(closed).hasValue(1);
        assertThat(before.isCutOff()).isTrue();
        assertThat(after.isCutOff()).isFalse();
    }

    @Test
    void whoLosesTheAddressOfBothIsCutOff() throws Exception {
        Endpoint before = open("127.0.0.1");
        whereabouts.retire(before, open("127.0.0.1"));
        assertThat(before.isCutOff()).isFalse();
        machine.moveTo("127.0.0.2", true);
        assertThat(before.isCutOff()).isTrue();
    }

    @Test
    void itWatchesBeforeAServerIsFound() throws Exception {
        machine.strand();
        whereabouts.watch();
        thread.forward(4, TimeUnit.SECONDS);
        assertThat(back).hasValue(0);
        machine.comeBack();
        thread.forward(4, TimeUnit.SECONDS);
        assertThat(back).hasValue(1);
        open("127.0.0.1");
        machine.moveTo("127.0.0.2", true);
        thread.forward(2, TimeUnit.SECONDS);
        assertThat(moved).hasValue(1);
    }

    @Test
    void aFewNamesThatLeadNowhereAreTakenBack() throws Exception {
        open("127.0.0.1");
        Requests requests = new Requests(flow, "urn:uuid:1");
        for (int i = 1; i <= 9; i++) {
            requests.outdated(contact(i));
        }
        flow.contact(contact(8));
        assertThat(requests.next(600).text("UDP 127.0.0.1:5060", List.of()))
                .contains("sip:ada@192.0.2.9>;expires=0")
                .contains("sip:ada@192.0.2.5>;expires=0")
                .contains("<sip:ada@192.0.2.8>;reg-id=1")
                .doesNotContain("sip:ada@192.0.2.8>;expires=0")
                .doesNotContain("192.0.2.4");
    }

    private static SipUri contact(int last) {
        return SipUri.of("sip:ada@192.0.2." + last).orElseThrow();
    }

    // ---- what is heard

    @Override
    public void moved() {
        moved.incrementAndGet();
    }

    @Override
    public void stranded() {}

    @Override
    public void back() {
        back.incrementAndGet();
    }

    @Override
    public void closed() {
        closed.incrementAndGet();
    }
}
