package dev.callsift.models.speech;

/**
 * One speech model that can be asked for by name.
 *
 * @param language the list's code, for example {@code en-in}; {@code ""} when the model is not on the list
 * @param kind {@code small} (phones, little memory), {@code big} (servers), {@code big-lgraph}; {@code ""} when not on the list
 * @param bytes the archive's size; for a model that is only on this machine, its size on disk
 * @param obsolete whether its makers have replaced it by a newer one
 */
public record CatalogueEntry(
        String name, String language, String kind, long bytes, boolean obsolete, Availability availability) {}
