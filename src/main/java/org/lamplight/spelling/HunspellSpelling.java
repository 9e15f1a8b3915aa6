package org.lamplight.spelling;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.analysis.hunspell.TimeoutPolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Spelling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spelling by Hunspell's dictionaries of the user's language and of English, as far as they are there. They are read at the
 * first question, for they take time and memory. Any thread, one at a time.
 */
public final class HunspellSpelling implements Spelling {
    private static final Logger LOG = LoggerFactory.getLogger(HunspellSpelling.class);
    private static final int MOST_SUGGESTIONS = 6;
    private static final int LONGEST = 60;

    private final List<Path> folders;
    private final List<Locale> languages;
    private final Path ownFile;
    private final BooleanSupplier wanted;
    private @Nullable List<Hunspell> dictionaries;
    private @Nullable OwnWords own;

    /**
     * @param folders where pairs of .dic and .aff files may lie, the first ones first
     * @param ownFile where words are kept that the user adds
     * @param wanted whether words are to be looked up at all
     */
    public HunspellSpelling(List<Path> folders, List<Locale> languages, Path ownFile, BooleanSupplier wanted) {
        this.folders = List.copyOf(folders);
        this.languages = List.copyOf(languages);
        this.ownFile = ownFile;
        this.wanted = wanted;
    }

    /** By the system's dictionaries and those of the profile's folder; the user's language and English. */
    public static HunspellSpelling of(Path profile, Locale user, BooleanSupplier wanted) {
        List<Path> folders = new ArrayList<>(List.of(profile.resolve("dictionaries")));
        folders.addAll(DictionaryFiles.systemFolders());
        return new HunspellSpelling(
                folders, List.of(user, Locale.US, Locale.UK), profile.resolve("dictionary.txt"), wanted);
    }

    @Override
    public synchronized boolean isRight(String word) {
        if (!wanted.getAsBoolean() || word.length() > LONGEST) {
            return true;
        }
        List<Hunspell> all = dictionaries();
        return all.isEmpty() || all.stream().anyMatch(each -> each.spell(plain(word))) || own().has(plain(word));
    }

    @Override
    public synchronized List<String> suggestions(String word) {
        Set<String> found = new LinkedHashSet<>();
        if (word.length() <= LONGEST) {
            dictionaries().forEach(each -> found.addAll(each.suggest(plain(word))));
        }
        return found.stream().limit(MOST_SUGGESTIONS).toList();
    }

    @Override
    public synchronized boolean learn(String word) {
        return own().add(plain(word));
    }

    /** Dictionaries have the apostrophe of typewriters. */
    private static String plain(String word) {
        return word.replace('\u2019', '\'');
    }

    private OwnWords own() {
        OwnWords now = own;
        if (now == null) {
            now = new OwnWords(ownFile);
            own = now;
        }
        return now;
    }

    private List<Hunspell> dictionaries() {
        List<Hunspell> now = dictionaries;
        if (now == null) {
            now = new ArrayList<>();
            Set<String> spoken = new LinkedHashSet<>();
            for (Locale language : languages) {
                if (spoken.add(language.getLanguage())) {
                    for (DictionaryFiles files : DictionaryFiles.find(folders, List.of(language))) {
                        read(files, now);
                    }
                }
            }
            dictionaries = now;
        }
        return now;
    }

    /** A broken one is as good as none. */
    private static void read(DictionaryFiles files, List<Hunspell> into) {
        try (InputStream affixes = Files.newInputStream(files.affixes());
                InputStream words = Files.newInputStream(files.words());
                ByteBuffersDirectory sorting = new ByteBuffersDirectory()) {
            Dictionary dictionary = new Dictionary(sorting, "dictionary", affixes, words);
            into.add(new Hunspell(dictionary, TimeoutPolicy.RETURN_PARTIAL_RESULT, () -> {}));
        } catch (IOException | ParseException | RuntimeException e) {
            LOG.warn("The dictionary {} can't be read", files.words(), e);
        }
    }
}
