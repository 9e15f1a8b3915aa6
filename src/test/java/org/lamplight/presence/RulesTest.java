package org.lamplight.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

    @Test
    void theBuiltInOnesParse() throws Exception {
        Rules built = Rules.builtIn();

        assertThat(built).isEqualTo(Rules.parse(Rules.presetText("default")));
        assertThat(built.idleAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(built.longAfter()).isEqualTo(Duration.ofMinutes(60));
        assertThat(built.rules()).hasSizeGreaterThan(20);
        assertThat(built.rules().get(0).name()).isEqualTo("blocked");
        assertThat(built.rules().get(built.rules().size() - 1).status()).isEqualTo(Status.UNKNOWN);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', textBlock = """
        nonsense                              ~ line 2: expected
        call: phone > on-the-phone            ~ line 2: expected
        idle-after = soon                     ~ line 2: expected
        idle-after = 5                        ~ line 2: expected
        call: telephone -> on-the-phone       ~ line 2: there is no fact "telephone"
        call: choice=sleeping -> away         ~ line 2: there is no fact "choice=sleeping"
        call: phone -> telephoning            ~ line 2: there is no status "telephoning"
        first: phone -> away                  ~ line 2: a rule called "first" stands above already
        call: (phone -> away                  ~ line 2: a closing parenthesis is missing
        call: phone video -> away             ~ line 2: "video" is not expected there
        call: phone) -> away                  ~ line 2: ")" is not expected there
        call: phone & -> away                 ~ line 2: a fact is missing at the end
        call: & phone -> away                 ~ line 2: a fact is missing before &
        call: phone % video -> away           ~ line 2: "% video" is not understood
        off nobody                            ~ line 2: no rule is called "nobody"
        idle-after = 0 min                    ~ line 2: expected
        use lync                              ~ line 2: there is no preset "lync"; there are default, jabber
        """)
    void aProblemIsSaidWithItsLine(String line, String problem) {
        assertThatThrownBy(() -> Rules.parse("first: always -> unknown\n" + line + "\n"))
                .isInstanceOf(Rules.Broken.class)
                .hasMessageContaining(problem);
    }

    @Test
    void allProblemsAreSaidAtOnce() {
        assertThatThrownBy(() -> Rules.parse("a: phone -> x\n\n# fine\nb: y -> away\noff c"))
                .hasMessageContaining("line 1")
                .hasMessageContaining("line 4")
                .hasMessageContaining("\"c\"");
    }

    @Test
    void aTextWithoutARuleOfItsOwnUsesTheBuiltInOnes() throws Exception {
        Rules rules = Rules.parse("# only this\nidle-after = 3 min\noff both\n");

        assertThat(rules.idleAfter()).isEqualTo(Duration.ofMinutes(3));
        assertThat(rules.longAfter()).isEqualTo(Duration.ofMinutes(60));
        assertThat(rules.rules())
                .isEqualTo(Rules.builtIn().rules().stream()
                        .filter(rule -> !rule.name().equals("both"))
                        .toList());
    }

    @Test
    void ownRulesStandBeforeThoseOfAPresetAndInPlaceOfThoseWithTheirNames() throws Exception {
        Rules rules = Rules.parse("long-after = 30 min\nuse webex\nquiet: im & quiet -> busy\noff locked\n");

        assertThat(rules.rules().get(0).name()).isEqualTo("quiet");
        assertThat(rules.rules())
                .extracting(Rule::name)
                .containsOnlyOnce("quiet")
                .doesNotContain("locked");
        assertThat(rules.idleAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(rules.longAfter()).isEqualTo(Duration.ofMinutes(30));
        assertThat(rules.rules())
                .hasSize(Rules.preset("webex").orElseThrow().rules().size() - 1);
    }

    @Test
    void offSwitchesARuleOffWhereverItStands() throws Exception {
        Rules rules = Rules.parse("off both\n" + Rules.presetText("default"));

        assertThat(rules.rules()).extracting(Rule::name).doesNotContain("both").contains("video");
        assertThat(status(rules, "calendar:w=in-a-meeting line:1=on-the-phone")).isEqualTo(Status.ON_THE_PHONE);
    }

    @Test
    void thresholdsCount() throws Exception {
        Rules rules = Rules.parse(Rules.presetText("default") + "\nidle-after = 2 min\nlong-after=10min\n");

        assertThat(status(rules, "input=idle@1")).isEqualTo(Status.AVAILABLE);
        assertThat(status(rules, "input=idle@2")).isEqualTo(Status.IDLE);
        assertThat(status(rules, "input=idle@10")).isEqualTo(Status.EXTENDED_AWAY);
    }

    @Test
    void theOrderIsTheUsersToChoose() throws Exception {
        Rules rules =
                Rules.parse("call: phone -> on-the-phone\nmeeting: meeting -> in-a-meeting\nelse: own -> available");

        assertThat(status(rules, "calendar:w=in-a-meeting line:1=on-the-phone")).isEqualTo(Status.ON_THE_PHONE);
        assertThat(status(rules, "calendar:w=in-a-meeting")).isEqualTo(Status.IN_A_MEETING);
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(delimiter = '~', textBlock = """
        phone & video            ~ line:1=on-the-phone line:2=on-video ~ true
        phone and video          ~ line:1=on-the-phone                 ~ false
        phone, video             ~ line:1=on-the-phone                 ~ false
        phone | video            ~ line:2=on-video                     ~ true
        phone or video           ~ line:1=ringing                      ~ false
        !phone                   ~ line:1=ringing                      ~ true
        not phone                ~ line:1=on-the-phone                 ~ false
        !(phone | video)         ~ line:2=on-video                     ~ false
        phone | video & ringing  ~ line:1=on-the-phone                 ~ true
        (phone | video) & ringing~ line:1=on-the-phone                 ~ false
        !!phone                  ~ line:1=on-the-phone                 ~ true
        app=away                 ~ app:x=away                          ~ true
        choice=busy              ~ choice=busy                         ~ true
        choice=busy              ~ app:x=busy                          ~ false
        """)
    void conditionsMeanWhatTheySay(String condition, String seen, boolean holds) throws Exception {
        Rules rules = Rules.parse("it: " + condition + " -> presenting\nelse: always -> available");

        assertThat(status(rules, seen) == Status.PRESENTING).isEqualTo(holds);
    }

    @Test
    void nestingIsBounded() throws Exception {
        assertThat(status(Rules.parse(nested(40)), "line:1=on-the-phone")).isEqualTo(Status.BUSY);
        assertThatThrownBy(() -> Rules.parse(nested(400)))
                .isInstanceOf(Rules.Broken.class)
                .hasMessageContaining("line 1: it is nested too deeply");
        assertThatThrownBy(() -> Rules.parse("deep: " + "!".repeat(1_000) + "phone -> busy"))
                .hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> Rules.parse(nested(100_000))).hasMessageContaining("longer than 2,000");
        assertThatThrownBy(() -> Rules.parse("a:" + " ".repeat(100_000) + "x")).hasMessageContaining("longer");
        assertThatThrownBy(() -> Rules.parse("a:" + " ".repeat(1_900) + "x")).hasMessageContaining("expected");
        Rules.parse("a: im" + " & im".repeat(380) + " -> busy");
    }

    private static String nested(int depth) {
        return "deep: " + "(".repeat(depth) + "phone" + ")".repeat(depth) + " -> busy";
    }

    private static Status status(Rules rules, String seen) {
        return Fold.fold(Seen.all(seen), Whose.OWN, rules, Seen.NOW).status();
    }

    @Test
    void aMarkOfTheEncodingIsNoMistake() throws Exception {
        assertThat(Rules.parse("\uFEFFuse teams\n").rules())
                .isEqualTo(Rules.preset("teams").orElseThrow().rules());
    }

    @Test
    void ofAPresetThatNobodyKnowsOnlyThatIsSaid() {
        assertThatThrownBy(() -> Rules.parse("use outlook\noff meeting\n"))
                .hasMessageContaining("outlook")
                .hasMessageNotContaining("meeting");
    }
}
