package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.office.ArchiveClient.field;
import static org.lamplight.office.ArchiveClient.form;
import static org.lamplight.office.ArchiveClient.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** People's archives (XEP-0313): what is kept, and how it is read. */
class ArchiveTest {
    private static final String SID = "urn:xmpp:sid:0";

    @RegisterExtension
    final OfficeRule rule = new OfficeRule();

    private RawClient ada;
    private RawClient grace;
    private ArchiveClient archive;

    @BeforeEach
    void meet() throws Exception {
        ada = rule.online("ada", "desk");
        grace = rule.online("grace", "laptop");
        // The colleague who was Grace until now may not yet have left.
        grace.send("<presence><priority>9</priority></presence>");
        grace.sync();
        archive = new ArchiveClient(ada, "");
    }

    private void say(RawClient from, String to, String body) throws Exception {
        from.send("<message to='" + to + "' type='chat' id='" + body + "'><body>" + body + "</body></message>");
        from.sync();
    }

    private void sayMany(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            say(i % 2 == 0 ? ada : grace, i % 2 == 0 ? "grace@localhost" : "ada@localhost", "line " + i);
        }
    }

    @Test
    void bothSidesHaveIt() throws Exception {
        say(ada, "grace@localhost", "hello");
        Element live = grace.awaitBody("ada@localhost");
        Element stamp = live.find("stanza-id", SID);
        assertThat(stamp.attribute("by")).isEqualTo("grace@localhost");
        ArchiveClient.Answer theirs = new ArchiveClient(grace, "").ask("");
        assertThat(theirs.bodies()).containsExactly("hello");
        assertThat(theirs.id(0)).isEqualTo(stamp.attribute("id"));
        assertThat(theirs.isComplete()).isTrue();
        ArchiveClient.Answer own = archive.ask("");
        assertThat(own.bodies()).containsExactly("hello");
        assertThat(own.id(0)).isNotEqualTo(theirs.id(0));
        assertThat(own.messages().get(0).attribute("to")).isEqualTo("grace@localhost");
        assertThat(own.results()
                        .get(0)
                        .find("forwarded", Ns.FORWARD)
                        .find("delay", Ns.DELAY)
                        .attribute("stamp"))
                .endsWith("Z");
    }

    @Test
    void copiesBearTheArchivesId() throws Exception {
        RawClient phone = rule.online("ada", "phone");
        phone.ask("set", "", "<enable xmlns='urn:xmpp:carbons:2'/>");
        say(ada, "grace@localhost", "hello");
        Element copy = phone.await("copy", element -> element.find("sent", Ns.CARBONS) != null);
        Element inside =
                copy.find("sent", Ns.CARBONS).find("forwarded", Ns.FORWARD).find("message", Ns.CLIENT);
        assertThat(inside.find("stanza-id", SID).attribute("by")).isEqualTo("ada@localhost");
        assertThat(inside.find("stanza-id", SID).attribute("id"))
                .isEqualTo(archive.ask("").id(0));
    }

    @Test
    void nobodyClaimsTheServersIds() throws Exception {
        ada.send("<message to='grace@localhost' type='chat'><body>x</body>"
                + "<stanza-id xmlns='" + SID + "' by='grace@localhost' id='forged'/>"
                + "<stanza-id xmlns='" + SID + "' by='GRACE@LOCALHOST' id='forged'/>"
                + "<stanza-id xmlns='" + SID + "' by='elsewhere.example' id='kept'/></message>");
        assertThat(grace.awaitBody("ada@localhost").toString())
                .doesNotContain("forged")
                .contains("kept");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<body>x</body> | true",
                "<received xmlns='urn:xmpp:receipts' id='1'/> | true",
                "<displayed xmlns='urn:xmpp:chat-markers:0' id='1'/> | true",
                "<reactions xmlns='urn:xmpp:reactions:0' id='1'/> | true",
                "<retract xmlns='urn:xmpp:message-retract:1' id='1'/> | true",
                "<replace xmlns='urn:xmpp:message-correct:0' id='1'/> | true",
                "<x xmlns='urn:example:x'/><store xmlns='urn:xmpp:hints'/> | true",
                "<x xmlns='jabber:x:conference' jid='a@b'/> | true",
                "<composing xmlns='http://jabber.org/protocol/chatstates'/> | false",
                "<body>x</body><no-store xmlns='urn:xmpp:hints'/> | false",
                "<body>x</body><no-permanent-store xmlns='urn:xmpp:hints'/> | false",
            })
    void whatIsKept(String content, boolean kept) throws Exception {
        ada.send("<message to='grace@localhost/laptop' type='chat'>" + content + "</message>");
        ada.send("<message to='grace@localhost/laptop' type='headline'><body>news</body></message>");
        assertThat(archive.ask("").results()).hasSize(kept ? 1 : 0);
        assertThat(new ArchiveClient(grace, "").ask("").results()).hasSize(kept ? 1 : 0);
    }

    @Test
    void pagesForwards() throws Exception {
        sayMany(7);
        List<String> all = new ArrayList<>();
        String after = "";
        int pages = 0;
        for (boolean complete = false; !complete; pages++) {
            ArchiveClient.Answer answer = archive.ask(page("<max>3</max>" + after));
            all.addAll(answer.bodies());
            complete = answer.isComplete();
            assertThat(answer.count()).isEqualTo("7");
            assertThat(answer.set().find("first").attribute("index")).isEqualTo(Integer.toString(pages * 3));
            after = "<after>" + answer.set().childText("last") + "</after>";
        }
        assertThat(pages).isEqualTo(3);
        assertThat(all).containsExactly("line 0", "line 1", "line 2", "line 3", "line 4", "line 5", "line 6");
        ArchiveClient.Answer beyond = archive.ask(page("<max>3</max>" + after));
        assertThat(beyond.results()).isEmpty();
        assertThat(beyond.isComplete()).isTrue();
    }

    @Test
    void pagesBackwards() throws Exception {
        sayMany(5);
        ArchiveClient.Answer last = archive.ask(page("<max>3</max><before/>"));
        assertThat(last.bodies()).containsExactly("line 2", "line 3", "line 4");
        assertThat(last.isComplete()).isFalse();
        ArchiveClient.Answer before =
                archive.ask(page("<max>3</max><before>" + last.set().childText("first") + "</before>"));
        assertThat(before.bodies()).containsExactly("line 0", "line 1");
        assertThat(before.isComplete()).isTrue();
        assertThat(archive.ask(page("<max>2</max><before/>") + "<flip-page/>").bodies())
                .containsExactly("line 4", "line 3");
        ArchiveClient.Answer none = archive.ask(page("<max>0</max>"));
        assertThat(none.results()).isEmpty();
        assertThat(none.count()).isEqualTo("5");
    }

    @Test
    void filters() throws Exception {
        sayMany(4);
        say(ada, "margaret@localhost", "other");
        assertThat(archive.ask(form(field("with", "grace@localhost"))).bodies()).hasSize(4);
        assertThat(archive.ask(form(field("with", "Grace@localhost/laptop"))).bodies())
                .containsExactly("line 1", "line 3");
        assertThat(archive.ask(form(field("with", "grace@localhos"))).bodies()).isEmpty();
        Instant now = Instant.now();
        assertThat(archive.ask(form(field("start", now.plusSeconds(5).toString())))
                        .bodies())
                .isEmpty();
        assertThat(archive.ask(form(field("end", now.minusSeconds(3600).toString())))
                        .bodies())
                .isEmpty();
        assertThat(archive.ask(form(field("start", now.minusSeconds(60).toString())
                                + field("end", now.plusSeconds(60).toString())))
                        .bodies())
                .hasSize(5);
        ArchiveClient.Answer all = archive.ask("");
        assertThat(archive.ask(form(field("after-id", all.id(1)) + field("before-id", all.id(3))))
                        .bodies())
                .containsExactly("line 2");
        assertThat(archive.ask(form("<field var='ids'><value>" + all.id(0) + "</value><value>" + all.id(4)
                                + "</value></field>"))
                        .bodies())
                .containsExactly("line 0", "other");
    }

    @Test
    void questionsThatHaveNoAnswer() throws Exception {
        sayMany(1);
        assertThat(archive.ask(page("<after>nothing</after>")).error()).isEqualTo("item-not-found");
        assertThat(archive.ask(page("<max>-1</max>")).error()).isEqualTo("bad-request");
        assertThat(archive.ask(page("<index>3</index>")).error()).isEqualTo("feature-not-implemented");
        assertThat(archive.ask(form(field("start", "yesterday"))).error()).isEqualTo("bad-request");
        assertThat(archive.ask(form(field("colour", "red"))).error()).isEqualTo("feature-not-implemented");
        assertThat(new ArchiveClient(ada, "grace@localhost").ask("").error()).isEqualTo("forbidden");
    }

    @Test
    void theArchiveTellsOfItself() throws Exception {
        sayMany(3);
        ArchiveClient.Answer all = archive.ask("");
        assertThat(ada.ask("get", "", "<metadata xmlns='urn:xmpp:mam:2'/>").toString())
                .contains(all.id(0), all.id(2));
        assertThat(ada.ask("get", "", "<query xmlns='urn:xmpp:mam:2'/>").toString())
                .contains("before-id", "start", "hidden");
        assertThat(ada.ask("get", "", "<prefs xmlns='urn:xmpp:mam:2'/>").toString())
                .contains("always");
        assertThat(ada.ask("get", "ada@localhost", "<query xmlns='" + Ns.DISCO_INFO + "'/>")
                        .toString())
                .contains("urn:xmpp:mam:2#extended");
    }

    @Test
    void whoIsAwayFindsItLater() throws Exception {
        rule.office().colleagues().say("margaret@localhost", "offline", "");
        say(ada, "margaret@localhost", "for later");
        RawClient margaret = rule.online("margaret", "laptop");
        Element waited = margaret.awaitBody("ada@localhost");
        ArchiveClient.Answer answer = new ArchiveClient(margaret, "").ask("");
        assertThat(answer.bodies()).containsExactly("for later");
        assertThat(answer.id(0)).isEqualTo(waited.find("stanza-id", SID).attribute("id"));
    }

    @Test
    void aNoteToOneselfIsKeptOnce() throws Exception {
        say(ada, "ada@localhost", "note");
        assertThat(archive.ask("").bodies()).containsExactly("note");
    }

    @Test
    void resultsThatACutClientDidNotConfirmGoToNobodyElse() throws Exception {
        sayMany(3);
        RawClient phone = rule.session("ada", "phone");
        phone.send("<enable xmlns='urn:xmpp:sm:3'/>");
        phone.ask("set", "", "<query xmlns='urn:xmpp:mam:2'/>");
        ada.forget();
        phone.cut();
        RawClient again = rule.online("ada", "phone");
        again.sync();
        ada.sync();
        assertThat(ada.came().toString() + again.came()).doesNotContain("urn:xmpp:mam:2");
    }

    @Test
    void theOldestGo() throws Exception {
        String body = "<body>" + "x".repeat(900_000) + "</body>";
        for (int i = 0; i < 45; i++) {
            ada.send("<message to='grace@localhost' type='chat' id='big" + i + "'>" + body + "</message>");
        }
        ArchiveClient.Answer first = archive.ask(page("<max>1</max>"));
        assertThat(Integer.parseInt(first.count())).isBetween(33, 38);
        assertThat(first.messages().get(0).attribute("id")).isNotEqualTo("big0");
    }

    @Test
    void anyQueryIsAnswered() throws Exception {
        sayMany(3);
        String good = page("<max>2</max><after>" + archive.ask("").id(0) + "</after><before/>")
                + form(field("with", "grace@localhost") + field("start", "2020-01-01T00:00:00Z") + field("ids", "x"));
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            StringBuilder bad = new StringBuilder(good);
            for (int j = 0; j < 4; j++) {
                int at = random.nextInt(bad.length());
                if (Character.isLetterOrDigit(bad.charAt(at))) {
                    bad.setCharAt(at, "0a9-Z".charAt(random.nextInt(5)));
                }
            }
            if (isWellFormed(bad.toString())) {
                assertThat(ada.ask("set", "", "<query xmlns='urn:xmpp:mam:2'>" + bad + "</query>")
                                .attribute("type"))
                        .isIn("result", "error");
            }
        }
    }

    private static boolean isWellFormed(String xml) {
        try {
            javax.xml.parsers.DocumentBuilderFactory factory =
                    javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            javax.xml.parsers.DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            builder.parse(new org.xml.sax.InputSource(new java.io.StringReader("<a>" + xml + "</a>")));
            return true;
        } catch (org.xml.sax.SAXException | java.io.IOException | javax.xml.parsers.ParserConfigurationException e) {
            return false;
        }
    }
}
