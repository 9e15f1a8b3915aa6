package org.lamplight.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamplight.call.MediaSecurity;
import org.lamplight.call.Traversal;
import org.lamplight.media.Sound;

/** The sound goes on when one side moves to another address. */
@Tag("real-time")
class MovedCallTest {
    private static final int RATE = Phones.RATE;
    private static final Traversal WAYS = new Traversal(false, Optional.empty(), Optional.empty(), "", Optional::empty);

    @TempDir
    private Path folder;

    private Phones speaking(MediaSecurity security, Optional<Traversal> ways) throws Exception {
        Phones phones = new Phones(folder, security, ways, "pcma");
        phones.one.speak(Sound.tone(440, RATE, RATE, 8_000));
        phones.other.speak(Sound.tone(1_000, RATE, RATE, 8_000));
        awaitReady(phones.one);
        awaitReady(phones.other);
        phones.call();
        awaitSpeech(phones);
        return phones;
    }

    private static void awaitReady(Phones.Phone phone) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(1);
        phone.session.whenReady(ready::countDown);
        assertThat(ready.await(5, TimeUnit.SECONDS)).isTrue();
    }

    /** Two seconds more, to the end of which the right tone is heard. */
    private static void awaitSpeech(Phones phones) {
        double one = phones.one.heardSeconds() + 2;
        double other = phones.other.heardSeconds() + 2;
        Phones.until(() -> hears(phones.other, 440, other) && hears(phones.one, 1_000, one));
    }

    private static boolean hears(Phones.Phone phone, int hertz, double least) {
        if (phone.heardSeconds() < least) {
            return false;
        }
        short[] heard = phone.heard();
        return Sound.purity(heard, heard.length - RATE / 5, heard.length, hertz, RATE) > 0.95;
    }

    private static String first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }

    @ParameterizedTest
    @EnumSource
    void theOtherSideFollows(MediaSecurity security) throws Exception {
        try (Phones phones = speaking(security, Optional.empty())) {
            String before = phones.one.session.offer();
            phones.one.session.move(InetAddress.getByName("127.0.0.2"), true);
            String offer = phones.one.session.offer();
            assertThat(offer).contains("c=IN IP4 127.0.0.2").doesNotContain("c=IN IP4 127.0.0.1");
            assertThat(first(offer, "(o=- \\d+) ")).isEqualTo(first(before, "(o=- \\d+) "));
            assertThat(Long.parseLong(first(offer, "o=- \\d+ (\\d+)")))
                    .isEqualTo(Long.parseLong(first(before, "o=- \\d+ (\\d+)")) + 1);
            phones.one.session.accept(phones.other.session.answer(offer));
            awaitSpeech(phones);
            assertThat(phones.one.session.offer()).isEqualTo(offer);
            phones.one.session.hold(true);
            assertThat(phones.one.session.offer()).contains("a=sendonly").contains("c=IN IP4 127.0.0.2");
            phones.reoffer(phones.one, phones.other);
            phones.one.session.hold(false);
            phones.reoffer(phones.one, phones.other);
            phones.one.session.move(InetAddress.getByName("127.0.0.3"), true);
            phones.reoffer(phones.other, phones.one);
            awaitSpeech(phones);
            assertThat(phones.one.session.report().secure()).isEqualTo(security);
        }
    }

    @ParameterizedTest
    @EnumSource
    void waysAreLookedForAnew(MediaSecurity security) throws Exception {
        try (Phones phones = speaking(security, Optional.of(WAYS))) {
            String before = phones.one.session.offer();
            phones.one.session.move(InetAddress.getByName("127.0.0.2"), true);
            awaitReady(phones.one);
            String offer = phones.one.session.offer();
            for (String name : new String[] {"ufrag", "pwd"}) {
                String word = "a=ice-" + name + ":(\\S+)";
                assertThat(first(offer, word)).isNotEqualTo(first(before, word));
            }
            assertThat(offer).contains("a=candidate:");
            String was = phones.other.session.offer();
            String answer = phones.other.session.answer(offer);
            assertThat(first(answer, "a=ice-ufrag:(\\S+)")).isNotEqualTo(first(was, "a=ice-ufrag:(\\S+)"));
            assertThat(first(answer, "(a=candidate:\\S+)")).isEqualTo(first(was, "(a=candidate:\\S+)"));
            phones.one.session.accept(answer);
            awaitSpeech(phones);
            phones.reoffer(phones.other, phones.one);
            awaitSpeech(phones);
            assertThat(phones.one.session.report().secure()).isEqualTo(security);
        }
    }

    @Test
    void aRefusedMoveKeepsItsSoundWhereTheOldAddressIsStillThere() throws Exception {
        try (Phones phones = speaking(MediaSecurity.NONE, Optional.empty())) {
            phones.one.session.move(InetAddress.getByName("127.0.0.2"), false);
            assertThat(phones.one.session.offer()).contains("c=IN IP4 127.0.0.2");
            awaitSpeech(phones);
            phones.one.session.takeBack();
            awaitSpeech(phones);
            phones.reoffer(phones.one, phones.other);
            awaitSpeech(phones);
        }
    }

    @Test
    void aWayThatWasFoundIsTakenUntilThereIsAnother() throws Exception {
        try (Phones phones = speaking(MediaSecurity.NONE, Optional.of(WAYS))) {
            phones.one.session.move(InetAddress.getByName("127.0.0.2"), false);
            awaitReady(phones.one);
            awaitSpeech(phones);
            phones.reoffer(phones.one, phones.other);
            awaitSpeech(phones);
        }
    }

    @Test
    void aRefusedMoveIsOfferedAgain() throws Exception {
        try (Phones phones = speaking(MediaSecurity.NONE, Optional.empty())) {
            phones.one.session.move(InetAddress.getByName("127.0.0.2"), true);
            String offer = phones.one.session.offer();
            phones.one.session.takeBack();
            String again = phones.one.session.offer();
            assertThat(again).contains("c=IN IP4 127.0.0.2");
            assertThat(first(again, "m=audio (\\d+)")).isEqualTo(first(offer, "m=audio (\\d+)"));
            assertThat(Long.parseLong(first(again, "o=- \\d+ (\\d+)")))
                    .isGreaterThan(Long.parseLong(first(offer, "o=- \\d+ (\\d+)")));
        }
    }
}
