package org.lamplight.skin;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lamplight.presence.Status;

/**
 * Reads a folder into a {@link Skin}. Whatever is wrong with it costs one message and never the whole skin: an entry that
 * nobody understands is left out, a broken picture is stood in for.
 */
final class SkinFolder {
    static final String FILE = "skin.properties";
    private static final Set<String> PLAIN_KEYS = Set.of("name", "extends");

    private final Path folder;
    private final Skin builtIn;
    private final Fallbacks fallbacks;
    private final Map<Status, Skin.Drawn> drawn = new EnumMap<>(Status.class);
    private final Map<Status, Status> shows = new EnumMap<>(Status.class);
    private final List<SkinProblem> problems = new ArrayList<>();

    private SkinFolder(Path folder, Skin builtIn, Fallbacks fallbacks) {
        this.folder = folder;
        this.builtIn = builtIn;
        this.fallbacks = fallbacks;
    }

    /** Reads the folder; {@code parents} gives the skin of a name that this one extends, or null. Any thread; reads files. */
    static Skin load(Path folder, Skin builtIn, Fallbacks fallbacks, Function<String, @Nullable Skin> parents) {
        return new SkinFolder(folder, builtIn, fallbacks).read(parents);
    }

    private Skin read(Function<String, @Nullable Skin> parents) {
        Properties says = properties();
        String id = String.valueOf(folder.getFileName());
        inherit(says.getProperty("extends", "").strip(), parents);
        reportUnknownKeys(says);
        for (Status status : Status.values()) {
            readIcon(status, says.getProperty("icon." + status.key(), "").strip());
        }
        for (Status status : Status.values()) {
            readShow(status, says.getProperty("show." + status.key(), "").strip());
        }
        String name = says.getProperty("name", id).strip();
        return new Skin(id, name.isEmpty() ? id : name, drawn, shows, resolved(), problems);
    }

    private Properties properties() {
        Properties says = new Properties();
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return says;
        }
        try (Reader in = Files.newBufferedReader(file)) {
            says.load(in);
        } catch (IOException | IllegalArgumentException unreadable) {
            problem(file, "cannot be read (" + unreadable.getMessage() + ")", "Save it as text in UTF-8");
        }
        return says;
    }

    private void inherit(String parent, Function<String, @Nullable Skin> parents) {
        if (parent.isEmpty()) {
            return;
        }
        Skin skin = parents.apply(parent);
        if (skin == null) {
            problem(
                    folder.resolve(FILE),
                    "extends “" + parent + "”, which is not there or extends this one in turn",
                    "Name another skin's folder");
            return;
        }
        drawn.putAll(skin.drawn());
        shows.putAll(skin.shows());
    }

    private void reportUnknownKeys(Properties says) {
        for (String key : new TreeSet<>(says.stringPropertyNames())) {
            int dot = key.indexOf('.');
            boolean perStatus = key.startsWith("icon.") || key.startsWith("show.");
            if (perStatus && Status.ofKey(key.substring(dot + 1)).isEmpty()) {
                problem(
                        folder.resolve(FILE),
                        "“" + key + "” names no status",
                        "The statuses are listed at the end of skinart/lamplight/skin.properties");
            } else if (!perStatus && !PLAIN_KEYS.contains(key)) {
                problem(
                        folder.resolve(FILE),
                        "“" + key + "” means nothing here",
                        "Remove the line or correct its name");
            }
        }
    }

    private void readIcon(Status status, String named) {
        Path file = named.isEmpty() ? byName(status) : folder.resolve(named).normalize();
        if (file == null) {
            return;
        }
        // the skin speaks of this picture itself: what it inherits is off, sound or not
        drawn.remove(status);
        shows.remove(status);
        try {
            if (!file.startsWith(folder.normalize())) {
                throw new BrokenIcon("lies outside the skin's folder", "Copy it into the folder");
            }
            drawn.put(status, new Skin.Drawn(file.toString(), ArtworkFile.read(file)));
        } catch (BrokenIcon broken) {
            problem(file, broken.wrong(), broken.todo());
        }
    }

    private @Nullable Path byName(Status status) {
        for (String ending : List.of(".svg", ".png")) {
            Path file = folder.resolve("presence").resolve(status.key() + ending);
            if (Files.exists(file)) {
                return file;
            }
        }
        return null;
    }

    private void readShow(Status status, String other) {
        if (other.isEmpty()) {
            return;
        }
        Status.ofKey(other)
                .ifPresentOrElse(
                        as -> shows.put(status, as),
                        () -> problem(
                                folder.resolve(FILE),
                                "“show." + status.key() + " = " + other + "” names no status",
                                "The statuses are listed at the end of skinart/lamplight/skin.properties"));
    }

    private Map<Status, Skin.Shown> resolved() {
        Map<Status, Skin.Shown> shown = new EnumMap<>(Status.class);
        for (Status status : EnumSet.allOf(Status.class)) {
            shown.put(status, resolve(status, shows.getOrDefault(status, status)));
        }
        return shown;
    }

    private Skin.Shown resolve(Status status, Status wanted) {
        Skin.Drawn own = drawn.get(wanted);
        if (own != null) {
            return new Skin.Shown(status, wanted, Skin.From.SKIN, own);
        }
        for (Status standIn : fallbacks.of(wanted)) {
            Skin.Drawn other = drawn.get(standIn);
            if (other != null) {
                return new Skin.Shown(status, standIn, Skin.From.FALLBACK, other);
            }
        }
        return new Skin.Shown(
                status,
                wanted,
                Skin.From.BUILT_IN,
                Objects.requireNonNull(builtIn.drawn().get(wanted)));
    }

    private void problem(Path file, String wrong, String todo) {
        problems.add(new SkinProblem(file.toString(), wrong, todo));
    }
}
