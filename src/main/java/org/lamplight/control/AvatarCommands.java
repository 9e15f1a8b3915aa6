package org.lamplight.control;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lamplight.core.Texts;
import org.lamplight.people.Address;
import org.lamplight.people.OwnPicture;
import org.lamplight.people.PictureForm;
import org.lamplight.people.PictureId;
import org.lamplight.people.Pictures;

/** {@code avatar …}: one's own picture, and those of others. */
final class AvatarCommands implements CommandGroup {
    private static final Texts TEXTS = Texts.of(AvatarCommands.class);
    static final String USAGE = "avatar [set FILE | clear | of ADDRESS [--save FILE]]";

    private static final long MOST_FILE_BYTES = 32L * 1024 * 1024;

    private final Waiting core;
    private final Pictures pictures;
    private final PictureForm form;

    AvatarCommands(Waiting core, Pictures pictures, PictureForm form) {
        this.core = core;
        this.pictures = pictures;
        this.form = form;
    }

    @Override
    public Set<String> words() {
        return Set.of("avatar");
    }

    @Override
    public void run(List<String> args, String input, Output out) throws Refusal, IOException, InterruptedException {
        Arguments words = new Arguments(args, Set.of("--save"), Set.of(), USAGE);
        words.next();
        switch (words.maybeNext().orElse("")) {
            case "" -> words.end();
            case "set" -> set(words);
            case "clear" -> clear(words);
            case "of" -> {
                of(words, out);
                return;
            }
            default -> throw Refusal.usage(USAGE);
        }
        for (Map.Entry<String, Optional<PictureId>> own :
                core.ask(pictures::own).entrySet()) {
            out.line(picture(own.getKey(), own.getValue()));
        }
    }

    private void set(Arguments words) throws Refusal, InterruptedException {
        String file = words.next();
        words.end();
        try {
            OwnPicture picture = form.make(read(file));
            core.forResult(() -> pictures.publish(Optional.of(picture)));
        } catch (PictureForm.Unusable no) {
            throw new Refusal(String.valueOf(no.getMessage()));
        }
    }

    private static byte[] read(String name) throws Refusal {
        try {
            Path file = Path.of(name);
            if (!Files.isRegularFile(file)) {
                throw new Refusal(TEXTS.get("file.unread", name));
            }
            if (Files.size(file) > MOST_FILE_BYTES) {
                throw new Refusal(TEXTS.get("avatar.large", name));
            }
            return Files.readAllBytes(file);
        } catch (IOException | InvalidPathException unread) {
            throw new Refusal(TEXTS.get("file.unread", name));
        }
    }

    private void clear(Arguments words) throws Refusal, InterruptedException {
        words.end();
        core.forResult(() -> pictures.publish(Optional.empty()));
    }

    private void of(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        String asked = words.next();
        words.end();
        String address = Address.bareIm(asked).orElseThrow(() -> new Refusal(TEXTS.get("peer.unknown", asked)));
        Optional<String> file = words.option("--save");
        if (file.isPresent()) {
            byte[] bytes = core.forResult(() -> pictures.load(address))
                    .orElseThrow(() -> new Refusal(TEXTS.get("avatar.none", address)));
            Files.write(Path.of(file.get()), bytes);
        }
        out.line(picture(address, core.ask(() -> pictures.of(address))));
    }

    /** What is not known is left out. */
    static JsonObject picture(String address, Optional<PictureId> id) {
        JsonObject json = new JsonObject();
        json.addProperty("address", address);
        id.ifPresent(known -> json.addProperty("id", known.hex()));
        return json;
    }
}
