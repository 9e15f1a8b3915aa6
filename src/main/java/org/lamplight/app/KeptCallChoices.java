package org.lamplight.app;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.lamplight.call.AutoAnswer;
import org.lamplight.call.CallAction;
import org.lamplight.call.Forwarding;
import org.lamplight.call.Shortcut;
import org.lamplight.profile.Settings;
import org.lamplight.ui.kit.CallChoices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The choices about calls that the settings keep.
 *
 * @param disk writes them, one after the other
 */
record KeptCallChoices(Settings settings, Executor disk) implements CallChoices {
    private static final Logger LOG = LoggerFactory.getLogger(KeptCallChoices.class);

    @Override
    public Map<String, Forwarding> forwarding() {
        return Forwarding.rules(settings.get(KnownSettings.CALL_FORWARD));
    }

    @Override
    public Duration patience() {
        return KnownSettings.patience(settings);
    }

    @Override
    public void forward(String line, Optional<Forwarding> rule) {
        keep(KnownSettings.CALL_FORWARD, before -> Forwarding.text(before, line, rule));
    }

    @Override
    public void patience(Duration next) {
        keep(KnownSettings.FORWARD_AFTER, before -> String.valueOf(next.toSeconds()));
    }

    @Override
    public String echoTest() {
        return settings.get(KnownSettings.ECHO_TEST);
    }

    @Override
    public AutoAnswer.Rule autoAnswer() {
        return KnownSettings.autoAnswer(settings);
    }

    @Override
    public void autoAnswer(AutoAnswer.Rule next) {
        keep(KnownSettings.AUTO_ANSWER_FROM, before -> next.fromText());
        keep(KnownSettings.AUTO_ANSWER, before -> next.whom().word());
    }

    @Override
    public Map<CallAction, Shortcut> keys() {
        return KnownSettings.keys(settings);
    }

    @Override
    public void key(CallAction action, Optional<Shortcut> next) {
        keep(action.setting(), before -> next.map(Shortcut::text).orElse(""));
    }

    @Override
    public void onChange(Runnable changed) {
        settings.listen(Set.of(KnownSettings.CALL_FORWARD, KnownSettings.FORWARD_AFTER), changed);
    }

    private void keep(String key, UnaryOperator<String> change) {
        disk.execute(() -> {
            try {
                settings.set(key, change.apply(settings.get(key)));
            } catch (Settings.Refused unwritten) {
                LOG.warn("{}", unwritten.getMessage());
            }
        });
    }
}
