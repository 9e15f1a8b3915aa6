package org.lamplight.skin;

/** A picture cannot be used; the message says why and what to do, each without a full stop. */
final class BrokenIcon extends Exception {
    private static final long serialVersionUID = 1L;

    private final String todo;

    BrokenIcon(String wrong, String todo) {
        super(wrong);
        this.todo = todo;
    }

    String wrong() {
        return String.valueOf(getMessage());
    }

    String todo() {
        return todo;
    }
}
