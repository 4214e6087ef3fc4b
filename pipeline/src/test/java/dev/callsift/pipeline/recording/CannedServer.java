package dev.callsift.pipeline.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers every HTTP request in the same way, HEAD requests apart, which it is content with; or takes them and says nothing. */
final class CannedServer implements AutoCloseable {

    private final ServerSocket listener;
    private volatile String answer = "";

    CannedServer() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    String endpoint() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    void answer(int status, String type, String body) {
        answer = "HTTP/1.1 " + status + " Said\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Thread.ofPlatform().daemon().start(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = client.getOutputStream()) {
            String request = in.readLine();
            for (String line = request; line != null && !line.isEmpty(); line = in.readLine()) {}
            if (answer.isEmpty()) {
                // Says nothing until the other side gives up.
                in.readLine();
            } else if (request != null && request.startsWith("HEAD")) {
                out.write("HTTP/1.1 200 Said\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            } else {
                out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
