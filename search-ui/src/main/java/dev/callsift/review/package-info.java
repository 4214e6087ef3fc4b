/**
 * The weekly cancellation reason review: enters an ISO week, leave its figures with their intervals and tests, the quotes that
 * show them, and what the review's meeting decided. Counted from the index, the ledger and reviewers' verdicts at the moment of
 * asking; nothing but decisions is stored. How each figure is computed is in {@code docs/review.md}. Nothing here knows pages.
 */
@NullMarked
package dev.callsift.review;

import org.jspecify.annotations.NullMarked;
