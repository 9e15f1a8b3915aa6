package org.lamplight.media.device;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.IntByReference;
import org.jspecify.annotations.Nullable;

/** What is needed of {@code libpulse-simple.so.0}. Names, order and types are those of {@code pulse/simple.h}. */
interface PulseSimple extends Library {
    int PA_STREAM_PLAYBACK = 1;
    int PA_STREAM_RECORD = 2;
    int PA_SAMPLE_S16LE = 3;

    /** {@code pa_sample_spec}. */
    @Structure.FieldOrder({"format", "rate", "channels"})
    class SampleSpec extends Structure {
        public int format;
        public int rate;
        public byte channels;
    }

    /** {@code pa_buffer_attr}; -1 leaves a choice to the server. */
    @Structure.FieldOrder({"maxlength", "tlength", "prebuf", "minreq", "fragsize"})
    class BufferAttr extends Structure {
        public int maxlength;
        public int tlength;
        public int prebuf;
        public int minreq;
        public int fragsize;
    }

    @Nullable
    Pointer pa_simple_new(
            @Nullable String server,
            String name,
            int direction,
            @Nullable String device,
            String stream,
            SampleSpec spec,
            @Nullable Pointer map,
            BufferAttr buffer,
            IntByReference error);

    int pa_simple_read(Pointer stream, byte[] data, long octets, IntByReference error);

    int pa_simple_write(Pointer stream, byte[] data, long octets, IntByReference error);

    void pa_simple_free(Pointer stream);
}
