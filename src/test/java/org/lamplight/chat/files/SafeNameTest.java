package org.lamplight.chat.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of files that others chose. */
class SafeNameTest {
    @ParameterizedTest
    @CsvSource({
        "plan 25.pdf, plan 25.pdf",
        "../../x, x",
        "..\\..\\x, x",
        "/etc/passwd, passwd",
        "a/../.., file",
        "., file",
        ".., file",
        "'', file",
        "'   ', file",
        ".bashrc, bashrc",
        "...a..., a",
        "name., name",
        "'x.txt   ', x.txt",
        "CON, _CON",
        "con.txt, _con.txt",
        "Aux.tar.gz, _Aux.tar.gz",
        "LPT9, _LPT9",
        "com\u00b9.log, _com\u00b9.log",
        "CONIN$, _CONIN$",
        "'NUL .txt', '_NUL .txt'",
        "console.txt, console.txt",
        "a<b>c:d|e?f*g\"h, a_b_c_d_e_f_g_h",
        "a\u0000b\u0007c.txt, abc.txt",
        "annex\u202egpj.exe, annexgpj.exe",
        "a\u200bb\ufeff.txt, ab.txt",
        "u\u0308ber.txt, \u00fcber.txt",
        "file.txt:stream, file.txt_stream"
    })
    void isMadeSafe(String given, String kept) {
        assertThat(SafeName.of(given)).isEqualTo(kept);
    }

    @Test
    void isCutButKeepsItsEnding() {
        String cut = SafeName.of("\u00fc".repeat(5_000) + ".tar.gz");
        assertThat(cut).endsWith(".gz").startsWith("\u00fc\u00fc");
        assertThat(bytes(cut)).isBetween(150, SafeName.LONGEST);
        assertThat(bytes(SafeName.of("\ud83d\ude00".repeat(200)))).isLessThanOrEqualTo(SafeName.LONGEST);
        assertThat(bytes(SafeName.of("a." + "b".repeat(10_000)))).isLessThanOrEqualTo(SafeName.LONGEST);
        assertThat(bytes(SafeName.of("a" + "\u0301".repeat(100_000)))).isLessThanOrEqualTo(SafeName.LONGEST);
    }

    @Test
    void aNumberStandsBeforeTheEnding() {
        assertThat(SafeName.numbered("plan.pdf", 2)).isEqualTo("plan (2).pdf");
        assertThat(SafeName.numbered("plan", 3)).isEqualTo("plan (3)");
    }

    @Test
    void noiseIsMadeSafeToo() {
        Random random = new Random(234);
        for (int i = 0; i < 20_000; i++) {
            String noise = random.ints(random.nextInt(40), 0, i % 2 == 0 ? 128 : 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String safe = SafeName.of(noise);
            assertThat(safe).isNotBlank().doesNotContain("/", "\\", ":", "\n").doesNotStartWith(".");
            assertThat(SafeName.of(safe)).as("of %s", safe).isEqualTo(safe);
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
