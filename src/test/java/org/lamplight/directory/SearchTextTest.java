package org.lamplight.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.people.Address;

class SearchTextTest {

    @ParameterizedTest
    @CsvSource({
        "Jürgen Müller, Jürgen Müller, 5",
        "muller jurgen, Jürgen Müller, 5",
        "'Mueller, Juergen', Jürgen Müller, 5",
        "JÜRGEN M, Jürgen Müller, 4",
        "m j, Jürgen Müller, 3",
        "ller, Jürgen Müller, 2",
        "weiss, Karin Weiß, 3",
        "soren, Søren Brøndsted, 4",
        "Soeren, Søren Brøndsted, 4",
        "lukasz, Łukasz Kowalski, 4",
        "nguyen, Nguyễn Đặng, 4",
        "yilmaz, Uta Yılmaz, 3",
        "σοφια, Σοφία Παπαδόπουλος, 4",
        "Петров, Иван Петров, 3",
        "田中, 美咲 田中, 3",
        "o'brien, Élise O'Brien, 2",
        "obrien, Élise O'Brien, 0",
        "muller anna, Jürgen Müller, 0",
        "'', Jürgen Müller, 0",
        "*, Jürgen Müller, 0"
    })
    void fitsNamesWithoutMarksInAnyOrder(String typed, String name, int fit) {
        assertThat(SearchText.of(typed).fit(entry(name))).isEqualTo(fit);
    }

    @Test
    void fitsAddressesAndTheUsersNameLast() {
        assertThat(SearchText.of("p17").fit(entry("Jürgen Müller"))).isEqualTo(1);
        assertThat(SearchText.of("example.org muller").fit(entry("Jürgen Müller")))
                .isEqualTo(1);
        assertThat(SearchText.of("711").fit(entry("Jürgen Müller"))).isZero();
    }

    @Test
    void aLongTextIsCut() {
        assertThat(SearchText.of("x".repeat(10_000)).words()).allMatch(word -> word.length() == 100);
        assertThat(SearchText.of("x ".repeat(10_000)).words()).hasSize(8);
    }

    private static Entry entry(String name) {
        return new Entry(
                "ldap:work",
                "uid=p17",
                name,
                List.of("p17"),
                List.of(
                        new Address(Address.Kind.EMAIL, "p17@example.org", null),
                        new Address(Address.Kind.PHONE, "+49 711 123 45", "work")));
    }
}
