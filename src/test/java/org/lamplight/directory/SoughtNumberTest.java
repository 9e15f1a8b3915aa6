package org.lamplight.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.numbers.PhoneNumbers;

class SoughtNumberTest {

    @ParameterizedTest
    @CsvSource({
        "DE, +49 711 123 45, +4971112345",
        "DE, 0049 711 12345, +4971112345",
        "DE, 0711 123 45, +4971112345",
        "DE, (0711) 123-45, +4971112345",
        "DE, +49 (0)711 12345, +4971112345",
        "DE, tel:+49-711-12345;x=y, +4971112345",
        "DE, sip:071112345@example.org, +4971112345",
        "DE, 030/9000001, +49309000001",
        "DE, ６００１, ''",
        "DE, 6001, ''",
        "DE, 55506001, ''",
        "US, (201) 555-0123, +12015550123",
        "FR, 01 23 45 67 89, +33123456789",
        "IT, 06 1234 5678, +390612345678",
        "CH, 00 49 711 12345, +4971112345",
        "'', +49 711 123 45, +4971112345",
        "'', 0049 711 123 45, +4971112345",
        "'', 0711 123 45, ''",
        "XX, 0711 123 45, ''"
    })
    void knowsNumbersOfTheWorldFromOneCountry(String region, String written, String e164) {
        assertThat(sought(written, region).e164().orElse("")).isEqualTo(e164);
    }

    @ParameterizedTest
    @CsvSource({
        "DE, +49 711 123 45, 0711/12345, 3",
        "DE, 071112345, +49 (0) 711 123-45, 3",
        "DE, 0049 711 12345, 0711 12346, 0",
        "DE, 0711 12345, +43 711 12345, 0",
        "DE, 45, +49 711 123 45, 2",
        "DE, 45, (0711) 123-45, 2",
        "DE, 45, +49 711 12345, 0",
        "DE, 345, +49 711 12345, 1",
        "DE, 6001, 6001, 3",
        "DE, 6001, +49 151 55506001, 1",
        "DE, 55506001, +49 30 5550 6001, 3",
        "'', +49 711 123 45, 0711 12345, 3",
        "'', 0711 12345, 0049 711 123 45, 3",
        "'', +1 201 555 0123, 201-555-0123, 3",
        "'', +49 30 9000001, +49 40 9000001, 0",
        "'', 030 9000001, 030 9000002, 0",
        "'', 45, +49 711 123 45, 2",
        "'', 1234567, +49 711 123 45, 0",
        "DE, +49 711 123 45, no number, 0",
        "DE, +49 711 123 45, '', 0"
    })
    void tellsWhichNumbersAreTheSame(String region, String sought, String written, int fit) {
        assertThat(sought(sought, region).fit(written)).isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource({"''", "Ada", "ada@example.org", "'()'", "*)(uid=*", "1234567890123456789012"})
    void whatIsNoNumberIsNone(String written) {
        assertThat(SoughtNumber.of(written, new PhoneNumbers(() -> "DE"))).isEmpty();
    }

    @Test
    void isAskedForInSeveralShapes() {
        assertThat(sought("0711 123 45", "DE").spellings()).containsExactly("+4971112345", "071112345", "004971112345");
        assertThat(sought("0711 123 45", "DE").ending()).isEqualTo("71112345");
        assertThat(sought("+49 711 123 45", "").ending()).isEqualTo("71112345");
        assertThat(sought("030 9000001", "").ending()).isEqualTo("309000001");
        assertThat(sought("45", "DE").ending()).isEqualTo("45");
    }

    private static SoughtNumber sought(String written, String region) {
        return SoughtNumber.of(written, new PhoneNumbers(() -> region)).orElseThrow();
    }
}
