package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** The colleagues behave like people. */
class ColleaguesTest {
    private static final OfficeOptions QUIET =
            OfficeOptions.defaults().withLively(false).withEncryption(Encryption.NONE);

    private static String chat(String to, String id, String body) {
        return "<message to='" + to + "' type='chat' id='" + id + "'><body>" + body
                + "</body><thread>t1</thread><request xmlns='urn:xmpp:receipts'/></message>";
    }

    @Test
    void aChatIsConfirmedThenTypedThenAnsweredWithinTenSeconds() throws Exception {
        try (Office office = Office.open(QUIET);
                RawClient ada = RawClient.online(office, "ada", "desk")) {
            long begun = System.nanoTime();
            ada.send(chat("grace@localhost", "m1", "Hello Grace"));
            Element receipt = ada.await("receipt", element -> element.find("received", Ns.RECEIPTS) != null);
            assertThat(receipt.find("received", Ns.RECEIPTS).attribute("id")).isEqualTo("m1");
            ada.await("typing", element -> element.find("composing", Ns.CHAT_STATES) != null);
            Element answer = ada.awaitBody("grace@localhost/desk");
            assertThat(System.nanoTime() - begun).isLessThan(10_000_000_000L);
            assertThat(answer.childText("body")).isNotBlank().doesNotContain("{", "Hello Grace");
            assertThat(answer.childText("thread")).isEqualTo("t1");
            assertThat(answer.attribute("to")).isEqualTo("ada@localhost/desk");
        }
    }

    @Test
    void answersSuitTheQuestionAndTheMoment() throws Exception {
        try (Office office = Office.open(QUIET, Tempo.of(0.01));
                RawClient ada = RawClient.online(office, "ada", "desk")) {
            assertThat(ask(ada, "charles", "Do you have a minute?")).containsIgnoringCase("meeting");
            assertThat(ask(ada, "katherine", "Hi")).containsAnyOf("phone", "line");
            assertThat(ask(ada, "margaret", "Thank you!")).containsAnyOf("welcome", "Any time", "mention");
            assertThat(ask(ada, "margaret", "Hello Margaret, shall we have lunch?"))
                    .containsAnyOf("Lunch", "Coffee");
            Set<String> fallbacks = new HashSet<>();
            for (int i = 0; i < 6; i++) {
                fallbacks.add(ask(ada, "grace", "The quick brown fox " + i));
            }
            assertThat(fallbacks).hasSizeGreaterThan(1);
        }
    }

    private static String ask(RawClient ada, String who, String body) throws Exception {
        ada.send(chat(who + "@localhost", "m", body));
        return ada.awaitBody(who + "@localhost").childText("body");
    }

    @Test
    void whoWasOfflineAnswersLater() throws Exception {
        try (Office office = Office.open(QUIET, Tempo.of(0.01));
                RawClient ada = RawClient.online(office, "ada", "desk")) {
            ada.send(chat("donald@localhost", "m1", "Is the book ready?"));
            ada.sync();
            office.colleagues().say("donald@localhost", "available", "");
            assertThat(ada.awaitBody("donald@localhost").childText("body"))
                    .containsAnyOf("only see this now", "Just back");
        }
    }

    @Test
    void theyComeAndGoAndSomebodyIsAlwaysThere() throws Exception {
        OfficeOptions lively = OfficeOptions.defaults().withEncryption(Encryption.NONE);
        try (Office office = Office.open(lively, Tempo.of(0.002));
                RawClient ada = RawClient.online(office, "ada", "desk")) {
            Map<String, String> now = new HashMap<>();
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < 200; i++) {
                Element presence = ada.await("change", ColleaguesTest::isColleague);
                String from = presence.attribute("from", "");
                String looks =
                        presence.attribute("type", "") + presence.childText("show") + presence.childText("status");
                now.put(from, looks);
                seen.add(looks);
                if (i > 20) {
                    assertThat(now.values()).anyMatch(each -> each.startsWith("null"));
                }
            }
            assertThat(seen).hasSizeGreaterThan(8);
            assertThat(ada.awaitBody("").attribute("from")).endsWith("@localhost/desk");
        }
    }

    private static boolean isColleague(Element element) {
        String type = element.attribute("type", "");
        return element.name().equals("presence")
                && (type.isEmpty() || type.equals("unavailable"))
                && !element.attribute("from", "").startsWith("ada@");
    }
}
