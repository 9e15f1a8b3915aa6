package org.lamplight.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lamplight.lab.SipText;
import org.lamplight.presence.Status;

/** What a server hears of one's own presence (RFC 3903). */
class PublicationTest extends WithPeer {
    private void register(String publish) throws Exception {
        phone.open("address=ada@office.test", "registrar=" + peer.place(), "transport=udp", "publish=" + publish);
        phone.awaitOnline();
    }

    private SipText published() throws Exception {
        return peer.request("PUBLISH");
    }

    private void taken(SipText publish, String tag) {
        peer.answer(publish, 200, "SIP-ETag: " + tag + "\r\nExpires: 3600", "");
    }

    @Test
    void theServerHearsHowOneIsAndHowThatChanges() throws Exception {
        register("yes");
        SipText first = published();
        assertThat(first.uri()).isEqualTo("sip:ada@office.test");
        assertThat(first.get("Event")).isEqualTo("presence");
        assertThat(first.get("Expires")).isEqualTo("3600");
        assertThat(first.get("SIP-If-Match")).isEmpty();
        assertThat(first.get("Content-Type")).isEqualTo("application/pidf+xml");
        assertThat(first.body()).contains("<basic>open</basic>").contains("key=\"available\"");
        taken(first, "one");
        phone.choose(Status.DO_NOT_DISTURB);
        SipText second = published();
        assertThat(second.get("SIP-If-Match")).isEqualTo("one");
        assertThat(second.sequence()).isGreaterThan(first.sequence());
        assertThat(second.body()).contains("key=\"do-not-disturb\"");
        taken(second, "two");
        phone.closeAccount();
        SipText last = published();
        assertThat(last.get("SIP-If-Match")).isEqualTo("two");
        assertThat(last.get("Expires")).isEqualTo("0");
        assertThat(last.body()).isEmpty();
    }

    @Test
    void whoIsInvisibleHasNothingPublished() throws Exception {
        register("yes");
        taken(published(), "one");
        phone.choose(Status.INVISIBLE);
        SipText gone = published();
        assertThat(gone.get("SIP-If-Match")).isEqualTo("one");
        assertThat(gone.get("Expires")).isEqualTo("0");
        peer.answer(gone, 200, "Expires: 0", "");
        phone.choose(Status.BUSY);
        SipText back = published();
        assertThat(back.get("SIP-If-Match")).isEmpty();
        assertThat(back.body()).contains("key=\"busy\"");
        taken(back, "two");
    }

    @Test
    void aServerThatHasForgottenIsToldAllAnew() throws Exception {
        register("yes");
        taken(published(), "one");
        phone.choose(Status.AWAY);
        peer.answer(published(), 412, "", "");
        SipText anew = published();
        assertThat(anew.get("SIP-If-Match")).isEmpty();
        assertThat(anew.body()).contains("key=\"away\"");
        taken(anew, "two");
    }

    @Test
    void aServerThatWantsItForLongerGetsIt() throws Exception {
        register("yes");
        peer.answer(published(), 423, "Min-Expires: 7200", "");
        SipText longer = published();
        assertThat(longer.get("Expires")).isEqualTo("7200");
        taken(longer, "one");
    }

    /** A refusal that may pass is none for good, and nothing is asked at once again. */
    @Test
    void aServerInTroubleIsAskedAgainWhenWeRegisterAgain() throws Exception {
        register("yes");
        peer.answer(published(), 503, "", "");
        phone.choose(Status.BUSY);
        SipText later = published();
        assertThat(later.body()).contains("key=\"busy\"");
        taken(later, "one");
    }

    /** A challenge is answered, as of every request to our own server. */
    @Test
    void itProvesWhoItIs() throws Exception {
        register("yes");
        peer.answer(published(), 401, "WWW-Authenticate: Digest realm=\"office.test\", nonce=\"n1\", qop=\"auth\"", "");
        SipText proved = published();
        assertThat(proved.get("Authorization")).contains("uri=\"sip:ada@office.test\"");
        assertThat(proved.body()).contains("open");
        taken(proved, "one");
    }

    @Test
    void aServerThatTakesNoneIsLeftAlone() throws Exception {
        register("yes");
        peer.answer(published(), 489, "Allow-Events: message-summary", "");
        phone.choose(Status.BUSY);
        assertNothingMoreIsPublished();
    }

    @Test
    void nothingIsPublishedWhereThatIsNotWanted() throws Exception {
        register("no");
        phone.choose(Status.BUSY);
        assertNothingMoreIsPublished();
    }

    /** What goes out later is on the wire later. */
    private void assertNothingMoreIsPublished() throws Exception {
        phone.dial("sip:bob@office.test");
        peer.request("INVITE");
        assertThat(peer.has(any -> any.isRequest() && any.method().equals("PUBLISH")))
                .isFalse();
    }
}
