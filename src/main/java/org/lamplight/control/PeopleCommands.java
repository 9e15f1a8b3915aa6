package org.lamplight.control;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lamplight.core.Texts;
import org.lamplight.people.People;
import org.lamplight.people.Person;
import org.lamplight.people.Request;
import org.lamplight.people.Rosters;

/** {@code people …}: who is there, and changes to the lists. */
final class PeopleCommands implements CommandGroup {
    private static final Texts TEXTS = Texts.of(PeopleCommands.class);
    static final String USAGE = "people [FILTER] [--group G] [--limit N] | people add ADDRESS [--name N] [--group G]"
            + " | remove ID | rename ID NAME | group ID add|remove G | block|unblock|report ID | merge ID ID"
            + " | split ID ADDRESS | requests | accept ADDRESS | decline ADDRESS";

    private final Waiting core;
    private final People people;
    private final Rosters rosters;
    private final Json.Icons icons;
    private final Predicate<Person> callable;

    PeopleCommands(Waiting core, People people, Rosters rosters, Json.Icons icons, Predicate<Person> callable) {
        this.core = core;
        this.people = people;
        this.rosters = rosters;
        this.icons = icons;
        this.callable = callable;
    }

    @Override
    public Set<String> words() {
        return Set.of("people");
    }

    @Override
    public void run(List<String> args, String input, Output out) throws Refusal, IOException, InterruptedException {
        Arguments words = new Arguments(args, Set.of("--group", "--limit", "--name"), Set.of(), USAGE);
        words.next();
        Optional<String> first = words.maybeNext();
        switch (first.orElse("")) {
            case "add" -> add(words);
            case "remove" -> remove(words);
            case "rename" -> rename(words);
            case "group" -> group(words);
            case "block" -> block(words, true);
            case "unblock" -> block(words, false);
            case "report" -> report(words);
            case "merge" -> merge(words);
            case "split" -> split(words);
            case "requests" -> requests(words, out);
            case "accept" -> accept(words);
            case "decline" -> decline(words);
            default -> list(first, words, out);
        }
    }

    private void list(Optional<String> filter, Arguments words, Output out)
            throws Refusal, IOException, InterruptedException {
        words.end();
        int limit = words.limit(Integer.MAX_VALUE);
        Optional<String> group = words.option("--group");
        List<Person> found = core.ask(() -> filter.isPresent() ? people.search(filter.get()) : people.all());
        for (Person person : found.stream()
                .filter(one -> group.isEmpty() || one.groups().contains(group.get()))
                .limit(limit)
                .toList()) {
            out.line(Json.person(person, icons, callable));
        }
    }

    private void add(Arguments words) throws Refusal, InterruptedException {
        String address = words.next();
        words.end();
        List<String> groups = words.option("--group").map(List::of).orElse(List.of());
        core.forResult(() -> rosters.addPerson(address, words.option("--name").orElse(null), groups));
    }

    private void remove(Arguments words) throws Refusal, InterruptedException {
        String id = words.next();
        words.end();
        core.forResult(() -> rosters.removePerson(id));
    }

    private void rename(Arguments words) throws Refusal, InterruptedException {
        String id = words.next();
        String name = words.next();
        words.end();
        core.forResult(() -> rosters.rename(id, name));
    }

    private void group(Arguments words) throws Refusal, InterruptedException {
        String id = words.next();
        String change = words.next();
        String group = words.next();
        words.end();
        if (!change.matches("add|remove")) {
            throw Refusal.usage(USAGE);
        }
        core.forResult(() -> rosters.group(id, group, change.equals("add")));
    }

    private void block(Arguments words, boolean block) throws Refusal, InterruptedException {
        String id = words.next();
        words.end();
        core.forResult(() -> rosters.block(id, block));
    }

    private void report(Arguments words) throws Refusal, InterruptedException {
        String id = words.next();
        words.end();
        core.forResult(() -> rosters.report(id));
    }

    private void merge(Arguments words) throws Refusal, InterruptedException {
        String id = known(words.next());
        String other = known(words.next());
        words.end();
        core.tell(() -> people.merge(id, other));
    }

    private void split(Arguments words) throws Refusal, InterruptedException {
        String id = known(words.next());
        String address = words.next();
        words.end();
        core.tell(() -> people.split(id, address));
    }

    private String known(String id) throws Refusal, InterruptedException {
        return core.ask(() -> people.find(id))
                .map(Person::id)
                .orElseThrow(() -> new Refusal(TEXTS.get("person.unknown", id)));
    }

    private void requests(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        words.end();
        for (Request request : core.ask(rosters::requests)) {
            out.line(Json.request(request));
        }
    }

    private void accept(Arguments words) throws Refusal, InterruptedException {
        String address = words.next();
        words.end();
        core.forResult(() -> rosters.accept(address));
    }

    private void decline(Arguments words) throws Refusal, InterruptedException {
        String address = words.next();
        words.end();
        core.forResult(() -> rosters.decline(address));
    }
}
