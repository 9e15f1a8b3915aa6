package org.lamplight.spelling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pair of files as Hunspell has them, and where such pairs lie. Blocking. */
record DictionaryFiles(Path affixes, Path words) {
    private static final Logger LOG = LoggerFactory.getLogger(DictionaryFiles.class);
    private static final String WORDS = ".dic";

    /** Where systems keep them. */
    static List<Path> systemFolders() {
        return List.of(
                Path.of("/usr/share/hunspell"),
                Path.of("/usr/local/share/hunspell"),
                Path.of("/usr/share/myspell/dicts"),
                Path.of(System.getProperty("user.home", ""), "Library", "Spelling"),
                Path.of("/Library/Spelling"));
    }

    /** For each language one: that of the country if there is such, else any; what stands in an earlier folder goes first. */
    static List<DictionaryFiles> find(List<Path> folders, List<Locale> languages) {
        List<DictionaryFiles> found = new ArrayList<>();
        for (Locale language : languages) {
            find(folders, language).filter(files -> !found.contains(files)).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<DictionaryFiles> find(List<Path> folders, Locale language) {
        List<DictionaryFiles> all = folders.stream()
                .flatMap(folder -> in(folder, language.getLanguage()).stream())
                .toList();
        String exact = language.getLanguage() + "_" + language.getCountry() + WORDS;
        return all.stream()
                .filter(files -> files.words().endsWith(exact))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static List<DictionaryFiles> in(Path folder, String language) {
        if (language.isEmpty() || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isOf(String.valueOf(file.getFileName()), language))
                    .sorted()
                    .map(file -> new DictionaryFiles(affixesOf(file), file))
                    .filter(pair -> Files.isReadable(pair.affixes()) && Files.isReadable(pair.words()))
                    .toList();
        } catch (IOException e) {
            LOG.info("{} can't be looked through", folder, e);
            return List.of();
        }
    }

    private static boolean isOf(String file, String language) {
        return file.equals(language + WORDS)
                || (file.endsWith(WORDS) && (file.startsWith(language + "_") || file.startsWith(language + "-")));
    }

    private static Path affixesOf(Path words) {
        String name = String.valueOf(words.getFileName());
        return words.resolveSibling(name.substring(0, name.length() - WORDS.length()) + ".aff");
    }
}
