package org.lamplight.media.device;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** What is needed of {@code libpulse.so.0} to list devices. Names, order and types are those of {@code pulse/pulseaudio.h}. */
interface PulseLibrary extends Library {
    int PA_CONTEXT_NOAUTOSPAWN = 1;
    int PA_CONTEXT_READY = 4;
    int PA_CONTEXT_FAILED = 5;
    int PA_OPERATION_RUNNING = 0;

    /** {@code pa_sink_info_cb_t} and {@code pa_source_info_cb_t}: the first fields of both are the same. */
    interface Found extends Callback {
        void invoke(Pointer context, @Nullable Pointer info, int end, @Nullable Pointer data);
    }

    Pointer pa_mainloop_new();

    Pointer pa_mainloop_get_api(Pointer loop);

    int pa_mainloop_iterate(Pointer loop, int block, @Nullable Pointer result);

    void pa_mainloop_free(Pointer loop);

    Pointer pa_context_new(Pointer api, String name);

    int pa_context_connect(Pointer context, @Nullable String server, int flags, @Nullable Pointer spawn);

    int pa_context_get_state(Pointer context);

    void pa_context_disconnect(Pointer context);

    void pa_context_unref(Pointer context);

    @Nullable
    Pointer pa_context_get_sink_info_list(Pointer context, Found found, @Nullable Pointer data);

    @Nullable
    Pointer pa_context_get_source_info_list(Pointer context, Found found, @Nullable Pointer data);

    int pa_operation_get_state(Pointer operation);

    void pa_operation_unref(Pointer operation);
}
