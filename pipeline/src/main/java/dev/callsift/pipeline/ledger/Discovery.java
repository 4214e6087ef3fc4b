package dev.callsift.pipeline.ledger;

/**
 * What a listing brought, in numbers of objects.
 *
 * @param added seen for the first time
 * @param changed known under another ETag; done again
 * @param known unchanged; left alone
 */
public record Discovery(long added, long changed, long known) {

    public static final Discovery NONE = new Discovery(0, 0, 0);

    public Discovery plus(Discovery other) {
        return new Discovery(added + other.added, changed + other.changed, known + other.known);
    }

    public long total() {
        return added + changed + known;
    }
}
