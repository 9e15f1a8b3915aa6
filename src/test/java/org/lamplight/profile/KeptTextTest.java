package org.lamplight.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptTextTest {
    private static final String TEXT = """
            # My settings

              skin = lamplight
            what is this
            # sound = on
            ! also a comment = yes
            future.key=a=b
            path = C:\\temp\\new
            skin = dusk
            """;

    @Test
    void keysAreReadWithTheirLastValue() {
        assertThat(KeptText.of(TEXT).values())
                .isEqualTo(Map.of("skin", "dusk", "future.key", "a=b", "path", "C:\\temp\\new"));
    }

    @Test
    void whatIsNotChangedStaysAsItIs() {
        assertThat(KeptText.of(TEXT).text()).isEqualTo(TEXT);
        assertThat(KeptText.of(TEXT).with("path", "/tmp").text())
                .isEqualTo(TEXT.replace("path = C:\\temp\\new", "path = /tmp"));
    }

    @Test
    void theLastOfTwoLinesOfAKeyIsSet() {
        assertThat(KeptText.of(TEXT).with("skin", "dawn").text()).isEqualTo(TEXT.replace("dusk", "dawn"));
    }

    @Test
    void aKeyThatIsCommentedOutIsSetInItsPlace() {
        assertThat(KeptText.of(TEXT).with("sound", "off").text())
                .isEqualTo(TEXT.replace("# sound = on", "sound = off"));
    }

    @Test
    void aNewKeyGoesToTheEnd() {
        assertThat(KeptText.of("a = 1").with("b", "2").text()).isEqualTo("a = 1\nb = 2\n");
        assertThat(KeptText.of("").with("b", "2").text()).isEqualTo("b = 2\n");
    }

    @Test
    void aValueCannotBringInAnotherLine() {
        KeptText text = KeptText.of("").with("note", "one\nenabled = false\r\ntwo");

        assertThat(text.values()).containsOnlyKeys("note");
        assertThat(KeptText.of(text.text()).values()).containsOnlyKeys("note");
    }

    @Test
    void senselessLinesAreNumbered() {
        assertThat(KeptText.of(TEXT).senseless()).containsExactly(4);
        assertThat(KeptText.of("two words = x\n= y\n  = z\n\n# c\nk =").senseless())
                .containsExactly(1, 2, 3);
    }

    @Test
    void aByteOrderMarkIsNoPartOfAKey() {
        assertThat(KeptText.of("\uFEFFskin = dusk").values()).containsEntry("skin", "dusk");
    }
}
