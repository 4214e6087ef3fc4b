package dev.callsift.pipeline.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A real HTTP server on the loopback address that keeps what it gets and answers as a test says, down to the socket. */
final class HttpReceiver implements AutoCloseable {

    /** How one request is answered; the connection is closed after it. */
    interface Answering {
        void answer(Socket connection) throws IOException, InterruptedException;
    }

    record Got(String path, Map<String, String> headers, String text) {

        byte[] body() {
            return text.getBytes(UTF_8);
        }

        String header(String name) {
            return String.valueOf(headers.get(name));
        }
    }

    final List<Got> got = Collections.synchronizedList(new ArrayList<>());
    private final ServerSocket server;
    private volatile Answering answering = status(204);

    HttpReceiver() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                Thread.ofPlatform().daemon().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            got.add(read(connection.getInputStream()));
            answering.answer(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Got read(InputStream in) throws IOException {
        String path = line(in).split(" ", -1)[1];
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        return new Got(path, headers, new String(in.readNBytes(length), UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(UTF_8).strip();
    }

    void answers(Answering given) {
        this.answering = given;
    }

    static Answering status(int status, String... headers) {
        return text(status, "", headers);
    }

    static Answering text(int status, String body, String... headers) {
        StringBuilder answer = new StringBuilder(String.format(Locale.ROOT, "HTTP/1.1 %d Answer\r\n", status));
        for (int i = 0; i < headers.length; i += 2) {
            answer.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        if (status != 204) {
            answer.append("Content-Length: ")
                    .append(body.getBytes(UTF_8).length)
                    .append("\r\n");
        }
        answer.append("Connection: close\r\n\r\n").append(body);
        return connection ->
                connection.getOutputStream().write(answer.toString().getBytes(UTF_8));
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getLocalPort() + path;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
