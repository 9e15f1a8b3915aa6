package org.lamplight.ui.skins;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lamplight.presence.Status;
import org.lamplight.skin.BrokenSkin;
import org.lamplight.skin.Skin;
import org.lamplight.skin.SkinArchive;
import org.lamplight.skin.SkinDraft;
import org.lamplight.skin.SkinImport;
import org.lamplight.skin.Skins;

/** Reads and writes skins for the editor, which always works on the one in use. All methods block; any thread but the EDT. */
final class SkinDesk {

    /** A skin to choose. */
    record Choice(String id, String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A skin as it lies on the disk.
     *
     * @param id by which it is chosen
     * @param all the skins there are
     */
    record Opened(String id, SkinDraft draft, SkinPrint print, List<Choice> all) {

        /** How the skin is called, not the draft that may come of it. */
        String name() {
            return all.stream()
                    .filter(choice -> choice.id().equals(id))
                    .findFirst()
                    .map(Choice::name)
                    .orElse(id);
        }
    }

    private final Skins skins;
    private final Consumer<String> chosen;

    /** @param chosen remembers which skin was chosen, by its id; called on any thread */
    SkinDesk(Skins skins, Consumer<String> chosen) {
        this.skins = skins;
        this.chosen = chosen;
    }

    Skins skins() {
        return skins;
    }

    /** Reads the skin in use; if its folder is gone, Lamplight's own. */
    Opened open() {
        String id = skins.current().id();
        try {
            return opened(id);
        } catch (IllegalArgumentException gone) {
            return opened("lamplight");
        }
    }

    /** Uses this skin from now on. Throws IllegalArgumentException with a sentence if there is none. */
    Opened use(String id) {
        skins.use(id);
        chosen.accept(id);
        return opened(id);
    }

    Opened save(SkinDraft draft, String name) throws BrokenSkin {
        String id = skins.save(draft, name);
        chosen.accept(id);
        return opened(id);
    }

    /** The skin of the program that imported icons stand on. */
    Skin program() {
        Skin current = skins.current();
        return skins.own(current.id()) ? skins.read("lamplight") : current;
    }

    /** Takes a skin that somebody packed, and uses it. */
    Opened unpack(Path archive) throws BrokenSkin {
        return use(SkinArchive.read(skins, archive));
    }

    /** Makes a skin of another program's icons, and uses it. */
    Opened take(SkinImport set, Map<Status, String> mapping) throws BrokenSkin {
        SkinDraft draft = set.draft(skins, mapping);
        return save(draft, draft.name());
    }

    /** Packs the skin with this id. */
    Path pack(String id, Path zip) throws BrokenSkin {
        SkinArchive.write(skins, id, zip);
        return zip;
    }

    private Opened opened(String id) {
        SkinDraft draft = SkinDraft.of(skins, id);
        return new Opened(id, draft, SkinPrint.of(draft), choices());
    }

    private List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (String id : skins.names()) {
            String name = skins.read(id).name();
            boolean twice = choices.stream().anyMatch(other -> other.name().equals(name));
            choices.add(new Choice(id, twice ? name + " (" + id + ")" : name));
        }
        return choices;
    }
}
