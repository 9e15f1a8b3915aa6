package org.lamplight.ui.call;

import java.awt.event.HierarchyEvent;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Call;
import org.lamplight.call.Cause;
import org.lamplight.core.CompletionCause;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Plain;

/**
 * Tries the whole way by a call to somebody who repeats what one says. There is nothing of it where the choices name
 * nobody; the call goes when its page does. EDT.
 */
final class EchoTest {
    private static final int HUNG_UP = 200;

    private final Domain domain;
    private final Mirrors mirrors;
    private final Texts texts;
    private final JLabel label;
    private final JLabel says = Plain.label(" ");
    private final JButton button = new JButton();
    private @Nullable CompletableFuture<String> call;
    private String last = "";

    EchoTest(Domain domain, Mirrors mirrors, Texts texts, JComponent page) {
        this.domain = domain;
        this.mirrors = mirrors;
        this.texts = texts;
        label = Plain.label(texts.get("sound.echo"));
        says.setName("sound.echo.says");
        button.setName("sound.echo");
        button.addActionListener(event -> press());
        mirrors.calls().onChange(this::refresh);
        page.addHierarchyListener(event -> {
            if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && !page.isShowing()) {
                end();
            }
        });
        refresh();
    }

    JLabel label() {
        return label;
    }

    JLabel says() {
        return says;
    }

    JButton button() {
        return button;
    }

    private void press() {
        if (call == null) {
            begin();
        } else {
            end();
        }
    }

    private void begin() {
        String target = domain.phone().choices().echoTest();
        CompletableFuture<String> begun = domain.core()
                .ask(() -> domain.phone().calls().dial(target, null).id());
        call = begun;
        begun.whenComplete((id, no) -> Edt.later(() -> begun(begun, no)));
        refresh();
    }

    private void begun(CompletableFuture<String> which, @Nullable Throwable no) {
        if (no != null && which == call) {
            call = null;
            last = PlainText.line(String.valueOf(CompletionCause.of(no).getMessage()));
        }
        refresh();
    }

    /** Also where it is not known yet what the call is called. */
    private void end() {
        CompletableFuture<String> going = call;
        call = null;
        last = "";
        if (going != null) {
            going.thenAccept(id -> domain.core()
                    .execute(() -> domain.phone()
                            .calls()
                            .find(id)
                            .filter(one -> !one.isOver())
                            .ifPresent(one -> domain.phone().calls().hangUp(id))));
        }
        refresh();
    }

    /** Stands for what there is: an address to call, a line to call on, a call that goes on. */
    void refresh() {
        Optional<Call> now = Optional.ofNullable(call)
                .filter(begun -> begun.isDone() && !begun.isCompletedExceptionally())
                .flatMap(begun -> mirrors.calls().find(begun.join()));
        now.filter(Call::isOver).ifPresent(over -> {
            call = null;
            last = why(over.cause());
        });
        boolean there = !domain.phone().choices().echoTest().isEmpty();
        label.setVisible(there);
        says.setVisible(there);
        button.setVisible(there);
        boolean calls = call != null;
        button.setText(texts.get(calls ? "sound.echo.end" : "sound.echo.begin"));
        button.setEnabled(calls || canBegin());
        String sentence = sentence(now, calls);
        says.setText(sentence);
        says.setToolTipText(sentence);
        button.getAccessibleContext().setAccessibleName(texts.get("sound.echo") + ": " + button.getText());
        button.getAccessibleContext().setAccessibleDescription(sentence);
    }

    /** Nobody who speaks is to be put on hold for it. */
    private boolean canBegin() {
        return mirrors.calls().canCall() && mirrors.calls().all().stream().allMatch(Call::isOver);
    }

    private String sentence(Optional<Call> now, boolean calls) {
        if (!calls) {
            return last.isEmpty() ? texts.get("sound.echo.hint") : last;
        }
        boolean speaks = now.filter(one -> one.state().isAnswered()).isPresent();
        return texts.get(speaks ? "sound.echo.speak" : "sound.echo.calls");
    }

    private static String why(@Nullable Cause cause) {
        return cause == null || cause.code() == HUNG_UP ? "" : PlainText.line(cause.text());
    }
}
