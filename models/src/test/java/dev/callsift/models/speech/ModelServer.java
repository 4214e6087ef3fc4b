package dev.callsift.models.speech;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A web server on this machine that can be told to behave badly. Written on a socket, because a good one cannot. */
final class ModelServer implements AutoCloseable {

    /** What was asked for. */
    record Request(String path, Optional<String> range, Optional<String> ifRange) {}

    /** How one request is answered. */
    @FunctionalInterface
    interface Behaviour {
        void answer(Answer answer) throws IOException, InterruptedException;
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Deque<Behaviour>> scripts = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread accepting;

    ModelServer() throws IOException {
        accepting = Thread.ofVirtual().start(this::accept);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    /** Serves a file; the first requests are answered as told, in order, all further ones properly. */
    void serve(String path, byte[] content, Behaviour... first) {
        files.put(path, content);
        scripts.put(path, new ArrayDeque<>(List.of(first)));
    }

    /** Serves a model list with this one model on it. */
    URI serveList(String name, byte[] archive) {
        return serveList(name, archive.length, TinyModel.md5(archive));
    }

    URI serveList(String name, long size, String md5) {
        String json = String.format(Locale.ROOT, """
                [{"lang": "en-us", "lang_text": "US English", "md5": "%s", "name": "%s", "obsolete": "false",
                  "size": %d, "size_text": "1MiB", "type": "small", "url": "%s", "version": "1"}]
                """, md5, name, size, "archives/" + name + ".zip");
        serve("/model-list.json", json.getBytes(StandardCharsets.UTF_8));
        return uri("/model-list.json");
    }

    List<Request> requestsFor(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    static Behaviour status(int code) {
        return answer -> answer.head(code, 0, "");
    }

    /**
     * Declares the whole length and ends in the middle, once the client has what came: it may drop what it has not looked at
     * when the connection breaks, and tests want to know where it continues.
     */
    static Behaviour cutAfter(int bytes, Progress client) {
        return answer -> {
            int end = answer.partial(bytes);
            while (client.last() != end) {
                Thread.sleep(2);
            }
        };
    }

    static Behaviour ignoringRange() {
        return answer -> {
            answer.head(200, answer.length(), "");
            answer.body(0, answer.length());
        };
    }

    /** Alive, but never sends another byte. */
    Behaviour stallAfter(int bytes) {
        return answer -> {
            answer.partial(bytes);
            closed.await();
        };
    }

    static Behaviour inPieces(int pieces, long pauseMillis) {
        return answer -> {
            int length = answer.length();
            answer.head(200, length, "");
            for (int i = 0; i < pieces; i++) {
                answer.body((int) ((long) length * i / pieces), (int) ((long) length * (i + 1) / pieces));
                Thread.sleep(pauseMillis);
            }
        };
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> handle(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void handle(Socket connection) {
        try (connection) {
            Request request = read(connection);
            requests.add(request);
            byte[] content = files.get(request.path());
            Deque<Behaviour> script = scripts.getOrDefault(request.path(), new ArrayDeque<>());
            Answer answer = new Answer(connection.getOutputStream(), request, content == null ? new byte[0] : content);
            Behaviour next;
            synchronized (script) {
                next = script.isEmpty() ? (content == null ? status(404) : Answer::properly) : script.pop();
            }
            next.answer(answer);
            connection.getOutputStream().flush();
        } catch (IOException | InterruptedException e) {
            // the client went away
        }
    }

    private static Request read(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        String first = String.valueOf(in.readLine());
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return new Request(
                first.replaceFirst("^GET (\\S+) .*", "$1"),
                Optional.ofNullable(headers.get("Range")),
                Optional.ofNullable(headers.get("If-Range")));
    }

    /** From then on no connection is taken any more. */
    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The answer to one request, on its connection. */
    static final class Answer {

        private final OutputStream out;
        private final Request request;
        private final byte[] content;

        private Answer(OutputStream out, Request request, byte[] content) {
            this.out = out;
            this.request = request;
            this.content = content;
        }

        int length() {
            return content.length;
        }

        void properly() throws IOException {
            partial(content.length);
        }

        /** As asked for, but only so many bytes of it; says where it ended. */
        int partial(int bytes) throws IOException {
            int from = request.ifRange().filter(etag()::equals).isPresent()
                    ? Integer.parseInt(request.range().orElseThrow().replaceAll("\\D", ""))
                    : 0;
            if (from == 0) {
                head(200, content.length, "");
            } else {
                head(
                        206,
                        content.length - from,
                        "Content-Range: bytes " + from + "-" + (content.length - 1) + "/" + content.length + "\r\n");
            }
            int end = Math.min(content.length, from + bytes);
            body(from, end);
            return end;
        }

        void head(int status, int length, String more) throws IOException {
            String head = "HTTP/1.1 " + status + " \r\nConnection: close\r\nETag: " + etag() + "\r\nContent-Length: "
                    + length + "\r\n" + more + "\r\n";
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        void body(int from, int to) throws IOException {
            out.write(content, from, to - from);
            out.flush();
        }

        private String etag() {
            return '"' + TinyModel.md5(content) + '"';
        }
    }
}
