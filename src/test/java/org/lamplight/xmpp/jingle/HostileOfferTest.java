package org.lamplight.xmpp.jingle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.office.xmpp.xml.Element;

/** What somebody may try who offers files and means ill, over a real stream: each ends as it must, and nothing is left over. */
class HostileOfferTest {
    private static final long MOST_SECONDS = 20;
    private static final String MALLORY = "mallory@evil.localhost/x";
    private static final String FRIEND = OfferedTo.FRIEND;
    private static final byte[] CONTENT = noise(20_000);

    @TempDir
    private Path folder;

    private OfferedTo ada;

    @BeforeEach
    void start() throws Exception {
        ada = new OfferedTo(folder, new Patience(Duration.ofMinutes(1), Duration.ofMinutes(1)), true);
    }

    @AfterEach
    void end() throws Exception {
        ada.close();
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(166).nextBytes(noise);
        return noise;
    }

    private static String hash(byte[] content) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static String file(String name, long size, String hash) {
        return "<description xmlns='" + Offer.NAMESPACE + "'><file><name>" + name + "</name><size>" + size + "</size>"
                + (hash.isEmpty() ? "" : "<hash xmlns='urn:xmpp:hashes:2' algo='sha-256'>" + hash + "</hash>")
                + "</file></description>";
    }

    private static String inBand(String sid) {
        return "<transport xmlns='" + InBand.NAMESPACE + "' block-size='4096' sid='" + sid + "'/>";
    }

    private static String sockets(String sid, int port) {
        return "<transport xmlns='" + Sockets.NAMESPACE + "' sid='" + sid + "' mode='tcp'><candidate cid='c' jid='"
                + MALLORY + "' type='direct' priority='9000000' host='127.0.0.1' port='" + port + "'/></transport>";
    }

    private void offers(String who, String sid, String file, String transport) throws Exception {
        ada.hearsJingle(who, "session-initiate", sid, file + transport);
    }

    private Path partial() throws IOException {
        return Files.createTempFile(folder, "x", ".part");
    }

    private CompletableFuture<@Nullable String> takes(String who, String sid, Path into) throws Exception {
        return ada.takes(who, sid, into);
    }

    private static void refused(CompletableFuture<?> taken, String sentence) {
        assertThatThrownBy(() -> taken.get(MOST_SECONDS, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(org.lamplight.xmpp.http.Refused.class)
                .hasMessageContaining(sentence);
    }

    /** All of it in blocks, each without waiting for the answer to the last one. */
    private void sends(String who, String sid, byte[] bytes) throws Exception {
        ada.hears(who, "<open xmlns='http://jabber.org/protocol/ibb' block-size='4096' sid='" + sid + "'/>");
        for (int from = 0, number = 0; from < bytes.length; from += 4096, number++) {
            block(who, sid, number, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 4096)));
        }
    }

    private void block(String who, String sid, int number, byte[] bytes) throws Exception {
        ada.hears(
                who,
                "<data xmlns='http://jabber.org/protocol/ibb' sid='" + sid + "' seq='" + number + "'>"
                        + Base64.getEncoder().encodeToString(bytes) + "</data>");
    }

    private void ends(String who, String sid) throws Exception {
        ada.hears(who, "<close xmlns='http://jabber.org/protocol/ibb' sid='" + sid + "'/>");
    }

    // ---- where a candidate leads

    /** A door that somebody may be made to knock at. */
    private record Door(ServerSocketChannel channel) implements AutoCloseable {
        static Door open() throws IOException {
            ServerSocketChannel channel = ServerSocketChannel.open();
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            channel.configureBlocking(false);
            return new Door(channel);
        }

        int port() {
            return channel.socket().getLocalPort();
        }

        boolean wasKnockedAt() throws IOException {
            try (var knocked = channel.accept()) {
                return knocked != null;
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    @Test
    void strangersLearnNoAddressAndSendUsNowhere() throws Exception {
        try (Door door = Door.open()) {
            offers(MALLORY, "s", file("x", CONTENT.length, hash(CONTENT)), sockets("b", door.port()));
            Path into = partial();
            CompletableFuture<?> taken = takes(MALLORY, "s", into);
            Element accepted = ada.says("session-accept");
            assertThat(accepted.toString()).doesNotContain("<candidate");
            ada.says("candidate-error");
            assertThat(door.wasKnockedAt()).isFalse();
            ada.hearsJingle(MALLORY, "transport-info", "s", news("b"));
            ada.hearsJingle(MALLORY, "transport-replace", "s", inBand("b2"));
            ada.says("transport-accept");
            sends(MALLORY, "b2", CONTENT);
            taken.get(MOST_SECONDS, TimeUnit.SECONDS);
            assertThat(into).hasBinaryContent(CONTENT);
        }
    }

    private static String news(String sid) {
        return "<transport xmlns='" + Sockets.NAMESPACE + "' sid='" + sid + "'><candidate-error/></transport>";
    }

    /** Here the server is on this very machine, so that a contact may be too. */
    @Test
    void contactsAreAskedWhereTheySayTheyAre() throws Exception {
        try (Door door = Door.open()) {
            offers(FRIEND, "s", file("x", CONTENT.length, ""), sockets("b", door.port()));
            CompletableFuture<?> taken = takes(FRIEND, "s", partial());
            assertThat(ada.says("session-accept").toString()).contains("<candidate");
            ada.says("candidate-error");
            assertThat(door.wasKnockedAt()).isTrue();
            taken.cancel(true);
        }
    }

    @Test
    void noContactLeadsToThisMachineWhereTheServerIsElsewhere() throws Exception {
        ada.close();
        ada = new OfferedTo(folder, Patience.USUAL, false);
        try (Door door = Door.open()) {
            offers(FRIEND, "s", file("x", CONTENT.length, ""), sockets("b", door.port()));
            CompletableFuture<?> taken = takes(FRIEND, "s", partial());
            ada.says("candidate-error");
            assertThat(door.wasKnockedAt()).isFalse();
            taken.cancel(true);
        }
    }

    /** Whoever takes longer over the greeting than anybody needs, or can't name a stream, is sent away; so is all at the end. */
    @Test
    void nobodyKeepsOurDoorOpen() throws Exception {
        offers(FRIEND, "s", file("x", CONTENT.length, ""), inBand("b").replace(InBand.NAMESPACE, Sockets.NAMESPACE));
        CompletableFuture<?> taken = takes(FRIEND, "s", partial());
        int port = Integer.parseInt(ada.says("session-accept")
                .toString()
                .replaceFirst("(?s).*host=.127\\.0\\.0\\.1. port=.(\\d+).*", "$1"));
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), port);
                Socket unknown = new Socket(InetAddress.getLoopbackAddress(), port)) {
            unknown.getOutputStream().write(new byte[] {5, 1, 0});
            unknown.getOutputStream().write(Socks.message(Socks.CONNECT, "0".repeat(40)));
            unknown.setSoTimeout(20_000);
            byte[] answers = unknown.getInputStream().readAllBytes();
            assertThat(answers).startsWith(5, 0, 5, Socks.FORBIDDEN);
            silent.setSoTimeout(20_000);
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
        taken.cancel(true);
        ada.says("session-terminate");
        ada.until("nobody listens", () -> {
            try (Socket late = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return false;
            } catch (IOException refused) {
                return true;
            }
        });
    }

    // ---- who speaks

    @ParameterizedTest
    @ValueSource(strings = {"mallory@evil.localhost/y", "other@evil.localhost/x", "evil.localhost"})
    void nobodyElseSpeaksInASession(String other) throws Exception {
        offers(MALLORY, "s", file("x", CONTENT.length, hash(CONTENT)), inBand("b"));
        Path into = partial();
        CompletableFuture<?> taken = takes(MALLORY, "s", into);
        ada.says("session-accept");
        ada.hearsJingle(other, "session-terminate", "s", "<reason><success/></reason>");
        assertThat(ada.says("item-not-found").attribute("to")).isEqualTo(other);
        sends(other, "b", noise(4096));
        assertThat(ada.says("not-acceptable").attribute("to")).isEqualTo(other);
        assertThat(ada.says("item-not-found").attribute("to")).isEqualTo(other);
        sends(MALLORY, "b", CONTENT);
        taken.get(MOST_SECONDS, TimeUnit.SECONDS);
        assertThat(into).hasBinaryContent(CONTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"room@evil.localhost/nick", "evil.localhost/x", "mallory@evil.localhost"})
    void whoIsNobodyOffersNothing(String nobody) throws Exception {
        offers(nobody, "s", file("x", 10, ""), inBand("b"));
        assertThat(ada.says("service-unavailable").attribute("to")).isEqualTo(nobody);
        assertThat(ada.offered()).isEmpty();
    }

    // ---- what comes

    @ParameterizedTest
    @CsvSource({
        "20000, other, is not the file that was offered, media-error",
        "20000, shorter, was lost, failed-transport",
    })
    void whatIsNotAsItWasOfferedIsRefused(int size, String how, String sentence, String reason) throws Exception {
        byte[] sent = how.equals("other") ? new byte[size] : Arrays.copyOf(CONTENT, size - 1);
        offers(MALLORY, "s", file("x", size, hash(CONTENT)), inBand("b"));
        CompletableFuture<?> taken = takes(MALLORY, "s", partial());
        ada.says("session-accept");
        sends(MALLORY, "b", sent);
        ends(MALLORY, "b");
        refused(taken, sentence);
        assertThat(ada.says("session-terminate").toString()).contains(reason);
    }

    @Test
    void ofMoreBytesThanWerePromisedNoneIsKept() throws Exception {
        offers(MALLORY, "s", file("x", CONTENT.length, ""), inBand("b"));
        Path into = partial();
        CompletableFuture<?> taken = takes(MALLORY, "s", into);
        ada.says("session-accept");
        byte[] more = Arrays.copyOf(CONTENT, CONTENT.length + 40_000);
        sends(MALLORY, "b", more);
        taken.get(MOST_SECONDS, TimeUnit.SECONDS);
        assertThat(into).hasBinaryContent(CONTENT);
    }

    @Test
    void aBlockOutOfTurnEndsIt() throws Exception {
        offers(MALLORY, "s", file("x", CONTENT.length, ""), inBand("b"));
        CompletableFuture<?> taken = takes(MALLORY, "s", partial());
        ada.says("session-accept");
        block(MALLORY, "b", 7, CONTENT);
        ada.says("bad-request");
        block(MALLORY, "b", 0, Arrays.copyOf(CONTENT, 100));
        ada.says("item-not-found");
        refused(taken, "was lost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1e9", "99999999999999999999", ""})
    void aSizeThatIsNoneIsNoOffer(String size) throws Exception {
        offers(MALLORY, "s", file("x", 10, "").replace("<size>10<", "<size>" + size + "<"), inBand("b"));
        assertThat(ada.says("session-terminate").toString()).contains("unsupported-applications");
        assertThat(ada.offered()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "../../.ssh/authorized_keys, authorized_keys",
        "/etc/passwd, passwd",
        "C:\\Windows\\con, _con",
        ".bashrc, bashrc",
        "a&#x202E;gnp.exe, agnp.exe",
        "'', file",
        "'   . ', file",
    })
    void aNameHarmsNothing(String given, String kept) throws Exception {
        offers(MALLORY, "s", file(given, 10, ""), inBand("b"));
        ada.until("the offer", () -> !ada.offered().isEmpty());
        assertThat(ada.offered().get(0).name()).isEqualTo(kept);
    }

    @Test
    void aNameThatIsEndlessIsCut() throws Exception {
        offers(MALLORY, "s", file("ü".repeat(15_000) + ".pdf", 10, ""), inBand("b"));
        ada.until("the offer", () -> !ada.offered().isEmpty());
        assertThat(ada.offered().get(0).name()).hasSizeLessThan(201).endsWith(".pdf");
    }

    // ---- how long, and how many

    @Test
    void whoSendsAByteAtATimeForEverIsGivenUp() throws Exception {
        ada.close();
        ada = new OfferedTo(folder, new Patience(Duration.ofMillis(200), Duration.ofMinutes(1)), true);
        offers(MALLORY, "s", file("x", 1_000_000_000, ""), inBand("b"));
        CompletableFuture<?> taken = takes(MALLORY, "s", partial());
        ada.says("session-accept");
        ada.hears(MALLORY, "<open xmlns='http://jabber.org/protocol/ibb' block-size='4096' sid='b'/>");
        for (int number = 0; !taken.isDone(); number++) {
            long answers = ada.saidTo(MALLORY, "type=\"result\"");
            block(MALLORY, "b", number, new byte[1]);
            ada.until("an answer", () -> taken.isDone() || ada.saidTo(MALLORY, "type=\"result\"") > answers);
        }
        refused(taken, "Nothing comes");
        assertThat(ada.says("session-terminate").toString()).contains("timeout");
    }

    @Test
    void anOfferThatNobodyTakesHasAnEnd() throws Exception {
        ada.close();
        ada = new OfferedTo(folder, new Patience(Duration.ofMinutes(1), Duration.ofMillis(300)), true);
        offers(MALLORY, "s", file("x", 10, ""), inBand("b"));
        assertThat(ada.says("session-terminate").toString()).contains("expired");
        ada.until("withdrawn", () -> ada.withdrawn().stream().anyMatch(why -> why.contains("within a day")));
        refused(takes(MALLORY, "s", partial()), "not offered any more");
    }

    @Test
    void thousandsOfOffersAreAFewCards() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            offers("m" + i % 100 + "@evil.localhost/x", "s" + i, file("x", 10, ""), inBand("b" + i));
        }
        for (int i = 0; i < 1_000; i++) {
            offers(FRIEND, "s" + i, file("x", 10, ""), inBand("b" + i));
        }
        offers(FRIEND, "last", file("x", -1, ""), inBand("b"));
        ada.until("all is answered", () -> ada.saidTo(FRIEND, "unsupported-applications") == 1);
        List<Offered> cards = ada.offered();
        assertThat(cards.stream().filter(card -> !FRIEND.startsWith(card.peer())))
                .hasSize(Waiting.MOST_OF_STRANGERS);
        assertThat(cards.stream().filter(card -> FRIEND.startsWith(card.peer())))
                .hasSize(Waiting.MOST_OF_CONTACT);
        assertThat(ada.saidTo(FRIEND, "<busy")).isEqualTo(1_000 - Waiting.MOST_OF_CONTACT);
    }

    /** Taking an offer back makes no room for the next one. */
    @Test
    void aStrangerWhoOffersAndTakesBackIsSoonNotHeard() throws Exception {
        for (int i = 0; i < 200; i++) {
            offers(MALLORY, "s" + i, file("x", 10, ""), inBand("b" + i));
            ada.hearsJingle(MALLORY, "session-terminate", "s" + i, "<reason><cancel/></reason>");
        }
        offers(MALLORY, "last", file("x", -1, ""), inBand("b"));
        ada.until("all is answered", () -> ada.saidTo(MALLORY, "unsupported-applications") == 1);
        assertThat(ada.offered()).hasSize(Waiting.MOST_OF_STRANGERS);
    }

    /** An offer as it was told. */
    record Offered(String peer, String url, String name) {}
}
