package org.lamplight.app;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.AudioDevices;
import org.lamplight.call.AutoAnswer;
import org.lamplight.call.CallActions;
import org.lamplight.call.CallLog;
import org.lamplight.call.CallPresence;
import org.lamplight.call.CallStore;
import org.lamplight.call.CallTones;
import org.lamplight.call.Calls;
import org.lamplight.call.Forwarding;
import org.lamplight.call.Forwards;
import org.lamplight.call.Lines;
import org.lamplight.call.MediaEngine;
import org.lamplight.call.ServerForwards;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.people.People;
import org.lamplight.people.Person;
import org.lamplight.presence.OwnPresence;
import org.lamplight.presence.Status;
import org.lamplight.profile.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that calls need of the program, put together. */
final class Telephony implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Telephony.class);

    private final Lines lines;
    private final Calls calls;
    private final CallLog log;
    private final CallActions actions;
    private final AutoAnswer autoAnswer;
    private final @Nullable MediaEngine engine;
    private final @Nullable CallTones tones;

    Telephony(
            CoreThread core,
            Events events,
            Clock clock,
            People people,
            OwnPresence ownPresence,
            CallStore store,
            Settings settings) {
        lines = new Lines(events, settings.get(KnownSettings.CALL_LINE));
        calls = new Calls(
                core, events, clock, lines, address -> people.find(address).map(Person::id));
        calls.declineWhile(() -> ownPresence.now().presence().status() == Status.DO_NOT_DISTURB);
        log = new CallLog(events, store);
        new CallPresence(calls, ownPresence, events);
        forward(core, events, settings);
        actions = new CallActions(calls, events);
        autoAnswer = new AutoAnswer(core, events, calls, KnownSettings.autoAnswer(settings));
        settings.listen(Set.of(KnownSettings.AUTO_ANSWER, KnownSettings.AUTO_ANSWER_FROM), () -> {
            AutoAnswer.Rule rule = KnownSettings.autoAnswer(settings);
            core.execute(() -> autoAnswer.rule(rule));
        });
        engine = discovered().orElse(null);
        tones = engine == null ? null : new CallTones(core, events, calls, ownPresence, engine);
        settings.listen(Set.of(KnownSettings.CALL_LINE), () -> {
            String line = settings.get(KnownSettings.CALL_LINE);
            core.execute(() -> lines.prefer(line));
        });
        follow(settings);
    }

    private void forward(CoreThread core, Events events, Settings settings) {
        Forwards forwards = new Forwards(core, events, calls, lines, KnownSettings.patience(settings), rules(settings));
        ServerForwards servers = new ServerForwards(core, events, calls, lines, rules(settings));
        settings.listen(Set.of(KnownSettings.CALL_FORWARD), () -> {
            Map<String, Forwarding> rules = rules(settings);
            core.execute(() -> {
                forwards.rules(rules);
                servers.rules(rules);
            });
        });
        settings.listen(Set.of(KnownSettings.FORWARD_AFTER), () -> {
            Duration patience = KnownSettings.patience(settings);
            core.execute(() -> forwards.patience(patience));
        });
    }

    private static Map<String, Forwarding> rules(Settings settings) {
        return Forwarding.rules(settings.get(KnownSettings.CALL_FORWARD));
    }

    /** The sound, unless it was left out or does not load here. */
    private static Optional<MediaEngine> discovered() {
        try {
            return ServiceLoader.load(MediaEngine.class).findFirst();
        } catch (ServiceConfigurationError | LinkageError unloadable) {
            LOG.warn("There is no sound for calls, for it does not load", unloadable);
            return Optional.empty();
        }
    }

    /** The settings are where the choice of devices is kept. */
    private void follow(Settings settings) {
        engine().ifPresent(sound -> {
            for (AudioDevices.Use use : AudioDevices.Use.values()) {
                String key = use.setting();
                sound.devices().choose(use, settings.get(key));
                settings.listen(Set.of(key), () -> sound.devices().choose(use, settings.get(key)));
            }
            sound.clean(KnownSettings.voice(settings));
            settings.listen(KnownSettings.VOICE, () -> sound.clean(KnownSettings.voice(settings)));
        });
    }

    Lines lines() {
        return lines;
    }

    Calls calls() {
        return calls;
    }

    CallActions actions() {
        return actions;
    }

    CallLog log() {
        return log;
    }

    /** Has a call ring no more here. Core. */
    void silence(String id) {
        autoAnswer.leave(id);
        actions.ignore(id);
        if (tones != null) {
            tones.silence(id);
        }
    }

    Optional<MediaEngine> engine() {
        return Optional.ofNullable(engine);
    }

    @Override
    public void close() {
        engine().ifPresent(MediaEngine::close);
    }
}
