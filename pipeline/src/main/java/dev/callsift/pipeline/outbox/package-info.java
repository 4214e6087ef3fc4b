/**
 * The transactional outbox. A change and the message that tells of it enter in one database transaction; messages leave
 * through channels, at least once, in order per subject and channel. Nothing here may send before the change is committed, and
 * nothing may be forgotten: a message is pending, has left, was only recorded, or lies in the dead-letter list until a person
 * decides.
 */
@NullMarked
package dev.callsift.pipeline.outbox;

import org.jspecify.annotations.NullMarked;
