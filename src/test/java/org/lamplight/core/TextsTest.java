package org.lamplight.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern VALUE = Pattern.compile("\\{(\\d+)(,\\w+)?");
    private static final Object[] VALUES = {1, 2, 3, 4};

    @Test
    void apostrophesAreDoubledOnlyInTextsWithValues() throws IOException {
        List<Path> bundles = bundles("messages.*\\.properties");
        assertThat(bundles).isNotEmpty();
        for (Path bundle : bundles) {
            read(bundle)
                    .forEach((key, text) -> assertThat(isWell(String.valueOf(text)))
                            .as("%s %s = %s", bundle, key, text)
                            .isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("english")
    void germanSaysAllThatEnglishSaysWithTheSameValues(Path bundle) throws IOException {
        Properties english = read(bundle);
        Properties german = read(bundle.resolveSibling("messages_de.properties"));
        assertThat(german.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) -> assertThat(values(String.valueOf(german.get(key))))
                .as("%s %s = %s", bundle, key, text)
                .isEqualTo(values(String.valueOf(text))));
    }

    @ParameterizedTest
    @MethodSource("english")
    void germanIsFoundAndCanBeFilled(Path bundle) throws IOException {
        Path folder = RESOURCES.relativize(bundle).resolveSibling("messages");
        ResourceBundle found = ResourceBundle.getBundle(folder.toString().replaceAll("[/\\\\]", "."), Locale.GERMANY);
        read(bundle.resolveSibling("messages_de.properties")).forEach((key, text) -> {
            assertThat(found.getString(String.valueOf(key))).isEqualTo(text);
            if (String.valueOf(text).contains("{")) {
                assertThat(new MessageFormat(String.valueOf(text), Locale.GERMANY).format(VALUES))
                        .as("%s %s", bundle, key)
                        .doesNotContain("{");
            }
        });
    }

    private static List<Path> english() throws IOException {
        return bundles("messages\\.properties");
    }

    private static List<Path> bundles(String name) throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        }
    }

    /** Which values stand in a text, and how each is formatted. */
    private static Set<String> values(String text) {
        return VALUE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isWell(String text) {
        return text.contains("{") ? !text.replace("''", "").contains("'") : !text.contains("''");
    }

    private static Properties read(Path bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(bundle)) {
            texts.load(in);
        }
        return texts;
    }
}
