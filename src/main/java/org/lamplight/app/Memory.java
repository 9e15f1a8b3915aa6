package org.lamplight.app;

import java.awt.Rectangle;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.gateway.GatewayMemory;
import org.lamplight.people.PersonLinks;
import org.lamplight.presence.ChoicePreset;
import org.lamplight.presence.Observation;
import org.lamplight.presence.PresenceMemory;
import org.lamplight.profile.KeptText;
import org.lamplight.profile.WholeFile;
import org.lamplight.ui.kit.Drafts;
import org.lamplight.ui.kit.LoadedEmoji;
import org.lamplight.ui.kit.Reading;
import org.lamplight.ui.kit.WindowPlaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the program itself remembers over restarts: own choices, joined people, gateways, places of windows, unsent words. From any
 * thread; writes in its own time.
 */
final class Memory
        implements PresenceMemory, PersonLinks, GatewayMemory, WindowPlaces, Drafts, Reading.Zoom, LoadedEmoji.Recent {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
    private static final Texts TEXTS = Texts.of(Memory.class);
    private static final String SEPARATOR = "\t";

    private final Path file;
    private final Executor disk;
    private final Consumer<String> told;

    /** Guarded by this. */
    private final Map<String, String> values = new TreeMap<>();

    /** Of the disk. */
    private boolean failing;

    /** @param told hears, on the disk's thread, in a sentence that nothing can be kept; an empty one: it can again */
    Memory(Path file, Executor disk, Consumer<String> told) {
        this.file = file;
        this.disk = disk;
        this.told = told;
        try {
            if (Files.exists(file)) {
                values.putAll(KeptText.of(Files.readString(file)).values());
            }
        } catch (IOException e) {
            LOG.warn("What was remembered can't be read", e);
            setAside();
        }
    }

    /** The next write would take its place, with drafts that somebody may be able to read. */
    private void setAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The broken memory could not be set aside", e);
        }
    }

    @Override
    public List<Observation> choices() {
        return numbered("choice").stream()
                .flatMap(text -> ObservationLine.ofChoice(text).stream())
                .toList();
    }

    @Override
    public void keep(List<Observation> choices) {
        keepNumbered("choice", choices.stream().map(ObservationLine::choice).toList());
    }

    @Override
    public List<Observation> observed() {
        return observations("observed");
    }

    @Override
    public void keepObserved(List<Observation> observed) {
        keepNumbered("observed", observed.stream().map(ObservationLine::whole).toList());
    }

    @Override
    public List<Observation> dismissed() {
        return observations("dismissed");
    }

    @Override
    public void keepDismissed(List<Observation> dismissed) {
        keepNumbered("dismissed", dismissed.stream().map(ObservationLine::whole).toList());
    }

    private List<Observation> observations(String name) {
        return numbered(name).stream()
                .flatMap(text -> ObservationLine.of(text).stream())
                .toList();
    }

    @Override
    public List<ChoicePreset> presets() {
        return numbered("preset").stream()
                .flatMap(text -> ChoicePreset.parse(text).stream())
                .toList();
    }

    @Override
    public void keepPresets(List<ChoicePreset> presets) {
        keepNumbered("preset", presets.stream().map(ChoicePreset::text).toList());
    }

    @Override
    public List<String> notes() {
        return numbered("note");
    }

    @Override
    public void keepNotes(List<String> notes) {
        keepNumbered("note", notes.stream().map(ObservationLine::oneLine).toList());
    }

    private synchronized List<String> numbered(String name) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; values.containsKey(name + "." + i); i++) {
            lines.add(get(name + "." + i));
        }
        return lines;
    }

    private void keepNumbered(String name, List<String> lines) {
        synchronized (this) {
            values.keySet().removeIf(key -> key.startsWith(name + "."));
            for (int i = 0; i < lines.size(); i++) {
                values.put(name + "." + i, lines.get(i));
            }
        }
        write();
    }

    @Override
    public Set<String> silenced() {
        return new TreeSet<>(listed(get("silenced")));
    }

    @Override
    public void keepSilenced(Set<String> sources) {
        put("silenced", String.join(SEPARATOR, new TreeSet<>(sources)));
    }

    @Override
    public Map<String, String> links() {
        Map<String, String> links = new LinkedHashMap<>();
        List<String> pairs = listed(get("links"));
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            links.put(pairs.get(i), pairs.get(i + 1));
        }
        return links;
    }

    @Override
    public void keep(Map<String, String> links) {
        List<String> pairs = new ArrayList<>();
        new TreeMap<>(links).forEach((address, person) -> pairs.addAll(List.of(address, person)));
        put("links", String.join(SEPARATOR, pairs));
    }

    @Override
    public List<String> addedGateways() {
        return numbered("gateway.added");
    }

    @Override
    public void keepAddedGateways(List<String> gateways) {
        keepNumbered("gateway.added", gateways);
    }

    @Override
    public List<String> loggedOutGateways() {
        return numbered("gateway.out");
    }

    @Override
    public void keepLoggedOutGateways(List<String> gateways) {
        keepNumbered("gateway.out", gateways);
    }

    @Override
    public @Nullable Rectangle load(String name) {
        String[] parts = get("window." + name).split(" ");
        if (!Arrays.stream(parts).allMatch(part -> part.matches("-?\\d{1,5}")) || parts.length != 4) {
            return null;
        }
        return new Rectangle(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]));
    }

    @Override
    public void save(String name, Rectangle at) {
        put("window." + name, at.x + " " + at.y + " " + at.width + " " + at.height);
    }

    @Override
    public int percent() {
        String kept = get("zoom");
        return kept.matches("\\d{2,3}") ? Math.max(80, Math.min(200, Integer.parseInt(kept))) : 100;
    }

    @Override
    public void keep(int percent) {
        put("zoom", Integer.toString(percent));
    }

    @Override
    public List<String> recentEmoji() {
        return List.of(get("emoji").split(" ")).stream()
                .filter(one -> !one.isEmpty())
                .toList();
    }

    @Override
    public void keepRecentEmoji(List<String> emoji) {
        put("emoji", String.join(" ", emoji));
    }

    @Override
    public String draft(String peer) {
        try {
            return URLDecoder.decode(get("draft." + peer), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return "";
        }
    }

    /** In one line, with all blanks as they are. */
    @Override
    public void keepDraft(String peer, String text) {
        if (text.isBlank()) {
            remove("draft." + peer);
        } else {
            put("draft." + peer, URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
    }

    private void remove(String key) {
        synchronized (this) {
            if (values.remove(key) == null) {
                return;
            }
        }
        write();
    }

    private static List<String> listed(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(SEPARATOR));
    }

    private synchronized String get(String key) {
        return values.getOrDefault(key, "");
    }

    private void put(String key, String value) {
        synchronized (this) {
            if (value.equals(values.put(key, value))) {
                return;
            }
        }
        write();
    }

    private void write() {
        disk.execute(() -> {
            StringBuilder text = new StringBuilder("# " + TEXTS.get("memory.head") + "\n");
            synchronized (this) {
                values.forEach((key, value) ->
                        text.append(key).append(" = ").append(value).append('\n'));
            }
            tell(written(text.toString()));
        });
    }

    private boolean written(String text) {
        try {
            WholeFile.write(file, text);
            return true;
        } catch (IOException e) {
            if (!failing) {
                LOG.warn("What was to be remembered could not be written", e);
            }
            return false;
        }
    }

    private void tell(boolean written) {
        if (failing == written) {
            failing = !written;
            told.accept(written ? "" : TEXTS.get("memory.unwritten", file));
        }
    }

    /** Writes once more what could not be written; for a while later, and for the end. */
    void retry() {
        disk.execute(() -> {
            if (failing) {
                write();
            }
        });
    }
}
