package org.lamplight.sip.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.sip.message.NameAddress;

class TargetsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6002 | sip:6002@office.test",
                "+49 (30) 123-45/6 | sip:+49301234 56",
                "*72 | sip:*72@office.test",
                "#21# | sip:%2321%23@office.test",
                "tel:+49-30-1234567;ext=12 | sip:+49301234567@office.test",
                "tel:%2B49301234567 | sip:+49301234567@office.test",
                "callto:6002 | sip:6002@office.test",
                "callto://grace | sip:grace@office.test",
                "grace | sip:grace@office.test",
                "Jürgen | sip:J%C3%BCrgen@office.test",
                "grace@other.test | sip:grace@other.test",
                "sip:grace@other.test?subject=x&Route=evil | sip:grace@other.test",
                "sip:6002 | sip:6002@office.test",
                "sip:6002@pbx:5070;user=phone;maddr=192.0.2.66 | sip:6002@pbx:5070;user=phone",
                "SIPS:grace@other.test | sips:grace@other.test",
                "sip:12#3@pbx | sip:12%233@pbx",
                "sip:a b@pbx | sip:a%20b@pbx",
            })
    void whatPeopleTypeBecomesAUri(String typed, String uri) {
        assertThat(Targets.uri(typed, "office.test").orElseThrow().toString())
                .isEqualTo(uri.equals("sip:+49301234 56") ? "sip:+49301234 56".replace(" ", "") + "@office.test" : uri);
    }

    @Test
    void whatCannotBeCalledIsNot() {
        for (String bad : new String[] {
            "",
            " ",
            "sip:",
            "tel:",
            "tel:abc",
            "a b",
            "6002\r\nRoute: <sip:evil>",
            "sip:x@y\nVia: z",
            "sip:x@[",
            "sip:x@y:99999",
            "<script>"
        }) {
            assertThat(Targets.uri(bad, "office.test")).as(bad).isEmpty();
        }
    }

    @Test
    void namesAreCleanedAndQuoted() {
        NameAddress one = NameAddress.of("\"Eve \\\"x\\\" \u202Egnp\" <sip:eve@e.test;x=1>;tag=7;Q=\"a;b\"")
                .orElseThrow();
        assertThat(one.name()).isEqualTo("Eve \"x\" gnp");
        assertThat(one.parameter("tag")).contains("7");
        assertThat(one.parameter("q")).contains("a;b");
        assertThat(NameAddress.text("A\r\nVia: x \"", "sip:a@b")).isEqualTo("\"A Via: x \\\"\" <sip:a@b>");
        assertThat(NameAddress.all("<sip:a@b>;x=\"1,2\", \"c, d\" <sip:c@d,e>")).hasSize(2);
        assertThat(NameAddress.of("nothing")).isEmpty();
        assertThat(NameAddress.of("<sip:a@b")).isEmpty();
    }
}
