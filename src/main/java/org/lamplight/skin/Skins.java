package org.lamplight.skin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Events;
import org.lamplight.core.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The skins there are and the one in use. May be called from any thread; reads and writes files when told to use or save
 * a skin or asked for names, so rather not from the EDT. Listeners are told on the thread that chose.
 */
public final class Skins {
    private static final Logger LOG = LoggerFactory.getLogger(Skins.class);
    private static final Texts TEXTS = Texts.of(Skins.class);
    private static final int LONGEST_CHAIN = 8;

    private final SkinPlaces places;
    private final Inheritance inheritance = new Inheritance();
    private final Skin builtIn = inheritance.builtIn();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Skin current = builtIn;
    private volatile @Nullable String missed;

    /** Looks there; the built-in skin is in use until one is chosen. */
    public Skins(SkinPlaces places) {
        this.places = places;
    }

    /** The names of all skins: those of their folders. */
    public List<String> names() {
        Set<String> names = new TreeSet<>(Set.of(BuiltInSkin.ID));
        places.all().forEach(place -> names.addAll(foldersIn(place)));
        return List.copyOf(names);
    }

    /** Whether the skin with this name lies in the profile, so that it may be changed. Reads the disk. */
    public boolean own(String name) {
        Path folder = in(places.own(), name);
        return folder != null && Files.isDirectory(folder);
    }

    SkinPlaces places() {
        return places;
    }

    Inheritance inheritance() {
        return inheritance;
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
        Skin found = found(name);
        synchronized (this) {
            missed = null;
            current = found;
        }
        tell(found);
    }

    private void tell(Skin used) {
        used.problems().forEach(problem -> LOG.warn("{}", problem));
        listeners.forEach(Runnable::run);
    }

    private Skin found(String name) {
        try {
            return read(name);
        } catch (IllegalArgumentException absent) {
            // nothing was chosen before: once there is such a skin, it is what the user wanted
            missed = current == builtIn ? name : null;
            throw absent;
        }
    }

    /** Uses the skin in use as it is now, or the one that was to be used and was not there. What is gone stays as it was. */
    void readAnew() {
        Skin before = current;
        String wanted = missed;
        if (wanted == null || folder(wanted) != null) {
            Skin found = found(wanted == null ? before.id() : wanted);
            if (takesPlace(before, wanted, found)) {
                tell(found);
            }
        }
    }

    /** Whether it is used from now on: unless somebody chose another one while it was read. */
    private synchronized boolean takesPlace(Skin before, @Nullable String wanted, Skin found) {
        if (current != before || !Objects.equals(missed, wanted)) {
            return false;
        }
        missed = null;
        current = found;
        return true;
    }

    /** Reads this skin and leaves the one in use. Throws IllegalArgumentException with a sentence if there is none. */
    public Skin read(String name) {
        Skin found = find(name, new HashSet<>());
        if (found == null) {
            throw new IllegalArgumentException(TEXTS.get("skin.unknown", name, String.join(", ", names())));
        }
        return found;
    }

    /**
     * Writes what was edited to the profile and uses it. The skin that the draft began with is overwritten if it is an own
     * one and keeps its name; any other skin is not. Returns the name by which it is chosen; blocking. A crash at any
     * moment leaves either the old skin or the new one. Throws with a sentence if the name or the disk does not allow it.
     */
    public String save(SkinDraft draft, String name) throws BrokenSkin {
        String id = new SkinSaving(this).save(draft, name.strip());
        use(id);
        return id;
    }

    /** What is wrong with the skin in this folder, wherever it lies, for the one who draws it. Reads and draws; blocking. */
    public SkinCheck check(Path folder) {
        return Files.isDirectory(folder)
                ? SkinCheck.of(folder, load(folder, new HashSet<>()))
                : new SkinCheck(List.of(SkinProblem.of(folder, 0, "folder.absent")), List.of());
    }

    /** Is told whenever another skin is in use. */
    public Events.Subscription listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The folder of this skin, of which the profile's wins; null for the built-in one and one that does not exist. */
    @Nullable
    Path folder(String name) {
        return folder(name, Set.of());
    }

    private @Nullable Path folder(String name, Set<Path> opened) {
        List<Path> all = new ArrayList<>(places.all());
        java.util.Collections.reverse(all);
        for (Path place : all) {
            Path folder = in(place, name);
            if (folder != null && Files.isDirectory(folder) && !opened.contains(folder)) {
                return folder;
            }
        }
        return null;
    }

    /** Directly in this place and nowhere else, whatever dots and slashes the name has. */
    private static @Nullable Path in(@Nullable Path place, String name) {
        if (place == null) {
            return null;
        }
        try {
            Path folder = place.resolve(name).normalize();
            return place.normalize().equals(folder.getParent()) ? folder : null;
        } catch (java.nio.file.InvalidPathException impossible) {
            return null;
        }
    }

    /** {@code opened} stops skins that extend each other. */
    private @Nullable Skin find(String name, Set<Path> opened) {
        Path folder = opened.size() < LONGEST_CHAIN ? folder(name, opened) : null;
        if (folder != null) {
            return load(folder, opened);
        }
        return name.equals(BuiltInSkin.ID) ? builtIn : null;
    }

    private Skin load(Path folder, Set<Path> opened) {
        Set<Path> chain = new HashSet<>(opened);
        chain.add(folder.normalize());
        return SkinFolder.load(folder, inheritance, parent -> find(parent, chain));
    }

    private static List<String> foldersIn(Path place) {
        List<String> names = new ArrayList<>();
        if (!Files.isDirectory(place)) {
            return names;
        }
        try (Stream<Path> folders = Files.list(place)) {
            folders.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .forEach(names::add);
        } catch (IOException unreadable) {
            LOG.warn("The skins in {} cannot be listed", place, unreadable);
        }
        return names;
    }
}
