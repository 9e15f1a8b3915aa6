package org.lamplight.skin;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.presence.Status;
import org.lamplight.profile.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a draft to the profile. Pictures come first, each under a name that no other picture has, and the text that
 * names them last and at once: so a crash leaves the old skin or the new one. No file of the user's is overwritten but
 * the text.
 */
final class SkinSaving {
    private static final Logger LOG = LoggerFactory.getLogger(SkinSaving.class);
    private static final Texts TEXTS = Texts.of(SkinSaving.class);

    private final Skins skins;

    SkinSaving(Skins skins) {
        this.skins = skins;
    }

    /** Returns the name by which the skin is chosen. */
    String save(SkinDraft draft, String name) throws BrokenSkin {
        Path place = skins.places().own();
        if (place == null) {
            throw new BrokenSkin("profile.none");
        }
        String own = draft.begun().own();
        boolean keepsName = name.equals(draft.begun().name()) || name.equalsIgnoreCase(own);
        boolean same = own != null && keepsName && skins.own(own);
        if (!same) {
            SkinNames.check(name);
            if (SkinNames.taken(skins, name)) {
                throw new BrokenSkin("name.taken", name);
            }
        }
        String id = same && own != null ? own : name;
        boolean begins = !Files.exists(place.resolve(id));
        try {
            write(place.resolve(id), draft, same ? draft.name() : name, same);
        } catch (IOException failed) {
            if (begins) {
                takeBack(place.resolve(id));
            }
            throw new BrokenSkin("save.failed", place).because(failed);
        }
        return id;
    }

    /** Half a skin would be taken for one. */
    private static void takeBack(Path folder) {
        try {
            SkinArchive.delete(folder);
        } catch (IOException stays) {
            LOG.info("What could not be saved is left in {}", folder, stays);
        }
    }

    private void write(Path folder, SkinDraft draft, String name, boolean same) throws IOException {
        Path source =
                draft.begun().own() == null ? null : skins.folder(draft.begun().own());
        String old = source == null ? "# " + TEXTS.get("own.comment") + "\n" : text(source);
        Files.createDirectories(folder.resolve(SkinFolder.PICTURES));
        if (source != null && !same) {
            for (Path sound : draft.says().sounds().values()) {
                copy(sound, folder.resolve(source.relativize(sound)));
            }
        }
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(SkinFolder.NAME, name);
        if (source == null && draft.begun().base() != null) {
            lines.put(SkinFolder.EXTENDS, draft.begun().base().id());
        }
        for (Status status : Status.values()) {
            if (!same || draft.changed(status)) {
                lines.put(SkinFolder.ICON + status.key(), icon(folder, draft, status));
                Status as = draft.says().shows().get(status);
                lines.put(SkinFolder.SHOW + status.key(), as == null ? "" : as.key());
            }
        }
        tints(draft, lines, same);
        WholeFile.write(folder.resolve(SkinFolder.FILE), SkinText.of(old).with(lines));
    }

    /** What the text has said so far; what cannot be read is written anew. */
    private static String text(Path folder) {
        try {
            return SkinFolder.text(folder.resolve(SkinFolder.FILE));
        } catch (BrokenIcon absentOrUnread) {
            return "";
        }
    }

    /** The value of the line that gives the status its picture; empty for no line. */
    private static String icon(Path folder, SkinDraft draft, Status status) throws IOException {
        Drawn picture = draft.says().pictures().get(status);
        if (picture != null) {
            return SkinFolder.PICTURES + "/" + stored(folder.resolve(SkinFolder.PICTURES), status, picture.artwork());
        }
        for (String ending : new String[] {".svg", ".png"}) {
            if (Files.exists(folder.resolve(SkinFolder.PICTURES).resolve(status.key() + ending))) {
                return SkinFolder.INHERIT;
            }
        }
        return "";
    }

    /** The name of a file that holds this picture: one that does already, or a new one. */
    private static String stored(Path folder, Status status, Artwork picture) throws IOException {
        byte[] bytes = picture.bytes();
        for (int i = 1; ; i++) {
            String name = status.key() + (i == 1 ? "" : "-" + i) + picture.ending();
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                create(file, bytes);
                return name;
            }
            if (Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes)) {
                return name;
            }
        }
    }

    private static void create(Path file, byte[] bytes) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), ".", ".tmp");
        try {
            Files.write(fresh, bytes);
            Files.move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        @Nullable Path folder = to.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try {
            Files.copy(from, to);
        } catch (FileAlreadyExistsException there) {
            // a file that lies there already is the user's
            return;
        }
    }

    /** What was not changed here stays as the file says it: somebody may have written there meanwhile. */
    private static void tints(SkinDraft draft, Map<String, String> lines, boolean same) {
        for (Status.Hue hue : Status.Hue.values()) {
            for (boolean dark : new boolean[] {false, true}) {
                Tint tint = new Tint(hue, dark);
                Integer rgb = draft.says().tints().get(tint);
                if (!same || !Objects.equals(rgb, draft.begun().says().tints().get(tint))) {
                    lines.put(tint.key(), rgb == null ? "" : Tint.text(rgb));
                }
            }
        }
    }
}
