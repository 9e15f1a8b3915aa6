package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lamplight.office.xmpp.Ns;

/** The office as a whole. */
class OfficeTest {
    private static final OfficeOptions QUIET =
            OfficeOptions.defaults().withLively(false).withEncryption(Encryption.NONE);

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("office-"))
                .toList();
    }

    @Test
    void closingFreesPortsAndThreads() throws Exception {
        Office office = Office.open(OfficeOptions.defaults().withEncryption(Encryption.NONE));
        int port = office.xmppPort();
        RawClient ada = RawClient.online(office, "ada", "desk");
        assertThat(office.connections()).isEqualTo(1);
        office.close();
        ada.awaitStreamError("system-shutdown");
        ada.awaitEnd();
        assertThatThrownBy(() -> new Socket("127.0.0.1", port)).isInstanceOf(ConnectException.class);
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!threads().isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(threads()).isEmpty();
        Office.open(OfficeOptions.defaults().withPortBase(port)).close();
    }

    @Test
    void aTakenPortIsSaid() throws Exception {
        try (Office office = Office.open(QUIET)) {
            OfficeOptions same = QUIET.withPortBase(office.xmppPort());
            assertThatThrownBy(() -> Office.open(same))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(String.valueOf(office.xmppPort()));
        }
    }

    @Test
    void oneLineOfJsonTellsAClientEverything() throws Exception {
        try (Office office = Office.open(QUIET)) {
            assertThat(office.toJson()).doesNotContain("\n");
            JsonObject json = JsonParser.parseString(office.toJson()).getAsJsonObject();
            JsonObject first = json.getAsJsonArray("accounts").get(0).getAsJsonObject();
            assertThat(first.get("id").getAsString()).isEqualTo("office");
            assertThat(first.get("address").getAsString()).isEqualTo("ada@localhost");
            assertThat(first.get("port").getAsInt()).isEqualTo(office.xmppPort());
            assertThat(json.getAsJsonObject("xmpp").get("certificate").getAsString())
                    .isEqualTo(office.certificatePem());
            assertThat(kinds(json)).containsOnly(entry("xmpp", 15L), entry("sip", 15L));
            assertThat(json.getAsJsonObject("sip").get("port").getAsInt())
                    .isEqualTo(office.sip().port());
            assertThat(json.getAsJsonObject("sip")
                            .getAsJsonObject("numbers")
                            .get("6001")
                            .getAsString())
                    .isEqualTo("sip:ada@localhost");
        }
    }

    private static Map<String, Long> kinds(JsonObject json) {
        return json.getAsJsonArray("accounts").asList().stream()
                .map(account -> account.getAsJsonObject().get("kind").getAsString())
                .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
    }

    @Test
    void cutsAndReturns() throws Exception {
        try (Office office = Office.open(QUIET);
                RawClient ada = RawClient.online(office, "ada", "desk")) {
            office.stopListening();
            office.cutConnections();
            ada.awaitEnd();
            assertThatThrownBy(() -> RawClient.connect(office)).isInstanceOf(IOException.class);
            office.startListening();
            RawClient.online(office, "ada", "desk").close();
        }
    }

    @Test
    void tenThousandPeopleShowUpAtOnce() throws Exception {
        try (Office office = Office.open(QUIET.withPeople(10_000));
                RawClient ada = RawClient.session(office, "ada", "desk")) {
            String roster = "<query xmlns='jabber:iq:roster'/>";
            assertThat(ada.ask("get", "", roster).find("query", Ns.ROSTER).children())
                    .hasSize(9999);
            long begun = System.nanoTime();
            ada.send("<presence/>");
            ada.sync();
            long took = System.nanoTime() - begun;
            long there = ada.came().stream()
                    .filter(element -> element.name().equals("presence"))
                    .count();
            assertThat(there).isBetween(7500L, 8500L);
            assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(5));

            ada.forget();
            begun = System.nanoTime();
            for (int i = 0; i < 2000; i++) {
                office.colleagues().say("p" + (i + 1) + "@localhost", i % 2 == 0 ? "in-a-meeting" : "available", "");
            }
            ada.sync();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        }
    }
}
