package org.lamplight.control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lamplight.call.Call;
import org.lamplight.call.CallLog;
import org.lamplight.call.Calls;
import org.lamplight.call.LineStatus;
import org.lamplight.call.Lines;
import org.lamplight.call.Recordings;

/** {@code lines} and {@code call …}. */
final class CallCommands implements CommandGroup {
    static final String USAGE =
            "lines | call list | dial TARGET [--line ID] | answer|decline|voicemail|hangup|hold|resume|mute|unmute ID"
                    + " | transfer ID TARGET [--with OTHERID] | merge ID ID… | dtmf ID DIGITS | record ID start|stop"
                    + " | log [--limit N] [--missed] | plan TARGET";

    private static final int USUAL_LOG = 50;

    private final Waiting core;
    private final Calls calls;
    private final Lines lines;
    private final CallLog log;
    private final DeviceCommands devices;
    private final ForwardCommands forward;
    private final Recordings recordings;

    CallCommands(
            Waiting core,
            Calls calls,
            Lines lines,
            CallLog log,
            DeviceCommands devices,
            ForwardCommands forward,
            Recordings recordings) {
        this.core = core;
        this.calls = calls;
        this.lines = lines;
        this.log = log;
        this.devices = devices;
        this.recordings = recordings;
        this.forward = forward;
    }

    @Override
    public Set<String> words() {
        return Set.of("lines", "call");
    }

    @Override
    public void run(List<String> args, String input, Output out) throws Refusal, IOException, InterruptedException {
        Arguments words = new Arguments(args, Set.of("--line", "--with", "--limit"), Set.of("--missed"), USAGE);
        if (words.next().equals("lines")) {
            words.end();
            for (LineStatus line : core.ask(lines::all)) {
                out.line(CallJson.line(line));
            }
            return;
        }
        deed(words.next(), words, out);
    }

    private void deed(String deed, Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        switch (deed) {
            case "list" -> list(words, out);
            case "dial" -> dial(words, out);
            case "answer", "decline", "voicemail", "hangup", "hold", "resume", "mute", "unmute" -> one(deed, words);
            case "transfer" -> transfer(words);
            case "merge" -> merge(words);
            case "dtmf" -> press(words);
            case "record" -> record(words);
            case "log" -> log(words, out);
            case "devices" -> devices.run(words, out);
            case "forward" -> forward.run(words);
            case "plan" -> plan(words, out);
            default -> throw Refusal.usage(USAGE);
        }
    }

    private void list(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        words.end();
        for (Call call : core.ask(calls::all)) {
            out.line(CallJson.call(call));
        }
    }

    private void log(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        words.end();
        int limit = words.limit(USUAL_LOG);
        boolean missed = words.has("--missed");
        for (Call call : core.forResult(() -> log.newest(limit, missed))) {
            out.line(CallJson.logged(call));
        }
    }

    private void dial(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        String target = words.next();
        words.end();
        String line = words.option("--line").orElse(null);
        out.line(CallJson.call(core.ask(() -> calls.dial(target, line))));
    }

    /** What would be dialled, by which line of the dial plan. */
    private void plan(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        String typed = words.next();
        words.end();
        out.line(CallJson.reading(typed, core.ask(() -> calls.wouldDial(typed))));
    }

    private void one(String deed, Arguments words) throws Refusal, InterruptedException {
        String id = words.next();
        words.end();
        core.tell(() -> {
            switch (deed) {
                case "answer" -> calls.answer(id);
                case "decline" -> calls.decline(id, Calls.DECLINED);
                case "voicemail" -> calls.toVoicemail(id);
                case "hangup" -> calls.hangUp(id);
                case "hold" -> calls.hold(id);
                case "resume" -> calls.resume(id);
                default -> calls.mute(id, deed.equals("mute"));
            }
        });
    }

    private void transfer(Arguments words) throws Refusal, InterruptedException {
        String id = words.next();
        Optional<String> other = words.option("--with");
        if (other.isPresent()) {
            words.end();
            core.tell(() -> calls.transferTo(id, other.get()));
        } else {
            String target = words.next();
            words.end();
            core.tell(() -> calls.transfer(id, target));
        }
    }

    private void merge(Arguments words) throws Refusal, InterruptedException {
        List<String> ids = new ArrayList<>(List.of(words.next()));
        Optional<String> more = words.maybeNext();
        while (more.isPresent()) {
            ids.add(more.get());
            more = words.maybeNext();
        }
        core.tell(() -> calls.merge(ids));
    }

    private void press(Arguments words) throws Refusal, InterruptedException {
        String id = words.next();
        String keys = words.next();
        words.end();
        core.tell(() -> calls.press(id, keys));
    }

    private void record(Arguments words) throws Refusal, IOException, InterruptedException {
        String id = words.next();
        String how = words.next();
        words.end();
        Path file = switch (how) {
            case "start" -> recordings.fresh(core.ask(() -> calls.going(id)).id());
            case "stop" -> null;
            default -> throw Refusal.usage(USAGE);
        };
        core.tell(() -> calls.record(id, file));
    }
}
