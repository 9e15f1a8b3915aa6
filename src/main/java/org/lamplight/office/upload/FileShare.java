package org.lamplight.office.upload;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A web server on 127.0.0.1 where announced files can be put once and fetched as often as one likes; all of them are gone
 * when it is closed. Thread-safe.
 */
public final class FileShare implements AutoCloseable {
    private static final int MOST_AT_A_TIME = 16;

    private final HttpServer server;
    private final ExecutorService workers;
    private final Shelf shelf;
    private final UploadLimits limits;
    private final String base;

    /** Where an announced file is to be put, and where it will lie. */
    public record Place(String put, String get) {}

    private FileShare(HttpServer server, String base, UploadLimits limits, Clock clock) throws IOException {
        this.server = server;
        this.base = base;
        this.limits = limits;
        this.shelf = new Shelf(limits, clock);
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                MOST_AT_A_TIME, MOST_AT_A_TIME, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), FileShare::daemon);
        pool.allowCoreThreadTimeOut(true);
        this.workers = pool;
        server.setExecutor(workers);
        server.createContext(Shelf.ROOT, new FileHandler(shelf));
        server.start();
    }

    /**
     * Opens it.
     *
     * @param host the name in the addresses of its files; it must lead to 127.0.0.1
     * @param port 0 for any
     * @param tls shows the server's certificate; null: in clear
     * @throws IOException if the port is taken
     */
    public static FileShare open(String host, int port, @Nullable SSLContext tls, UploadLimits limits, Clock clock)
            throws IOException {
        InetSocketAddress at = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        HttpServer server;
        if (tls == null) {
            server = HttpServer.create(at, 0);
        } else {
            HttpsServer secure = HttpsServer.create(at, 0);
            secure.setHttpsConfigurator(new HttpsConfigurator(tls));
            server = secure;
        }
        String scheme = tls == null ? "http" : "https";
        String base = scheme + "://" + host + ":" + server.getAddress().getPort();
        return new FileShare(server, base, limits, clock);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "office-files");
        thread.setDaemon(true);
        return thread;
    }

    /** Bytes of the largest file that it takes. */
    public long largest() {
        return limits.largest();
    }

    /** A place for a file of this size, once; empty while all room is taken. Returns at once. */
    public Optional<Place> announce(String name, long size, String type) {
        return shelf.open(name, size, type).map(slot -> new Place(base + slot.path, base + slot.path));
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        workers.shutdownNow();
        shelf.close();
    }
}
