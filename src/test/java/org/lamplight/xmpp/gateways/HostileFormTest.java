package org.lamplight.xmpp.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jivesoftware.smack.xml.SmackXmlParser;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.core.PlainText;
import org.lamplight.form.Form;
import org.lamplight.form.FormField;
import org.lamplight.form.FormField.Kind;
import org.lamplight.gateway.Command;
import org.lamplight.gateway.CommandStep;
import org.lamplight.gateway.Registration;
import org.lamplight.xmpp.XmppBackend;
import org.lamplight.xmpp.forms.Forms;
import org.lamplight.xmpp.forms.Tree;
import org.lamplight.xmpp.stream.ElementIq;

/** Whatever a gateway sends as a form becomes one that can be shown, or none; never a failure, never a flood. */
class HostileFormTest {
    private static final Command COMMAND = new Command("gateway.example", "configure", "Configure");
    private static final String FORM = "<x xmlns='jabber:x:data' type='form'>";

    @BeforeAll
    static void start() {
        new XmppBackend().start();
    }

    private static Tree read(String element) throws Exception {
        XmlPullParser parser = SmackXmlParser.newXmlParser(new StringReader(element));
        while (parser.getEventType() != XmlPullParser.Event.START_ELEMENT) {
            parser.next();
        }
        return Tree.of(new ElementIq.Provider()
                .parse(parser, parser.getDepth(), null, null)
                .content());
    }

    private static Form form(String inside) throws Exception {
        return Forms.read(read(FORM + inside + "</x>"));
    }

    private static String written(Tree tree) {
        return tree.element().toXML().toString();
    }

    @Test
    void aFloodIsCut() throws Exception {
        String field = "<field var='f%1$d' type='list-single' label='l'>"
                + "<option><value>v</value></option>".repeat(3) + "</field>";
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            many.append(field.formatted(i));
        }
        Form flood = Assertions.assertTimeout(Duration.ofSeconds(5), () -> form(many.toString()));
        assertThat(flood.fields()).hasSizeLessThanOrEqualTo(100);

        Form options = form(
                "<field var='a' type='list-single'>" + "<option><value>v</value></option>".repeat(3_000) + "</field>");
        assertThat(options.fields().get(0).options()).hasSizeLessThanOrEqualTo(200);

        Form words = form("<title>" + "t".repeat(1_000_000) + "</title><instructions>" + "i".repeat(1_000_000)
                + "</instructions><field var='a' label='" + "l".repeat(100_000) + "'><desc>" + "d".repeat(100_000)
                + "</desc></field>");
        assertThat(words.title()).hasSizeLessThanOrEqualTo(PlainText.SHORT);
        assertThat(words.instructions().get(0)).hasSizeLessThanOrEqualTo(2_000);
        assertThat(words.fields().get(0).label()).hasSizeLessThanOrEqualTo(PlainText.SHORT);
        assertThat(words.fields().get(0).description()).hasSizeLessThanOrEqualTo(2_000);
    }

    @Test
    void depthIsLeftOut() throws Exception {
        String deep = "<a>".repeat(5_000) + "</a>".repeat(5_000);
        Form form = form(deep + "<field var='a'>" + deep + "<value>v</value></field>");
        assertThat(form.field("a").map(FormField::value)).contains("v");
    }

    @Test
    void wordsThatTurnTheLineAreTurnedBack() throws Exception {
        Form form = form("<title>a\u202Eb</title><field var='a' label='x\u2066y\nz'/>");
        assertThat(form.title()).isEqualTo("ab");
        assertThat(form.fields().get(0).label()).isEqualTo("xy z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<field/>",
                "<field type='boolean' var='a'><value>perhaps</value></field>",
                "<field type='unheard-of' var='a'/>",
                "<field type='list-single' var='a'/>",
                "<field type='fixed'><value/><value>b</value></field>",
                "<field var='a'/><field var='a' type='hidden'><value>second</value></field>",
                "<field var='a'><value><b>no text</b></value></field>",
                "<reported/><item/>",
                "<item><field var='a'/></item>",
                "<reported><field var='a'/></reported><item/>",
                "<validate xmlns='http://jabber.org/protocol/xdata-validate' datatype='xs:nothing'/>",
                "text",
            })
    void whatIsOddIsRead(String inside) throws Exception {
        Form form = form(inside);
        assertThat(form.fields()).hasSizeLessThanOrEqualTo(1);
        assertThatCode(() -> form.problem(Map.of())).doesNotThrowAnyException();
        assertThatCode(() -> read(written(Forms.write(form, Map.of())))).doesNotThrowAnyException();
    }

    @Test
    void whatIsOddInACommandIsRead() throws Exception {
        CommandStep none = Commands.read(COMMAND, read("<command xmlns='http://jabber.org/protocol/commands'/>"));
        assertThat(none.status()).isEqualTo(CommandStep.Status.COMPLETED);
        CommandStep odd = Commands.read(
                COMMAND,
                read("<command xmlns='http://jabber.org/protocol/commands' status='executing' sessionid='"
                        + "s".repeat(50_000) + "'><actions execute='explode'><explode/></actions>"
                        + "<note type='huge'>n</note>".repeat(500) + "</command>"));
        assertThat(odd.session()).hasSizeLessThanOrEqualTo(1_000);
        assertThat(odd.notes()).hasSizeLessThanOrEqualTo(20);
        assertThat(odd.usual()).isEqualTo(CommandStep.Action.EXECUTE);
        assertThat(odd.actions()).containsExactlyInAnyOrder(CommandStep.Action.EXECUTE, CommandStep.Action.CANCEL);
    }

    @Test
    void onlyAWebPageIsAPageToRegisterOn() throws Exception {
        String query = "<query xmlns='jabber:iq:register'><x xmlns='jabber:x:oob'><url>%s</url></x></query>";
        assertThat(Registrations.read(read(query.formatted("https://a.example/r")))
                        .page())
                .isEqualTo("https://a.example/r");
        for (String url : List.of("javascript:alert(1)", "file:///etc/passwd", "https://a b", "")) {
            assertThat(Registrations.read(read(query.formatted(url))).page()).isEmpty();
        }
    }

    @Test
    void theOldWayOfRegisteringKeepsItsKey() throws Exception {
        Registration asked = Registrations.read(
                read("<query xmlns='jabber:iq:register'><instructions>Do.</instructions><registered/><key>k</key>"
                        + "<username>ada</username><password/><shoe/></query>"));
        assertThat(asked.done()).isTrue();
        assertThat(asked.form().fields())
                .extracting(FormField::kind)
                .containsExactly(Kind.HIDDEN, Kind.TEXT, Kind.PRIVATE);
        Tree sent = Registrations.write(asked, Map.of("password", List.of("<&\u0001>"), "key", List.of("other")));
        Tree again = read(written(sent));
        assertThat(again.textOf("key")).isEqualTo("k");
        assertThat(again.textOf("username")).isEqualTo("ada");
        assertThat(again.textOf("password")).isEqualTo("<&>");
    }

    /** Bytes changed at random: either it is no XML any more, or it is a form. */
    @Test
    void anythingAtAll() throws Exception {
        String good = "<command xmlns='http://jabber.org/protocol/commands' node='n' status='executing' sessionid='1'>"
                + "<actions execute='next'><prev/><next/></actions><note type='warn'>mind</note>" + FORM
                + "<title>t</title><instructions>i</instructions><field var='a' type='list-multi' label='A'><required/>"
                + "<value>1</value><option label='One'><value>1</value></option></field>"
                + "<field var='b' type='boolean'><value>1</value></field><field type='fixed'><value>f</value></field>"
                + "<reported><field var='c'/></reported><item><field var='c'><value>v</value></field></item></x>"
                + "</command>";
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder bad = new StringBuilder(good);
            for (int i = 0; i <= random.nextInt(4); i++) {
                mutate(bad, random);
            }
            try {
                CommandStep step = Commands.read(COMMAND, read(bad.toString()));
                step.form().problem(Map.of("a", List.of("2")));
                written(Commands.go(step, step.usual(), Map.of("a", List.of("1"))));
            } catch (XmlPullParserException noXml) {
                assertThat(noXml).isNotNull();
            } catch (RuntimeException bug) {
                throw new AssertionError("seed " + seed + ", round " + round + ": " + bad, bug);
            }
        }
    }

    private static void mutate(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        int length = Math.min(random.nextInt(30), text.length() - at);
        switch (random.nextInt(3)) {
            case 0 -> text.setCharAt(at, (char) (32 + random.nextInt(96)));
            case 1 -> text.delete(at, at + length);
            default -> text.insert(random.nextInt(text.length()), text.substring(at, at + length));
        }
    }
}
