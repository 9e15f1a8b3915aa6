package org.lamplight.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.lamplight.directory.Directories;
import org.lamplight.directory.Entry;
import org.lamplight.directory.SoughtNumber;
import org.lamplight.people.Address;
import org.lamplight.people.People;
import org.lamplight.people.Person;

/**
 * {@code directory …}: who is in the directories, the best first. Where there is none nobody is found, and that is no error;
 * where none of them answered it is one.
 */
final class DirectoryCommands implements CommandGroup {
    static final String USAGE = "directory search TEXT [--limit N] | directory lookup NUMBER [--limit N]";

    private final Waiting core;
    private final Directories directories;
    private final People people;
    private final Json.Icons icons;
    private final Predicate<Person> callable;

    DirectoryCommands(
            Waiting core, Directories directories, People people, Json.Icons icons, Predicate<Person> callable) {
        this.core = core;
        this.directories = directories;
        this.people = people;
        this.icons = icons;
        this.callable = callable;
    }

    @Override
    public Set<String> words() {
        return Set.of("directory");
    }

    @Override
    public void run(List<String> args, String input, Output out) throws Refusal, IOException, InterruptedException {
        Arguments words = new Arguments(args, Set.of("--limit"), Set.of(), USAGE);
        words.next();
        String what = words.next();
        String wanted = words.next();
        words.end();
        int limit = words.limit(Directories.USUAL);
        Directories.Found found = switch (what) {
            case "search" -> Waiting.await(directories.search(wanted, limit));
            case "lookup" -> Waiting.await(directories.lookup(wanted, limit));
            default -> throw Refusal.usage(USAGE);
        };
        if (found.isUnknown()) {
            throw new Refusal(String.join(" ", found.problems()));
        }
        for (Entry entry : found.entries()) {
            out.line(json(entry));
        }
    }

    private JsonObject json(Entry entry) throws Refusal, InterruptedException {
        Person person = core.ask(() -> entry.person(entry.im().flatMap(people::find)));
        JsonObject json = Json.person(person, icons, callable);
        json.getAsJsonArray("addresses").forEach(this::addE164);
        json.addProperty("source", entry.source());
        return json;
    }

    private void addE164(JsonElement element) {
        JsonObject address = element.getAsJsonObject();
        if (address.get("kind").getAsString().equalsIgnoreCase(Address.Kind.PHONE.name())) {
            SoughtNumber.of(address.get("value").getAsString(), directories.numbers())
                    .flatMap(SoughtNumber::e164)
                    .ifPresent(known -> address.addProperty("e164", known));
        }
    }
}
