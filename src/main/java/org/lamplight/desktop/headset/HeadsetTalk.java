package org.lamplight.desktop.headset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.CallAction;
import org.lamplight.call.CallActions.Stand;
import org.lamplight.desktop.headset.HeadsetReports.Field;

/**
 * What one headset means by its reports, and what it is told. It echoes what it is told (the lamp of a call that was answered
 * here lifts its hook), so a button counts only where it would change something. Confined to one thread; no I/O.
 */
final class HeadsetTalk {
    private final HeadsetReports reports;
    private final Map<Integer, byte[]> sent = new HashMap<>();
    private @Nullable Boolean lifted;
    private boolean muteDown;

    HeadsetTalk(HeadsetReports reports) {
        this.reports = reports;
    }

    /** What is asked for by a report, whose first byte is its number where reports have one. */
    List<CallAction> heard(byte[] report, Stand stand) {
        List<CallAction> asked = new ArrayList<>();
        bit(HeadsetReports.HOOK_SWITCH, report)
                .flatMap(lift -> hook(lift, stand))
                .ifPresent(asked::add);
        bit(HeadsetReports.PHONE_MUTE, report)
                .filter(down -> mute(down, stand))
                .ifPresent(down -> asked.add(CallAction.MUTE));
        return asked;
    }

    private Optional<Boolean> bit(int usage, byte[] report) {
        Optional<Field> field = reports.field(usage);
        int begin = reports.numbered() ? 1 : 0;
        if (field.isEmpty() || report.length <= begin) {
            return Optional.empty();
        }
        int number = reports.numbered() ? Byte.toUnsignedInt(report[0]) : 0;
        int at = begin + field.get().at() / Byte.SIZE;
        if (number != field.get().report() || at >= report.length) {
            return Optional.empty();
        }
        return Optional.of(((report[at] >> (field.get().at() % Byte.SIZE)) & 1) != 0);
    }

    private Optional<CallAction> hook(boolean lift, Stand stand) {
        if (is(HeadsetReports.HOOK_SWITCH, Field::relative)) {
            return lift ? other(stand) : Optional.empty();
        }
        boolean told = reports.field(HeadsetReports.LED_OFF_HOOK).isPresent();
        Boolean before = lifted;
        lifted = lift;
        if (before == null ? told && !lift : before == lift) {
            return Optional.empty();
        }
        // one that is never told of a call may have its hook the wrong way round
        if (!told) {
            return other(stand);
        }
        return lift ? answer(stand) : hangUp(stand);
    }

    private static Optional<CallAction> other(Stand stand) {
        return stand.rings() ? answer(stand) : hangUp(stand);
    }

    private static Optional<CallAction> answer(Stand stand) {
        return stand.rings() ? Optional.of(CallAction.ANSWER) : Optional.empty();
    }

    private static Optional<CallAction> hangUp(Stand stand) {
        return stand.talks() ? Optional.of(CallAction.HANG_UP) : Optional.empty();
    }

    /** Whether it is asked for the other way than it is. */
    private boolean mute(boolean down, Stand stand) {
        boolean before = muteDown;
        muteDown = down;
        if (is(HeadsetReports.PHONE_MUTE, Field::relative)) {
            return stand.talks() && down;
        }
        return stand.talks()
                && (is(HeadsetReports.PHONE_MUTE, Field::latched) ? down != stand.muted() : down && !before);
    }

    private boolean is(int usage, Predicate<Field> how) {
        return reports.field(usage).filter(how).isPresent();
    }

    /** The reports that tell it how things stand, as far as it does not know; the call before the rest. */
    List<byte[]> shows(Stand stand) {
        Map<Integer, byte[]> wanted = new LinkedHashMap<>();
        light(wanted, HeadsetReports.LED_OFF_HOOK, stand.talks());
        light(wanted, HeadsetReports.LED_RING, stand.rings());
        light(wanted, HeadsetReports.LED_MUTE, stand.talks() && stand.muted());
        List<byte[]> changed = new ArrayList<>();
        wanted.forEach((number, report) -> {
            byte[] before = sent.getOrDefault(number, empty(number));
            if (!Arrays.equals(before, report)) {
                sent.put(number, report);
                changed.add(report);
            }
        });
        return changed;
    }

    private void light(Map<Integer, byte[]> wanted, int usage, boolean on) {
        reports.field(usage).ifPresent(field -> {
            byte[] report = wanted.computeIfAbsent(field.report(), this::empty);
            if (on) {
                report[1 + field.at() / Byte.SIZE] |= (byte) (1 << (field.at() % Byte.SIZE));
            }
        });
    }

    /** A report for hidraw begins with its number, which is 0 where they have none. */
    private byte[] empty(int number) {
        int bits = reports.outputBits().getOrDefault(number, 0);
        byte[] report = new byte[1 + (bits + Byte.SIZE - 1) / Byte.SIZE];
        report[0] = (byte) number;
        return report;
    }
}
