package org.lamplight.desktop.keys;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.win32.StdCallLibrary;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Shortcut;
import org.lamplight.call.Shortcut.Modifier;
import org.lamplight.core.Threads;

/**
 * Keys of Windows, by RegisterHotKey: they belong to the thread that asks and come as its messages, so one thread does all
 * of it. Not tried by anybody yet.
 */
final class WindowsKeyGrab implements KeyGrab {
    private static final int WM_QUIT = 0x0012;
    private static final int WM_HOTKEY = 0x0312;
    private static final int WM_APP = 0x8000;
    private static final int MESSAGE_BYTES = 64;
    private static final int MOD_NOREPEAT = 0x4000;
    private static final int F1 = 0x70;
    private static final int NUMPAD_0 = 0x60;
    private static final int WAIT_SECONDS = 2;

    private static final Map<Modifier, Integer> MODIFIERS =
            Map.of(Modifier.ALT, 1, Modifier.CTRL, 2, Modifier.SHIFT, 4, Modifier.META, 8);

    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("SPACE", 0x20),
            Map.entry("PAGE_UP", 0x21),
            Map.entry("PAGE_DOWN", 0x22),
            Map.entry("END", 0x23),
            Map.entry("HOME", 0x24),
            Map.entry("LEFT", 0x25),
            Map.entry("UP", 0x26),
            Map.entry("RIGHT", 0x27),
            Map.entry("DOWN", 0x28),
            Map.entry("INSERT", 0x2D),
            Map.entry("DELETE", 0x2E),
            Map.entry("PAUSE", 0x13),
            Map.entry("SCROLL_LOCK", 0x91),
            Map.entry("MULTIPLY", 0x6A),
            Map.entry("ADD", 0x6B),
            Map.entry("SUBTRACT", 0x6D),
            Map.entry("DIVIDE", 0x6F),
            Map.entry("MEDIA_STOP", 0xB2),
            Map.entry("MEDIA_PLAY", 0xB3));

    /** Names are the library's. */
    @SuppressWarnings("MethodName")
    interface User32 extends StdCallLibrary {
        boolean RegisterHotKey(@Nullable Pointer window, int id, int modifiers, int key);

        boolean UnregisterHotKey(@Nullable Pointer window, int id);

        int GetMessageW(Pointer message, @Nullable Pointer window, int first, int last);

        boolean PeekMessageW(Pointer message, @Nullable Pointer window, int first, int last, int remove);

        boolean PostThreadMessageW(int thread, int message, @Nullable Pointer word, @Nullable Pointer pointer);
    }

    /** Names are the library's. */
    @SuppressWarnings("MethodName")
    interface Kernel32 extends StdCallLibrary {
        int GetCurrentThreadId();
    }

    private final User32 user32 = Native.load("user32", User32.class);
    private final Kernel32 kernel32 = Native.load("kernel32", Kernel32.class);
    private final Consumer<Shortcut> pressed;
    private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Shortcut> heard = new ConcurrentHashMap<>();
    private final Map<Shortcut, Integer> ids = new HashMap<>();
    private final CompletableFuture<Integer> listener = new CompletableFuture<>();
    private int last;

    WindowsKeyGrab(Consumer<Shortcut> pressed) {
        this.pressed = pressed;
        Threads.daemon("pressed keys", this::listen);
    }

    /** The number that Windows has for the key that a shortcut names; null for none. */
    static @Nullable Integer code(String key) {
        if (key.matches("[A-Z0-9]")) {
            return (int) key.charAt(0);
        }
        if (key.matches("F\\d{1,2}")) {
            return F1 - 1 + Integer.parseInt(key.substring(1));
        }
        return key.matches("NUMPAD\\d") ? Integer.valueOf(NUMPAD_0 + key.charAt(6) - '0') : NAMED.get(key);
    }

    @Override
    public boolean grab(Shortcut key) {
        Integer code = code(key.key());
        if (code == null) {
            return false;
        }
        int modifiers = key.modifiers().stream()
                .mapToInt(one -> MODIFIERS.getOrDefault(one, 0))
                .sum();
        int id = ++last;
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        post(() -> done.complete(user32.RegisterHotKey(null, id, modifiers | MOD_NOREPEAT, code)));
        boolean ours =
                done.completeOnTimeout(false, WAIT_SECONDS, TimeUnit.SECONDS).join();
        if (ours) {
            ids.put(key, id);
            heard.put(id, key);
        }
        return ours;
    }

    @Override
    public void release(Shortcut key) {
        Integer id = ids.remove(key);
        if (id != null) {
            heard.remove(id);
            post(() -> user32.UnregisterHotKey(null, id));
        }
    }

    private void post(Runnable task) {
        asked.add(task);
        wake(WM_APP);
    }

    private void wake(int message) {
        listener.thenAccept(thread -> user32.PostThreadMessageW(thread, message, null, null));
    }

    private void listen() {
        try (Memory message = new Memory(MESSAGE_BYTES)) {
            // a thread has no messages before it has looked for one
            user32.PeekMessageW(message, null, WM_APP, WM_APP, 0);
            listener.complete(kernel32.GetCurrentThreadId());
            while (user32.GetMessageW(message, null, 0, 0) > 0) {
                hear(message);
            }
        }
    }

    /** MSG is the window, the number of the message, and its first word. */
    private void hear(Pointer message) {
        int what = message.getInt(Native.POINTER_SIZE);
        if (what == WM_HOTKEY) {
            Shortcut key = heard.get(message.getInt(2L * Native.POINTER_SIZE));
            if (key != null) {
                pressed.accept(key);
            }
        }
        for (Runnable task = asked.poll(); task != null; task = asked.poll()) {
            task.run();
        }
    }

    /** Windows lets go of all keys with the thread. */
    @Override
    public void close() {
        heard.clear();
        wake(WM_QUIT);
    }
}
