package org.lamplight.ui.kit;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Asks beside the EDT and hears only the answer to the last question: one that was overtaken is dropped. EDT. */
public final class Latest {
    private final Beside beside;
    private int asked;

    public Latest(Beside beside) {
        this.beside = beside;
    }

    public <T> void ask(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Edt.requireEdt();
        int question = ++asked;
        beside.start(work, answer -> give(question, answer, done), refused -> give(question, refused, failed));
    }

    /** Whoever was asked last is not heard any more. */
    public void drop() {
        asked++;
    }

    private <A> void give(int question, A answer, Consumer<A> to) {
        if (question == asked) {
            to.accept(answer);
        }
    }
}
