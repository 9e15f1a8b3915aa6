package org.lamplight.call.dial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How numbers are rewritten before they are dialled. */
class DialPlanTest {
    private static final String PLAN = """
            ; from a desk in Stuttgart
            starts 00                 strip 2 prefix +
            starts 0   length 6-15    strip 1 prefix +49
            match  [1-9]\\d{2,3}                            ; an extension stays as it is
            match  ([1-9]\\d{4,})     as +49711$1

            """;

    @ParameterizedTest
    @CsvSource({
        "0044201234,+44201234,2",
        "071112345,+4971112345,3",
        "01234,01234,0",
        "6002,6002,4",
        "123456,+49711123456,5",
        "+4971112345,+4971112345,0",
        "*97,*97,0",
        "112,112,0",
        "110,110,0",
    })
    void theFirstRuleThatFitsIsTaken(String typed, String dialled, int line) throws Exception {
        DialPlan plan = DialPlan.parse(PLAN);
        assertThat(plan.rewrite(typed)).isEqualTo(new DialPlan.Rewritten(dialled, line));
    }

    @Test
    void namesStayAndExtensionsTooAndEmergencyIsAlwaysReached() throws Exception {
        DialPlan plan = DialPlan.parse("match .* prefix 0");
        assertThat(plan.read("tel:0711-123;ext=9")).isEqualTo(new DialPlan.Reading(new Dialled("00711123", "9"), 1));
        assertThat(plan.read("ada@office.test").dialled().target()).isEqualTo("ada@office.test");
        assertThat(plan.rewrite("112").number()).isEqualTo("112");
        assertThat(DialPlan.NONE.rewrite("1").number()).isEqualTo("1");
    }

    @Test
    void aPatternThatNeverEndsFitsNothing() throws Exception {
        DialPlan plan = DialPlan.parse("match (1+)+#\nstarts 1 prefix 0");
        assertThat(plan.rewrite("1".repeat(60))).isEqualTo(new DialPlan.Rewritten("0" + "1".repeat(60), 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "starts",
                "begins 0",
                "length x",
                "length 5-4-3",
                "strip two",
                "prefix abc",
                "match (",
                "as 0",
                "match 1 as $1",
                "match (1) as $9",
                "match 1 as \\",
                "starts sip:x@evil"
            })
    void whatCannotBeReadIsSaidWithItsLine(String line) {
        assertThatThrownBy(() -> DialPlan.parse("starts 0\n" + line))
                .isInstanceOf(DialPlan.Broken.class)
                .hasMessageContaining("ine 2");
    }
}
