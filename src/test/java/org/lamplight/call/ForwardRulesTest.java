package org.lamplight.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamplight.call.Forwarding.When;

/** What one says of where calls go, and what of it holds. */
class ForwardRulesTest {
    private static final String LINE = "softphone:work";
    private static final Forwarding ALL = new Forwarding(When.ALL, "6009");
    private static final Forwarding BUSY = new Forwarding(When.BUSY, "6002");
    private static final Forwarding NO_ANSWER = new Forwarding(When.NO_ANSWER, "sip:a b@c");

    @Test
    void theyAreKeptAsText() {
        ForwardRules rules = ForwardRules.NONE
                .and(LINE, NO_ANSWER)
                .and("softphone:home", ALL)
                .and(LINE, BUSY);
        assertThat(rules.text())
                .isEqualTo("softphone:home all 6009|softphone:work busy 6002|softphone:work no-answer sip:a b@c");
        assertThat(ForwardRules.of(rules.text())).isEqualTo(rules).hasSameHashCodeAs(rules);
        assertThat(ForwardRules.of("")).isEqualTo(ForwardRules.NONE);
        assertThat(ForwardRules.of("x never 1|y all 2|z|").lines()).containsExactly("y");
        assertThat(ForwardRules.of("y all 1|y all 2").find("y", When.ALL)).hasValue(new Forwarding(When.ALL, "2"));
    }

    @Test
    void whereAllGoTheOthersWait() {
        ForwardRules rules =
                ForwardRules.NONE.and(LINE, BUSY).and(LINE, NO_ANSWER).and(LINE, ALL);
        assertThat(rules.find(LINE, When.ALL)).hasValue(ALL);
        ForwardRules stopped = rules.without(LINE, When.ALL);
        assertThat(stopped).isEqualTo(ForwardRules.NONE.with(LINE, List.of(BUSY, NO_ANSWER)));
        assertThat(stopped.without(LINE, When.BUSY).without(LINE, When.NO_ANSWER))
                .isEqualTo(ForwardRules.NONE);
    }

    @Test
    void whoWantsSomeToGoElsewhereDoesNotWantAllTo() {
        ForwardRules rules = ForwardRules.NONE.and(LINE, ALL).and(LINE, BUSY);
        assertThat(rules).isEqualTo(ForwardRules.NONE.with(LINE, List.of(BUSY)));
        assertThat(rules.with(LINE, List.of())).isEqualTo(ForwardRules.NONE);
    }
}
