package org.lamplight.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the rule table, and who wins over whom. */
class FoldTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
        ''                                                                    | available
        choice=available                                                      | available
        choice=free-to-chat                                                   | free-to-chat
        choice=busy                                                           | busy
        choice=do-not-disturb                                                 | do-not-disturb
        choice=away                                                           | away
        choice=extended-away                                                  | extended-away
        choice=out-of-office                                                  | out-of-office
        choice=invisible                                                      | invisible
        choice=offline                                                        | offline
        line:1=on-the-phone                                                   | on-the-phone
        line:1=busy                                                           | on-the-phone
        line:1=on-video                                                       | on-video
        line:1=ringing                                                        | ringing
        calendar:w=in-a-meeting                                               | in-a-meeting
        calendar:w=busy                                                       | in-a-meeting
        calendar:w=out-of-office                                              | out-of-office
        calendar:w=do-not-disturb                                             | available
        sharing=presenting                                                    | presenting
        app:x=presenting                                                      | presenting
        app:x=busy                                                            | busy
        app:x=do-not-disturb                                                  | do-not-disturb
        app:x=away                                                            | away
        app:x=idle                                                            | idle
        calendar:w=in-a-meeting line:1=on-the-phone                           | in-a-meeting-on-the-phone
        calendar:w=in-a-meeting line:1=on-video                               | in-a-meeting-on-the-phone
        resource:x=blocked                                                    | available
        choice=invisible line:1=on-the-phone app:x=do-not-disturb             | invisible
        choice=offline calendar:w=in-a-meeting line:1=on-the-phone            | offline
        choice=do-not-disturb sharing=presenting                              | do-not-disturb
        choice=do-not-disturb calendar:w=in-a-meeting line:1=on-the-phone     | do-not-disturb
        choice=do-not-disturb lock=away@90 input=idle@90                      | do-not-disturb
        sharing=presenting calendar:w=in-a-meeting line:1=on-the-phone        | presenting
        line:1=on-video line:2=on-the-phone                                   | on-video
        line:1=on-the-phone line:2=ringing                                    | on-the-phone
        calendar:w=in-a-meeting line:1=ringing                                | in-a-meeting
        calendar:w=in-a-meeting choice=busy                                   | in-a-meeting
        line:1=ringing choice=busy                                            | ringing
        line:1=on-the-phone choice=away lock=away@90                          | on-the-phone
        calendar:w=in-a-meeting input=idle@90                                 | in-a-meeting
        calendar:w=in-a-meeting calendar:p=out-of-office                      | out-of-office
        calendar:w=in-a-meeting calendar:p=out-of-office line:1=on-the-phone  | on-the-phone
        calendar:w=in-a-meeting calendar:p=out-of-office line:1=on-video      | on-video
        choice=busy@60 calendar:p=out-of-office@30                            | busy
        choice=away@60 calendar:p=out-of-office@30                            | out-of-office
        choice=available@60 calendar:p=out-of-office@30                       | out-of-office
        choice=available@30 calendar:p=out-of-office@30                       | out-of-office
        choice=available@29 calendar:p=out-of-office@30                       | available
        choice=out-of-office@29 calendar:p=out-of-office@30                   | out-of-office
        choice=free-to-chat@29 calendar:p=out-of-office@30 input=idle@10      | idle
        app:x=away app:y=extended-away                                        | extended-away
        choice=away input=idle@90                                             | away
        choice=busy input=idle@90                                             | busy
        choice=free-to-chat input=idle@10                                     | idle
        input=idle@4                                                          | available
        input=idle@5                                                          | idle
        input=idle@59                                                         | idle
        input=idle@60                                                         | extended-away
        input=available@90                                                    | available
        lock=away                                                             | away
        lock=away@59                                                          | away
        lock=away@60                                                          | extended-away
        lock=available@90                                                     | available
        lock=away@1 input=idle@10                                             | away
        lock=away@1 input=idle@60                                             | extended-away
        choice=do-not-disturb@9 choice=busy@8                                 | busy
        choice=busy@9 choice=do-not-disturb@8..0                              | busy
        choice=busy@9 choice=do-not-disturb@8..1                              | do-not-disturb
        calendar:w=in-a-meeting@0..1                                          | in-a-meeting
        calendar:w=in-a-meeting@-1..1                                         | available
        calendar:w=in-a-meeting@9..0                                          | available
        line:1=on-the-phone@-1                                                | on-the-phone
        """)
    void own(String seen, String status) {
        assertThat(Seen.own(seen).status().key()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
        ''                                                           | unknown
        resource:a=available                                         | available
        resource:a=free-to-chat                                      | free-to-chat
        resource:a=busy                                              | busy
        resource:a=do-not-disturb                                    | do-not-disturb
        resource:a=idle                                              | idle
        resource:a=idle@60                                           | extended-away
        resource:a=away                                              | away
        resource:a=extended-away                                     | extended-away
        resource:a=out-of-office                                     | out-of-office
        resource:a=ringing                                           | ringing
        resource:a=on-the-phone                                      | on-the-phone
        resource:a=on-video                                          | on-video
        resource:a=in-a-meeting                                      | in-a-meeting
        resource:a=presenting                                        | presenting
        resource:a=in-a-meeting-on-the-phone                         | in-a-meeting-on-the-phone
        resource:a=available lamp:1=on-the-phone                     | on-the-phone
        resource:a=available lamp:1=ringing                          | ringing
        resource:a=available sip:x=do-not-disturb                    | do-not-disturb
        resource:a=available lamp:1=do-not-disturb                   | available
        resource:a=available calendar:w=in-a-meeting                 | in-a-meeting
        resource:a=do-not-disturb resource:b=free-to-chat            | do-not-disturb
        resource:a=do-not-disturb resource:b=on-the-phone            | do-not-disturb
        resource:a=free-to-chat resource:b=available                 | free-to-chat
        resource:a=available resource:b=busy                         | available
        resource:a=busy resource:b=idle                              | busy
        resource:a=idle resource:b=away                              | idle
        resource:a=away resource:b=extended-away                     | away
        resource:a=extended-away resource:b=out-of-office            | extended-away
        resource:a=available resource:b=out-of-office                | available
        resource:a=available resource:b=idle@90                      | available
        resource:a=available resource:b=on-the-phone                 | on-the-phone
        resource:a=away resource:b=in-a-meeting resource:c=on-video  | in-a-meeting-on-the-phone
        resource:a=available resource:b=presenting                   | presenting
        resource:a=available resource:b=offline                      | available
        resource:a=blocked                                           | blocked
        resource:a=blocked resource:b=do-not-disturb                 | blocked
        resource:a=blocked lamp:1=on-the-phone                       | blocked
        lamp:1=on-the-phone                                          | on-the-phone-offline
        lamp:1=ringing                                               | on-the-phone-offline
        lamp:1=on-video                                              | on-the-phone-offline
        lamp:1=busy                                                  | on-the-phone-offline
        sip:x=on-the-phone                                           | on-the-phone-offline
        sip:x=ringing resource:a=offline                             | on-the-phone-offline
        sip:x=available                                              | unknown
        sip:x=do-not-disturb                                         | unknown
        calendar:w=in-a-meeting                                      | in-a-meeting-offline
        calendar:w=in-a-meeting resource:a=offline                   | in-a-meeting-offline
        calendar:w=in-a-meeting lamp:1=on-the-phone                  | on-the-phone-offline
        resource:a=in-a-meeting-offline                              | in-a-meeting-offline
        resource:a=on-the-phone-offline                              | on-the-phone-offline
        resource:a=offline                                           | offline
        resource:a=offline calendar:w=out-of-office                  | offline
        calendar:w=out-of-office calendar:x=in-a-meeting             | offline
        resource:a=not-shared                                        | not-shared
        resource:a=not-shared calendar:w=in-a-meeting                | in-a-meeting-offline
        resource:a=not-shared lamp:1=ringing                         | on-the-phone-offline
        resource:a=not-shared resource:b=offline                     | offline
        """)
    void contact(String seen, String status) {
        assertThat(Seen.contact(seen).status().key()).isEqualTo(status);
    }

    @Test
    void whatMadeTheStatusWinsAndComesFirst() {
        Presence both = Seen.own("choice=busy calendar:w=in-a-meeting input=idle@9 line:1=on-the-phone");

        assertThat(both.reasons())
                .extracting(
                        reason -> reason.observation().source().toString() + (reason.wins() ? " wins" : " gives way"))
                .containsExactly("calendar:w wins", "line:1 wins", "choice gives way", "input gives way");
    }

    @Test
    void whatEndedIsNoReason() {
        assertThat(Seen.own("line:1=on-the-phone@9..0").reasons()).isEmpty();
    }

    @Test
    void outOfOfficeWithoutASessionIsOfflineForThatReason() {
        Presence offline = Seen.contact("resource:a=offline@500 calendar:w=out-of-office@60..600");

        assertThat(offline.reasons()).contains(new Reason(Seen.one("calendar:w=out-of-office@60..600"), true));
        assertThat(offline.until()).isEqualTo(Seen.ago(-600));
    }

    @Test
    void itBeganWithTheLastOfItsCausesAndEndsWithTheFirst() {
        Presence both = Seen.own("calendar:w=in-a-meeting@30..60 line:1=on-the-phone@10");

        assertThat(both.since()).isEqualTo(Seen.ago(10));
        assertThat(both.until()).isEqualTo(Seen.ago(-60));
    }

    @Test
    void twoCalendarsInAMeetingEndWithTheLater() {
        assertThat(Seen.own("calendar:w=in-a-meeting@30..60 calendar:p=in-a-meeting@5..90")
                        .until())
                .isEqualTo(Seen.ago(-90));
        assertThat(Seen.own("calendar:w=in-a-meeting@30..60 calendar:p=in-a-meeting@5")
                        .until())
                .isNull();
    }

    @Test
    void aBeginThatLiesAheadIsNow() {
        assertThat(Seen.own("line:1=on-the-phone@-9").since()).isEqualTo(Seen.NOW);
    }

    @Test
    void aMeetingsTitleIsNobodysNote() {
        Observation meeting = Seen.one("calendar:w=in-a-meeting@5..9").note("Redundancies");
        Observation away = Seen.one("calendar:p=out-of-office@5..9").note("Clinic");
        for (Whose whose : Whose.values()) {
            assertThat(note(whose, meeting)).isNull();
            assertThat(note(whose, meeting, away)).isNull();
        }
    }

    @Test
    void theNoteOfTheChoiceStandsDuringAMeeting() {
        Observation meeting = Seen.one("calendar:w=in-a-meeting@5..9").note("Redundancies");
        Observation choice = Seen.one("choice=busy@50").note("writing");

        assertThat(note(Whose.OWN, meeting, choice)).isEqualTo("writing");
    }

    @Test
    void theNoteIsThatOfTheMostReachableDevice() {
        Observation desk = Seen.one("resource:desk=available").note("here");
        Observation phone = Seen.one("resource:phone=away").note("on the train");

        assertThat(note(Whose.CONTACT, phone, desk)).isEqualTo("here");
    }

    private static String note(Whose whose, Observation... seen) {
        return Fold.fold(List.of(seen), whose, Rules.builtIn(), Seen.NOW).note();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
        input=idle@0                                    | 5
        input=idle@5                                    | 55
        input=idle@60                                   |
        lock=away@10                                    | 50
        calendar:w=in-a-meeting@-20..50                 | 20
        calendar:w=in-a-meeting@5..50 choice=busy@1..40 | 40
        line:1=on-the-phone@-20                         |
        choice=busy@1..0                                |
        """)
    void timeAloneChangesItNextThen(String seen, Integer minutes) {
        assertThat(Fold.nextChange(Seen.all(seen), Rules.builtIn(), Seen.NOW))
                .isEqualTo(minutes == null ? null : Seen.ago(-minutes));
    }

    /** Minutes ago and minutes to come, as in {@link Seen}; empty: not known or open. */
    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', textBlock = """
        contact | resource:a=idle@40 resource:b=extended-away@2                            | 40 |
        contact | resource:a=available@120 resource:b=away@1                               | 120 |
        contact | resource:a=do-not-disturb@120 resource:b=away@1                          | 120 |
        own     | calendar:w=busy@5..30 app:x=in-a-meeting@5..90                           | 5  | 90
        own     | calendar:w=in-a-meeting@5..30 app:x=in-a-meeting-on-the-phone@5..90      | 5  | 90
        own     | line:1=on-the-phone@9 app:x=on-the-phone@5..30                           | 9  |
        own     | calendar:w=in-a-meeting@60..60 calendar:x=in-a-meeting@15..30            | 60 | 60
        own     | calendar:w=in-a-meeting@60..60 line:1=on-the-phone@15                    | 15 | 60
        """)
    void itHoldsFromTheFirstToTheLastOfThoseWhoSayIt(String whose, String seen, Integer since, Integer until) {
        Presence presence = whose.equals("own") ? Seen.own(seen) : Seen.contact(seen);
        assertThat(presence.since()).isEqualTo(Seen.ago(since));
        assertThat(presence.until()).isEqualTo(until == null ? null : Seen.ago(-until));
    }

    @Test
    void aDeviceThatMadeNothingSoDoesNotWin() {
        assertThat(Seen.contact("resource:a=available@120 resource:b=away@1").reasons())
                .filteredOn(Reason::wins)
                .extracting(reason -> reason.observation().source().id())
                .containsExactly("a");
    }

    @Test
    void theNoteIsThatOfTheDeviceThatMadeItSo() {
        List<Observation> devices = List.of(
                Seen.one("resource:a=available").note("at my desk"),
                Seen.one("resource:b=do-not-disturb").note("writing"));
        assertThat(Fold.fold(devices, Whose.CONTACT, Rules.builtIn(), Seen.NOW).note())
                .isEqualTo("writing");
    }

    @Test
    void aFarewellIsForgottenWhenTheyAreBack() {
        Observation gone = Seen.one("resource:bob=offline").note("Gone fishing");
        assertThat(Fold.fold(List.of(gone), Whose.CONTACT, Rules.builtIn(), Seen.NOW)
                        .note())
                .isEqualTo("Gone fishing");
        assertThat(Fold.fold(
                                List.of(gone, Seen.one("resource:bob/1=available")),
                                Whose.CONTACT,
                                Rules.builtIn(),
                                Seen.NOW)
                        .note())
                .isNull();
    }
}
