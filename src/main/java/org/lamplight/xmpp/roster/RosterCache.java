package org.lamplight.xmpp.roster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;
import org.lamplight.people.Contact;
import org.lamplight.people.Subscription;
import org.lamplight.profile.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The roster as it last was (XEP-0237), in one file: the list shows before the server answers, and the server sends only
 * what changed. A broken file is as good as none. Blocking.
 */
final class RosterCache {
    private static final Logger LOG = LoggerFactory.getLogger(RosterCache.class);
    private static final String FORM = "lamplight-roster 1";

    /** A roster with the version that the server gave it. */
    record Kept(String version, List<Contact> contacts) {}

    private final Path file;

    RosterCache(Path folder) {
        this.file = folder.resolve("roster");
    }

    Optional<Kept> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < 2
                    || !lines.get(0).equals(FORM)
                    || !PlainText.xml(lines.get(1)).equals(lines.get(1))) {
                return Optional.empty();
            }
            List<Contact> contacts = new ArrayList<>(lines.size());
            for (String line : lines.subList(2, lines.size())) {
                contacts.add(contact(line.split("\t", -1)));
            }
            return Optional.of(new Kept(lines.get(1), contacts));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            LOG.info("The kept roster is not readable and is fetched anew", e);
            return Optional.empty();
        }
    }

    void write(String version, Collection<Contact> contacts) {
        StringBuilder text =
                new StringBuilder(FORM).append('\n').append(version).append('\n');
        contacts.forEach(contact -> text.append(line(contact)).append('\n'));
        try {
            WholeFile.write(file, text.toString());
        } catch (IOException e) {
            LOG.info("The roster can't be kept; the next start takes longer", e);
        }
    }

    private static String line(Contact contact) {
        return String.join(
                "\t",
                contact.address(),
                contact.name() == null ? "" : flat(contact.name()),
                contact.subscription().name(),
                String.valueOf(contact.asked()),
                String.join(
                        "\u001f",
                        contact.groups().stream().map(RosterCache::flat).toList()));
    }

    private static String flat(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static Contact contact(String[] parts) {
        @Nullable String name = parts[1].isEmpty() ? null : parts[1];
        List<String> groups = parts[4].isEmpty() ? List.of() : List.of(parts[4].split("\u001f"));
        return new Contact(
                parts[0], name, groups, Subscription.valueOf(parts[2]), Boolean.parseBoolean(parts[3]), false);
    }
}
