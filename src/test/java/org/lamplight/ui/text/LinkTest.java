package org.lamplight.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a link and where it really leads. */
class LinkTest {
    private static List<Span> links(String text) {
        return Link.find(text, 0, text.length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        see https://engine.example/a?b=c#d.       | https://engine.example/a?b=c#d
        (http://engine.example/a_(b))             | http://engine.example/a_(b)
        HTTPS://Engine.Example                    | https://engine.example
        https://engine.example:8443/x, and        | https://engine.example:8443/x
        xmpp:room@rooms.example?join              | xmpp:room@rooms.example?join
        mailto:ada@engine.example                 | mailto:ada@engine.example
        tel:+44-20-7946-0958                      | tel:+44-20-7946-0958
        https://bücher.example/straße             | https://xn--bcher-kva.example/stra%C3%9Fe
        https://[::1]:80/                         | https://[::1]:80/
        https://a.example/%zz                     | https://a.example/%25zz
        """)
    void leadsThere(String text, String target) {
        assertThat(links(text).stream().map(span -> span.link().target()).collect(Collectors.joining(" ")))
                .isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "file:///etc/passwd",
                "ftp://engine.example/",
                "data:text/html,x",
                "https://",
                "https:///x",
                "https://a..b/",
                "https://-/",
                "https://a b",
                "mailto:nobody",
                "tel:call-me",
                "xhttps://engine.example",
                "https://engine.example:port/"
            })
    void isNoLink(String text) {
        assertThat(links(text).stream().map(span -> span.link().target()))
                .noneMatch(target -> !target.equals("https://a"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        https://bank.example@evil.example/login   | evil.example
        https://аpple.example/                    | xn--pple-43d.example
        https://xn--pple-43d.example/             | xn--pple-43d.example
        https://bank.example%2F@evil.example      | evil.example
        """)
    void whatMayDeceiveIsDoubtful(String text, String place) {
        Link link = links(text).get(0).link();
        assertThat(link.doubtful()).isTrue();
        assertThat(link.place()).isEqualTo(place);
    }
}
