package org.lamplight.xmpp.http;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.lamplight.core.CompletionCause;
import org.lamplight.core.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts and fetches files for one account. From any thread; returns at once. */
public final class WebFiles {
    private static final Logger LOG = LoggerFactory.getLogger(WebFiles.class);
    private static final Texts TEXTS = Texts.of(WebFiles.class);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_REDIRECTS = 5;

    private final HttpClient http;
    private final Executor workers;
    private final ScheduledExecutorService clock;
    private final Supplier<Zone> server;
    private final Duration patience;

    /**
     * Makes one.
     *
     * @param trust whom the account trusts
     * @param workers threads that may block
     * @param clock looks after transfers that stand still
     * @param server where the account's server is; may block
     */
    public WebFiles(SSLContext trust, Executor workers, ScheduledExecutorService clock, Supplier<Zone> server) {
        this(trust, workers, clock, server, PATIENCE);
    }

    /** As the other; {@code patience}: how long a transfer may stand still. */
    WebFiles(
            SSLContext trust,
            Executor workers,
            ScheduledExecutorService clock,
            Supplier<Zone> server,
            Duration patience) {
        this.http = HttpClient.newBuilder()
                .sslContext(trust)
                .executor(workers)
                .version(HttpClient.Version.HTTP_1_1)
                // each hop is checked before it is made
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
        this.workers = workers;
        this.clock = clock;
        this.server = server;
        this.patience = patience;
    }

    /** Says whether an address may be asked at all, as {@link Gate} does; fails with {@link Refused}. */
    public CompletableFuture<URI> check(String url, List<String> known) {
        return CompletableFuture.supplyAsync(() -> new Gate(server.get()).check(url, known), workers);
    }

    /**
     * Puts a file there. Fails with {@link Refused}.
     *
     * @param known hosts that belong to the account's server
     * @param headers what the slot wants besides
     * @param size bytes that the slot is for
     */
    public CompletableFuture<Void> put(
            String url,
            List<String> known,
            Map<String, String> headers,
            Path file,
            long size,
            String type,
            Movement.Listener listener) {
        Movement movement = new Movement(listener);
        return run(movement, () -> {
            URI address = new Gate(server.get()).check(url, known);
            HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Content-Type", type);
            headers.forEach(request::header);
            try {
                CountedFile body = new CountedFile(file, movement);
                if (body.contentLength() != size) {
                    throw new Refused(TEXTS.get("file.changed", file.getFileName()), false);
                }
                request.PUT(body);
            } catch (FileNotFoundException gone) {
                throw new Refused(TEXTS.get("file.gone", file.getFileName()), false);
            }
            var exchange = http.sendAsync(request.build(), BodyHandlers.discarding());
            movement.by(exchange);
            return exchange.thenAccept(answer -> {
                int status = answer.statusCode();
                if (status < 200 || status > 299) {
                    throw new Refused(refusal("put", status), status >= 500 && status != 507);
                }
            });
        });
    }

    /**
     * Fetches a file into one that exists, behind what that holds already. Completes with the media type that the server
     * names, or fails with {@link Refused}.
     *
     * @param most bytes of the whole file
     */
    public CompletableFuture<Optional<String>> get(String url, Path into, long most, Movement.Listener listener) {
        Movement movement = new Movement(listener);
        return run(movement, () -> get(url, into, most, movement, 0));
    }

    private CompletableFuture<Optional<String>> get(String url, Path into, long most, Movement movement, int hops) {
        URI address = new Gate(server.get()).check(url);
        long have = size(into);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        var exchange = http.sendAsync(request.build(), answer -> sink(answer, into, have, most, movement));
        movement.by(exchange);
        return exchange.thenCompose(answer -> {
            int status = answer.statusCode();
            if (status >= 300 && status < 400) {
                return get(next(answer, address, hops), into, most, movement, hops + 1);
            }
            if (status == 416 && have > 0 && hops < MOST_REDIRECTS) {
                return again(url, into, most, movement, hops, answer, have);
            }
            return CompletableFuture.completedFuture(type(answer));
        });
    }

    /** The server has nothing behind what we have: that was all of it, or is of no use. */
    private CompletableFuture<Optional<String>> again(
            String url, Path into, long most, Movement movement, int hops, HttpResponse<Long> answer, long have) {
        if (answer.headers().firstValue("Content-Range").orElse("").equals("bytes */" + have)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        try {
            Files.write(into, new byte[0]);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
        return get(url, into, most, movement, hops + 1);
    }

    private static BodySubscriber<Long> sink(ResponseInfo answer, Path into, long have, long most, Movement movement) {
        int status = answer.statusCode();
        if (status != 200 && status != 206) {
            return BodySubscribers.replacing(-1L);
        }
        Portion portion = Portion.of(status, answer.headers());
        try {
            if (portion.total() > most) {
                throw new Refused(TEXTS.get("file.longer", most), false);
            }
            if (portion.from() != (status == 206 ? have : 0)) {
                throw new Refused(TEXTS.get("range.wrong"), false);
            }
            return FileSink.open(into, portion, most, movement);
        } catch (IOException | RuntimeException e) {
            return BodySubscribers.mapping(BodySubscribers.discarding(), nothing -> {
                throw new CompletionException(e);
            });
        }
    }

    private static String next(HttpResponse<Long> answer, URI from, int hops) {
        Optional<String> location = answer.headers().firstValue("Location");
        if (hops >= MOST_REDIRECTS || location.isEmpty()) {
            throw new Refused(TEXTS.get("redirect.wrong", from.getHost()), false);
        }
        try {
            return from.resolve(location.get()).toString();
        } catch (IllegalArgumentException wrong) {
            throw new Refused(TEXTS.get("redirect.wrong", from.getHost()), false);
        }
    }

    private static Optional<String> type(HttpResponse<Long> answer) {
        int status = answer.statusCode();
        if (status != 200 && status != 206) {
            throw new Refused(refusal("get", status), status >= 500);
        }
        long size = answer.body();
        long total = Portion.of(status, answer.headers()).total();
        if (total >= 0 && size != total) {
            throw new Refused(TEXTS.get("line.lost"), true);
        }
        return answer.headers().firstValue("Content-Type");
    }

    private static String refusal(String what, int status) {
        String key = what + "." + status;
        List<String> known = List.of("get.403", "get.404", "get.410", "put.403", "put.413", "put.507");
        return known.contains(key) ? TEXTS.get(key) : TEXTS.get(what + ".other", String.valueOf(status));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    /** Begins on a thread that may block; stops the exchange where the result is cancelled or stands still. */
    private <T> CompletableFuture<T> run(Movement movement, Supplier<CompletableFuture<T>> begin) {
        CompletableFuture<T> result = new CompletableFuture<>();
        movement.watch(result, clock, patience);
        workers.execute(() -> {
            try {
                CompletableFuture<T> exchange = begin.get();
                exchange.whenComplete((value, thrown) -> {
                    if (thrown == null) {
                        result.complete(value);
                    } else {
                        result.completeExceptionally(refused(thrown));
                    }
                });
            } catch (RuntimeException e) {
                result.completeExceptionally(refused(e));
            }
        });
        return result;
    }

    private static RuntimeException refused(Throwable thrown) {
        Throwable cause = CompletionCause.of(thrown);
        // HttpClient wraps what a body's reader throws
        Throwable inner = cause.getCause();
        if (inner instanceof Refused refused) {
            return refused;
        }
        if (cause instanceof Refused refused) {
            return refused;
        }
        if (cause instanceof CancellationException cancelled) {
            return cancelled;
        }
        LOG.info("A file's transfer failed: {}", cause.toString());
        LOG.debug("cause", cause);
        if (cause instanceof java.nio.file.FileSystemException) {
            return new Refused(TEXTS.get("disk.failed"), false);
        }
        if (cause instanceof javax.net.ssl.SSLException) {
            return new Refused(TEXTS.get("server.untrusted"), false);
        }
        return new Refused(TEXTS.get("line.lost"), true);
    }
}
