package org.lamplight.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.lamplight.chat.Chats;
import org.lamplight.chat.files.Automatic;
import org.lamplight.chat.files.Downloads;
import org.lamplight.chat.files.FileTransfers;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Threads;
import org.lamplight.people.People;
import org.lamplight.people.Subscription;
import org.lamplight.profile.Profile;
import org.lamplight.profile.Settings;

/** Puts the files of talks together with the settings and places that they depend on. */
final class FilePlaces {
    /** Up to how many megabytes pictures of contacts are fetched by themselves. */
    static final String PICTURES = "chat.pictures-up-to";

    /** Where fetched files lie. */
    static final String FOLDER = "chat.downloads";

    private static final long MEGABYTE = 1_000_000;

    private FilePlaces() {}

    static FileTransfers transfers(
            CoreThread core,
            Events events,
            Clock clock,
            Chats chats,
            People people,
            Settings settings,
            Profile profile) {
        Automatic automatic = new Automatic(
                clock,
                address -> people.find(address)
                        .filter(person -> person.subscription() != Subscription.NONE)
                        .isPresent(),
                () -> Long.parseLong(settings.get(PICTURES)) * MEGABYTE);
        return new FileTransfers(
                core, Threads.single("files"), events, chats, new Places(settings, profile), automatic);
    }

    private record Places(Settings settings, Profile profile) implements FileTransfers.Folders {
        @Override
        public Downloads incoming() {
            boolean own = settings.get(FOLDER).equals("profile");
            return new Downloads(own ? profile.downloads() : ofUser(System.getenv(), System.getProperty("user.home")));
        }

        @Override
        public Downloads outgoing() {
            return new Downloads(profile.sentFiles());
        }

        private static Path ofUser(Map<String, String> environment, String home) {
            String set = environment.getOrDefault("XDG_DOWNLOAD_DIR", "");
            return set.startsWith("/") ? Path.of(set) : Path.of(home, "Downloads");
        }
    }
}
