package org.lamplight.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is meant by a URI, and that nobody passes for somebody else. */
class PersonTargetTest {
    @ParameterizedTest
    @CsvSource({
        "sip:Grace@Navy.example;transport=tcp, grace@navy.example, navy.example",
        "sips:6002@pbx.example:5061, 6002@pbx.example:5061, pbx.example:5061",
        "tel:+442079460143;ext=7, +442079460143, +442079460143",
        "xmpp:grace@navy.example, grace@navy.example, navy.example",
        "sip:pbx.example;lr, pbx.example, pbx.example",
        "sip:6002;x@evil.example, 6002;x@evil.example, evil.example",
        "sip:navy.example;x@evil.example;y, navy.example;x@evil.example, evil.example"
    })
    void parametersStandBehindTheHost(String uri, String bare, String domain) {
        assertThat(PersonTarget.bare(uri)).isEqualTo(bare);
        assertThat(PersonTarget.domain(uri)).isEqualTo(domain);
        assertThat(Remote.of(uri).address()).isEqualToIgnoringCase(bare);
    }
}
