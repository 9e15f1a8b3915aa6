package org.lamplight.office.upload;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PUT, GET with one range, and HEAD. Blocks, on a thread of the web server. */
final class FileHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FileHandler.class);
    private static final int BUFFER = 64 * 1024;
    private static final int NO_BODY = -1;

    private final Shelf shelf;

    FileHandler(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            switch (exchange.getRequestMethod()) {
                case "PUT" -> put(exchange, path);
                case "GET" -> get(exchange, path, true);
                case "HEAD" -> get(exchange, path, false);
                default -> exchange.sendResponseHeaders(405, NO_BODY);
            }
        } catch (IOException gone) {
            LOG.debug("a client of the file share is gone: {}", gone.toString());
            throw gone;
        }
    }

    private void put(HttpExchange exchange, String path) throws IOException {
        Optional<Slot> awaited = shelf.take(path);
        if (awaited.isEmpty()) {
            exchange.sendResponseHeaders(403, NO_BODY);
            return;
        }
        Slot slot = awaited.get();
        boolean whole = false;
        try {
            String length = exchange.getRequestHeaders().getFirst("Content-Length");
            if (!String.valueOf(slot.size).equals(length)) {
                exchange.sendResponseHeaders(length == null ? 411 : 413, NO_BODY);
                return;
            }
            whole = keep(exchange.getRequestBody(), slot);
        } finally {
            shelf.came(slot, whole);
        }
        exchange.sendResponseHeaders(whole ? 201 : 400, NO_BODY);
    }

    private static boolean keep(InputStream body, Slot slot) throws IOException {
        try (OutputStream file = Files.newOutputStream(slot.file)) {
            return copy(body, file, slot.size) == slot.size;
        }
    }

    private void get(HttpExchange exchange, String path, boolean body) throws IOException {
        Optional<Slot> found = shelf.find(path);
        if (found.isEmpty()) {
            exchange.sendResponseHeaders(404, NO_BODY);
            return;
        }
        Slot slot = found.get();
        ByteRange range = ByteRange.of(exchange.getRequestHeaders().getFirst("Range"), slot.size);
        if (!range.isWithin(slot.size)) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + slot.size);
            exchange.sendResponseHeaders(416, NO_BODY);
            return;
        }
        describe(exchange, slot, range);
        int status = range.isWhole(slot.size) ? 200 : 206;
        if (!body || range.length() == 0) {
            exchange.sendResponseHeaders(status, NO_BODY);
            return;
        }
        exchange.sendResponseHeaders(status, range.length());
        try (InputStream file = Files.newInputStream(slot.file)) {
            file.skipNBytes(range.from());
            copy(file, exchange.getResponseBody(), range.length());
        }
    }

    private static void describe(HttpExchange exchange, Slot slot, ByteRange range) {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", slot.type);
        headers.set("Accept-Ranges", "bytes");
        // A browser shall not take for a page of ours what somebody put here
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Disposition", "attachment");
        if (!range.isWhole(slot.size)) {
            headers.set("Content-Range", "bytes " + range.from() + "-" + (range.to() - 1) + "/" + slot.size);
        }
    }

    /** Copies at most this many bytes and returns how many there were. */
    private static long copy(InputStream from, OutputStream to, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long done = 0;
        while (done < most) {
            int count = from.read(buffer, 0, (int) Math.min(buffer.length, most - done));
            if (count < 0) {
                break;
            }
            to.write(buffer, 0, count);
            done += count;
        }
        return done;
    }
}
