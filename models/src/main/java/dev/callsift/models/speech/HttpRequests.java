package dev.callsift.models.speech;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** GET with a limit on the wait for the answer's beginning; the request's own timeout would cover a long body too. */
final class HttpRequests {

    private final HttpClient client;
    private final Patience patience;

    HttpRequests(HttpClient client, Patience patience) {
        this.client = client;
        this.patience = patience;
    }

    /** The caller closes the body. */
    HttpResponse<InputStream> get(URI uri, Consumer<HttpRequest.Builder> headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        headers.accept(request);
        CompletableFuture<HttpResponse<InputStream>> answer =
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try {
            return answer.get(patience.stall().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer for " + patience.stall(), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new SpeechModelException(uri + ": the download was interrupted; run the command again", e);
        }
    }

    /** An answer other than success: worth another try when the server is busy or broken, final when it says no. */
    IOException refusal(URI uri, int status) {
        if (status >= 500 || status == 408 || status == 429) {
            return new IOException("the server answered " + status);
        }
        throw new SpeechModelException(uri + ": the server answered " + status
                + "; check the address, or take the archive from elsewhere with --from FILE|URL");
    }

    /** For a message. The JDK's connection failures often have none of their own. */
    static String reason(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "the server's name is unknown here";
            }
        }
        if (failure.getMessage() != null) {
            return failure.getMessage();
        }
        return failure instanceof ConnectException
                ? "no connection"
                : failure.getClass().getSimpleName();
    }
}
