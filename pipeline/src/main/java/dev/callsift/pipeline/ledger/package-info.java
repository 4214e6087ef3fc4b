/**
 * The recording ledger: one database row per object found, with its state, the reason it is held back, attempts and
 * timings. Every stage moves rows forward here; no stage keeps its own list. Nothing here touches a store.
 */
@NullMarked
package dev.callsift.pipeline.ledger;

import org.jspecify.annotations.NullMarked;
