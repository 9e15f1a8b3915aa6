package org.lamplight.ui.call;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.lamplight.call.Call;
import org.lamplight.call.CallRefused;
import org.lamplight.call.CallState;
import org.lamplight.call.Calls;
import org.lamplight.chat.files.SafeName;
import org.lamplight.core.CoreThread;
import org.lamplight.ui.kit.Beside;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Phone;

/** Has core do what windows want of calls; what core refuses comes back as a sentence. EDT. */
public final class CallDeeds {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH.mm.ss", Locale.ROOT);

    private final CoreThread core;
    private final Phone phone;
    private final Clock clock;
    private final Beside beside = new Beside("recordings");
    private final Consumer<String> refused;

    /** @param refused gets the sentence, on the EDT */
    public CallDeeds(Domain domain, Consumer<String> refused) {
        this.core = domain.core();
        this.phone = domain.phone();
        this.clock = domain.clock();
        this.refused = refused;
    }

    /** Calls there, on the line that calls go out on. */
    public void dial(String target) {
        does(calls -> calls.dial(target, null));
    }

    void answer(Call call) {
        does(calls -> calls.answer(call.id()));
    }

    void decline(Call call) {
        does(calls -> calls.decline(call.id(), Calls.DECLINED));
    }

    void sendOn(Call call, String target) {
        does(calls -> calls.sendOn(call.id(), target));
    }

    void toVoicemail(Call call) {
        does(calls -> calls.toVoicemail(call.id()));
    }

    /** Calls one's voicemail. */
    void dialVoicemail() {
        does(Calls::dialVoicemail);
    }

    /** It rings no more here; whoever calls hears no difference. */
    void ignore(Call call) {
        core.execute(() -> phone.silence().accept(call.id()));
    }

    void hangUp(Call call) {
        does(calls -> calls.hangUp(call.id()));
    }

    /** The call, with it all of its conference. */
    void hangUpAll(Call call) {
        does(calls -> calls.together(call.id()).forEach(one -> calls.hangUp(one.id())));
    }

    void hold(Call call, boolean on) {
        does(calls -> hold(calls, call, on));
    }

    /** The call, with it all of its conference. */
    void holdAll(Call call, boolean on) {
        does(calls -> calls.together(call.id()).forEach(one -> hold(calls, one, on)));
    }

    /** The call; with it all of its conference if nobody in it is spoken to yet. */
    void resume(Call call) {
        does(calls -> {
            List<Call> all = calls.together(call.id());
            boolean goesOn = all.stream().anyMatch(one -> one.state() == CallState.CONNECTED);
            (goesOn ? List.of(call) : all).forEach(one -> calls.resume(one.id()));
        });
    }

    private static void hold(Calls calls, Call call, boolean on) {
        if (on) {
            calls.hold(call.id());
        } else {
            calls.resume(call.id());
        }
    }

    /** All of these hear each other. */
    void merge(List<Call> these) {
        does(calls -> calls.merge(these.stream().map(Call::id).toList()));
    }

    void mute(Call call, boolean on) {
        does(calls -> calls.mute(call.id(), on));
    }

    void press(Call call, char key) {
        does(calls -> calls.press(call.id(), String.valueOf(key)));
    }

    /** To the call, and to all of its conference. */
    void pressAll(Call call, char key) {
        does(calls -> calls.together(call.id()).forEach(one -> calls.press(one.id(), String.valueOf(key))));
    }

    void transfer(Call call, String target) {
        does(calls -> calls.transfer(call.id(), target));
    }

    void connect(Call call, Call other) {
        does(calls -> calls.transferTo(call.id(), other.id()));
    }

    /** Into a file of the folder for recordings, named by when it began and who is heard. */
    void record(Call call, String name) {
        String stamp = STAMP.format(clock.instant().atZone(zone()));
        String wanted = SafeName.of(stamp + " " + name);
        Path folder = phone.recordings().folder();
        beside.start(
                () -> phone.recordings().fresh(wanted),
                file -> does(calls -> calls.record(call.id(), file)),
                // core says what is wrong, in the words that every caller hears
                unmade -> does(calls -> calls.record(call.id(), folder.resolve(wanted))));
    }

    void endRecording(Call call) {
        does(calls -> calls.record(call.id(), null));
    }

    private ZoneId zone() {
        return clock.getZone();
    }

    private void does(Consumer<Calls> deed) {
        core.execute(() -> {
            try {
                deed.accept(phone.calls());
            } catch (CallRefused no) {
                String sentence = String.valueOf(no.getMessage());
                Edt.later(() -> refused.accept(sentence));
            }
        });
    }
}
