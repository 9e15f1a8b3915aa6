package org.lamplight.gateway;

import java.util.List;
import java.util.Set;
import org.lamplight.form.Form;

/**
 * How far a command has come (XEP-0050): the form of its next stage, or what came of it. Immutable.
 *
 * @param session what the gateway knows this run of the command by
 * @param notes what it says
 * @param form to fill in, or a result; {@link Form#EMPTY} if there is none
 * @param actions how it may go on
 * @param usual what Enter does
 */
public record CommandStep(
        Command command,
        String session,
        Status status,
        List<Note> notes,
        Form form,
        Set<Action> actions,
        Action usual) {

    /** Where it stands. */
    public enum Status {
        EXECUTING,
        COMPLETED,
        CANCELED
    }

    /** What the user can have it do. */
    public enum Action {
        EXECUTE,
        PREV,
        NEXT,
        COMPLETE,
        CANCEL
    }

    /** Something that the gateway says. */
    public record Note(Weight weight, String text) {
        /** How bad it is. */
        public enum Weight {
            INFO,
            WARN,
            ERROR
        }
    }

    public CommandStep {
        notes = List.copyOf(notes);
        actions = Set.copyOf(actions);
    }

    public boolean isOver() {
        return status != Status.EXECUTING;
    }
}
