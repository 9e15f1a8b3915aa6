package org.lamplight.control;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lamplight.core.Texts;

/** Finds who carries a command out. Immutable; used by all connections at once. */
final class ControlDesk {
    private static final Texts TEXTS = Texts.of(ControlDesk.class);

    /** Commands of the contract whose parts of the product are still to come. */
    private static final Set<String> TO_COME = Set.of("lamps", "voicemail", "meetings");

    private final Map<String, CommandGroup> groups = new LinkedHashMap<>();

    ControlDesk(List<CommandGroup> groups) {
        groups.forEach(group -> group.words().forEach(word -> this.groups.put(word, group)));
    }

    void run(List<String> args, String input, Output out) throws Refusal, IOException, InterruptedException {
        if (args.isEmpty()) {
            throw Refusal.usage(TEXTS.get("usage.command"));
        }
        String first = args.get(0);
        CommandGroup group = groups.get(first);
        if (group != null) {
            group.run(args, input, out);
        } else if (first.equals("help")) {
            for (JsonObject line : CommandHelp.lines()) {
                out.line(line);
            }
        } else if (TO_COME.contains(first)) {
            throw new Refusal(TEXTS.get("command.tocome", first));
        } else {
            throw new Refusal(Refusal.USAGE, TEXTS.get("command.unknown", first));
        }
    }
}
