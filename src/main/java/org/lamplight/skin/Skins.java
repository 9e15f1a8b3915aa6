package org.lamplight.skin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Events;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The skins there are and the one in use. May be called from any thread; reads files when told to use a skin or asked for
 * names, so rather not from the EDT. Listeners are told on the thread that chose.
 */
public final class Skins {
    private static final Logger LOG = LoggerFactory.getLogger(Skins.class);

    private final List<Path> places;
    private final Skin builtIn = BuiltInSkin.load();
    private final Fallbacks fallbacks = new Fallbacks();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Skin current = builtIn;

    /** Looks in these folders, see {@link SkinPlaces}; the built-in skin is in use until one is chosen. */
    public Skins(List<Path> places) {
        this.places = List.copyOf(places);
    }

    /** The names of all skins: those of their folders. */
    public List<String> names() {
        Set<String> names = new TreeSet<>(Set.of(BuiltInSkin.ID));
        places.forEach(place -> names.addAll(foldersIn(place)));
        return List.copyOf(names);
    }

    List<Path> places() {
        return places;
    }

    public Skin current() {
        return current;
    }

    /** What is wrong with the skin in use. */
    public List<SkinProblem> problems() {
        return current.problems();
    }

    /** Reads this skin, anew if it is in use, and uses it. Throws IllegalArgumentException with a sentence if there is none. */
    public void use(String name) {
        Skin found = find(name, new HashSet<>());
        if (found == null) {
            throw new IllegalArgumentException(
                    "There is no skin called “" + name + "”. There are: " + String.join(", ", names()) + ".");
        }
        current = found;
        found.problems().forEach(problem -> LOG.warn("{}", problem));
        listeners.forEach(Runnable::run);
    }

    /** What is wrong with the skin in this folder, wherever it lies. */
    public List<SkinProblem> check(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of(new SkinProblem(folder.toString(), "there is no such folder", "Name the folder of a skin"));
        }
        return load(folder, new HashSet<>()).problems();
    }

    /** Is told whenever another skin is in use. */
    public Events.Subscription listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The last place that has the folder wins; {@code opened} stops skins that extend each other. */
    private @Nullable Skin find(String name, Set<Path> opened) {
        for (int i = places.size() - 1; i >= 0; i--) {
            Path folder = places.get(i).resolve(name).normalize();
            if (folder.getParent() != null
                    && folder.getParent().equals(places.get(i).normalize())
                    && Files.isDirectory(folder)
                    && !opened.contains(folder)) {
                return load(folder, opened);
            }
        }
        return name.equals(BuiltInSkin.ID) ? builtIn : null;
    }

    private Skin load(Path folder, Set<Path> opened) {
        Set<Path> chain = new HashSet<>(opened);
        chain.add(folder.normalize());
        return SkinFolder.load(folder, builtIn, fallbacks, parent -> find(parent, chain));
    }

    private static List<String> foldersIn(Path place) {
        List<String> names = new ArrayList<>();
        if (!Files.isDirectory(place)) {
            return names;
        }
        try (Stream<Path> folders = Files.list(place)) {
            folders.filter(Files::isDirectory).forEach(folder -> names.add(String.valueOf(folder.getFileName())));
        } catch (IOException unreadable) {
            LOG.warn("The skins in {} cannot be listed", place, unreadable);
        }
        return names;
    }
}
