package org.lamplight.skin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the lines of a skin that name colours and sounds. */
final class SkinExtras {
    static final String SOUND = "sound.";
    private static final Set<String> SOUNDS =
            Set.of("ring", "call-waiting", "message", "mention", "muted", "unmuted", "call-ended");
    private static final int MOST_SOUND_BYTES = 1024 * 1024;

    private final Path folder;
    private final SkinProblems problems;

    SkinExtras(Path folder, SkinProblems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    static boolean knows(String key) {
        return key.startsWith(Tint.PREFIX) || key.startsWith(SOUND);
    }

    Map<Tint, Integer> tints(SkinText text) {
        Map<Tint, Integer> tints = new HashMap<>();
        for (SkinText.Said said : text.said()) {
            if (said.key().startsWith(Tint.PREFIX)) {
                Optional<Tint> tint = Tint.ofKey(said.key());
                Optional<Integer> colour = Tint.colour(said.value());
                if (tint.isEmpty()) {
                    problem(said, "tint.key", said.key());
                } else if (colour.isEmpty()) {
                    problem(said, "tint.colour", said.value());
                } else {
                    tints.put(tint.get(), colour.get());
                }
            }
        }
        return tints;
    }

    Map<String, Path> sounds(SkinText text) {
        Map<String, Path> sounds = new HashMap<>();
        for (SkinText.Said said : text.said()) {
            if (said.key().startsWith(SOUND)) {
                String name = said.key().substring(SOUND.length());
                if (SOUNDS.contains(name)) {
                    sound(said).ifPresent(file -> sounds.put(name, file));
                } else {
                    problem(said, "sound.key", said.key());
                }
            }
        }
        return sounds;
    }

    private Optional<Path> sound(SkinText.Said said) {
        try {
            Path file = folder.resolve(said.value()).normalize();
            if (said.value().isEmpty() || !Files.isRegularFile(file) || !ArtworkFile.inside(file, folder)) {
                problem(said, "sound.absent", said.value());
            } else if (Files.size(file) > MOST_SOUND_BYTES) {
                problem(said, "sound.heavy", said.value(), MOST_SOUND_BYTES / 1024);
            } else {
                return Optional.of(file);
            }
        } catch (IOException | InvalidPathException unreadable) {
            problem(said, "sound.absent", said.value());
        }
        return Optional.empty();
    }

    private void problem(SkinText.Said said, String key, Object... values) {
        problems.add(folder.resolve(SkinFolder.FILE), said.line(), key, values);
    }
}
