package dev.callsift.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.util.UriUtils;

/** The bundled call recordings. They come out of the jar into a folder, as a telephone system would leave them. */
final class DemoRecordings {

    private static final String ROOT = "callsift/demo/";

    private DemoRecordings() {}

    /** Copies what is missing or of another size; a second demonstration finds its recordings unchanged. */
    static void copyTo(Path folder) throws IOException {
        copy(ROOT + "recordings/", "**/*.*", folder);
    }

    /** Copies what is really said in them. */
    static void copyTruthTo(Path folder) throws IOException {
        copy(ROOT + "truth/", "*.json", folder);
    }

    private static void copy(String root, String pattern, Path folder) throws IOException {
        for (Resource resource :
                new PathMatchingResourcePatternResolver().getResources("classpath:" + root + pattern)) {
            Path target = folder.resolve(relativePath(root, resource)).normalize();
            if (isFolder(resource)) {
                continue;
            }
            if (Files.notExists(target) || Files.size(target) != resource.contentLength()) {
                Files.createDirectories(target.getParent());
                try (InputStream content = resource.getInputStream()) {
                    Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** A folder whose name holds a dot fits the pattern too. */
    private static boolean isFolder(Resource resource) throws IOException {
        return !resource.isReadable() || resource.getURL().toString().endsWith("/");
    }

    private static String relativePath(String root, Resource resource) throws IOException {
        String url = UriUtils.decode(resource.getURL().toString(), StandardCharsets.UTF_8);
        return url.substring(url.lastIndexOf(root) + root.length());
    }
}
