package dev.callsift.models.speech;

import java.net.URI;

/**
 * A model as the model list describes it.
 *
 * @param bytes the archive's size
 * @param md5 the archive's MD5, lower-case hexadecimal. It is what the list has: it finds a damaged download, it is no
 *     protection against someone who forges both
 */
record ListedModel(String name, String language, String kind, long bytes, String md5, URI archive, boolean obsolete) {

    ListedModel {
        ModelName.require(name);
        if (bytes <= 0) {
            throw new IllegalArgumentException(name + ": the list's size is " + bytes);
        }
        if (!md5.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException(name + ": the list's MD5 is no MD5: " + md5);
        }
    }

    CatalogueEntry entry(Availability availability) {
        return new CatalogueEntry(name, language, kind, bytes, obsolete, availability);
    }
}
