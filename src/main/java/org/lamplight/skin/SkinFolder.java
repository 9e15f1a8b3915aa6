package org.lamplight.skin;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;
import org.lamplight.presence.Status;

/**
 * Reads a folder into a {@link Skin}. Whatever is wrong with it costs one message and never the whole skin: an entry that
 * nobody understands is left out, a broken picture is stood in for.
 */
final class SkinFolder {
    static final String FILE = "skin.properties";
    static final String PICTURES = "presence";
    static final String NAME = "name";
    static final String EXTENDS = "extends";
    static final String ICON = "icon.";
    static final String SHOW = "show.";

    /** In place of a file: what the extended skin has, though a picture with the name of the status lies here. */
    static final String INHERIT = "inherit";

    private static final int LONGEST_NAME = 100;

    /** Of all pictures together. */
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    static final int MOST_TEXT_BYTES = 64 * 1024;

    private final Path folder;
    private final Inheritance inheritance;
    private final Map<Status, Drawn> pictures = new EnumMap<>(Status.class);
    private final Map<Status, Status> shows = new EnumMap<>(Status.class);
    private final Set<Status> broken = EnumSet.noneOf(Status.class);
    private final DrawingTime time = new DrawingTime();
    private long bytes;
    private final SkinProblems problems = new SkinProblems();

    private SkinFolder(Path folder, Inheritance inheritance) {
        this.folder = folder;
        this.inheritance = inheritance;
    }

    /** Reads the folder; {@code parents} gives the skin of a name that this one extends, or null. Any thread; reads files. */
    static Skin load(Path folder, Inheritance inheritance, Function<String, @Nullable Skin> parents) {
        return new SkinFolder(folder, inheritance).read(parents);
    }

    private Skin read(Function<String, @Nullable Skin> parents) {
        SkinText text = text();
        String id = String.valueOf(folder.getFileName());
        Skin base = base(text, parents);
        reportSenselessLines(text);
        for (Status status : Status.values()) {
            readIcon(status, text.said(ICON + status.key()).orElse(null));
        }
        for (Status status : Status.values()) {
            text.said(SHOW + status.key()).ifPresent(said -> readShow(status, said));
        }
        SkinExtras extras = new SkinExtras(folder, problems);
        SkinEntries says = new SkinEntries(pictures, shows, broken, extras.tints(text), extras.sounds(text));
        return inheritance.compose(id, name(text, id), base, says, problems.first(folder));
    }

    private static String name(SkinText text, String id) {
        String name = PlainText.line(text.said(NAME).map(SkinText.Said::value).orElse(""), LONGEST_NAME);
        return name == null ? id : name;
    }

    private SkinText text() {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return SkinText.of("");
        }
        try {
            if (!Files.isRegularFile(file) || !ArtworkFile.inside(file, folder)) {
                throw new BrokenIcon("outside");
            }
            return SkinText.of(text(file));
        } catch (BrokenIcon heavyOrUnread) {
            boolean heavy = Files.isRegularFile(file) && file.toFile().length() > MOST_TEXT_BYTES;
            problem(0, heavy ? "text.heavy" : "text.unread", MOST_TEXT_BYTES / 1024);
            return SkinText.of("");
        }
    }

    /** Throws if it is too long or not in UTF-8. */
    static String text(Path file) throws BrokenIcon {
        byte[] bytes = ArtworkFile.bytes(file, MOST_TEXT_BYTES);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new BrokenIcon("encoding");
        }
    }

    private @Nullable Skin base(SkinText text, Function<String, @Nullable Skin> parents) {
        SkinText.Said said = text.said(EXTENDS).orElse(null);
        if (said == null || said.value().isEmpty()) {
            return null;
        }
        Skin skin = parents.apply(said.value());
        if (skin == null) {
            problem(said.line(), "extends.absent", said.value());
        }
        return skin;
    }

    private void reportSenselessLines(SkinText text) {
        Set<String> seen = new HashSet<>();
        for (SkinText.Said said : text.said()) {
            String key = said.key();
            boolean perStatus = key.startsWith(ICON) || key.startsWith(SHOW);
            if (key.isEmpty()) {
                problem(said.line(), "text.line");
            } else if (!seen.add(key)) {
                problem(said.line(), "key.twice", key);
            } else if (perStatus && Status.ofKey(key.substring(ICON.length())).isEmpty()) {
                problem(said.line(), "key.status", key);
            } else if (!perStatus && !SkinExtras.knows(key) && !key.equals(NAME) && !key.equals(EXTENDS)) {
                problem(said.line(), "key.unknown", key);
            }
        }
    }

    private void readIcon(Status status, SkinText.@Nullable Said said) {
        String named = said == null ? "" : said.value();
        if (named.equals(INHERIT)) {
            return;
        }
        Path file = said == null || named.isEmpty() ? byName(status) : named(status, said);
        if (file == null) {
            return;
        }
        try {
            pictures.put(status, new Drawn(file.toString(), time.checked(read(file))));
        } catch (BrokenIcon wrong) {
            broken.add(status);
            problems.add(wrong.problem(file));
        }
    }

    private Artwork read(Path file) throws BrokenIcon {
        bytes += file.toFile().length();
        if (bytes > MOST_BYTES) {
            throw new BrokenIcon("many", MOST_BYTES / 1024);
        }
        return ArtworkFile.read(file, folder);
    }

    /** The file of this line; null, with a message, if there is none in this folder. */
    private @Nullable Path named(Status status, SkinText.Said said) {
        try {
            Path file = folder.resolve(said.value()).normalize();
            boolean outside = !file.startsWith(folder.normalize());
            if (!outside && Files.exists(file)) {
                return file;
            }
            problem(said.line(), outside ? "icon.outside" : "icon.absent", said.value());
        } catch (InvalidPathException impossible) {
            problem(said.line(), "icon.absent", said.value());
        }
        broken.add(status);
        return null;
    }

    private @Nullable Path byName(Status status) {
        for (String ending : List.of(".svg", ".png")) {
            Path file = folder.resolve(PICTURES).resolve(status.key() + ending);
            if (Files.exists(file)) {
                return file;
            }
        }
        return null;
    }

    private void readShow(Status status, SkinText.Said said) {
        if (said.value().isEmpty()) {
            return;
        }
        Status.ofKey(said.value())
                .ifPresentOrElse(
                        as -> shows.put(status, as),
                        () -> problem(said.line(), "show.status", said.key(), said.value()));
    }

    private void problem(int line, String key, Object... values) {
        problems.add(folder.resolve(FILE), line, key, values);
    }
}
