package org.lamplight.media.device;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.lamplight.media.device.SoundSystem.Way;

/**
 * Asks the sound server which devices it has. It is asked step by step and with a time limit, for a server that hangs
 * would otherwise hold the asker for ever.
 */
final class PulseList {
    private static final long LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final String MONITOR = ".monitor";
    /** The name, a number and the description are the first three fields of every device. */
    private static final long DESCRIPTION = 2L * Native.POINTER_SIZE;

    private final PulseLibrary pulse;
    private final @Nullable String server;

    PulseList(PulseLibrary pulse, @Nullable String server) {
        this.pulse = pulse;
        this.server = server;
    }

    /** The server's names of the devices by what they are called for people. */
    Map<String, String> devices(Way way) throws IOException {
        Pointer loop = pulse.pa_mainloop_new();
        try {
            Pointer context = pulse.pa_context_new(pulse.pa_mainloop_get_api(loop), "Lamplight");
            try {
                return devices(loop, context, way);
            } finally {
                pulse.pa_context_disconnect(context);
                pulse.pa_context_unref(context);
            }
        } finally {
            pulse.pa_mainloop_free(loop);
        }
    }

    private Map<String, String> devices(Pointer loop, Pointer context, Way way) throws IOException {
        if (pulse.pa_context_connect(context, server, PulseLibrary.PA_CONTEXT_NOAUTOSPAWN, null) < 0) {
            throw new IOException("there is no sound server");
        }
        until(loop, () -> pulse.pa_context_get_state(context) >= PulseLibrary.PA_CONTEXT_READY);
        if (pulse.pa_context_get_state(context) >= PulseLibrary.PA_CONTEXT_FAILED) {
            throw new IOException("the sound server refuses");
        }
        Map<String, String> found = new LinkedHashMap<>();
        PulseLibrary.Found each = (unused, info, end, data) -> {
            if (info != null && end == 0) {
                add(found, text(info, 0), text(info, DESCRIPTION));
            }
        };
        Pointer operation = way == Way.IN
                ? pulse.pa_context_get_source_info_list(context, each, null)
                : pulse.pa_context_get_sink_info_list(context, each, null);
        if (operation == null) {
            throw new IOException("the sound server does not list its devices");
        }
        try {
            until(loop, () -> pulse.pa_operation_get_state(operation) != PulseLibrary.PA_OPERATION_RUNNING);
        } finally {
            pulse.pa_operation_unref(operation);
            // nothing but the server knows it meanwhile
            Reference.reachabilityFence(each);
        }
        return found;
    }

    private static String text(Pointer info, long at) {
        Pointer text = info.getPointer(at);
        return text == null ? "" : text.getString(0, StandardCharsets.UTF_8.name());
    }

    /** What a loudspeaker plays can be heard as if from a microphone; nobody means that. */
    private static void add(Map<String, String> found, String name, String description) {
        if (name.isEmpty() || name.endsWith(MONITOR)) {
            return;
        }
        String shown = description.isEmpty() ? name : description;
        found.put(found.containsKey(shown) ? shown + " (" + name + ")" : shown, name);
    }

    private void until(Pointer loop, BooleanSupplier done) throws IOException {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!done.getAsBoolean()) {
            int count = pulse.pa_mainloop_iterate(loop, 0, null);
            if (count < 0 || System.nanoTime() - end > 0) {
                throw new IOException("the sound server does not answer");
            }
            if (count == 0) {
                LockSupport.parkNanos(STEP_NANOS);
            }
        }
    }
}
