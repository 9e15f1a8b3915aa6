package org.lamplight.xmpp.gateways;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lamplight.form.Form;
import org.lamplight.gateway.Command;
import org.lamplight.gateway.CommandStep;
import org.lamplight.gateway.CommandStep.Action;
import org.lamplight.gateway.CommandStep.Note;
import org.lamplight.gateway.CommandStep.Status;
import org.lamplight.xmpp.forms.Forms;
import org.lamplight.xmpp.forms.Tree;

/** Commands (XEP-0050) from and to XML. Pure. */
final class Commands {
    static final String NAMESPACE = "http://jabber.org/protocol/commands";
    private static final int MOST_NOTES = 20;
    private static final int LONGEST_SESSION = 1_000;

    private Commands() {}

    static Tree begin(Command command) {
        return Tree.of("command", NAMESPACE).with("node", command.node()).with("action", "execute");
    }

    /** Going back and giving up take no answers with them. */
    static Tree go(CommandStep from, Action action, Map<String, List<String>> answers) {
        Tree command = Tree.of("command", NAMESPACE)
                .with("node", from.command().node())
                .with("sessionid", from.session())
                .with("action", word(action));
        boolean answered = action != Action.CANCEL
                && action != Action.PREV
                && !from.form().fields().isEmpty();
        return answered ? command.with(List.of(Forms.write(from.form(), answers))) : command;
    }

    static CommandStep read(Command command, Tree answer) {
        Status status = status(answer.attribute("status"));
        Set<Action> actions = actions(answer);
        List<Note> notes = answer.all("note").stream()
                .limit(MOST_NOTES)
                .map(Commands::note)
                .filter(note -> !note.text().isBlank())
                .toList();
        Form form = answer.first("x", Forms.NAMESPACE).map(Forms::read).orElse(Form.EMPTY);
        String session = answer.attribute("sessionid");
        return new CommandStep(
                command,
                session.substring(0, Math.min(session.length(), LONGEST_SESSION)),
                status,
                notes,
                form,
                status == Status.EXECUTING ? actions : Set.of(),
                usual(answer, actions));
    }

    private static Status status(String word) {
        return switch (word) {
            case "executing" -> Status.EXECUTING;
            case "canceled" -> Status.CANCELED;
            default -> Status.COMPLETED;
        };
    }

    /** Where nothing is said, the command may be executed on, which ends it or brings the next form (section 3.4). */
    private static Set<Action> actions(Tree answer) {
        EnumSet<Action> named = EnumSet.of(Action.CANCEL);
        answer.first("actions")
                .ifPresent(actions -> actions.children().forEach(child -> {
                    switch (child.name()) {
                        case "prev" -> named.add(Action.PREV);
                        case "next" -> named.add(Action.NEXT);
                        case "complete" -> named.add(Action.COMPLETE);
                        default -> {}
                    }
                }));
        if (!named.contains(Action.NEXT) && !named.contains(Action.COMPLETE)) {
            named.add(Action.EXECUTE);
        }
        return named;
    }

    private static Action usual(Tree answer, Set<Action> actions) {
        String named =
                answer.first("actions").map(all -> all.attribute("execute")).orElse("");
        return List.of(Action.NEXT, Action.COMPLETE, Action.EXECUTE).stream()
                .filter(actions::contains)
                .min((one, other) ->
                        Boolean.compare(word(other).equals(named), word(one).equals(named)))
                .orElse(Action.CANCEL);
    }

    private static Note note(Tree note) {
        Note.Weight weight = switch (note.attribute("type")) {
            case "warn" -> Note.Weight.WARN;
            case "error" -> Note.Weight.ERROR;
            default -> Note.Weight.INFO;
        };
        return new Note(weight, Forms.lines(note.text()));
    }

    private static String word(Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }
}
