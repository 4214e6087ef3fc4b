package dev.callsift.pipeline.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** The wire between a client and a server, which tests cut and hold, and on which they see what was asked. */
public final class Wire implements AutoCloseable {

    private final URI server;
    private final ServerSocket listener;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicReference<Trap> trap = new AtomicReference<>();

    /** What happens once when an answer to a request that contains the text has passed so many bytes. */
    private record Trap(String request, long afterBytes, Action action) {}

    /** Something to do in the middle of an answer; throwing cuts the connection. */
    public interface Action {
        void run() throws IOException;
    }

    public Wire(String server) throws IOException {
        this.server = URI.create(server);
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    public String endpoint() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** The first lines of all requests so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Cuts the connection in the middle of the next answer to such a request. */
    public void cutAfter(String request, long bytes) {
        during(request, bytes, () -> {
            throw new IOException("cut");
        });
    }

    /** Holds the next answer to such a request after so many bytes, does something, and goes on. */
    public void during(String request, long bytes, Action action) {
        trap.set(new Trap(request, bytes, action));
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket upstream = new Socket(server.getHost(), server.getPort());
                sockets.addAll(List.of(client, upstream));
                AtomicReference<String> current = new AtomicReference<>("");
                daemon(() -> forward(client, upstream, current, true));
                daemon(() -> forward(upstream, client, current, false));
            }
        } catch (IOException e) {
            goAway();
        }
    }

    private void forward(Socket from, Socket to, AtomicReference<String> request, boolean upwards) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[4_096];
            long answered = 0;
            String answering = "";
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (upwards) {
                    note(new String(buffer, 0, read, StandardCharsets.ISO_8859_1), request);
                } else {
                    String now = Objects.requireNonNullElse(request.get(), "");
                    answered = answering.equals(now) ? answered + read : read;
                    answering = now;
                    spring(answering, answered);
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // The connection is over; both sockets are closed.
        }
    }

    private void note(String sent, AtomicReference<String> request) {
        String line = sent.lines().findFirst().orElse("");
        if (line.endsWith("HTTP/1.1")) {
            requests.add(line);
            request.set(line);
        }
    }

    private void spring(String request, long answered) throws IOException {
        Trap set = trap.get();
        if (set != null
                && request.contains(set.request())
                && answered > set.afterBytes()
                && trap.compareAndSet(set, null)) {
            set.action().run();
        }
    }

    private static void daemon(Runnable task) {
        Thread.ofPlatform().daemon().start(task);
    }

    @Override
    public void close() {
        goAway();
    }

    /** Cuts all connections and takes no new ones: the server is away. */
    public void goAway() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
