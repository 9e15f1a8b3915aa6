package org.lamplight.call.dial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type and links say. */
class DialledTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6002|6002|",
                "0711 123-45|071112345|",
                "+49 (0)711 / 123.45|+4971112345|",
                "(0711) 12345 ext. 12|071112345|12",
                "+1 800 555 0199 x7|+18005550199|7",
                "0711 123,45|0711123|45",
                "0800 FLOWERS|08003569377|",
                "1-800-GOT-MILK|18004686455|",
                "*97|*97|",
                "tel:+49-30-1234567;ext=12|+49301234567|12",
                "tel:+49%20711%20123|+49711123|",
                "TEL://0711123|0711123|",
                "tel:7042;phone-context=+1-914-555|+19145557042|",
                "tel:7042;phone-context=example.com|sip:7042@example.com|",
                "tel:7042;phone-context=a@b;c|sip:7042@ab|",
                "callto://+4971112345?call|+4971112345|",
                "callto:bob|bob|",
                "sip:6002@office.test;transport=tcp|sip:6002@office.test;transport=tcp|",
                "ada@office.test|ada@office.test|",
                "Ada Lovelace|Ada Lovelace|",
                "192.0.2.1|192.0.2.1|",
                "b2|b2|",
                "C-204|C-204|",
                "0049 (0)711 123456|0049711123456|",
                "tel:+4971112345;ext=*2,0900|+4971112345|",
                "callto:%20sip:evil.example|sip:evil.example|",
            })
    void isTakenApart(String typed, String target, String extension) {
        assertThat(Dialled.of(typed)).isEqualTo(new Dialled(target, extension == null ? "" : extension));
    }

    @Test
    void whoIsReachedShowsThroughAnyDisguise() {
        assertThat(Reached.of("sip:%2a21%2A6009%23@office.test")).isEqualTo(new Reached("*21*6009#", "office.test"));
        assertThat(Reached.of("sips:0900-1@Office.test:5061;transport=tcp"))
                .isEqualTo(new Reached("09001", "office.test"));
        assertThat(Reached.of("sip:x%40own.example;@evil.example"))
                .isEqualTo(new Reached("x@ownexample;", "evil.example"));
        assertThat(Reached.of("sip:203.0.113.9")).isEqualTo(new Reached("", "203.0.113.9"));
    }

    @Test
    void nothingBreaksIt() {
        Random random = new Random(7);
        String letters = "telcaosip:/;=,.+-()%0123456789*#@xX?&\u00e4\u2013 \t\0";
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder(i % 3 == 0 ? "tel:" : i % 3 == 1 ? "sip:" : "");
            random.ints(random.nextInt(60), 0, letters.length()).forEach(at -> text.append(letters.charAt(at)));
            Dialled read = Dialled.of(text.toString());
            assertThat(read.extension()).matches("\\d{0,10}");
            assertThat(Reached.of(read.target()).host()).isNotNull();
        }
    }
}
