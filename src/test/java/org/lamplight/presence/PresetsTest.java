package org.lamplight.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each preset decides as its product does, where they differ and where none may. */
class PresetsTest {

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', textBlock = """
        # seen                                                 | default                   | jabber          | webex           | teams           | nextcloud
        ''                                                     | available                 | available       | available       | available       | available
        choice=free-to-chat                                    | free-to-chat              | free-to-chat    | free-to-chat    | free-to-chat    | free-to-chat
        choice=invisible line:1=on-the-phone                   | invisible                 | invisible       | invisible       | invisible       | invisible
        choice=offline line:1=on-the-phone                     | offline                   | offline         | offline         | offline         | offline
        choice=do-not-disturb line:1=on-the-phone              | do-not-disturb            | do-not-disturb  | do-not-disturb  | do-not-disturb  | do-not-disturb
        choice=do-not-disturb app:x=busy                       | do-not-disturb            | do-not-disturb  | do-not-disturb  | do-not-disturb  | do-not-disturb
        choice=do-not-disturb sharing=presenting               | do-not-disturb            | do-not-disturb  | do-not-disturb  | do-not-disturb  | do-not-disturb
        choice=do-not-disturb calendar:w=out-of-office         | do-not-disturb            | do-not-disturb  | out-of-office   | do-not-disturb  | do-not-disturb
        sharing=presenting line:1=on-the-phone                 | presenting                | presenting      | presenting      | presenting      | on-the-phone
        sharing=presenting calendar:w=in-a-meeting             | presenting                | presenting      | presenting      | presenting      | presenting
        calendar:w=in-a-meeting line:1=on-the-phone            | in-a-meeting-on-the-phone | on-the-phone    | in-a-meeting    | on-the-phone    | on-the-phone
        calendar:w=in-a-meeting line:1=on-video                | in-a-meeting-on-the-phone | on-video        | in-a-meeting    | on-video        | on-video
        calendar:w=in-a-meeting line:1=ringing                 | in-a-meeting              | in-a-meeting    | in-a-meeting    | in-a-meeting    | ringing
        calendar:w=in-a-meeting calendar:p=out-of-office       | out-of-office             | out-of-office   | out-of-office   | out-of-office   | out-of-office
        calendar:p=out-of-office line:1=on-the-phone           | on-the-phone              | on-the-phone    | out-of-office   | on-the-phone    | on-the-phone
        calendar:p=out-of-office input=idle@30                 | out-of-office             | out-of-office   | out-of-office   | away            | out-of-office
        calendar:p=out-of-office app:x=busy                    | busy                      | busy            | out-of-office   | busy            | out-of-office
        choice=busy calendar:w=in-a-meeting                    | in-a-meeting              | in-a-meeting    | busy            | in-a-meeting    | in-a-meeting
        choice=busy line:1=on-the-phone                        | on-the-phone              | on-the-phone    | busy            | on-the-phone    | on-the-phone
        choice=away line:1=on-the-phone                        | on-the-phone              | on-the-phone    | away            | away            | on-the-phone
        choice=away calendar:w=in-a-meeting                    | in-a-meeting              | in-a-meeting    | away            | away            | in-a-meeting
        choice=extended-away calendar:w=in-a-meeting           | in-a-meeting              | in-a-meeting    | extended-away   | extended-away   | in-a-meeting
        choice=extended-away                                   | extended-away             | extended-away   | extended-away   | extended-away   | away
        line:1=ringing                                         | ringing                   | ringing         | ringing         | ringing         | ringing
        input=idle@7                                           | idle                      | available       | available       | away            | away
        input=idle@16                                          | idle                      | away            | idle            | away            | away
        input=idle@61                                          | extended-away             | away            | idle            | away            | away
        lock=away@1                                            | away                      | away            | idle            | away            | away
        lock=away@61                                           | extended-away             | away            | idle            | away            | away
        """)
    void own(String seen, String ours, String jabber, String webex, String teams, String nextcloud) {
        List<String> expected = List.of(ours, jabber, webex, teams, nextcloud);
        List<String> got = Rules.presets().stream()
                .map(name -> fold(seen, Whose.OWN, name).status().key())
                .toList();
        assertThat(got).isEqualTo(expected);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', textBlock = """
        lamp:1=on-the-phone                          | on-the-phone-offline
        lamp:1=ringing resource:a=offline            | on-the-phone-offline
        calendar:w=in-a-meeting                      | in-a-meeting-offline
        calendar:w=out-of-office                     | offline
        resource:a=offline                           | offline
        resource:a=not-shared                        | not-shared
        resource:a=blocked lamp:1=on-the-phone       | blocked
        resource:a=do-not-disturb resource:b=away    | do-not-disturb
        ''                                           | unknown
        """)
    void noneMakesSomebodyReachableWhoIsNot(String seen, String status) {
        for (String preset : Rules.presets()) {
            assertThat(fold(seen, Whose.CONTACT, preset).status().key())
                    .as(preset)
                    .isEqualTo(status);
        }
    }

    @Test
    void thereAreFive() {
        assertThat(Rules.presets()).containsExactly("default", "jabber", "webex", "teams", "nextcloud");
        assertThat(Rules.preset("lync")).isEmpty();
        assertThat(Rules.preset("default")).contains(Rules.builtIn());
    }

    private static Presence fold(String seen, Whose whose, String preset) {
        return Fold.fold(Seen.all(seen), whose, Rules.preset(preset).orElseThrow(), Seen.NOW);
    }
}
