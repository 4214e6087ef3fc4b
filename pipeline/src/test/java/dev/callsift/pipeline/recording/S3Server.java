package dev.callsift.pipeline.recording;

import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/**
 * A real S3 server for tests, a process of its own on 127.0.0.1: MinIO's where it is installed ({@code
 * scripts/install-minio.sh}), else the embedded S3Proxy that the build copies. In CI ({@code CI=true}) MinIO must be there.
 */
public final class S3Server implements AutoCloseable {

    private static final String ACCESS_KEY = "callsift";
    private static final String SECRET_KEY = "callsift-secret";
    private static final Path EMBEDDED = Path.of("target", "s3", "s3proxy.jar");
    private static final Duration START = Duration.ofMinutes(2);

    private final String name;
    private final Process process;
    private final String endpoint;
    private final MinioClient client;

    private S3Server(String name, Process process, String endpoint) {
        this.name = name;
        this.process = process;
        this.endpoint = endpoint;
        this.client = MinioClient.builder()
                .endpoint(endpoint)
                .region("us-east-1")
                .credentials(ACCESS_KEY, SECRET_KEY)
                .build();
    }

    /** The server of this JVM, started when first asked for, ended with the JVM. */
    public static S3Server shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        static final S3Server SERVER = start();
    }

    /** Starts MinIO or, where it is not installed and this is not CI, the embedded server. */
    public static S3Server start() {
        return installed(System.getenv("PATH"), System.getProperty("user.home"))
                .map(S3Server::startMinio)
                .orElseGet(() -> {
                    requireNoCi(System.getenv("CI"));
                    return startEmbedded();
                });
    }

    boolean tellsOfNewObjects() {
        return name.startsWith("MinIO");
    }

    /** Both servers where both are there; in CI both must be. */
    public static Stream<S3Server> startAll() {
        Optional<Path> minio = installed(System.getenv("PATH"), System.getProperty("user.home"));
        if (minio.isEmpty()) {
            requireNoCi(System.getenv("CI"));
        }
        return Stream.concat(minio.stream().map(S3Server::startMinio), Stream.of(startEmbedded()));
    }

    static void requireNoCi(String ci) {
        if ("true".equals(ci)) {
            throw new AssertionError(
                    "CI tests against MinIO's server, and there is none on the path or in Go's bin folder; "
                            + "run scripts/install-minio.sh first");
        }
    }

    static Optional<Path> installed(String path, String home) {
        List<Path> folders = new ArrayList<>();
        Arrays.stream(path.split(File.pathSeparator, -1)).map(Path::of).forEach(folders::add);
        Stream.of("GOBIN", "GOPATH")
                .map(System::getenv)
                .filter(v -> v != null && !v.isBlank())
                .forEach(v -> {
                    folders.add(Path.of(v));
                    folders.add(Path.of(v, "bin"));
                });
        folders.add(Path.of(home, "go", "bin"));
        return folders.stream()
                .flatMap(folder -> Stream.of("minio", "minio.exe").map(folder::resolve))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    static S3Server startMinio(Path binary) {
        int port = freePort();
        Path folder = temporaryFolder();
        ProcessBuilder command = new ProcessBuilder(
                binary.toString(),
                "server",
                folder.resolve("data").toString(),
                "--address",
                "127.0.0.1:" + port,
                "--quiet");
        command.environment()
                .putAll(Map.of(
                        "MINIO_ROOT_USER", ACCESS_KEY, "MINIO_ROOT_PASSWORD", SECRET_KEY, "MINIO_BROWSER", "off"));
        return start("MinIO", command, folder, port, "/minio/health/ready");
    }

    static S3Server startEmbedded() {
        if (!Files.exists(EMBEDDED)) {
            throw new AssertionError(
                    EMBEDDED.toAbsolutePath() + " is missing; run ./mvnw -pl pipeline -am test-compile");
        }
        int port = freePort();
        Path folder = temporaryFolder();
        Path properties = folder.resolve("s3proxy.properties");
        try {
            Files.write(
                    properties,
                    List.of(
                            "s3proxy.endpoint=http://127.0.0.1:" + port,
                            "s3proxy.authorization=aws-v2-or-v4",
                            "s3proxy.identity=" + ACCESS_KEY,
                            "s3proxy.credential=" + SECRET_KEY,
                            "jclouds.provider=transient-nio2",
                            "jclouds.identity=unused",
                            "jclouds.credential=unused"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        ProcessBuilder command = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-jar",
                EMBEDDED.toAbsolutePath().toString(),
                "--properties",
                properties.toString());
        return start("S3Proxy", command, folder, port, "/");
    }

    private static S3Server start(String name, ProcessBuilder command, Path folder, int port, String probe) {
        Path log = folder.resolve("log.txt");
        command.redirectErrorStream(true).redirectOutput(log.toFile());
        try {
            Process process = command.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            String endpoint = "http://127.0.0.1:" + port;
            awaitAnswer(process, URI.create(endpoint + probe), log);
            return new S3Server(name, process, endpoint);
        } catch (IOException e) {
            throw new AssertionError(name + " does not start", e);
        }
    }

    private static void awaitAnswer(Process process, URI probe, Path log) throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline && process.isAlive()) {
                try {
                    int status = http.send(
                                    HttpRequest.newBuilder(probe)
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode();
                    if (status < 500) {
                        return;
                    }
                } catch (IOException e) {
                    // Not listening yet.
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("the S3 server does not answer at " + probe + ":\n" + Files.readString(log));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("callsift-s3-");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public String endpoint() {
        return endpoint;
    }

    public MinioClient client() {
        return client;
    }

    /** Makes an empty bucket with a new name. */
    public String newBucket() {
        String bucket = "calls-" + UUID.randomUUID();
        call(() -> {
            client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
            return bucket;
        });
        return bucket;
    }

    public void put(String bucket, String key, byte[] content, Map<String, String> metadata) {
        call(() -> client.putObject(PutObjectArgs.builder()
                .bucket(bucket)
                .object(key)
                .userMetadata(metadata)
                .data(content, content.length)
                .build()));
    }

    public void remove(String bucket, String key) {
        call(() -> {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(key).build());
            return key;
        });
    }

    /** Settings for a place on this server, for example {@code s3://bucket/prefix}. */
    public RecordingSettings settings(String location) {
        return settings(location, endpoint);
    }

    /** Settings, with small pages, for this server as it is reached through another address, such as a {@link Wire}. */
    public static RecordingSettings settings(String location, String endpoint) {
        RecordingSettings defaults = RecordingSettings.of(location);
        return new RecordingSettings(
                location,
                location,
                endpoint,
                "us-east-1",
                ACCESS_KEY,
                SECRET_KEY,
                DataSize.ofMegabytes(10),
                defaults.extensions(),
                20,
                null,
                Duration.ofSeconds(10));
    }

    private interface Call {
        Object make() throws Exception;
    }

    private static void call(Call call) {
        try {
            call.make();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public String toString() {
        return name;
    }
}
