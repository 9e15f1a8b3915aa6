package org.lamplight.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.lamplight.core.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The user's settings: a commented properties file that may be edited by hand, also while the program runs; every set
 * reads it anew first, so that no hand's edit is lost. From any thread; a set blocks on the disk.
 */
public final class Settings {
    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
    private static final Texts TEXTS = Texts.of(Settings.class);

    /** A setting that can't be kept or means nothing; the message is a sentence for the user. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String sentence) {
            super(sentence);
        }
    }

    private final Path file;
    private final Map<String, Setting> known;
    private final CopyOnWriteArrayList<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private KeptText text = KeptText.of("");
    private Optional<String> problem = Optional.empty();

    /** Reads the file, or writes a first one that explains each key. A broken one is kept and said. */
    public Settings(Path file, Map<String, Setting> known) {
        this.file = file;
        this.known = known;
        read();
    }

    /** What is wrong with the file, as a sentence; empty if nothing is. */
    public synchronized Optional<String> problem() {
        return problem;
    }

    /** The value of a key: as set, else the built-in one, else empty. */
    public synchronized String get(String key) {
        String set = text.values().get(key);
        Setting setting = known.get(key);
        if (setting == null) {
            return set == null ? "" : set;
        }
        return set == null || setting.refusal(set).isPresent() ? setting.usual() : set;
    }

    /** All keys, known and unknown, with their values. */
    public synchronized Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        known.keySet().forEach(key -> all.put(key, get(key)));
        text.values().keySet().forEach(key -> all.put(key, get(key)));
        return all;
    }

    /** Sets a key and writes the file. Known keys are checked; unknown ones belong to back ends and are kept as they are. */
    public void set(String key, String value) throws Refused {
        if (!key.matches("[A-Za-z0-9_.-]{1,100}") || value.length() > 10_000) {
            throw new Refused(TEXTS.get("key.wrong", key));
        }
        Setting setting = known.get(key);
        if (setting != null && setting.refusal(value).isPresent()) {
            throw new Refused(setting.refusal(value).get());
        }
        synchronized (this) {
            read();
            KeptText changed = text.with(key, value);
            try {
                WholeFile.write(file, changed.text());
            } catch (IOException e) {
                LOG.warn("The settings could not be written", e);
                throw new Refused(TEXTS.get("settings.unwritten"));
            }
            text = changed;
        }
        listeners.forEach(listener -> listener.accept(key));
    }

    /** Hears when one of these is set, on the thread that sets. */
    public void listen(Set<String> keys, Runnable changed) {
        listeners.add(key -> {
            if (keys.contains(key)) {
                changed.run();
            }
        });
    }

    private void read() {
        try {
            if (Files.exists(file)) {
                text = KeptText.of(TextFile.read(file));
            } else {
                text = KeptText.of(Setting.firstText(known));
                WholeFile.write(file, text.text());
            }
            problem = problemOf(text);
        } catch (TextFile.NoText e) {
            setAside();
        } catch (IOException e) {
            LOG.warn("The settings could not be read", e);
            problem = Optional.of(TEXTS.get("settings.unread", file));
        }
    }

    private void setAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        try {
            Files.move(file, aside, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The broken settings could not be set aside", e);
        }
        text = KeptText.of(Setting.firstText(known));
        problem = Optional.of(TEXTS.get("settings.broken", aside));
    }

    private Optional<String> problemOf(KeptText read) {
        if (!read.senseless().isEmpty()) {
            return Optional.of(
                    TEXTS.get("line.senseless", String.valueOf(read.senseless().get(0)), file));
        }
        Map<String, String> values = read.values();
        return known.values().stream()
                .filter(setting -> values.containsKey(setting.key()))
                .flatMap(setting -> setting.refusal(values.getOrDefault(setting.key(), "")).stream())
                .findFirst();
    }
}
