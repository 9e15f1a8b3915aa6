package org.lamplight.ui.kit;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lamplight.core.CompletionCause;
import org.lamplight.core.CoreThread;
import org.lamplight.core.PlainText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks core for something that takes a while; the answer comes back on the EDT. */
public final class Question {
    private static final Logger LOG = LoggerFactory.getLogger(Question.class);

    private Question() {}

    /** Asks; {@code refused} gets a sentence for the user. From any thread. */
    public static <T> void ask(
            CoreThread core, Supplier<CompletableFuture<T>> question, Consumer<T> answered, Consumer<String> refused) {
        core.execute(() -> await(question.get(), answered, refused));
    }

    /** Waits, without holding anybody up, for an answer that is under way. From any thread. */
    static <T> void await(CompletableFuture<T> answer, Consumer<? super T> answered, Consumer<String> refused) {
        answer.whenComplete((given, failure) -> Edt.later(() -> {
            if (failure == null) {
                answered.accept(given);
            } else {
                refused.accept(sentence(failure));
            }
        }));
    }

    /** Refusals of the domain carry a sentence for the user; anything else is a bug or a broken line. */
    private static String sentence(Throwable failure) {
        Throwable cause = CompletionCause.of(failure);
        LOG.debug("refused", cause);
        String message = cause.getMessage();
        return PlainText.line(message == null ? cause.getClass().getSimpleName() : message);
    }
}
