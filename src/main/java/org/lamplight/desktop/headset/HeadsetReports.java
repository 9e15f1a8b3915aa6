package org.lamplight.desktop.headset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where in its reports a device has what belongs to calls, as its report descriptor says. Anybody can plug in a device, so
 * nothing in a descriptor is believed beyond what fits into reports of {@link #MOST_BITS}.
 *
 * @param fields of one bit each, those of the hook and of mute, and the lamps
 * @param outputBits how long the reports are that lamps are in, by their numbers
 * @param numbered whether each report begins with its number
 */
record HeadsetReports(List<Field> fields, Map<Integer, Integer> outputBits, boolean numbered) {
    static final int HOOK_SWITCH = 0x0B0020;
    static final int PHONE_MUTE = 0x0B002F;
    static final int LED_MUTE = 0x080009;
    static final int LED_OFF_HOOK = 0x080017;
    static final int LED_RING = 0x080018;

    /** A descriptor is no longer than this (Linux, HID_MAX_DESCRIPTOR_SIZE). */
    static final int MOST_BYTES = 4096;

    /** A report is no longer than this (Linux, HID_MAX_BUFFER_SIZE). */
    static final int MOST_BITS = 16_384 * Byte.SIZE;

    private static final Set<Integer> BUTTONS = Set.of(HOOK_SWITCH, PHONE_MUTE);
    private static final Set<Integer> LAMPS = Set.of(LED_MUTE, LED_OFF_HOOK, LED_RING);
    private static final int MOST_USAGES = 1_024;
    private static final int MOST_PUSHED = 16;

    private static final int VARIABLE = 0x02;
    private static final int RELATIVE = 0x04;
    private static final int NO_PREFERRED = 0x20;

    /**
     * One bit.
     *
     * @param usage with its page in the upper half
     * @param report number of the report that it is in; 0 where they have none
     * @param at place in the report, its number not counted
     * @param relative it tells of a change and not of how things are
     * @param latched it stays as it was put, as a switch and unlike a push button
     */
    record Field(int usage, int report, int at, boolean relative, boolean latched) {}

    /** What holds for all fields that follow. */
    private record Globals(int page, int size, int count, int report) {}

    static HeadsetReports parse(byte[] descriptor) {
        return new Parser(descriptor).parse();
    }

    Optional<Field> field(int usage) {
        return fields.stream().filter(field -> field.usage() == usage).findFirst();
    }

    /** Whether it has buttons for calls. */
    boolean isHeadset() {
        return fields.stream().anyMatch(field -> BUTTONS.contains(field.usage()));
    }

    private static final class Parser {
        private final HidItems items;
        private final Deque<Globals> pushed = new ArrayDeque<>();
        private final List<Integer> usages = new ArrayList<>();
        private final Map<Integer, Integer> inputBits = new HashMap<>();
        private final Map<Integer, Integer> outputBits = new HashMap<>();
        private final List<Field> fields = new ArrayList<>();
        private Globals now = new Globals(0, 0, 0, 0);
        private long least = -1;
        private boolean numbered;

        Parser(byte[] descriptor) {
            items = new HidItems(descriptor.length > MOST_BYTES ? new byte[0] : descriptor);
        }

        HeadsetReports parse() {
            while (items.next()) {
                item();
            }
            return new HeadsetReports(List.copyOf(fields), Map.copyOf(outputBits), numbered);
        }

        private void item() {
            switch (items.kind()) {
                case HidItems.USAGE_PAGE -> now = new Globals(small(), now.size(), now.count(), now.report());
                case HidItems.REPORT_SIZE -> now = new Globals(now.page(), small(), now.count(), now.report());
                case HidItems.REPORT_COUNT -> now = new Globals(now.page(), now.size(), small(), now.report());
                case HidItems.REPORT_ID -> report();
                case HidItems.PUSH -> push();
                case HidItems.POP -> now = pushed.isEmpty() ? now : pushed.pop();
                case HidItems.USAGE -> use(usage());
                case HidItems.USAGE_MINIMUM -> least = usage();
                case HidItems.USAGE_MAXIMUM -> range(usage());
                case HidItems.INPUT -> main(BUTTONS, inputBits);
                case HidItems.OUTPUT -> main(LAMPS, outputBits);
                case HidItems.FEATURE, HidItems.COLLECTION, HidItems.END_COLLECTION -> forgetLocals();
                default -> {
                    // units, designators, strings: of no use here
                }
            }
        }

        private int small() {
            return (int) Math.min(items.value(), 0xFFFF);
        }

        private void report() {
            numbered = true;
            now = new Globals(now.page(), now.size(), now.count(), small() & 0xFF);
        }

        private void push() {
            if (pushed.size() < MOST_PUSHED) {
                pushed.push(now);
            }
        }

        private long usage() {
            return items.isWhole() ? items.value() : ((long) now.page() << Short.SIZE) | items.value();
        }

        private void use(long usage) {
            if (usages.size() < MOST_USAGES) {
                usages.add((int) usage);
            }
        }

        private void range(long most) {
            for (long one = least; least >= 0 && one <= most && usages.size() < MOST_USAGES; one++) {
                use(one);
            }
            least = -1;
        }

        private void forgetLocals() {
            usages.clear();
            least = -1;
        }

        /** Some say that a hook switch never changes (constant), and it does: that flag is not looked at. */
        private void main(Set<Integer> wanted, Map<Integer, Integer> bits) {
            int begin = bits.getOrDefault(now.report(), 0);
            long end = begin + (long) now.size() * now.count();
            if (end <= MOST_BITS) {
                bits.put(now.report(), (int) end);
                if ((items.value() & VARIABLE) != 0 && now.size() == 1) {
                    find(wanted, begin);
                }
            }
            forgetLocals();
        }

        private void find(Set<Integer> wanted, int begin) {
            boolean relative = (items.value() & RELATIVE) != 0;
            boolean latched = (items.value() & NO_PREFERRED) != 0;
            for (int i = 0; i < Math.min(now.count(), usages.size()); i++) {
                int usage = usages.get(i);
                boolean known = fields.stream().anyMatch(field -> field.usage() == usage);
                if (wanted.contains(usage) && !known) {
                    fields.add(new Field(usage, now.report(), begin + i, relative, latched));
                }
            }
        }
    }
}
