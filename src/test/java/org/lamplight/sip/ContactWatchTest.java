package org.lamplight.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamplight.lab.SipText;
import org.lamplight.people.Contact;
import org.lamplight.people.Subscription;
import org.lamplight.presence.Status;

/** What a server is asked of people, and what its answers mean (RFC 3856, RFC 6665). */
class ContactWatchTest extends WithPeer {
    private static final String BOB = "bob@office.test";
    private static final String TALKS = "<presence xmlns='urn:ietf:params:xml:ns:pidf'"
            + " xmlns:dm='urn:ietf:params:xml:ns:pidf:data-model' xmlns:r='urn:ietf:params:xml:ns:pidf:rpid'"
            + " entity='sip:bob@office.test'><tuple id='t'><status><basic>open</basic></status></tuple>"
            + "<dm:person id='p'><r:activities><r:on-the-phone/></r:activities></dm:person></presence>";

    private void register(String... people) throws Exception {
        know(people);
        phone.open("address=ada@office.test", "registrar=" + peer.place(), "transport=udp", "subscribe=yes");
        phone.awaitOnline();
    }

    private void know(String... people) throws Exception {
        List<Contact> contacts = List.of(people).stream()
                .map(address -> new Contact(address, null, List.of(), Subscription.BOTH, false, false))
                .toList();
        phone.know("im", contacts);
    }

    private SipText subscribe() throws Exception {
        return peer.request("SUBSCRIBE");
    }

    private SipText taken() throws Exception {
        SipText subscribe = subscribe();
        peer.answer(subscribe, 200, "Expires: 3600\r\n" + peer.contactLine(), "");
        return subscribe;
    }

    private int number = 100;

    private void notify(SipText subscribe, String state, String body) {
        notify(subscribe, "there", "presence", state, body);
    }

    private void notify(SipText subscribe, String tag, String event, String state, String body) {
        String headers = "From: " + subscribe.get("To").replaceFirst(";tag=.*", "") + ";tag=" + tag + "\r\nTo: "
                + subscribe.get("From") + "\r\nCall-ID: " + subscribe.get("Call-ID") + "\r\n" + peer.contactLine()
                + "\r\nEvent: " + event + "\r\nSubscription-State: " + state
                + (body.isEmpty() ? "" : "\r\nContent-Type: application/pidf+xml");
        peer.send(subscribe, peer.request("NOTIFY", subscribe.contact(), ++number, headers, body));
    }

    /** What came before was heard when this is answered. */
    private void heard() throws Exception {
        String headers = "From: <sip:peer@office.test>;tag=p\r\nTo: <sip:ada@office.test>\r\nCall-ID: o" + ++number;
        SipText register = peer.registers().get(0);
        peer.send(register, peer.request("OPTIONS", register.contact(), number, headers, ""));
        peer.response(200, number + " OPTIONS");
    }

    /** Whatever was to be asked for by now would have been. */
    private void assertNothingMoreIsAsked() throws Exception {
        heard();
        phone.passes(Duration.ofMillis(200));
        phone.dial("sip:bob@office.test");
        peer.request("INVITE");
        assertThat(peer.has(any -> any.isRequest() && any.method().equals("SUBSCRIBE")))
                .isFalse();
    }

    private void awaitStatus(Status status) throws Exception {
        phone.until(BOB + " is " + status, () -> phone.statusOf(BOB) == status);
    }

    @Test
    void whatTheServerSaysOfSomebodyIsTheirs() throws Exception {
        register(BOB, "eve@elsewhere.test", "ada@office.test");
        SipText subscribe = taken();
        assertThat(subscribe.uri()).isEqualTo("sip:bob@office.test");
        assertThat(subscribe.get("Event")).isEqualTo("presence");
        assertThat(subscribe.get("Accept")).contains("application/pidf+xml");
        assertThat(subscribe.get("Expires")).isEqualTo("3600");
        assertThat(phone.statusOf(BOB)).isEqualTo(Status.OFFLINE);
        notify(subscribe, "active;expires=3600", TALKS);
        peer.response(200, number + " NOTIFY");
        awaitStatus(Status.ON_THE_PHONE_OFFLINE);
        assertNothingMoreIsAsked();
        phone.closeAccount();
        SipText last = subscribe();
        assertThat(last.get("Expires")).isEqualTo("0");
        assertThat(last.get("Call-ID")).isEqualTo(subscribe.get("Call-ID"));
        assertThat(last.sequence()).isGreaterThan(subscribe.sequence());
        awaitStatus(Status.OFFLINE);
    }

    @Test
    void whoComesLaterIsAskedForAndWhoGoesIsLeft() throws Exception {
        register();
        know(BOB);
        SipText subscribe = taken();
        notify(subscribe, "active;expires=3600", TALKS);
        peer.response(200, number + " NOTIFY");
        know();
        assertThat(subscribe().get("Expires")).isEqualTo("0");
    }

    /** A word that overtakes the answer to SUBSCRIBE counts as well. */
    @Test
    void theFirstWordMayComeBeforeTheAnswer() throws Exception {
        register(BOB);
        SipText subscribe = subscribe();
        notify(subscribe, "active;expires=3600", TALKS);
        peer.response(200, number + " NOTIFY");
        awaitStatus(Status.ON_THE_PHONE_OFFLINE);
        peer.answer(subscribe, 200, "Expires: 3600\r\n" + peer.contactLine(), "");
    }

    @Test
    void whoHasNotAgreedYetIsAsBefore() throws Exception {
        register(BOB);
        SipText subscribe = taken();
        notify(subscribe, "pending;expires=3600", TALKS);
        heard();
        assertThat(phone.statusOf(BOB)).isEqualTo(Status.OFFLINE);
        notify(subscribe, "active;expires=3600", TALKS);
        awaitStatus(Status.ON_THE_PHONE_OFFLINE);
        notify(subscribe, "terminated;reason=rejected", "");
        awaitStatus(Status.OFFLINE);
    }

    @Test
    void aServerThatForgotIsAskedAnew() throws Exception {
        register(BOB);
        SipText first = taken();
        notify(first, "active;expires=15", TALKS);
        awaitStatus(Status.ON_THE_PHONE_OFFLINE);
        SipText refresh = subscribe();
        assertThat(refresh.get("Call-ID")).isEqualTo(first.get("Call-ID"));
        assertThat(refresh.get("To")).contains("tag=there");
        peer.answer(refresh, 481, "", "");
        SipText anew = taken();
        assertThat(anew.get("Call-ID")).isNotEqualTo(first.get("Call-ID"));
        assertThat(anew.get("To")).doesNotContain("tag=");
    }

    @Test
    void aServerThatWantsItForLongerGetsIt() throws Exception {
        register(BOB);
        peer.answer(subscribe(), 423, "Min-Expires: 7200", "");
        assertThat(taken().get("Expires")).isEqualTo("7200");
    }

    @Test
    void aServerThatKnowsNoPresenceIsAskedOnce() throws Exception {
        register(BOB);
        peer.answer(subscribe(), 489, "", "");
        heard();
        know(BOB, "dora@office.test");
        assertNothingMoreIsAsked();
    }

    @Test
    void strangeWordsAreRefusedAndHarmNothing() throws Exception {
        register(BOB);
        SipText subscribe = taken();
        notify(subscribe, "active;expires=3600", "<presence");
        peer.response(200, number + " NOTIFY");
        notify(subscribe, "perhaps", TALKS);
        peer.response(200, number + " NOTIFY");
        assertThat(phone.statusOf(BOB)).isEqualTo(Status.OFFLINE);
        notify(subscribe, "other", "presence", "active", TALKS);
        peer.response(481, number + " NOTIFY");
        notify(subscribe, "there", "dialog", "active", TALKS);
        peer.response(489, number + " NOTIFY");
        notify(subscribe, "active", TALKS);
        awaitStatus(Status.ON_THE_PHONE_OFFLINE);
    }

    @Test
    void nobodyIsAskedForWhereThatIsNotWanted() throws Exception {
        know(BOB);
        phone.open("address=ada@office.test", "registrar=" + peer.place(), "transport=udp");
        phone.awaitOnline();
        assertNothingMoreIsAsked();
    }

    /** What ends again and again is not asked for again and again. */
    @Test
    void whatEndsIsAskedForAgainWithPatience() throws Exception {
        register(BOB);
        SipText first = taken();
        notify(first, "terminated;reason=timeout", TALKS);
        awaitStatus(Status.ON_THE_PHONE_OFFLINE);
        SipText second = taken();
        assertThat(second.get("Call-ID")).isNotEqualTo(first.get("Call-ID"));
        notify(second, "terminated;reason=timeout", TALKS);
        phone.passes(Duration.ofSeconds(6));
        assertNothingMoreIsAsked();
    }

    @Test
    void aWordWithoutContentsSaysThatNothingIsKnown() throws Exception {
        register(BOB);
        SipText subscribe = taken();
        notify(subscribe, "active;expires=3600", TALKS);
        awaitStatus(Status.ON_THE_PHONE_OFFLINE);
        notify(subscribe, "active;expires=3600", "");
        awaitStatus(Status.OFFLINE);
    }

    /** It was granted for less than we asked, and the words of it do not say for how long. */
    @Test
    void whatIsGrantedForLessIsRefreshedInTime() throws Exception {
        register(BOB);
        SipText subscribe = subscribe();
        peer.answer(subscribe, 200, "Expires: 12\r\n" + peer.contactLine(), "");
        notify(subscribe, "active", TALKS);
        SipText refresh = subscribe();
        assertThat(refresh.get("Call-ID")).isEqualTo(subscribe.get("Call-ID"));
    }
}
